"""Doe een termijn af: who was to act says that it happened, where no step of the process shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.dossier.afdoening import eis_met_de_hand
from app.domain.dossier.termijn import Termijn, Termijntoestand
from app.domain.fouten import GeenRecht, StapNietToegestaan, eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.identiteit import Beller
from app.services.termijnbeheer import afgedaan
from app.services.termijnzicht import eis_in_beeld


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweAfdoening:
    """What happened, and when."""

    op: date
    """De dag waarop gebeurde wat moest gebeuren; niet in de toekomst."""
    toelichting: LangeTekst
    """Wat er gebeurde."""


async def doe_termijn_af(h: Handeling, termijn_id: UUID, afdoening: NieuweAfdoening) -> Termijn:
    """Close a running term as met or missed.

    Raises Strijdig when a step closes it, GeenRecht for another role, and NietGevonden for a term that the caller does
    not see: of an order for who may not read orders, or not of one of its own for an opdrachtnemer.
    """
    termijn = eis_in_beeld(h.beller, await h.tx.open(Termijn, termijn_id))
    h.eis_versie(termijn)
    _eis_eigen_rol(h.beller, termijn)
    eis_met_de_hand(termijn)
    toestand = termijn.toestand_op(h.vandaag)
    if toestand is not Termijntoestand.LOPEND:
        raise StapNietToegestaan("Afdoen", toestand, ())
    eis(afdoening.op <= h.vandaag, "op", "toekomst", "Deze dag ligt in de toekomst.")
    begin = min(termijn.basis_op, termijn.uiterlijk_op)
    eis(afdoening.op >= begin, "op", "voor-begin", "Deze dag ligt voor het begin van de termijn.")
    gesloten = afgedaan(h, termijn, afdoening.op, toelichting=afdoening.toelichting)
    h.bewaar(gesloten, "termijn.afgedaan", grond=termijn.regel, geldig_vanaf=afdoening.op)
    return gesloten


def _eis_eigen_rol(beller: Beller, termijn: Termijn) -> None:
    if termijn.rol not in beller.rollen:
        raise GeenRecht(f"Alleen de rol {termijn.rol} doet deze termijn af.")

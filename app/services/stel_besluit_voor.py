"""Stel een besluit voor: the inkomensconsulent proposes, a fiatteur decides on it."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Aanvraagbesluit, Besluitvoorstel
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN, Aanvraagstap, eis_besluit
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import hersteltermijn
from app.domain.basisdienstverlening.screening.afspraken import STUKKEN
from app.domain.soorten import LangeTekst
from app.services.aanvraagverloop import open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwBesluitvoorstel:
    """A proposal as it is given."""

    besluit: Aanvraagbesluit
    """Toekennen, afwijzen, of buiten behandeling laten na een ongebruikte hersteltermijn."""
    onderbouwing: LangeTekst
    """Waarom."""


async def stel_besluit_voor(h: Handeling, aanvraag_id: UUID, nieuw: NieuwBesluitvoorstel) -> Aanvraag:
    """Record a proposal after the screening by the sociale recherche; an earlier check makes room for the next one.

    Raises Strijdig for a decision that does not fit what was received, and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.VOORSTEL)
    eis_besluit(nieuw.besluit, dossier.aanvraag, h.vandaag)
    onbehandeld = nieuw.besluit is Aanvraagbesluit.BUITEN_BEHANDELING
    return await zet_aanvraag(
        h,
        dossier,
        "aanvraag.voorgesteld",
        grond=STUKKEN.id if onbehandeld else STAPPEN.id,
        klaar={hersteltermijn(dossier.aanvraag): h.vandaag},
        toestand=Aanvraagtoestand.VOORGESTELD,
        voorstel=Besluitvoorstel(besluit=nieuw.besluit, onderbouwing=nieuw.onderbouwing, door=h.beller.wie, op=h.nu),
        controle=None,
    )

"""Draag een klant over: the three-way talk with which a klant goes to the next consulent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.groepswisseling.toets import GEVOLGEN
from app.domain.basisdienstverlening.proces.wisseling import (
    Groepswisseling,
    Wisseloverdracht,
    Wisselstap,
    Wisseltoestand,
    eis_wisselstap,
)
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst, Persoon
from app.services.handeling import Handeling
from app.services.termijnbeheer import doe_af


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweOverdracht:
    """A three-way talk that was held."""

    op: date
    """De dag van het gesprek; niet in de toekomst en niet voor de beoordeelde indeling."""
    naar_medewerker: Persoon
    """De nieuwe consulent, zoals tokens die noemen."""
    verslag: LangeTekst
    """Wat is besproken."""


async def draag_klant_over(h: Handeling, wisseling_id: UUID, gesprek: NieuweOverdracht) -> Groepswisseling:
    """Record the warm handover after a change of group.

    Raises NietGevonden, what If-Match asks, StapNietToegestaan before the change, and OngeldigeInvoer.
    """
    wisseling = await h.open(Groepswisseling, wisseling_id)
    eis_wisselstap(Wisselstap.OVERDRACHT, wisseling.toestand)
    eis(gesprek.op <= h.vandaag, "op", "toekomst", "Het gesprek ligt in de toekomst.")
    eerder = "Het gesprek ligt voor de eerste dag in de groep die de klant verlaat."
    eis(gesprek.op >= wisseling.feiten.in_groep_sinds, "op", "voor-indeling", eerder)
    overdracht = Wisseloverdracht(
        op=gesprek.op, naar_medewerker=gesprek.naar_medewerker, verslag=gesprek.verslag, door=h.beller.wie
    )
    overgedragen = h.volgende(wisseling, toestand=Wisseltoestand.OVERGEDRAGEN, overdracht=overdracht)
    h.bewaar(overgedragen, "groepswisseling.overgedragen", grond=GEVOLGEN.id)
    await doe_af(h, wisseling.id, [Termijnsoort.WARME_OVERDRACHT], gesprek.op)
    return overgedragen

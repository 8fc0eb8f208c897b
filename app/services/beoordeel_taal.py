"""Beoordeel de taal: in the ambitiegesprek the intaker checks level 1F; unclear means a language test."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.gespreksafronding import TAALEIS, controleer_taal
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Taalbeoordeling, Taalniveau
from app.domain.soorten import LangeTekst
from app.services.gespreksvoorbereiding import open_gesprek
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweTaalbeoordeling:
    """What the talk shows of the klant's Dutch."""

    niveau: Taalniveau
    """Of de klant niveau 1F heeft."""
    toets_aangemeld: bool
    """De klant is aangemeld voor een taaltoets; nodig als het niveau onduidelijk is."""
    toelichting: LangeTekst
    """Waaruit het blijkt."""


async def beoordeel_taal(h: Handeling, gesprek_id: UUID, nieuw: NieuweTaalbeoordeling) -> Ambitiegesprek:
    """Record the check of level 1F; a later one takes the place of an earlier one.

    Raises NietGevonden, StapNietToegestaan, OngeldigeInvoer and what If-Match asks.
    """
    gesprek, _ = await open_gesprek(h, gesprek_id)
    controleer_taal(nieuw.niveau, toets_aangemeld=nieuw.toets_aangemeld)
    taal = Taalbeoordeling(
        niveau=nieuw.niveau,
        toets_aangemeld=nieuw.toets_aangemeld,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    beoordeeld = h.volgende(gesprek, taal=taal)
    h.bewaar(beoordeeld, "taal.beoordeeld", grond=TAALEIS.id)
    return beoordeeld

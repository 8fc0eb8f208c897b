"""What an ambitiegesprek must have settled before it is over (IOM PB §2.2.3, §2.3.1, §9)."""

from collections.abc import Iterator

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekUitkomst
from app.domain.basisdienstverlening.leefgebieden import Leefgebieden
from app.domain.basisdienstverlening.proces.ambitiegesprek import Studieplichtbesluit, Taalbeoordeling, Taalniveau
from app.domain.besluit import Regel
from app.domain.fouten import Veldfout, eis

TAALEIS = Regel("iom.ambitie.taaleis", "IOM PB", "§9")
"""The talk checks level 1F: when that stays unclear, the klant is signed up for a language test."""


def controleer_taal(niveau: Taalniveau, *, toets_aangemeld: bool) -> None:
    """Raise OngeldigeInvoer when the level is unclear and the klant was not signed up for a language test."""
    uitleg = "Is het niveau onduidelijk, dan wordt de klant aangemeld voor een taaltoets."
    eis(niveau is not Taalniveau.ONDUIDELIJK or toets_aangemeld, "toets_aangemeld", "taaltoets-nodig", uitleg)


def onafgerond(
    uitkomst: AmbitiegesprekUitkomst,
    leefgebieden: Leefgebieden,
    taal: Taalbeoordeling | None,
    studieplicht: Studieplichtbesluit | None,
) -> Iterator[Veldfout]:
    """Name everything that the talk still has to settle; not discussed is never the same as no problem."""
    for gebied in leefgebieden.onbesproken:
        yield Veldfout(f"leefgebieden.{gebied}", "niet-besproken", "Dit leefgebied is nog niet besproken.")
    if taal is None:
        yield Veldfout("taal", "niet-beoordeeld", "Het taalniveau is nog niet beoordeeld.")
    if uitkomst.studieplicht_beoordelen and studieplicht is None:
        yield Veldfout("studieplicht", "niet-besloten", "Over studieplicht is nog niet besloten.")

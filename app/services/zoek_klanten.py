"""Zoek klanten: by BSN, or by family name and birth date together; never by less."""

from dataclasses import dataclass
from datetime import date

from app.domain.dossier.klant import Klant
from app.domain.fouten import OngeldigeInvoer, Veldfout
from app.domain.soorten import Bsn, KorteTekst
from app.services.poorten import Lezer


@dataclass(frozen=True, slots=True, kw_only=True)
class Klantzoekvraag:
    """Search by BSN, or by family name and birth date."""

    bsn: Bsn | None = None
    """Burgerservicenummer; dan zonder de andere velden."""
    geslachtsnaam: KorteTekst | None = None
    """Geslachtsnaam zonder voorvoegsel; hoofdletters en accenten maken niet uit."""
    geboortedatum: date | None = None
    """Geboortedatum; samen met de geslachtsnaam."""


async def zoek_klanten(lezer: Lezer, vraag: Klantzoekvraag) -> tuple[Klant, ...]:
    """Find at most 50 klanten; raises OngeldigeInvoer for too few fields, or for both ways at once."""
    if vraag.bsn and not (vraag.geslachtsnaam or vraag.geboortedatum):
        klant = await lezer.klant_met_bsn(vraag.bsn)
        return (klant,) if klant else ()
    if vraag.bsn or not vraag.geslachtsnaam or not vraag.geboortedatum:
        detail = "Geef het burgerservicenummer, of de geslachtsnaam en de geboortedatum."
        raise OngeldigeInvoer([Veldfout("bsn", "zoekvelden", detail)])
    return await lezer.klanten_met_naam(vraag.geslachtsnaam, vraag.geboortedatum)

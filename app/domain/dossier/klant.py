"""The klant: one natural person. Partners are separate klanten. The BSN is not here: it stands in one place."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import MaxLen, MinLen

from app.domain.dossier.adressituatie import Adressituatie
from app.domain.dossier.stuk import Stuk
from app.domain.fouten import eis
from app.domain.soorten import Afgeschermd, Bsn, Emailadres, KorteTekst, Postcode, Telefoonnummer

Huisnummer = Annotated[str, MinLen(1), MaxLen(20)]
WOONGEGEVENS = Afgeschermd("woongegevens")
"""Where someone lives is not for the BAD, which sees finances and how to reach the klant."""


@dataclass(frozen=True, kw_only=True)
class Persoonsgegevens:
    """Who the klant is and how the klant is reached."""

    voornamen: KorteTekst
    """Alle voornamen of voorletters."""
    voorvoegsel: KorteTekst | None = None
    """Voorvoegsel van de geslachtsnaam."""
    geslachtsnaam: KorteTekst
    """Geslachtsnaam zonder voorvoegsel."""
    geboortedatum: date
    """Geboortedatum; niet in de toekomst."""
    verblijf: Annotated[Adressituatie, WOONGEGEVENS] = Adressituatie.VAST
    """Of de klant een vast adres heeft."""
    straatnaam: Annotated[KorteTekst | None, WOONGEGEVENS] = None
    """Straat van het adres."""
    huisnummer: Annotated[Huisnummer | None, WOONGEGEVENS] = None
    """Huisnummer met letter en toevoeging."""
    postcode: Annotated[Postcode | None, WOONGEGEVENS] = None
    """Postcode, zonder spatie."""
    woonplaats: Annotated[KorteTekst | None, WOONGEGEVENS] = None
    """Woonplaats."""
    herkomstgemeente: Annotated[KorteTekst | None, WOONGEGEVENS] = None
    """Gemeente waar de klant vandaan komt, als dat een andere is."""
    email: Emailadres | None = None
    """E-mailadres voor bevestigingen."""
    telefoon: Telefoonnummer | None = None
    """Telefoonnummer voor bellen en sms, met alleen cijfers en eventueel een plus vooraan."""


@dataclass(frozen=True, kw_only=True)
class NieuweKlant(Persoonsgegevens):
    """A klant as first recorded."""

    bsn: Bsn
    """Burgerservicenummer; wordt versleuteld bewaard en nergens anders getoond."""


@dataclass(frozen=True, kw_only=True)
class Klant(Stuk, Persoonsgegevens):
    """The klant as recorded."""


def volledige_naam(voornamen: str, voorvoegsel: str | None, geslachtsnaam: str) -> str:
    """Write a name in one line."""
    return " ".join(deel for deel in (voornamen, voorvoegsel, geslachtsnaam) if deel)


def controleer_klant(gegevens: Persoonsgegevens, vandaag: date) -> None:
    """Raise OngeldigeInvoer for a birth date in the future."""
    eis(gegevens.geboortedatum <= vandaag, "geboortedatum", "toekomst", "De geboortedatum ligt in de toekomst.")

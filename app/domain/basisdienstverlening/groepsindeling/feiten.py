"""What a groepsindeling rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingOpgave:
    """What the consulent establishes in the ambitiegesprek; the dossier knows the rest."""

    maanden_tot_werk: Annotated[int, Ge(0), Le(600)] | None
    """Verwachte maanden tot betaald werk; null: geen uitzicht op werk."""
    participatie: Participatie
    """Of de klant deelneemt aan de samenleving, dat wil, niet kan of niet wil."""
    wajong_afgewezen: bool
    """UWV heeft een Wajong-aanvraag afgewezen."""
    structureel_parttime: bool
    """Werkt door omstandigheden blijvend in deeltijd; ook Wsw, beschut werk en loonkostensubsidie."""
    alleenstaande_ouder_zorgplicht: bool
    """Alleenstaande ouder die een beroep doet op de zorgplicht."""
    voorkeur_klant: Klantgroep | None = None
    """De groep die de klant zelf wil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingFeiten(GroepsindelingOpgave):
    """What the placing rests on, as established in the ambitiegesprek."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de peildatum."""
    statushouder: bool
    """Heeft een verblijfsvergunning asiel."""
    dak_of_thuisloos: bool
    """Heeft geen vast adres."""
    ex_detentie: bool
    """Komt rechtstreeks uit detentie."""
    vso_pro: bool
    """Komt van het voortgezet speciaal onderwijs of het praktijkonderwijs."""

    def werkt_binnen(self, maanden: int) -> bool:
        """Whether paid work is expected within this many months; never where there is no prospect of work."""
        return self.maanden_tot_werk is not None and self.maanden_tot_werk <= maanden

"""An appointment of a klant with an employee."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.dossier.stuk import Dossierstuk
from app.domain.soorten import KorteTekst, LangeTekst, Persoon


class Afspraaksoort(StrEnum):
    """What the appointment is for."""

    SCREENINGSGESPREK = "screeningsgesprek"
    AMBITIEGESPREK = "ambitiegesprek"
    INKOMENSAFSPRAAK = "inkomensafspraak"
    OVERDRACHT = "overdracht"


class Afspraakwijze(StrEnum):
    """How people meet."""

    FYSIEK = "fysiek"
    DIGITAAL = "digitaal"
    TELEFONISCH = "telefonisch"


class Afspraaktoestand(StrEnum):
    """Where the appointment stands."""

    GEPLAND = "gepland"
    GEANNULEERD = "geannuleerd"
    VERSCHENEN = "verschenen"
    NIET_VERSCHENEN = "niet_verschenen"


@dataclass(frozen=True, kw_only=True)
class Afspraak(Dossierstuk):
    """On one moment a klant has one appointment, and so has an employee."""

    melding_id: UUID
    """De melding waarvoor de afspraak is."""
    soort: Afspraaksoort
    """Waarvoor de afspraak is."""
    begin: datetime
    """Wanneer de afspraak begint."""
    eind: datetime
    """Wanneer de afspraak eindigt."""
    wijze: Afspraakwijze
    """Hoe men elkaar spreekt."""
    locatie: KorteTekst | None
    """Waar de afspraak is."""
    medewerker: Persoon
    """Met wie, zoals tokens die noemen."""
    beveiligd: bool
    """Op een beveiligde plaats, met beveiliging."""
    toestand: Afspraaktoestand
    """Gepland, geannuleerd, verschenen of niet verschenen."""
    verplaatsingen: int
    """Hoe vaak de afspraak is verplaatst."""
    reden: LangeTekst | None
    """Waarom verplaatst, geannuleerd of niet verschenen."""

"""An appointment of a klant with an employee."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.dossier.stuk import Dossierstuk
from app.domain.fouten import StapNietToegestaan, eis
from app.domain.soorten import KorteTekst, LangeTekst, Persoon
from app.domain.tijd import dag_in_nederland


class Afspraaksoort(StrEnum):
    """What the appointment is for."""

    SCREENINGSGESPREK = "screeningsgesprek"
    AMBITIEGESPREK = "ambitiegesprek"
    INKOMENSAFSPRAAK = "inkomensafspraak"
    OVERDRACHT = "overdracht"


class Afspraakwijze(StrEnum):
    """How people meet. By phone too, which the rules of the ambitiegesprek do not know: theirs is `Wijze`."""

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


class Afspraakstap(StrEnum):
    """What can be done with a planned appointment."""

    VERPLAATSING = "verplaatsing"
    ANNULERING = "annulering"
    OPKOMST = "opkomst"


def eis_afspraakstap(stap: Afspraakstap, afspraak: Afspraak, nu: datetime) -> None:
    """Raise StapNietToegestaan unless it is planned still; whether the klant came is known from its begin on."""
    mogelijk: tuple[Afspraakstap, ...] = ()
    if afspraak.toestand is Afspraaktoestand.GEPLAND:
        begonnen = nu >= afspraak.begin
        mogelijk = tuple(s for s in Afspraakstap if begonnen or s is not Afspraakstap.OPKOMST)
    if stap not in mogelijk:
        raise StapNietToegestaan(stap.value.capitalize(), afspraak.toestand, mogelijk)


def eis_begin(begin: datetime, nu: datetime) -> None:
    """Raise OngeldigeInvoer for an appointment in the past."""
    eis(begin >= nu, "begin", "verleden", "De afspraak begint in het verleden.")


def eis_tijden(begin: datetime, eind: datetime, nu: datetime) -> None:
    """Raise OngeldigeInvoer for an appointment in the past, one that ends before it begins, or one over midnight."""
    eis_begin(begin, nu)
    eis(eind > begin, "eind", "voor-begin", "De afspraak eindigt voordat zij begint.")
    dezelfde = dag_in_nederland(begin, pad="begin") == dag_in_nederland(eind, pad="eind")
    eis(dezelfde, "eind", "andere-dag", "De afspraak eindigt op een andere dag dan zij begint.")

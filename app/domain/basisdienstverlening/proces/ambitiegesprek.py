"""An ambitiegesprek as it is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekFeiten, AmbitiegesprekUitkomst
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden, Waarnemingen
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Dossierstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.domain.tijd import dag_in_nederland


class Gesprektoestand(StrEnum):
    """Where the talk stands."""

    BEGONNEN = "begonnen"
    AFGEROND = "afgerond"


class Taalniveau(StrEnum):
    """What the talk shows of level 1F."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet_niet"
    ONDUIDELIJK = "onduidelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taalbeoordeling:
    """The check of level 1F; unclear means: signed up for a language test."""

    niveau: Taalniveau
    """Of de klant niveau 1F heeft."""
    toets_aangemeld: bool
    """De klant is aangemeld voor een taaltoets."""
    toelichting: LangeTekst
    """Waaruit het blijkt."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studieplichtbesluit:
    """The decision on studieplicht of someone under 27 without startkwalificatie."""

    studieplichtig: bool
    """De klant moet naar school."""
    reden: LangeTekst
    """Waarom wel of niet."""
    door: str
    """Wie het besloot."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, kw_only=True)
class Ambitiegesprek(Dossierstuk):
    """The broad intake of one klant."""

    melding_id: UUID
    """De melding waarvoor het gesprek is."""
    toestand: Gesprektoestand
    """Begonnen of afgerond."""
    feiten: AmbitiegesprekFeiten
    """Wat vooraf bekend is."""
    uitkomst: AmbitiegesprekUitkomst
    """Voorbereiding en duur volgens de regels."""
    diagnose_ingevuld_op: date | None = None
    """De dag waarop de klant Dariuz invulde; null als die dag niet bekend is."""
    leefgebieden: Leefgebieden
    """Wat per leefgebied is besproken."""
    themas: Gespreksthemas
    """Wat per ander thema is besproken."""
    waarnemingen: Waarnemingen | None
    """Wat de intaker opmerkte; vermoedens, geen feiten."""
    voorkeur_klant: Klantgroep | None
    """De groep die de klant zelf wil."""
    taal: Taalbeoordeling | None
    """De beoordeling van het taalniveau."""
    studieplicht: Studieplichtbesluit | None
    """Het besluit over studieplicht."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop de uitkomst berust."""

    @property
    def gespreksdag(self) -> date:
        """The day of the talk in the Netherlands."""
        return dag_in_nederland(self.feiten.gesprek_op, pad="gesprek_op")

    @property
    def diagnose_gedaan_op(self) -> date | None:
        """The day on which Dariuz was filled in, None when nobody knows it; who did not, has the form in the talk."""
        return self.diagnose_ingevuld_op if self.feiten.diagnose_ingevuld else self.gespreksdag


def eis_ingevuld_op(gesprek: Ambitiegesprek, vandaag: date) -> None:
    """Raise OngeldigeInvoer for a day of filling in Dariuz that was not filled in, or not yet, or after the talk."""
    op, pad = gesprek.diagnose_ingevuld_op, "diagnose_ingevuld_op"
    if op is None:
        return
    eis(gesprek.feiten.diagnose_ingevuld, pad, "niet-ingevuld", "Volgens opgave is Dariuz niet ingevuld.")
    eis(op <= vandaag, pad, "toekomst", "Deze dag ligt in de toekomst.")
    eis(op <= gesprek.gespreksdag, pad, "na-gesprek", "Deze dag ligt na het gesprek.")

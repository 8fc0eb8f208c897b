"""An ambitiegesprek as it is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekFeiten, AmbitiegesprekUitkomst
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden, Waarnemingen
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Dossierstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import Afgeschermd, LangeTekst
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
    leefgebieden: Leefgebieden
    """Wat per leefgebied is besproken."""
    themas: Gespreksthemas
    """Wat per ander thema is besproken."""
    waarnemingen: Annotated[Waarnemingen | None, Afgeschermd("waarnemingen")]
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

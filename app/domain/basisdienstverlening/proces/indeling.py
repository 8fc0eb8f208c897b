"""A placing as it is kept: (indelingsschema, klasse), so that other municipalities' teams or profiles fit too."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.groepsindeling import GroepsindelingFeiten, GroepsindelingUitkomst
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import Overdracht
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Dossierstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import LangeTekst

KLANTGROEPEN = "klantgroepen"


@dataclass(frozen=True, kw_only=True)
class Groepsindeling(Dossierstuk):
    """In which group a klant is, from when until when; on one day one group."""

    melding_id: UUID | None
    """De melding waarop de indeling volgde; null na een wisseling."""
    wisseling_id: UUID | None
    """De wisseling waaruit de indeling volgde; null na een melding."""
    indelingsschema: str
    """Het indelingsschema van de gemeente."""
    klasse: Klantgroep
    """De gekozen groep."""
    advies: Klantgroep
    """De groep die de regels adviseerden."""
    afwijking_reden: LangeTekst | None
    """Waarom anders is gekozen dan geadviseerd; verplicht bij een afwijking."""
    voorkeur_klant: Klantgroep | None
    """De groep die de klant zelf wil."""
    verschil_van_mening: bool
    """De klant wil een andere groep dan gekozen is."""
    verschil_toelichting: LangeTekst | None
    """Wat de klant van de indeling vindt, voor wie het dossier later leest."""
    geldig_van: date
    """Eerste dag in de groep."""
    geldig_tot: date | None
    """Laatste dag in de groep; null: nu."""
    kick_off: bool
    """De klant wordt uitgenodigd voor de kick-off van de gekozen groep."""
    feiten: GroepsindelingFeiten | None
    """Waarop het advies berust; null na een wisseling."""
    uitkomst: GroepsindelingUitkomst | None
    """Het volledige advies; null na een wisseling."""
    overdracht: Overdracht | None
    """Hoe de klant wordt overgedragen; null na een wisseling."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop het advies berust."""

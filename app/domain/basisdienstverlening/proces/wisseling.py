"""A change of group as it is kept: assessed, then decided by a person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.uitkomst import GroepswisselingUitkomst
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Dossierstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.fouten import StapNietToegestaan
from app.domain.soorten import LangeTekst


class Wisseltoestand(StrEnum):
    """Where the change stands."""

    BEOORDEELD = "beoordeeld"
    GEBLEVEN = "gebleven"
    VERLENGD = "verlengd"
    GEWISSELD = "gewisseld"
    OVERGEDRAGEN = "overgedragen"
    VERVALLEN = "vervallen"


class Wisselstap(StrEnum):
    """The steps of a change."""

    BESLUIT = "besluit"
    OVERDRACHT = "overdracht"


_STAPPEN: dict[Wisseltoestand, tuple[Wisselstap, ...]] = {
    Wisseltoestand.BEOORDEELD: (Wisselstap.BESLUIT,),
    Wisseltoestand.GEWISSELD: (Wisselstap.OVERDRACHT,),
}


def eis_wisselstap(stap: Wisselstap, toestand: Wisseltoestand) -> None:
    """Raise StapNietToegestaan, with what is allowed now, for a step out of order."""
    mogelijk = _STAPPEN.get(toestand, ())
    if stap not in mogelijk:
        raise StapNietToegestaan(stap.capitalize(), toestand, mogelijk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisselbesluit:
    """What the consulent decided."""

    naar: Klantgroep | None
    """De nieuwe groep; null: de klant blijft."""
    reden: LangeTekst
    """Waarom; ook als het advies wordt gevolgd."""
    afwijkend: bool
    """Anders dan het advies."""
    door: str
    """Wie het besloot."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisseloverdracht:
    """The three-way talk with which a klant goes to the next consulent."""

    op: date
    """De dag van het gesprek."""
    naar_medewerker: str
    """De nieuwe consulent."""
    verslag: LangeTekst
    """Wat is besproken."""
    door: str
    """Wie het vastlegde."""


@dataclass(frozen=True, kw_only=True)
class Groepswisseling(Dossierstuk):
    """The assessment of a change of group, and what was decided on it."""

    indeling_id: UUID
    """De indeling die wordt beoordeeld."""
    toestand: Wisseltoestand
    """Beoordeeld, gebleven, verlengd, gewisseld, overgedragen, of vervallen doordat de indeling eerder eindigde."""
    feiten: GroepswisselingFeiten
    """Waarop het advies berust."""
    uitkomst: GroepswisselingUitkomst
    """Het advies volgens de regels."""
    besluit: Wisselbesluit | None
    """Wat de consulent besloot."""
    verlengd_tot: date | None
    """De laatste dag van de gegeven verlenging."""
    nieuwe_indeling_id: UUID | None
    """De indeling die uit de wisseling volgde."""
    overdracht: Wisseloverdracht | None
    """De warme overdracht."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop het advies berust."""

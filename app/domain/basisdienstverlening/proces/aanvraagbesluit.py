"""What is decided on an application: proposed, checked by another, sent."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.soorten import LangeTekst


class Aanvraagbesluit(StrEnum):
    """What can be decided."""

    TOEKENNEN = "toekennen"
    AFWIJZEN = "afwijzen"
    BUITEN_BEHANDELING = "buiten_behandeling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitvoorstel:
    """The proposal of the inkomensconsulent."""

    besluit: Aanvraagbesluit
    """Wat wordt voorgesteld."""
    onderbouwing: LangeTekst
    """Waarom."""
    door: str
    """Wie het voorstelde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitcontrole:
    """The check by a fiatteur who is not the proposer."""

    akkoord: bool
    """De fiatteur is het eens."""
    toelichting: LangeTekst | None
    """Waarom niet, of wat opvalt."""
    door: str
    """Wie controleerde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzending:
    """The beschikking was sent: from then on there is a decision."""

    besluit: Aanvraagbesluit
    """Wat is besloten."""
    verzonden_op: date
    """De dag van verzending."""
    door: str
    """Wie de verzending vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

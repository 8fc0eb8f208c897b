"""What was ordered: the Opdracht to draw up a plan, and the Inkooporder itself (UWV §4.1, §4.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.soorten import LangeTekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """The Opdracht to draw up a re-integratieplan."""

    opdracht_op: date
    """De dagtekening; bepaalt de versie van de eisen."""
    door: str
    """Wie haar verstrekte."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inkoop:
    """The Inkooporder with its beschikking to the client, as it now holds."""

    inkooporder_op: date
    """De dagtekening van de Inkooporder."""
    beschikking_op: date
    """De dag van de beschikking aan de cliënt."""
    uren: int | None
    """Geaccordeerde begeleidingsuren; leeg bij een vaste prijs."""
    doorlooptijd_maanden: int
    """De maximale individuele doorlooptijd."""
    door: str
    """Wie haar verstrekte."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervallenverklaring:
    """Why no order came of it."""

    vervallen_op: date
    """Vanaf welke dag."""
    reden: LangeTekst
    """Waarom."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

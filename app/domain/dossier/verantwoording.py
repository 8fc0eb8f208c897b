"""The receipt of a stored decision: with the facts beside it, it reproduces the decision."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.beleid import Peil
from app.domain.parameter import Inhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Parametergebruik:
    """A parameter as it was used."""

    parameter: str
    """Id van de parameter."""
    waarde: str
    """De gebruikte waarde, als tekst."""
    vanaf: date
    """De dag vanaf wanneer die waarde geldt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verantwoording:
    """What the decision rested on, who took it and when."""

    toets: str
    """De regelset die is toegepast."""
    beleid: str
    """De beleidsset."""
    peildatum: date
    """De dag waarop is beoordeeld."""
    parameters: tuple[Parametergebruik, ...]
    """Elke waarde die is geraadpleegd."""
    softwareversie: str
    """Versie van Trede."""
    door: str
    """Wie het heeft vastgelegd."""
    op: datetime
    """Wanneer het is vastgelegd."""


def gebruik(peil: Peil) -> tuple[Parametergebruik, ...]:
    """Every value that a decision asked for, as its receipt keeps it."""
    return tuple(
        Parametergebruik(parameter=w.parameter, waarde=als_tekst(w.inhoud), vanaf=w.vanaf) for w in peil.geraadpleegd
    )


def als_tekst(inhoud: Inhoud) -> str:
    """A parameter's value as text."""
    return ", ".join(str(deel) for deel in inhoud) if isinstance(inhoud, tuple) else str(inhoud)

"""A toets: a rule set as a pure function of policy, day and facts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from app.domain.beleid import Peil
from app.domain.besluit import Besluit

Feiten = TypeVar("Feiten")
Uitkomst = TypeVar("Uitkomst")


def _peildatum(_feiten: Any, peildatum: date) -> date:
    return peildatum


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets(Generic[Feiten, Uitkomst]):
    """A rule set that can be asked without storing anything, and that the stored process uses as well."""

    naam: str
    """The name in the API: kebab-case."""
    thema: str
    """The theme of the catalogue; a deployment maps theme and day to a policy set."""
    omschrijving: str
    """What it decides, in one Dutch sentence."""
    feiten: type[Feiten]
    uitkomst: type[Uitkomst]
    beoordeel: Callable[[Peil, Feiten], Besluit[Uitkomst]]
    beleidsdag: Callable[[Feiten, date], date] = _peildatum
    """The day whose policy decides, of the facts and the peildatum: an order keeps the version of its own day."""
    voorbeeld: dict[str, Any]
    """Facts as a client would send them: JSON names and values."""
    voorbeeld_peildatum: str = "2021-06-15"
    """The peildatum of the example: a day for which the policy holds what the rules ask."""

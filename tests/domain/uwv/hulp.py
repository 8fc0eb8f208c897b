"""What the tests of the UWV rules share."""

from typing import Any

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from tests.domain import peilen


def uwv(dag: str = "2025-09-08") -> Peil:
    """Version 7.1, the only one whose figures are held."""
    return peilen.peil(dag, "uwv-7.1")


def regels(besluit: Besluit[Any]) -> list[str]:
    """The ids of the applied rules, in order."""
    return [grond.regel for grond in besluit.motivering]

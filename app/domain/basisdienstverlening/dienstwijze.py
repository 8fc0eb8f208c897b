"""The service mode: a dated parameter of the policy set, not a fact of a klant (IOM PB §2.4)."""

from enum import StrEnum

from app.domain.beleid import Peil
from app.domain.parameter import Waarde


class Dienstwijze(StrEnum):
    """How the municipality serves its residents."""

    NORMAAL = "normaal"
    CORONA = "corona"


def dienstwijze(peil: Peil) -> tuple[Dienstwijze, Waarde]:
    """The mode on the peildatum, and the value that says so; ValueError when the policy names another mode."""
    waarde = peil["dienstverlening"]
    return Dienstwijze(waarde.tekst), waarde

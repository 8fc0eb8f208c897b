"""The outcome of a groepsindeling, and what one rule says before it is made up."""

from dataclasses import dataclass

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.besluit import Grond


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingUitkomst:
    """The advised group; people decide."""

    groep: Klantgroep
    """De klantgroep die de regels adviseren."""
    zonder_uitstroombestemming: bool
    """Groeien zonder doel om uit te stromen."""
    verschil_van_mening: bool
    """De klant wil een andere groep."""
    kick_off: bool
    """De klant wordt uitgenodigd voor de kick-off van de groep."""


Plaatsing = tuple[Klantgroep, Grond]
"""The group that a rule gives, and why."""

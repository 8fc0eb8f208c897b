"""What every decision is made of: an outcome, and each rule that decided something, with its source."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.parameter import Waarde

Uitkomst = TypeVar("Uitkomst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """One applied rule, as a consulent pastes it into a report."""

    regel: str
    """Het vaste id van de regel in de catalogus."""
    bron: str
    """Het document waarin de regel staat."""
    vindplaats: str
    """De plaats in dat document."""
    tekst: str
    """Wat de regel hier besliste, in één volledige zin."""
    keuze: bool
    """Waar de bron zwijgt of zichzelf tegenspreekt, of de waarde niet aan de wet is getoetst: een keuze van Trede."""


Motivering = tuple[Grond, ...]


@dataclass(frozen=True, slots=True)
class Besluit(Generic[Uitkomst]):
    """A decision is a value: the outcome and its reasons in the order of application (Awb 3:46)."""

    uitkomst: Uitkomst
    motivering: Motivering


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule of the catalogue: its id, its source, and whether it rests on a choice of this project."""

    id: str
    bron: str
    vindplaats: str
    keuze: bool = False

    def grond(self, tekst: str, *waarden: Waarde, keuze: bool = False) -> Grond:
        """State what this rule decided; a value that is provisional or unchecked makes it a choice."""
        gekozen = self.keuze or keuze or any(waarde.onzeker for waarde in waarden)
        return Grond(regel=self.id, bron=self.bron, vindplaats=self.vindplaats, tekst=tekst, keuze=gekozen)

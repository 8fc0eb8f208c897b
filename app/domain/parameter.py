"""A dated parameter: its values, from when until when each holds, and its source.

It holds from its day until the next or until its end. Asked for a day without a value it raises, never the nearest
value. After `gecontroleerd_tot` it still answers, marked as uncertain.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.fouten import ParameterOntbreekt

Inhoud = int | Decimal | str | tuple[str, ...] | tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """One value of a parameter and the days on which it holds; without `inhoud` it is a named gap."""

    vanaf: date
    tot_en_met: date | None = None
    inhoud: Inhoud | None = None
    voorlopig: bool = False
    """Not confirmed by who decides on it: usable, and marked everywhere."""
    toelichting: str = ""

    def geldt_op(self, dag: date) -> bool:
        """Whether this period covers the day; both ends included."""
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number, amount, text or list that a council, a minister or UWV can change."""

    id: str
    omschrijving: str
    soort: str
    eenheid: str
    bron: str
    vindplaats: str
    gecontroleerd_tot: date | None
    """The last day until which the value was checked against the law; None where no statute stands behind it."""
    perioden: tuple[Periode, ...]
    """Ordered by day, without overlap."""

    def op(self, dag: date) -> "Waarde":
        """The value on a day; raises ParameterOntbreekt where none is held."""
        waarde = self._waarde_op(dag)
        if waarde is None:
            raise ParameterOntbreekt(self.id, dag, _waarom_niet(self._begonnen_op(dag), dag))
        return waarde

    def heeft_waarde(self, dag: date) -> bool:
        """Whether a value is held for a day."""
        return self._waarde_op(dag) is not None

    def _waarde_op(self, dag: date) -> "Waarde | None":
        periode = self._begonnen_op(dag)
        if periode is None or periode.inhoud is None or not periode.geldt_op(dag):
            return None
        ongetoetst = self.gecontroleerd_tot is not None and dag > self.gecontroleerd_tot
        return Waarde(self.id, periode.inhoud, periode.vanaf, ongetoetst or periode.voorlopig)

    def _begonnen_op(self, dag: date) -> Periode | None:
        for periode in reversed(self.perioden):
            if periode.vanaf <= dag:
                return periode
        return None


def _waarom_niet(periode: Periode | None, dag: date) -> str:
    if periode is None:
        return ""
    if not periode.geldt_op(dag) and periode.tot_en_met is not None:
        return f" De laatste waarde gold tot en met {periode.tot_en_met.isoformat()}."
    return f" {periode.toelichting}".rstrip()


@dataclass(frozen=True, slots=True)
class Waarde:
    """A parameter's value on one day, with what a receipt keeps of it."""

    parameter: str
    inhoud: Inhoud
    vanaf: date
    onzeker: bool
    """Provisional, or past the day until which it was checked."""

    @property
    def getal(self) -> int:
        """The value as a whole number; TypeError when the policy file holds another kind."""
        if not isinstance(self.inhoud, int):
            raise TypeError(f"{self.parameter} is geen geheel getal")
        return self.inhoud

    @property
    def bedrag(self) -> Decimal:
        """The value as an amount or percentage; TypeError when the policy file holds another kind."""
        if not isinstance(self.inhoud, Decimal):
            raise TypeError(f"{self.parameter} is geen bedrag")
        return self.inhoud

    @property
    def tekst(self) -> str:
        """The value as one word; TypeError when the policy file holds another kind."""
        if not isinstance(self.inhoud, str):
            raise TypeError(f"{self.parameter} is geen tekst")
        return self.inhoud

    @property
    def namen(self) -> tuple[str, ...]:
        """The value as a list of words; TypeError when the policy file holds another kind."""
        if not isinstance(self.inhoud, tuple) or any(isinstance(deel, date) for deel in self.inhoud):
            raise TypeError(f"{self.parameter} is geen lijst van namen")
        return tuple(str(naam) for naam in self.inhoud)

    @property
    def dagen(self) -> frozenset[date]:
        """The value as a set of days; TypeError when the policy file holds another kind."""
        if not isinstance(self.inhoud, tuple) or any(isinstance(deel, str) for deel in self.inhoud):
            raise TypeError(f"{self.parameter} is geen lijst van dagen")
        return frozenset(dag for dag in self.inhoud if isinstance(dag, date))

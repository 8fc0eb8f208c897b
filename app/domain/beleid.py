"""Policy: a set of dated parameters, and that set on one day, which remembers what was asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.fouten import ParameterOntbreekt
from app.domain.parameter import Parameter, Waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsset:
    """A policy set with everything it includes: what a municipality decides by."""

    id: str
    titel: str
    omschrijving: str
    omvat: tuple[str, ...]
    """Ids of the sets that this one includes, nearest first."""
    parameters: Mapping[str, Parameter]
    """Own and included parameters by id; an own one stands before an included one."""

    def op(self, peildatum: date) -> "Peil":
        """The set as it stands on one day, ready to be asked."""
        return Peil(self, peildatum)


@dataclass(slots=True)
class Peil:
    """A policy set on one day. It remembers what was asked of it, so that a receipt cannot forget a value."""

    beleid: Beleidsset
    peildatum: date
    _geraadpleegd: dict[str, Waarde] = field(default_factory=dict)

    def __getitem__(self, parameter: str) -> Waarde:
        """The value of a parameter on this day; raises ParameterOntbreekt."""
        bekend = self._geraadpleegd.get(parameter)
        if bekend is None:
            bekend = self._zoek(parameter)
            self._geraadpleegd[parameter] = bekend
        return bekend

    def __contains__(self, parameter: str) -> bool:
        """Whether a value is held on this day; asking this is no use of it."""
        gevonden = self.beleid.parameters.get(parameter)
        return gevonden is not None and gevonden.heeft_waarde(self.peildatum)

    def _zoek(self, parameter: str) -> Waarde:
        gevonden = self.beleid.parameters.get(parameter)
        if gevonden is None:
            raise ParameterOntbreekt(parameter, self.peildatum, f" Beleid {self.beleid.id} kent haar niet.")
        return gevonden.op(self.peildatum)

    @property
    def geraadpleegd(self) -> tuple[Waarde, ...]:
        """Every value that was asked so far, in order."""
        return tuple(self._geraadpleegd.values())

"""Which policy set answers for a theme on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from app.beleid.fouten import BeleidOngeldig, Beleidsfout
from app.domain.beleid import Beleidsset
from app.domain.fouten import BeleidOnbekend
from app.domain.soorten import EERSTE_DAG

Themabeleid = Mapping[str, Iterable[tuple[date, str]]]
"""Per theme: the day from which a set answers, and its id."""

STANDAARD: Themabeleid = MappingProxyType(
    {
        "basisdienstverlening": ((EERSTE_DAG, "deventer-2021"),),
        "termijnen": ((EERSTE_DAG, "deventer-2021"),),
        "uwv": (
            (EERSTE_DAG, "uwv"),
            (date(2016, 7, 1), "uwv-1.1"),
            (date(2017, 10, 1), "uwv-2.0"),
            (date(2018, 3, 1), "uwv-3.0"),
            (date(2019, 5, 1), "uwv-4.0"),
            (date(2019, 6, 1), "uwv-4.1"),
            (date(2020, 7, 1), "uwv-5.0"),
            (date(2021, 4, 1), "uwv-6.0"),
            (date(2023, 1, 1), "uwv-6.1"),
            (date(2023, 4, 1), "uwv-6.2"),
            (date(2025, 1, 1), "uwv-7.1"),
        ),
    }
)
"""From the first day on: a day before the policy began is answered by the parameter that misses, by name."""


class Beleidsboek:
    """The loaded policy sets and which of them answers for a theme on a day."""

    __slots__ = ("_per_thema", "_sets")

    def __init__(self, sets: Mapping[str, Beleidsset], per_thema: Themabeleid = STANDAARD) -> None:
        """Raises BeleidOnbekend for an assigned set that is not loaded, BeleidOngeldig for a day assigned twice."""
        self._sets = dict(sorted(sets.items()))
        self._per_thema = {thema: _geordend(thema, regels) for thema, regels in per_thema.items()}
        for regels in self._per_thema.values():
            for _, beleid in regels:
                self.set(beleid)

    def set(self, beleid: str) -> Beleidsset:
        """The set with this id; raises BeleidOnbekend."""
        gevonden = self._sets.get(beleid)
        if gevonden is None:
            raise BeleidOnbekend(beleid)
        return gevonden

    def voor(self, thema: str, peildatum: date) -> Beleidsset:
        """The set that answers for a theme on a day; raises BeleidOnbekend where none is assigned."""
        for vanaf, beleid in reversed(self._per_thema.get(thema, ())):
            if vanaf <= peildatum:
                return self._sets[beleid]
        raise BeleidOnbekend(f"voor {thema} op {peildatum.isoformat()}")

    def alle(self) -> tuple[Beleidsset, ...]:
        """Every loaded set, by id."""
        return tuple(self._sets.values())


def _geordend(thema: str, regels: Iterable[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    geordend = tuple(sorted(regels))
    if len({vanaf for vanaf, _ in geordend}) < len(geordend):
        raise BeleidOngeldig([Beleidsfout("instellingen", thema, "wijst op een dag meer dan een beleid toe")])
    return geordend

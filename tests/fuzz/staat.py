"""Progress on disk, so that an interrupted run goes on where it was."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from secrets import randbits
from typing import Any

Fase = str
FASEN: tuple[Fase, ...] = ("examples", "coverage", "fuzzing", "stateful")


@dataclass
class Uitslag:
    """What one operation answered in one phase of one seed, or in one part of the stateful phase."""

    statussen: dict[str, Counter[str]] = field(default_factory=dict)
    """Operation to status to number."""
    toestanden: dict[str, Counter[str]] = field(default_factory=dict)
    """Kind of thing to state to number of answers that showed one thing in it."""
    fouten: list[str] = field(default_factory=list)
    """Failures as text, with how to repeat them."""

    def tel(self, operatie: str, status: int) -> None:
        """Count one answer."""
        self.statussen.setdefault(operatie, Counter())[str(status)] += 1

    def zag(self, collectie: str, toestand: str) -> None:
        """Count one state."""
        self.toestanden.setdefault(collectie, Counter())[toestand] += 1


class Staat:
    """Seeds and finished units; a unit that failed is done again on the next run."""

    def __init__(self, pad: Path, kenmerk: dict[str, object], aantal_zaden: int, *, opnieuw: bool) -> None:
        self._pad = pad
        bewaard = {} if opnieuw else _lees(pad)
        self.hervat = bewaard.get("kenmerk") == kenmerk
        self._kenmerk = kenmerk
        self.zaden: list[int] = bewaard["zaden"] if self.hervat else [randbits(32) for _ in range(aantal_zaden)]
        klaar = bewaard["klaar"] if self.hervat else {}
        self._klaar = {sleutel: _uitslag(ruw) for sleutel, ruw in klaar.items()}
        self.bewaar()

    def is_klaar(self, zaad: int, fase: Fase, eenheid: str) -> bool:
        """Whether this unit was done without failures."""
        uitslag = self._klaar.get(f"{zaad}/{fase}/{eenheid}")
        return uitslag is not None and not uitslag.fouten

    def noteer(self, zaad: int, fase: Fase, eenheid: str, uitslag: Uitslag) -> None:
        """Keep the result of a finished unit."""
        self._klaar[f"{zaad}/{fase}/{eenheid}"] = uitslag
        self.bewaar()

    def uitslagen(self, fase: Fase | None = None) -> Iterator[tuple[int, Fase, Uitslag]]:
        """Give every result: seed, phase and what came."""
        for sleutel, uitslag in self._klaar.items():
            zaad, gedaan, _ = sleutel.split("/", 2)
            if fase in (None, gedaan):
                yield int(zaad), gedaan, uitslag

    def statussen_van(self, operatie: str) -> Counter[str]:
        """Count what an operation answered, over everything."""
        return sum((u.statussen.get(operatie, Counter()) for _, _, u in self.uitslagen()), Counter())

    def bewaar(self) -> None:
        """Write to disk, whole or not at all."""
        klaar = {sleutel: vars(uitslag) for sleutel, uitslag in self._klaar.items()}
        inhoud = {"kenmerk": self._kenmerk, "zaden": self.zaden, "klaar": klaar}
        self._pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = self._pad.with_suffix(".nieuw")
        tijdelijk.write_text(json.dumps(inhoud), encoding="utf-8")
        tijdelijk.replace(self._pad)


def _lees(pad: Path) -> Any:
    try:
        return json.loads(pad.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}


def _uitslag(ruw: Any) -> Uitslag:
    return Uitslag(_tellers(ruw["statussen"]), _tellers(ruw["toestanden"]), list(ruw["fouten"]))


def _tellers(ruw: dict[str, dict[str, int]]) -> dict[str, Counter[str]]:
    return {naam: Counter(aantallen) for naam, aantallen in ruw.items()}

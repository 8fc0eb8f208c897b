"""Figures of interleaved rounds: what of two sides is compared, and what comes out. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Beurt:
    """One burst of load on one side, in one round."""

    per_seconde: float
    wachttijden: tuple[float, ...]
    cpu: float
    """Seconds of processor time of the service per request."""


@dataclass(frozen=True, slots=True)
class Spreiding:
    """A median between its quartiles."""

    laag: float
    midden: float
    hoog: float


def spreiding(waarden: Sequence[float]) -> Spreiding:
    """The quartiles; of one value, three times that value."""
    if len(waarden) == 1:
        return Spreiding(waarden[0], waarden[0], waarden[0])
    return Spreiding(*quantiles(waarden, n=4, method="inclusive"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """Two sides whose throughput is divided, and what the ratio must be."""

    naam: str
    boven: str
    """The side whose throughput is divided."""
    onder: str
    """The side that it is divided by."""
    minstens: float | None = None
    hoogstens: float | None = None

    def gehaald(self, verhouding: float) -> bool:
        """Does the ratio meet its target?"""
        ruim = self.minstens is None or verhouding >= self.minstens
        return ruim and (self.hoogstens is None or verhouding <= self.hoogstens)


Beurten = Mapping[str, Sequence[Beurt]]
"""Per side its bursts, one per round."""


def verhouding(beurten: Beurten, paar: Vergelijking) -> Spreiding:
    """The ratio round by round: what both sides suffered from falls away."""
    paren = zip(beurten[paar.boven], beurten[paar.onder], strict=True)
    return spreiding([boven.per_seconde / onder.per_seconde for boven, onder in paren])


def cpu_verhouding(beurten: Beurten, paar: Vergelijking) -> float:
    """The same ratio in processor time of the service: what is left when the machine is busy with other things."""
    return median(b.cpu for b in beurten[paar.onder]) / median(b.cpu for b in beurten[paar.boven])


def doorvoer(beurten: Sequence[Beurt]) -> Spreiding:
    """Requests per second."""
    return spreiding([beurt.per_seconde for beurt in beurten])


def wachttijd(beurten: Sequence[Beurt]) -> tuple[float, float]:
    """Median and 99th percentile of a request, in milliseconds."""
    alle = sorted(chain.from_iterable(beurt.wachttijden for beurt in beurten))
    return alle[len(alle) // 2] * 1000, alle[min(len(alle) - 1, len(alle) * 99 // 100)] * 1000

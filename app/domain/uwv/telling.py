"""Counting months at work on end: illness lengthens the count, another interruption starts it anew (UWV §3.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from app.domain.fouten import Veldfout
from app.domain.termijnen import dagen_na, maanden_na


class Onderbrekingsreden(StrEnum):
    """Why someone was not at work."""

    ZIEKTE = "ziekte"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbreking:
    """Days without work."""

    van: date
    """De eerste dag zonder werk."""
    tot_en_met: date
    """De laatste dag zonder werk."""
    reden: Onderbrekingsreden
    """Ziekte verlengt de telling; iets anders begint haar opnieuw."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A running count: since when, and the days of illness that lengthen it."""

    sinds: date
    maanden: int
    ziektedagen: int = 0

    @property
    def vol_op(self) -> date:
        """The day on which the count is full."""
        eind = maanden_na(self.sinds, self.maanden, pad="hervatting_op")
        return dagen_na(eind, self.ziektedagen, pad="hervatting_op")

    def na(self, onderbreking: Onderbreking) -> "Telling":
        """Go on after an interruption; one that was over before the count began changes nothing."""
        if onderbreking.tot_en_met < self.sinds:
            return self
        if onderbreking.reden is Onderbrekingsreden.ANDERS:
            return Telling(dagen_na(onderbreking.tot_en_met, 1, pad="onderbrekingen"), self.maanden)
        ziek = (onderbreking.tot_en_met - max(onderbreking.van, self.sinds)).days + 1
        return replace(self, ziektedagen=self.ziektedagen + ziek)


def tegenspraken(onderbrekingen: tuple[Onderbreking, ...]) -> Iterator[Veldfout]:
    """Interruptions that end before they begin, overlap or go back."""
    for plaats, onderbreking in enumerate(onderbrekingen):
        if onderbreking.tot_en_met < onderbreking.van:
            tekst = "De onderbreking eindigt voordat zij begint."
            yield Veldfout(f"onderbrekingen[{plaats}].tot_en_met", "voor-begin", tekst)
    for plaats, (eerste, tweede) in enumerate(pairwise(onderbrekingen), start=1):
        if tweede.van <= eerste.tot_en_met:
            tekst = "De onderbreking begint voor het einde van de vorige."
            yield Veldfout(f"onderbrekingen[{plaats}].van", "overlap", tekst)


def tel(sinds: date, onderbrekingen: Iterable[Onderbreking], maanden: int, *, tot: date) -> Telling:
    """The count as it stands: what begins on the day on which it is full, or after the peildag, comes too late."""
    telling = Telling(sinds, maanden)
    for onderbreking in onderbrekingen:
        if onderbreking.van > tot or onderbreking.van >= telling.vol_op:
            break
        telling = telling.na(onderbreking)
    return telling

"""Minutes of a client, exact however a group divides them, and rounded once at the end (UWV §3.6)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor, lcm
from typing import Protocol

PER_UUR = 60


class Tijd(Protocol):
    """Time in a group."""

    @property
    def minuten(self) -> int:
        """How long it took."""

    @property
    def deelnemers(self) -> int:
        """By how many it is divided."""


def deel_van_client(tijden: Iterable[Tijd]) -> Fraction:
    """The client's share of the minutes, over one denominator: fractions added one by one cost a gcd each."""
    gekozen = tuple(tijden)
    noemer = lcm(*(tijd.deelnemers for tijd in gekozen))
    return Fraction(sum(tijd.minuten * (noemer // tijd.deelnemers) for tijd in gekozen), noemer)


def rond_af(waarde: Fraction) -> Decimal:
    """Half up, to two decimals, without a float on the way."""
    return Decimal(floor(waarde * 100 + Fraction(1, 2))).scaleb(-2)

"""Dutch wording of days and lists in the reasons of a decision."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dag(op: date) -> str:
    """A day as people write it: 5 maart 2021."""
    return f"{op.day} {_MAANDEN[op.month - 1]} {op.year}"


def euro(bedrag: Decimal) -> str:
    """An amount as people write it: € 1075,44."""
    return f"€ {bedrag:.2f}".replace(".", ",")


def opsomming(delen: Iterable[str]) -> str:
    """Words in a row: a, b en c."""
    *begin, laatste = delen
    return f"{', '.join(begin)} en {laatste}" if begin else laatste

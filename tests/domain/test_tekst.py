"""Dutch wording of days and lists."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from app.domain.tekst import dag, euro, opsomming

MAANDEN = [
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
]


@pytest.mark.parametrize(("maand", "naam"), list(enumerate(MAANDEN, start=1)))
def test_a_day_reads_as_people_write_it(maand: int, naam: str) -> None:
    assert dag(date(2021, maand, 5)) == f"5 {naam} 2021"


@pytest.mark.parametrize(
    ("delen", "zin"), [(["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (("x", "y"), "x en y")]
)
def test_words_stand_in_a_row(delen: Sequence[str], zin: str) -> None:
    assert opsomming(delen) == zin


def test_an_amount_has_a_comma_and_two_decimals() -> None:
    assert euro(Decimal("1075.4")) == "€ 1075,40"

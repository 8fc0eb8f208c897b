"""How long something has lasted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.duur import minstens_maanden
from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG
from app.domain.termijnen import maanden_na

DAGEN = st.dates(EERSTE_DAG, LAATSTE_DAG)


@pytest.mark.parametrize(
    ("sinds", "op", "verstreken"),
    [
        (date(2020, 12, 15), date(2021, 6, 14), False),
        (date(2020, 12, 15), date(2021, 6, 15), True),
        (date(2020, 12, 15), date(2021, 7, 1), True),
        (date(2020, 12, 15), date(2021, 5, 31), False),
        (date(2021, 8, 31), date(2022, 2, 27), False),
        (date(2021, 8, 31), date(2022, 2, 28), True),
        (date(2021, 6, 15), date(2020, 6, 15), False),
    ],
)
def test_six_months_have_passed_on_the_day_with_the_same_number(sinds: date, op: date, verstreken: bool) -> None:
    assert minstens_maanden(sinds, 6, op) is verstreken


def test_a_term_that_ends_past_the_calendar_has_not_passed() -> None:
    assert not minstens_maanden(date(2199, 12, 1), 600, LAATSTE_DAG)


@given(DAGEN, st.integers(0, 600), DAGEN)
def test_it_agrees_with_adding_the_months(sinds: date, maanden: int, op: date) -> None:
    buiten = (sinds.year * 12 + sinds.month - 1 + maanden) // 12 > LAATSTE_DAG.year
    assert minstens_maanden(sinds, maanden, op) is (not buiten and maanden_na(sinds, maanden) <= op)

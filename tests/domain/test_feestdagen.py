from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.feestdagen import eerste_paasdag, feestdagen, koningsdag
from tests.domain.peilen import dag

JAREN = st.integers(1900, 2199)


def easter_of_gauss(jaar: int) -> date:
    """Another algorithm than ours: Gauss, with Lichtenberg's correction."""
    eeuw = jaar // 100
    maan = 15 + (3 * eeuw + 3) // 4 - (8 * eeuw + 13) // 25
    zon = 2 - (3 * eeuw + 3) // 4
    gulden = jaar % 19
    kiem = (19 * gulden + maan) % 30
    rest = (kiem + gulden // 11) // 29
    grens = 21 + kiem - rest
    zondag = 7 - (jaar + jaar // 4 + zon) % 7
    return date(jaar, 3, 1) + timedelta(days=grens + 7 - (grens - zondag) % 7 - 1)


@given(JAREN)
def test_easter_agrees_with_the_algorithm_of_gauss(jaar: int) -> None:
    assert eerste_paasdag(jaar) == easter_of_gauss(jaar)


@pytest.mark.parametrize(
    "pasen", ["1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2021-04-04", "2024-03-31", "2025-04-20"]
)
def test_easter_falls_on_its_known_day(pasen: str) -> None:
    assert eerste_paasdag(dag(pasen).year) == dag(pasen)


def test_the_holidays_of_2021_are_the_nine_of_the_statute() -> None:
    assert {op.isoformat(): naam for op, naam in feestdagen(2021).items()} == {
        "2021-01-01": "Nieuwjaarsdag",
        "2021-04-02": "Goede Vrijdag",
        "2021-04-05": "Tweede Paasdag",
        "2021-04-27": "Koningsdag",
        "2021-05-05": "Bevrijdingsdag",
        "2021-05-13": "Hemelvaartsdag",
        "2021-05-24": "Tweede Pinksterdag",
        "2021-12-25": "Eerste Kerstdag",
        "2021-12-26": "Tweede Kerstdag",
    }


@given(JAREN)
def test_koningsdag_is_never_a_sunday(jaar: int) -> None:
    verwacht = 26 if date(jaar, 4, 27).weekday() == 6 else 27
    assert koningsdag(jaar) == date(jaar, 4, verwacht)


@pytest.mark.parametrize("jaar", [2021, 2024, 2025])
def test_5_may_is_a_holiday_in_every_year(jaar: int) -> None:
    assert date(jaar, 5, 5) in feestdagen(jaar)


def test_two_holidays_on_one_day_are_one_day() -> None:
    # Ascension fell on 5 May in 2016.
    assert len(feestdagen(2016)) == 8

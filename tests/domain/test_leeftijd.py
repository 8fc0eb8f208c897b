"""Age on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fouten import OngeldigeInvoer
from app.domain.leeftijd import eis_geboren, leeftijd
from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG

DAGEN = st.dates(EERSTE_DAG, LAATSTE_DAG)


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        (date(1994, 6, 15), date(2021, 6, 14), 26),
        (date(1994, 6, 15), date(2021, 6, 15), 27),
        (date(1994, 6, 15), date(2021, 5, 16), 26),
        (date(1994, 6, 15), date(2021, 7, 1), 27),
        (date(2021, 6, 15), date(2021, 6, 15), 0),
        (date(2020, 12, 31), date(2021, 1, 1), 0),
    ],
)
def test_one_is_a_year_older_on_the_birthday_itself(geboren: date, op: date, jaren: int) -> None:
    assert leeftijd(geboren, op) == jaren


@pytest.mark.parametrize(
    ("op", "jaren"),
    [
        (date(2023, 2, 28), 26),
        (date(2023, 3, 1), 27),
        (date(2024, 2, 28), 27),
        (date(2024, 2, 29), 28),
    ],
)
def test_who_is_born_on_29_february_is_a_year_older_on_1_march_in_a_common_year(op: date, jaren: int) -> None:
    assert leeftijd(date(1996, 2, 29), op) == jaren


@given(DAGEN, DAGEN)
def test_age_grows_by_one_at_most_from_day_to_day(geboren: date, op: date) -> None:
    morgen = min(op + timedelta(days=1), LAATSTE_DAG)
    assert leeftijd(geboren, morgen) - leeftijd(geboren, op) in (0, 1)


@given(DAGEN, DAGEN)
def test_age_is_negative_only_before_birth(geboren: date, op: date) -> None:
    assert (leeftijd(geboren, op) < 0) is (op < geboren)


def test_born_on_the_day_of_the_fact_is_no_fault() -> None:
    eis_geboren(date(2021, 6, 15), date(2021, 6, 15), "geboortedatum", "de peildatum")


def test_born_after_the_fact_is_refused_by_field() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        eis_geboren(date(2021, 6, 16), date(2021, 6, 15), "geboortedatum", "de melding")
    (veld,) = fout.value.fouten
    assert (veld.pad, veld.code) == ("geboortedatum", "na-feit")
    assert veld.detail == "De geboortedatum ligt na de melding."

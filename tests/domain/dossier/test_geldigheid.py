"""Which version holds on which day, whatever was changed and corrected before."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dossier.geldigheid import eerste_dag, staande
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag

BEGIN = dag("2021-03-15")


@dataclass(frozen=True)
class Versie:
    versie: int
    geldig_vanaf: date
    corrigeert: int | None = None


def reeks(*dagen: str | tuple[str, int]) -> list[Versie]:
    """Versions by first day, or by first day and the version that it corrects."""
    delen = [(deel, None) if isinstance(deel, str) else deel for deel in dagen]
    return [Versie(nummer, dag(op), corrigeert) for nummer, (op, corrigeert) in enumerate(delen, start=1)]


def fouten(versies: list[Versie], vandaag: str, vanaf: str | None, corrigeert: int | None) -> list[tuple[str, str]]:
    geldig_vanaf = dag(vanaf) if vanaf else None
    with pytest.raises(OngeldigeInvoer) as fout:
        eerste_dag(versies, dag(vandaag), geldig_vanaf=geldig_vanaf, corrigeert=corrigeert)
    return [(veld.pad, veld.code) for veld in fout.value.fouten]


class TestWijziging:
    def test_it_holds_from_today_unless_a_day_is_given(self) -> None:
        versies = reeks("2021-03-15")
        assert eerste_dag(versies, dag("2021-04-10")) == dag("2021-04-10")
        assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=dag("2021-04-01")) == dag("2021-04-01")

    def test_its_day_lies_from_the_current_versions_first_day_through_today(self) -> None:
        versies = reeks("2021-03-15", "2021-03-20")
        for op in ("2021-03-20", "2021-04-10"):
            assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=dag(op)) == dag(op)
        assert fouten(versies, "2021-04-10", "2021-03-19", None) == [("geldig_vanaf", "voor-huidige")]
        assert fouten(versies, "2021-04-10", "2021-04-11", None) == [("geldig_vanaf", "toekomst")]


class TestCorrectie:
    def test_it_takes_the_first_day_of_what_it_corrects(self) -> None:
        assert eerste_dag(reeks("2021-03-15", "2021-03-20"), dag("2021-04-10"), corrigeert=2) == dag("2021-03-20")

    def test_it_does_so_also_when_the_version_before_began_that_day(self) -> None:
        assert eerste_dag(reeks("2021-03-15", "2021-03-15"), dag("2021-04-10"), corrigeert=2) == BEGIN

    def test_it_names_the_current_version_only(self) -> None:
        versies = reeks("2021-03-15", "2021-03-20")
        assert fouten(versies, "2021-04-10", None, 1) == [("corrigeert", "niet-huidig")]
        assert fouten(versies, "2021-04-10", None, 3) == [("corrigeert", "onbekende-versie")]

    def test_another_day_lies_after_the_version_before_it_and_not_after_today(self) -> None:
        versies = reeks("2021-03-15", "2021-03-20")
        for op in ("2021-03-16", "2021-04-10"):
            assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=dag(op), corrigeert=2) == dag(op)
        assert fouten(versies, "2021-04-10", "2021-03-15", 2) == [("geldig_vanaf", "voor-vorige")]
        assert fouten(versies, "2021-04-10", "2021-04-11", 2) == [("geldig_vanaf", "toekomst")]

    def test_a_version_that_was_corrected_away_bounds_nothing(self) -> None:
        versies = reeks("2021-03-15", "2021-03-20", ("2021-03-25", 2))
        assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=dag("2021-03-18"), corrigeert=3) == dag("2021-03-18")

    def test_of_the_first_version_it_leaves_no_gap_at_the_start(self) -> None:
        versies = reeks("2021-03-15")
        assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=dag("2021-03-01"), corrigeert=1) == dag("2021-03-01")
        assert fouten(versies, "2021-04-10", "2021-03-16", 1) == [("geldig_vanaf", "na-begin")]

    def test_of_a_first_version_that_moved_back_it_may_return_to_where_the_first_began(self) -> None:
        versies = reeks("2021-03-15", ("2021-03-01", 1))
        assert eerste_dag(versies, dag("2021-04-10"), geldig_vanaf=BEGIN, corrigeert=2) == BEGIN


Stap = tuple[int, int | None, int | None]
"""Days that pass, the day given (counted from the first), how far back the version lies that is corrected."""
stappen = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.none() | st.integers(-3, 12),
        st.none() | st.sampled_from((0, 0, 0, 1)),
    ),
    max_size=12,
)


def _na(versies: list[Versie], vandaag: date, gegeven: int | None, terug: int | None) -> list[Versie]:
    nummer = len(versies) + 1
    corrigeert = None if terug is None else max(1, len(versies) - terug)
    op = None if gegeven is None else BEGIN + timedelta(gegeven)
    try:
        return [
            *versies,
            Versie(nummer, eerste_dag(versies, vandaag, geldig_vanaf=op, corrigeert=corrigeert), corrigeert),
        ]
    except OngeldigeInvoer:
        return versies


def _geldend_op(versies: list[Versie], op: date) -> Versie | None:
    """The version that holds on a day, as a reader of history finds it."""
    return next((versie for versie in reversed(staande(versies)) if versie.geldig_vanaf <= op), None)


@given(stappen)
def test_the_last_version_is_what_holds_today_and_no_day_since_the_first_is_empty(stappen: list[Stap]) -> None:
    versies, vandaag = [Versie(1, BEGIN)], BEGIN
    for dagen, gegeven, terug in stappen:
        vandaag += timedelta(dagen)
        versies = _na(versies, vandaag, gegeven, terug)
        assert _geldend_op(versies, vandaag) is versies[-1] is staande(versies)[-1]
        for sinds in range((vandaag - BEGIN).days + 1):
            assert _geldend_op(versies, BEGIN + timedelta(sinds)) is not None


@given(stappen)
def test_a_day_at_hand_is_always_possible(stappen: list[Stap]) -> None:
    versies, vandaag = [Versie(1, BEGIN)], BEGIN
    for dagen, gegeven, terug in stappen:
        vandaag += timedelta(dagen)
        versies = _na(versies, vandaag, gegeven, terug)
        assert eerste_dag(versies, vandaag) == vandaag
        assert eerste_dag(versies, vandaag, corrigeert=versies[-1].versie) == versies[-1].geldig_vanaf

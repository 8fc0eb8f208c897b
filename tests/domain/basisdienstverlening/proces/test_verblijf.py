from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.verblijf import (
    geldt_op,
    huidige,
    laatste_dag,
    plaatsing_op,
    verblijf,
    vorige,
)
from app.domain.fouten import Strijdig
from tests.domain.basisdienstverlening.proces.plaatsingen import plaatsing
from tests.domain.peilen import dag

M, G = Klantgroep.MATCHEN, Klantgroep.GROEIEN


@st.composite
def reeksen(draw: st.DrawFn) -> tuple[Groepsindeling, ...]:
    """Placings one after another, now and then with a gap, the last of which runs."""
    begin, gemaakt = dag("2021-01-01"), []
    for nummer in range(1, draw(st.integers(1, 6)) + 1):
        eind = begin + timedelta(days=draw(st.integers(0, 40)))
        gemaakt.append((nummer, draw(st.sampled_from((M, G))), begin, eind))
        begin = eind + timedelta(days=draw(st.sampled_from((1, 1, 5))))
    *eerder, laatste = gemaakt
    lopend = plaatsing(laatste[0], laatste[1], laatste[2].isoformat())
    return (*(plaatsing(n, groep, van.isoformat(), tot.isoformat()) for n, groep, van, tot in eerder), lopend)


@given(reeks=reeksen(), na=st.integers(-3, 300))
def test_on_a_day_at_most_one_placing_holds_and_it_is_the_one_found(reeks: tuple[Groepsindeling, ...], na: int) -> None:
    op: date = dag("2021-01-01") + timedelta(days=na)
    geldend = [p for p in reeks if geldt_op(p, op)]
    assert len(geldend) <= 1
    assert plaatsing_op(reeks, op) == (geldend[0] if geldend else None)


@given(reeks=reeksen())
def test_a_stay_is_unbroken_in_one_group_and_as_long_as_it_can_be(reeks: tuple[Groepsindeling, ...]) -> None:
    lopend = huidige(reeks)
    assert lopend is reeks[-1]
    deel = verblijf(reeks, lopend)
    assert {p.klasse for p in deel} == {lopend.klasse}
    assert all(vorige(reeks, later) is eerder for later, eerder in pairwise(deel))
    ervoor = vorige(reeks, deel[-1])
    assert ervoor is None or ervoor.klasse is not lopend.klasse


def test_nobody_is_placed_without_a_placing_that_runs() -> None:
    assert huidige([]) is None
    assert huidige([plaatsing(1, M, "2021-01-01", "2021-01-31")]) is None


def test_the_last_day_is_the_day_before_and_a_placing_has_one() -> None:
    lopend = plaatsing(1, M, "2021-01-01")
    assert laatste_dag(lopend, dag("2021-01-02")) == dag("2021-01-01")
    with pytest.raises(Strijdig, match="1 januari 2021"):
        laatste_dag(lopend, dag("2021-01-01"))

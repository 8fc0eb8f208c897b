from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.uwv.order.werk import Werkhervatting, Werkonderbreking, herzie, plaatsingsfeiten
from app.domain.uwv.plaatsing import toets_uwv_plaatsing
from app.domain.uwv.telling import Onderbrekingsreden
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import uwv

ZIEK, ANDERS = Onderbrekingsreden
EINDE = dag("2025-05-06")
BEGIN = dag("2025-06-02")


def werk(op: date = BEGIN, *onderbrekingen: Werkonderbreking) -> Werkhervatting:
    return Werkhervatting(
        hervatting_op=op,
        werkgever=None,
        onderbrekingen=onderbrekingen,
        tijdig=False,
        plaatsing_op=None,
        vol_op=op,
        door="d",
        op=datetime(2025, 6, 2, tzinfo=UTC),
    )


def pauze(van: str, tot: str | None, reden: Onderbrekingsreden) -> Werkonderbreking:
    return Werkonderbreking(van=dag(van), tot_en_met=dag(tot) if tot else None, reden=reden)


def stand(peil_op: str, *rij: Werkhervatting, einde: date | None = EINDE) -> tuple[Any, ...]:
    laatste = herzie(uwv(), rij, einde, dag(peil_op))[-1]
    return laatste.tijdig, laatste.plaatsing_op, laatste.vol_op


@pytest.mark.parametrize(("peil_op", "vol"), [("2025-09-01", None), ("2025-09-02", dag("2025-09-02"))])
def test_the_day_on_which_the_months_are_full_passes_by_itself(peil_op: str, vol: date | None) -> None:
    assert stand(peil_op, werk()) == (True, vol, dag("2025-09-02"))


@pytest.mark.parametrize(("op", "tijdig"), [("2025-08-06", True), ("2025-08-07", False)])
def test_the_first_working_day_counts_through_three_months_after_the_end(op: str, tijdig: bool) -> None:
    assert stand("2025-08-07", werk(dag(op)))[0] is tijdig


def test_an_illness_that_lasts_lengthens_the_count_every_day() -> None:
    ziek = werk(BEGIN, pauze("2025-07-01", None, ZIEK))
    assert stand("2025-07-01", ziek) == (True, None, dag("2025-09-03"))
    assert stand("2025-10-01", ziek) == (True, None, dag("2025-12-04"))


def test_lost_work_never_becomes_a_plaatsing_by_itself() -> None:
    assert stand("2026-06-01", werk(BEGIN, pauze("2025-07-01", None, ANDERS)))[1] is None


def test_an_interruption_after_the_peildag_is_left_out() -> None:
    assert stand("2025-06-30", werk(BEGIN, pauze("2025-07-01", None, ANDERS)))[2] == dag("2025-09-02")


def test_other_work_counts_from_its_own_first_day_and_is_in_time_by_the_first() -> None:
    eerste = werk(BEGIN, pauze("2025-07-01", None, ANDERS)).met_einde(dag("2025-08-31"))
    assert stand("2025-12-01", eerste, werk(dag("2025-09-01"))) == (True, dag("2025-12-01"), dag("2025-12-01"))


def test_only_an_interruption_without_last_day_goes_on() -> None:
    assert werk().lopend is None
    assert werk(BEGIN, pauze("2025-07-01", "2025-07-02", ZIEK)).lopend is None
    loopt = pauze("2025-07-05", None, ANDERS)
    bezig = werk(BEGIN, pauze("2025-07-01", "2025-07-02", ZIEK), loopt)
    assert bezig.lopend is loopt
    assert bezig.met_einde(dag("2025-07-06")).onderbrekingen == (
        bezig.onderbrekingen[0],
        replace(loopt, tot_en_met=dag("2025-07-06")),
    )


def test_without_work_or_without_an_end_nothing_is_judged() -> None:
    assert herzie(uwv(), (), EINDE, BEGIN) == ()
    assert herzie(uwv(), (werk(),), None, BEGIN) == (werk(),)


@given(dagen=st.integers(0, 400), gewerkt=st.integers(1, 60), reden=st.sampled_from(Onderbrekingsreden))
def test_the_count_agrees_with_the_rule_and_judging_twice_changes_nothing(
    dagen: int, gewerkt: int, reden: Onderbrekingsreden
) -> None:
    van, op = date.fromordinal(BEGIN.toordinal() + gewerkt), date.fromordinal(BEGIN.toordinal() + dagen)
    rij = (werk(BEGIN, Werkonderbreking(van=van, reden=reden)),)
    eens = herzie(uwv(), rij, EINDE, op)
    assert herzie(uwv(), eens, EINDE, op) == eens
    uitkomst = toets_uwv_plaatsing(uwv(), plaatsingsfeiten(rij, EINDE, op)).uitkomst
    assert eens[-1].plaatsing_op == uitkomst.plaatsing_op
    assert (eens[-1].vol_op <= op) is uitkomst.plaatsing

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.besluit import Besluit
from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.plaatsing import (
    UWV_PLAATSING,
    UwvPlaatsingFeiten,
    UwvPlaatsingUitkomst,
    toets_uwv_plaatsing,
)
from app.domain.uwv.telling import Onderbreking, Onderbrekingsreden
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

ZIEK, ANDERS = Onderbrekingsreden
FEITEN = UwvPlaatsingFeiten(
    hervatting_op=dag("2025-06-02"),
    einddatum_individueel=dag("2025-05-06"),
    onderbrekingen=(),
    peil_op=dag("2025-09-02"),
)
PAUZES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(Onderbrekingsreden)), max_size=6)


def oordeel(**anders: Any) -> Besluit[UwvPlaatsingUitkomst]:
    return toets_uwv_plaatsing(uwv(), replace(FEITEN, **anders))


def reeks(pauzes: list[tuple[int, int, Onderbrekingsreden]]) -> tuple[Onderbreking, ...]:
    """Interruptions one after the other: days of work before each, and its own days."""
    delen, op = [], FEITEN.hervatting_op
    for gewerkt, dagen, reden in pauzes:
        van = op + timedelta(gewerkt)
        op = van + timedelta(dagen)
        delen.append(Onderbreking(van=van, tot_en_met=op - timedelta(1), reden=reden))
    return tuple(delen)


@pytest.mark.parametrize("geval", gevallen("uwv-plaatsing"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_PLAATSING, geval)


def test_the_example_can_be_asked() -> None:
    toets = UWV_PLAATSING
    uitkomst, _ = besluit(toets, {"peildatum": toets.voorbeeld_peildatum, "feiten": toets.voorbeeld})
    assert (uitkomst["plaatsing"], uitkomst["plaatsingOp"]) == (True, "2025-09-07")


@pytest.mark.parametrize(("peil_op", "vol"), [("2025-09-01", None), ("2025-09-02", "2025-09-02")])
def test_three_months_at_work_on_end_make_a_plaatsing(peil_op: str, vol: str | None) -> None:
    uitkomst = oordeel(peil_op=dag(peil_op)).uitkomst
    assert uitkomst.plaatsing is (vol is not None)
    assert uitkomst.plaatsing_op == (vol and dag(vol))
    assert uitkomst.tel_start == FEITEN.hervatting_op


@pytest.mark.parametrize(("hervatting", "tijdig"), [("2025-05-07", True), ("2025-08-06", True), ("2025-08-07", False)])
def test_the_first_working_day_lies_at_most_three_months_after_the_duration(hervatting: str, tijdig: bool) -> None:
    uitkomst = oordeel(hervatting_op=dag(hervatting), peil_op=dag("2026-01-01")).uitkomst
    assert uitkomst.hervatting_tijdig is tijdig
    assert uitkomst.plaatsing


def test_after_a_break_the_first_resumption_is_still_what_is_judged() -> None:
    pauze = Onderbreking(van=dag("2025-06-10"), tot_en_met=dag("2025-10-01"), reden=ANDERS)
    uitkomst = oordeel(onderbrekingen=(pauze,), peil_op=dag("2026-01-02")).uitkomst
    assert uitkomst == UwvPlaatsingUitkomst(
        hervatting_tijdig=True, plaatsing=True, plaatsing_op=dag("2026-01-02"), tel_start=dag("2025-10-02")
    )


def test_the_reasons_come_in_order_and_say_what_was_counted() -> None:
    ziek = Onderbreking(van=dag("2025-07-01"), tot_en_met=dag("2025-07-05"), reden=ZIEK)
    vol, nog = (oordeel(onderbrekingen=(ziek,), peil_op=dag(op)) for op in ("2025-09-07", "2025-09-06"))
    assert regels(vol) == ["uwv.naar_werk.hervatting", "uwv.plaatsing"]
    assert [grond.tekst for grond in vol.motivering] == [
        "De eerste werkdag, 2 juni 2025, is op tijd: zij telt tot en met 6 augustus 2025.",
        (
            "Aan het werk sinds 2 juni 2025; 3 maanden achtereen, verlengd met 5 ziektedagen is op 7 september 2025: "
            "daarmee is er een Plaatsing."
        ),
    ]
    assert nog.motivering[1].tekst.endswith("daarmee is er nog geen Plaatsing.")
    laat = oordeel(hervatting_op=dag("2025-08-07")).motivering
    assert laat[0].tekst == "De eerste werkdag, 7 augustus 2025, is te laat: zij telt tot en met 6 augustus 2025."
    assert "ziektedagen" not in laat[1].tekst


class TestWeigeren:
    @pytest.mark.parametrize(
        ("anders", "fouten"),
        [
            (
                {"onderbrekingen": tuple(reversed(reeks([(1, 2, ZIEK), (1, 2, ZIEK)])))},
                [("onderbrekingen[1].van", "overlap")],
            ),
            (
                {"onderbrekingen": (Onderbreking(van=dag("2025-07-02"), tot_en_met=dag("2025-07-01"), reden=ZIEK),)},
                [("onderbrekingen[0].tot_en_met", "voor-begin")],
            ),
            ({"einddatum_individueel": dag("2199-12-31")}, [("einddatum_individueel", "buiten-kalender")]),
            ({"hervatting_op": dag("2199-12-31")}, [("hervatting_op", "buiten-kalender")]),
        ],
        ids=["out of order", "ends before it begins", "end past the calendar", "count past the calendar"],
    )
    def test_what_cannot_be_is_named(self, anders: dict[str, Any], fouten: list[tuple[str, str]]) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            oordeel(**anders)
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == fouten


@given(PAUZES, st.integers(0, 600), st.integers(0, 200))
def test_a_later_peildag_never_takes_a_plaatsing_away(
    pauzes: list[tuple[int, int, Onderbrekingsreden]], dagen: int, meer: int
) -> None:
    delen, nu = reeks(pauzes), FEITEN.hervatting_op + timedelta(dagen)
    eerst, later = (oordeel(onderbrekingen=delen, peil_op=op).uitkomst for op in (nu, nu + timedelta(meer)))
    if eerst.plaatsing:
        assert later == eerst


@given(st.integers(1, 80), st.integers(1, 100))
def test_an_illness_lengthens_by_its_days_and_a_break_by_all_that_went_before(gewerkt: int, dagen: int) -> None:
    laat = dag("2026-12-31")
    zonder = _vol(oordeel(peil_op=laat))
    assert _vol(oordeel(onderbrekingen=reeks([(gewerkt, dagen, ZIEK)]), peil_op=laat)) == zonder + timedelta(dagen)
    pauze = oordeel(onderbrekingen=reeks([(gewerkt, dagen, ANDERS)]), peil_op=laat).uitkomst
    assert pauze.tel_start == FEITEN.hervatting_op + timedelta(gewerkt + dagen)
    anew = oordeel(hervatting_op=pauze.tel_start, peil_op=laat)
    assert pauze.plaatsing_op == _vol(anew)


def _vol(gegeven: Besluit[UwvPlaatsingUitkomst]) -> date:
    assert gegeven.uitkomst.plaatsing_op is not None
    return gegeven.uitkomst.plaatsing_op


@given(PAUZES, st.integers(0, 600))
def test_the_count_never_begins_before_work_was_resumed_and_is_full_no_sooner_than_after_three_months(
    pauzes: list[tuple[int, int, Onderbrekingsreden]], dagen: int
) -> None:
    peil_op = FEITEN.hervatting_op + timedelta(dagen)
    uitkomst = oordeel(onderbrekingen=reeks(pauzes), peil_op=peil_op).uitkomst
    assert uitkomst.tel_start >= FEITEN.hervatting_op
    assert uitkomst.plaatsing is (uitkomst.plaatsing_op is not None)
    if uitkomst.plaatsing_op is not None:
        assert uitkomst.tel_start + timedelta(89) <= uitkomst.plaatsing_op <= peil_op

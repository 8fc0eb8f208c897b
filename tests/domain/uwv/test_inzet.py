from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.besluit import Besluit
from app.domain.fouten import ParameterOntbreekt
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.inzet import UWV_DIENST, UwvDienstFeiten, UwvDienstUitkomst, toets_uwv_dienst
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

FEITEN = UwvDienstFeiten(
    dienst=Dienst.WERKFIT_MAKEN,
    clientsoort=Clientsoort.AG,
    opdracht_op=dag("2025-04-07"),
    uitzonderlijk=False,
)


def oordeel(**anders: Any) -> Besluit[UwvDienstUitkomst]:
    return toets_uwv_dienst(uwv(), replace(FEITEN, **anders))


def redenen(**anders: Any) -> tuple[str, ...]:
    """The reasons against; the outcome agrees with them, and each stands in the motivering."""
    gegeven = oordeel(**anders)
    assert gegeven.uitkomst.toegestaan is (gegeven.uitkomst.redenen == ())
    assert set(gegeven.uitkomst.redenen) <= {grond.tekst for grond in gegeven.motivering}
    return gegeven.uitkomst.redenen


@pytest.mark.parametrize("geval", gevallen("uwv-dienst"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_DIENST, geval)


def test_the_example_can_be_asked() -> None:
    uitkomst, _ = besluit(UWV_DIENST, {"peildatum": UWV_DIENST.voorbeeld_peildatum, "feiten": UWV_DIENST.voorbeeld})
    assert uitkomst["toegestaan"]


class TestVersie:
    def test_the_order_keeps_the_version_of_its_day(self) -> None:
        feiten = {**UWV_DIENST.voorbeeld, "opdrachtOp": "2025-04-07"}
        uitkomst, _ = besluit(UWV_DIENST, {"peildatum": "2030-01-01", "feiten": feiten})
        assert uitkomst["maximumUren"] == 41

    @pytest.mark.parametrize("opdracht", ["2010-01-01", "2020-03-01", "2024-12-31"])
    def test_a_version_without_figures_is_told_by_the_parameter_that_misses(self, opdracht: str) -> None:
        with pytest.raises(ParameterOntbreekt) as fout:
            besluit(UWV_DIENST, {"peildatum": "2025-04-07", "feiten": {**UWV_DIENST.voorbeeld, "opdrachtOp": opdracht}})
        assert (fout.value.parameter, fout.value.op) == ("uwv.dienst.werkfit_maken.uren", dag(opdracht))


class TestGrenzen:
    @pytest.mark.parametrize(("uren", "mag"), [(None, True), (0, True), (41, True), (42, False)])
    def test_hours_up_to_the_maximum(self, uren: int | None, mag: bool) -> None:
        assert redenen(uren=uren) == (() if mag else ("Gevraagd zijn 42 uren en het maximum is 41.",))

    @pytest.mark.parametrize(("uren", "mag"), [(60, True), (61, False)])
    def test_more_in_an_exceptional_case(self, uren: int, mag: bool) -> None:
        assert oordeel(uren=uren, uitzonderlijk=True).uitkomst.toegestaan is mag

    def test_a_fixed_price_has_no_maximum_of_hours(self) -> None:
        uitkomst = oordeel(dienst=Dienst.PRAKTIJKASSESSMENT, uren=1000).uitkomst
        assert uitkomst.toegestaan
        assert uitkomst.maximum_uren is uitkomst.administratie_uren is None

    @pytest.mark.parametrize(("maanden", "mag"), [(None, True), (18, True), (19, False)])
    def test_months_up_to_the_maximum(self, maanden: int | None, mag: bool) -> None:
        reden = "Gevraagd zijn 19 maanden en het maximum is 18."
        assert redenen(doorlooptijd_maanden=maanden) == (() if mag else (reden,))

    @pytest.mark.parametrize(("uren", "maanden", "mag"), [(30, 8, True), (31, 8, False), (30, 9, False)])
    def test_begeleiding_bij_scholing_follows_the_scholing(self, uren: int, maanden: int, mag: bool) -> None:
        uitkomst = oordeel(
            dienst=Dienst.BEGELEIDING_BIJ_SCHOLING,
            scholing_weken=30,
            scholing_maanden=8,
            uren=uren,
            doorlooptijd_maanden=maanden,
        ).uitkomst
        assert uitkomst.toegestaan is mag


class TestTrede:
    @pytest.mark.parametrize("trede", range(1, 7))
    @pytest.mark.parametrize(
        ("dienst", "nodig"),
        [(Dienst.PARTICIPATIE_INTERVENTIE, 1), (Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME, 2)],
    )
    def test_two_services_begin_on_their_own_trede(self, dienst: Dienst, nodig: int, trede: int) -> None:
        assert bool(redenen(dienst=dienst, trede=trede)) is (trede != nodig)

    @pytest.mark.parametrize("soort", [Clientsoort.ZW, Clientsoort.WW, Clientsoort.IVA_DGA])
    def test_only_for_an_ag_client(self, soort: Clientsoort) -> None:
        assert not redenen(dienst=Dienst.PARTICIPATIE_INTERVENTIE, clientsoort=soort, trede=6)

    def test_an_unknown_trede_is_no_ground(self) -> None:
        assert not redenen(dienst=Dienst.PARTICIPATIE_INTERVENTIE, trede=None)

    @pytest.mark.parametrize(
        "dienst", set(Dienst) - {Dienst.PARTICIPATIE_INTERVENTIE} - {Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME}
    )
    @pytest.mark.parametrize("trede", [1, 6])
    def test_the_other_services_begin_anywhere(self, dienst: Dienst, trede: int) -> None:
        assert not redenen(dienst=dienst, trede=trede)

    @pytest.mark.parametrize("soort", Clientsoort)
    def test_the_aim_holds_for_every_client(self, soort: Clientsoort) -> None:
        assert oordeel(dienst=Dienst.NAAR_WERK, clientsoort=soort).uitkomst.doel_trede == 5


class TestWerkbehoud:
    @pytest.mark.parametrize(("eerder", "mag"), [(None, True), (0, True), (1, True), (2, False), (3, False)])
    @pytest.mark.parametrize("dienst", [Dienst.WERKBEHOUD_LOONDIENST, Dienst.WERKBEHOUD_ZELFSTANDIGE])
    def test_at_most_twice_per_resumption_of_work(self, dienst: Dienst, eerder: int | None, mag: bool) -> None:
        assert oordeel(dienst=dienst, eerdere_werkbehoud=eerder).uitkomst.toegestaan is mag

    def test_earlier_werkbehoud_bars_no_other_service(self) -> None:
        assert not redenen(dienst=Dienst.NAAR_WERK, eerdere_werkbehoud=9)

    @pytest.mark.parametrize("dienst", Dienst)
    def test_every_other_service_needs_a_plan(self, dienst: Dienst) -> None:
        assert oordeel(dienst=dienst).uitkomst.plan_nodig is not dienst.werkbehoud


def test_the_reasons_come_in_order() -> None:
    alles = oordeel(dienst=Dienst.PARTICIPATIE_INTERVENTIE, trede=3, uren=22, doorlooptijd_maanden=6)
    assert regels(alles) == ["uwv.dienst", "uwv.dienst", "uwv.doorlooptijd", "uwv.dienst", "uwv.plan.document"]
    assert alles.uitkomst.redenen == tuple(grond.tekst for grond in alles.motivering[1:4])
    behoud = oordeel(dienst=Dienst.WERKBEHOUD_LOONDIENST, eerdere_werkbehoud=2)
    assert regels(behoud) == ["uwv.dienst", "uwv.werkbehoud.max", "uwv.plan.document", "uwv.plan.geen"]
    assert behoud.uitkomst.redenen == ("Werkbehoud is bij deze werkhervatting al 2 keer ingezet.",)


@given(st.sampled_from(Dienst), st.integers(0, 80), st.integers(0, 30), st.booleans())
def test_what_is_allowed_stays_allowed_with_less(dienst: Dienst, uren: int, maanden: int, uitzonderlijk: bool) -> None:
    ruim = oordeel(dienst=dienst, uren=uren, doorlooptijd_maanden=maanden, uitzonderlijk=uitzonderlijk).uitkomst
    if ruim.toegestaan:
        for minder in ({"uren": max(uren - 1, 0)}, {"doorlooptijd_maanden": max(maanden - 1, 0)}):
            over = {"uren": uren, "doorlooptijd_maanden": maanden, **minder}
            assert oordeel(dienst=dienst, uitzonderlijk=uitzonderlijk, **over).uitkomst.toegestaan

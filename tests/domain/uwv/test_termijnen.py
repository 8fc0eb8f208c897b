from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from app.domain.besluit import Besluit
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.orderdagen import UwvTermijnenFeiten, UwvTermijnenUitkomst
from app.domain.uwv.termijnen import UWV_TERMIJNEN, bijstelling_oordeel, toets_uwv_termijnen
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.uwv.test_grenzen import TABEL
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

KAAL = UwvTermijnenFeiten(dienst=Dienst.NAAR_WERK, clientsoort=Clientsoort.AG)
OP = dag("2025-03-03")
ALLES: dict[str, date] = dict.fromkeys(
    ("opdracht_op", "plan_ontvangen_op", "plan_afgekeurd_op", "akkoord_op", "inkooporder_op", "beeindigd_op"), OP
)


def oordeel(**anders: Any) -> Besluit[UwvTermijnenUitkomst]:
    return toets_uwv_termijnen(uwv(), replace(KAAL, **anders))


def dagen(**anders: Any) -> dict[str, str]:
    """The days that are known."""
    return {naam: op.isoformat() for naam, op in asdict(oordeel(**anders).uitkomst).items() if op is not None}


@pytest.mark.parametrize("geval", gevallen("uwv-termijnen"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_TERMIJNEN, geval)


def test_the_example_can_be_asked() -> None:
    toets = UWV_TERMIJNEN
    uitkomst, _ = besluit(toets, {"peildatum": toets.voorbeeld_peildatum, "feiten": toets.voorbeeld})
    assert uitkomst["werkhervattingUiterlijk"] == "2026-02-06"


class TestDagen:
    def test_a_day_whose_base_is_not_known_is_empty(self) -> None:
        assert dagen() == {}
        assert regels(oordeel()) == ["uwv.doorlooptijd"]
        tekst = oordeel().motivering[0].tekst
        assert tekst == "Naar werk duurt ten hoogste 9 maanden; voor een dag is nog niets bekend."

    @pytest.mark.parametrize(
        ("basis", "naam", "uiterlijk", "regel"),
        [
            ("opdracht_op", "plan_uiterlijk", "2025-03-31", "uwv.plan.indienen"),
            ("plan_ontvangen_op", "oordeel_uiterlijk", "2025-03-17", "uwv.plan.oordeel"),
            ("plan_afgekeurd_op", "herstel_uiterlijk", "2025-03-10", "uwv.plan.herstel"),
            ("beeindigd_op", "eindrapportage_uiterlijk", "2025-03-31", "uwv.eindrapportage"),
        ],
    )
    def test_each_step_has_its_own_calendar_days(self, basis: str, naam: str, uiterlijk: str, regel: str) -> None:
        assert dagen(**{basis: OP}) == {naam: uiterlijk}
        gegeven = oordeel(**{basis: OP})
        assert regels(gegeven) == [regel]
        assert "3 maart 2025" in gegeven.motivering[0].tekst
        assert gegeven.motivering[0].tekst.endswith(f": uiterlijk {int(uiterlijk[-2:])} maart 2025.")

    @pytest.mark.parametrize("dienst", Dienst)
    def test_the_end_report_of_naar_werk_has_four_weeks_and_every_other_two(self, dienst: Dienst) -> None:
        verwacht = "2025-03-31" if dienst is Dienst.NAAR_WERK else "2025-03-17"
        assert dagen(dienst=dienst, beeindigd_op=OP)["eindrapportage_uiterlijk"] == verwacht

    @pytest.mark.parametrize("dienst", Dienst)
    def test_werkbehoud_has_no_plan(self, dienst: Dienst) -> None:
        plan = {"plan_uiterlijk", "oordeel_uiterlijk", "herstel_uiterlijk"}
        assert plan.isdisjoint(dagen(dienst=dienst, **ALLES)) is dienst.werkbehoud

    @pytest.mark.parametrize("soort", Clientsoort)
    @pytest.mark.parametrize("dienst", Dienst)
    def test_only_werkfit_maken_is_evaluated_after_three_months_for_zw_and_six_for_others(
        self, dienst: Dienst, soort: Clientsoort
    ) -> None:
        gevonden = dagen(dienst=dienst, clientsoort=soort, inkooporder_op=OP).get("evaluatie_op")
        verwacht = "2025-06-03" if soort is Clientsoort.ZW else "2025-09-03"
        assert gevonden == (verwacht if dienst is Dienst.WERKFIT_MAKEN else None)

    def test_dates_are_not_compared_with_each_other(self) -> None:
        assert dagen(akkoord_op=OP, opdracht_op=dag("2026-01-01"), beeindigd_op=dag("2025-01-01"))["start_op"]

    def test_the_reasons_come_in_the_order_of_the_process(self) -> None:
        assert regels(oordeel(**ALLES, doorlooptijd_maanden=6)) == [
            "uwv.plan.indienen",
            "uwv.plan.oordeel",
            "uwv.plan.herstel",
            "uwv.start",
            "uwv.doorlooptijd",
            "uwv.doorlooptijd",
            "uwv.naar_werk.hervatting",
            "uwv.eindrapportage",
        ]
        assert regels(oordeel(dienst=Dienst.WERKFIT_MAKEN, inkooporder_op=OP, beeindigd_op=OP)) == [
            "uwv.evaluatie",
            "uwv.eindrapportage",
        ]
        assert regels(oordeel(dienst=Dienst.WERKBEHOUD_LOONDIENST, **ALLES)) == [
            "uwv.plan.geen",
            "uwv.doorlooptijd",
            "uwv.eindrapportage",
        ]


class TestWeigeren:
    @pytest.mark.parametrize("dienst", Dienst)
    def test_a_duration_above_the_general_one(self, dienst: Dienst) -> None:
        langst = TABEL[dienst.value][2]
        assert regels(oordeel(dienst=dienst, doorlooptijd_maanden=langst)) == ["uwv.doorlooptijd"]
        with pytest.raises(OngeldigeInvoer) as fout:
            oordeel(dienst=dienst, doorlooptijd_maanden=langst + 1)
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("doorlooptijd_maanden", "boven-maximum")]

    @pytest.mark.parametrize("basis", ALLES)
    def test_a_day_past_the_calendar_names_its_base(self, basis: str) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            oordeel(dienst=Dienst.WERKFIT_MAKEN, **{basis: dag("2199-12-31")})
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [(basis, "buiten-kalender")]


class TestVersie:
    @pytest.mark.parametrize(
        ("dienst", "basis"), [(Dienst.NAAR_WERK, "opdracht_op"), (Dienst.WERKBEHOUD_LOONDIENST, "inkooporder_op")]
    )
    def test_the_order_decides_on_whose_day_the_figures_are_those(self, dienst: Dienst, basis: str) -> None:
        andere = ({"opdracht_op", "inkooporder_op"} - {basis}).pop()
        dagen_van_order: dict[str, Any] = {basis: OP, andere: dag("2020-01-01")}
        feiten = replace(KAAL, dienst=dienst, **dagen_van_order)
        assert UWV_TERMIJNEN.beleidsdag(feiten, dag("2030-01-01")) == OP

    @pytest.mark.parametrize("dienst", [Dienst.NAAR_WERK, Dienst.WERKBEHOUD_ZELFSTANDIGE])
    def test_without_one_the_peildatum_decides(self, dienst: Dienst) -> None:
        assert UWV_TERMIJNEN.beleidsdag(replace(KAAL, dienst=dienst), OP) == OP

    def test_an_order_under_another_version_has_no_figures(self) -> None:
        feiten = {**UWV_TERMIJNEN.voorbeeld, "opdrachtOp": "2020-03-01"}
        with pytest.raises(
            ParameterOntbreekt, match=r"uwv\.dienst\.naar_werk\.maanden heeft geen waarde op 2020-03-01"
        ):
            besluit(UWV_TERMIJNEN, {"peildatum": "2025-09-08", "feiten": feiten})


def test_more_hours_or_months_are_judged_within_the_days_of_a_plan() -> None:
    eind, grond = bijstelling_oordeel(uwv(), dag("2025-06-02"))
    assert eind == dag("2025-06-16")
    assert (grond.regel, grond.vindplaats, grond.keuze) == ("uwv.plan.oordeel", "§4.5, §4.4.1", True)
    assert "binnen 14 dagen na ontvangst van de bijstelling op 2 juni 2025: uiterlijk 16 juni 2025" in grond.tekst

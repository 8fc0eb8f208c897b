from collections.abc import Iterable

import pytest

from app.domain.fouten import StapNietToegestaan
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand, eis_orderstap, toegestaan

S, T = Orderstap, Ordertoestand
WERKBEHOUD = [dienst for dienst in Dienst if dienst.werkbehoud]
MET_PLAN = [dienst for dienst in Dienst if not dienst.werkbehoud]
PLANSTAPPEN = {S.OPDRACHT, S.PLAN, S.PLANOORDEEL}
PLANTOESTANDEN = {T.OPDRACHT_VERSTREKT, T.PLAN_INGEDIEND, T.PLAN_AFGEKEURD, T.PLAN_HERZIEN}


def stappen(dienst: Dienst, toestanden: Iterable[Ordertoestand] = Ordertoestand) -> set[Orderstap]:
    return {stap for toestand in toestanden for stap in toegestaan(toestand, dienst)}


@pytest.mark.parametrize("dienst", MET_PLAN)
def test_a_service_with_a_plan_is_never_given_without_one(dienst: Dienst) -> None:
    assert stappen(dienst) >= PLANSTAPPEN
    assert S.VERSTREKKING not in stappen(dienst)


@pytest.mark.parametrize("dienst", WERKBEHOUD)
def test_werkbehoud_goes_from_werkplan_to_execution_without_a_plan(dienst: Dienst) -> None:
    assert S.VERSTREKKING in toegestaan(T.WERKPLAN, dienst)
    assert not PLANSTAPPEN & stappen(dienst)


@pytest.mark.parametrize("dienst", Dienst)
def test_only_werkfit_maken_is_evaluated_and_only_naar_werk_has_work(dienst: Dienst) -> None:
    evaluatie = {S.EVALUATIE, S.EVALUATIEBESLUIT} & stappen(dienst)
    werk = {S.WERKHERVATTING, S.ONDERBREKING} & stappen(dienst)
    assert bool(evaluatie) is (dienst is Dienst.WERKFIT_MAKEN)
    assert bool(werk) is (dienst is Dienst.NAAR_WERK)


@pytest.mark.parametrize("dienst", Dienst)
def test_every_running_service_is_adjusted_and_ended_and_no_other(dienst: Dienst) -> None:
    lopend = {S.BIJSTELLING, S.BIJSTELLINGSBESLUIT, S.BEEINDIGING, S.ZIEKTEPERIODE, S.TERUGMELDING, S.SIGNAAL}
    assert set(toegestaan(T.IN_UITVOERING, dienst)) >= lopend
    assert not stappen(dienst, set(Ordertoestand) - {T.IN_UITVOERING}) & lopend


@pytest.mark.parametrize("toestand", sorted(PLANTOESTANDEN | {T.WERKPLAN}))
def test_an_order_lapses_before_the_service_begins_only(toestand: Ordertoestand) -> None:
    assert S.VERVALLENVERKLARING in toegestaan(toestand, Dienst.NAAR_WERK)
    assert S.VERVALLENVERKLARING not in stappen(Dienst.NAAR_WERK, set(Ordertoestand) - PLANTOESTANDEN - {T.WERKPLAN})


@pytest.mark.parametrize("toestand", [T.BEEINDIGD, T.VOORTIJDIG_TERUGGEMELD])
def test_after_the_end_comes_the_report_and_then_the_judgement(toestand: Ordertoestand) -> None:
    for dienst in Dienst:
        assert S.EINDRAPPORTAGE in toegestaan(toestand, dienst)
        assert S.RESULTAATOORDEEL in toegestaan(T.EINDRAPPORTAGE_INGEDIEND, dienst)


@pytest.mark.parametrize("dienst", Dienst)
def test_what_is_over_allows_nothing_but_to_decide_on_an_objection_still_open(dienst: Dienst) -> None:
    assert toegestaan(T.VERVALLEN, dienst) == ()
    assert toegestaan(T.BEOORDEELD, dienst) == (S.BEZWAARBESLISSING,)


def test_every_step_can_be_taken_somewhere_and_every_state_but_the_last_leads_on() -> None:
    assert {stap for dienst in Dienst for stap in stappen(dienst)} == set(Orderstap)
    assert {toestand for toestand in Ordertoestand if not toegestaan(toestand, Dienst.NAAR_WERK)} == {T.VERVALLEN}


def test_a_step_in_order_passes() -> None:
    eis_orderstap(S.PLAN, T.OPDRACHT_VERSTREKT, Dienst.WERKFIT_MAKEN)


def test_a_step_out_of_order_says_the_state_and_what_it_allows() -> None:
    with pytest.raises(StapNietToegestaan) as fout:
        eis_orderstap(S.EVALUATIE, T.VERVALLEN, Dienst.WERKFIT_MAKEN)
    assert (fout.value.toestand, fout.value.toegestaan) == ("vervallen", ())
    assert fout.value.detail == "Evaluatie kan niet in toestand vervallen; nu kan: geen enkele stap."

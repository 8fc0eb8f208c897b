from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.dossier.termijn import Termijnplan
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Beeindiging, Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Terugmelding, Terugmeldreden, Ziekteperiode
from app.domain.uwv.order.ordertermijnen import feiten_van, termijnen_van_order
from app.domain.uwv.order.plan import Planoordeel
from app.domain.uwv.order.signaal import Signaal, Signaalsoort
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.orderdagen import UwvTermijnenUitkomst
from app.domain.uwv.termijnen import UWV_TERMIJNEN
from tests.domain.uwv.hulp import uwv
from tests.domain.uwv.order.gebeurtenissen import BIJSTELLING, EVALUATIE, WERK
from tests.domain.uwv.order.hulp_document import AKKOORD, DOOR, INGEDIEND, INKOOP, NU, order

T = Ordertoestand
AFGEKEURD = Planoordeel(akkoord=False, oordeel_op=date(2025, 7, 9), toelichting="Nee.", door=DOOR, op=NU)
ZONDER_OORDEEL = replace(INGEDIEND, oordeel=None)
GEWEIGERD = replace(INGEDIEND, oordeel=AFGEKEURD)
NOG_NIET = {"inkoop": None, "start_op": None, "einddatum": None}
ZIEK = Ziekteperiode(
    ziek_van=date(2025, 8, 1), terugmelden_vanaf=date(2025, 10, 31), hersteld_op=None, door=DOOR, op=NU
)
NAAR_WERK = {
    "dienst": Dienst.NAAR_WERK,
    "inkoop": replace(INKOOP, doorlooptijd_maanden=6),
}


def dagen_van(een: Inkooporder) -> UwvTermijnenUitkomst:
    return UWV_TERMIJNEN.beoordeel(uwv(), feiten_van(een)).uitkomst


def plannen(een: Inkooporder) -> dict[str, Termijnplan]:
    return {plan.naam: plan for plan in termijnen_van_order(een, dagen_van(een))}


def uiterlijk(een: Inkooporder) -> dict[str, str]:
    return {naam: plan.uiterlijk_op.isoformat() for naam, plan in plannen(een).items()}


def planfase(toestand: Ordertoestand, **anders: Any) -> Inkooporder:
    return order(toestand=toestand, **{**NOG_NIET, **anders})


class TestFeiten:
    def test_a_running_order_has_every_day_that_the_rule_asks(self) -> None:
        feiten = feiten_van(order())
        assert feiten.opdracht_op == date(2025, 7, 1)
        assert feiten.plan_ontvangen_op == date(2025, 7, 3)
        assert (feiten.plan_afgekeurd_op, feiten.akkoord_op) == (None, date(2025, 7, 9))
        assert (feiten.inkooporder_op, feiten.doorlooptijd_maanden) == (date(2025, 7, 9), 12)

    def test_a_refused_plan_gives_the_day_of_refusal_only(self) -> None:
        feiten = feiten_van(planfase(T.PLAN_AFGEKEURD, plannen=(GEWEIGERD,)))
        assert (feiten.plan_afgekeurd_op, feiten.akkoord_op) == (date(2025, 7, 9), None)

    def test_a_werkplan_alone_gives_no_day(self) -> None:
        feiten = feiten_van(planfase(T.WERKPLAN, opdracht=None, plannen=()))
        assert feiten.opdracht_op is feiten.plan_ontvangen_op is feiten.inkooporder_op is None


class TestPlanfase:
    @pytest.mark.parametrize("toestand", [T.WERKPLAN, T.BEOORDEELD, T.VERVALLEN])
    def test_nothing_is_due(self, toestand: Ordertoestand) -> None:
        assert plannen(order(toestand=toestand)) == {}

    def test_the_opdrachtnemer_hands_in_a_plan(self) -> None:
        plan = plannen(planfase(T.OPDRACHT_VERSTREKT, plannen=()))["reintegratieplan"]
        assert (plan.rol, plan.basis_op, plan.uiterlijk_op) == ("opdrachtnemer", date(2025, 7, 1), date(2025, 7, 29))

    def test_without_an_opdracht_no_plan_is_due(self) -> None:
        assert plannen(planfase(T.OPDRACHT_VERSTREKT, opdracht=None, plannen=())) == {}

    def test_uwv_judges_a_plan_and_the_adapted_one_anew(self) -> None:
        eerste = plannen(planfase(T.PLAN_INGEDIEND, plannen=(ZONDER_OORDEEL,)))
        herzien = plannen(planfase(T.PLAN_HERZIEN, plannen=(GEWEIGERD, ZONDER_OORDEEL)))
        assert (list(eerste), list(herzien)) == (["planoordeel"], ["planoordeel_2"])
        assert eerste["planoordeel"].rol == "uwv"
        assert eerste["planoordeel"].uiterlijk_op == date(2025, 7, 17)

    def test_a_refused_plan_is_adapted(self) -> None:
        assert uiterlijk(planfase(T.PLAN_AFGEKEURD, plannen=(GEWEIGERD,))) == {"planherstel": "2025-07-16"}

    def test_without_a_judgement_nothing_is_adapted(self) -> None:
        assert uiterlijk(planfase(T.PLAN_AFGEKEURD, plannen=(ZONDER_OORDEEL,))) == {}


class TestInUitvoering:
    def test_the_service_ends_and_is_evaluated(self) -> None:
        assert uiterlijk(order()) == {"einde_dienst": "2026-07-09", "evaluatiemoment": "2026-01-09"}

    def test_one_evaluation_is_enough(self) -> None:
        gedaan = replace(EVALUATIE, ontwikkelbaar=True, advies=None)
        assert list(plannen(order(evaluaties=(gedaan,)))) == ["einde_dienst"]

    def test_what_uwv_decides_waits_while_the_service_runs_and_no_longer(self) -> None:
        wacht = {"evaluaties": (EVALUATIE,), "einddatum": None}
        assert "evaluatiebesluit" in plannen(order(**wacht))
        assert "evaluatiebesluit" not in plannen(order(toestand=T.BEEINDIGD, beeindigd_op=date(2025, 8, 11), **wacht))

    @pytest.mark.parametrize(("maanden", "moment"), [(5, False), (6, True)])
    def test_a_service_that_ends_before_its_moment_is_not_evaluated(self, maanden: int, moment: bool) -> None:
        kort = order(inkoop=replace(INKOOP, doorlooptijd_maanden=maanden))
        assert ("evaluatiemoment" in plannen(kort)) is moment

    def test_without_an_order_there_is_no_end_and_no_evaluation(self) -> None:
        assert plannen(order(inkoop=None, plannen=(ZONDER_OORDEEL,))) == {}

    def test_other_services_are_not_evaluated(self) -> None:
        assert list(plannen(order(dienst=Dienst.BEGELEIDING_BIJ_SCHOLING))) == ["einde_dienst"]

    def test_an_illness_reminds_until_recovery_or_an_early_return(self) -> None:
        beter = replace(ZIEK, hersteld_op=date(2025, 8, 8))
        assert uiterlijk(order(ziekteperioden=(beter, ZIEK)))["terugmelding_2"] == "2025-10-31"
        terug = Terugmelding(
            reden=Terugmeldreden.LANGDURIGE_ZIEKTE,
            toelichting="Ziek.",
            client_akkoord_op=date(2025, 10, 31),
            gemeld_op=date(2025, 10, 31),
            besluit=None,
            door=DOOR,
            op=NU,
        )
        assert "terugmelding" not in plannen(order(ziekteperioden=(ZIEK,), terugmeldingen=(terug,)))

    def test_naar_werk_waits_for_a_first_working_day_and_then_for_full_months(self) -> None:
        wacht = plannen(order(**NAAR_WERK, einddatum=None))["werkhervatting"]
        assert (wacht.basis_op, wacht.uiterlijk_op) == (date(2026, 1, 9), date(2026, 4, 9))
        assert uiterlijk(order(**NAAR_WERK, werkhervattingen=(WERK,))) == {
            "einde_dienst": "2026-01-09",
            "plaatsing": "2025-12-01",
        }
        assert "plaatsing_2" in plannen(order(**NAAR_WERK, werkhervattingen=(WERK, WERK)))

    def test_a_plaatsing_leaves_nothing_to_wait_for(self) -> None:
        vol = replace(WERK, plaatsing_op=date(2025, 12, 1))
        assert list(plannen(order(**NAAR_WERK, werkhervattingen=(vol,)))) == ["einde_dienst"]

    def test_a_signal_reminds_uwv_on_its_day(self) -> None:
        signaal = Signaal(
            soort=Signaalsoort.WEIGERT_MEDEWERKING,
            gesignaleerd_op=date(2025, 8, 1),
            toelichting="Komt niet.",
            door=DOOR,
            op=NU,
        )
        plan = plannen(order(signalen=(signaal, signaal)))
        assert plan["signaal"].uiterlijk_op == plan["signaal_2"].uiterlijk_op == date(2025, 8, 1)


class TestNaHetEinde:
    @pytest.mark.parametrize("toestand", [T.BEEINDIGD, T.VOORTIJDIG_TERUGGEMELD])
    def test_the_end_report_is_due_and_nothing_of_the_service_is(self, toestand: Ordertoestand) -> None:
        gemeld = replace(BIJSTELLING, substantieel=False, bezwaar_tot=date(2025, 8, 15))
        ten_einde = order(
            toestand=toestand, beeindigd_op=date(2025, 8, 11), bijstellingen=(gemeld,), ziekteperioden=(ZIEK,)
        )
        assert uiterlijk(ten_einde) == {"eindrapportage": "2025-08-25"}

    def test_work_is_waited_for_after_naar_werk_ended_but_not_after_an_early_return(self) -> None:
        einde = {**NAAR_WERK, "beeindigd_op": date(2026, 1, 9)}
        assert uiterlijk(order(toestand=T.BEEINDIGD, **einde)) == {
            "eindrapportage": "2026-02-06",
            "werkhervatting": "2026-04-09",
        }
        assert list(plannen(order(toestand=T.EINDRAPPORTAGE_INGEDIEND, **einde))) == ["werkhervatting"]
        assert list(plannen(order(toestand=T.VOORTIJDIG_TERUGGEMELD, **einde))) == ["eindrapportage"]


def test_the_plan_that_was_agreed_with_gives_the_start() -> None:
    assert dagen_van(order()).start_op == AKKOORD.oordeel_op


def test_no_work_is_waited_for_of_who_was_returned_early() -> None:
    einde = Beeindiging(beeindigd_op=date(2025, 9, 1), reden=Eindreden.TERUGMELDING, toelichting=None, door=DOOR, op=NU)
    velden: dict[str, Any] = NAAR_WERK | {"toestand": T.EINDRAPPORTAGE_INGEDIEND, "beeindigd_op": einde.beeindigd_op}
    assert uiterlijk(order(**velden, beeindiging=einde)) == {}
    gewoon = replace(einde, reden=Eindreden.DOORLOOPTIJD)
    assert set(uiterlijk(order(**velden, beeindiging=gewoon))) == {"werkhervatting"}

from datetime import date

import pytest

from app.domain.basisdienstverlening.screening.termijnen import termijnen_van_screening
from app.domain.basisdienstverlening.screening.weigering import termijnen_na_weigering
from app.domain.beleid import Peil
from app.domain.dossier.termijn import Termijnplan
from tests.domain.basisdienstverlening.screening.gesprekken import feiten, screen
from tests.domain.peilen import dag, moment

ELDERS = {"weken_gewerkt_van36": 30}
"""Someone with a right to WW: another desk, so a rejection is proposed."""


def na_weigering(
    peil: Peil, op: str, *, spoed: bool = False, volledig_op: date | None = None, dak_of_thuisloos: bool = False
) -> dict[str, Termijnplan]:
    anders = {**ELDERS, "dak_of_thuisloos": dak_of_thuisloos}
    plannen = termijnen_na_weigering(
        peil,
        feiten(**anders),
        screen(peil, **anders).uitkomst,
        geweigerd_op=moment(f"{op}T11:00:00+02:00"),
        spoed=spoed,
        volledig_op=volledig_op,
    )
    return {plan.naam: plan for plan in plannen}


def test_everything_that_comes_with_an_ambitiegesprek_follows(peil: Peil) -> None:
    gewoon = termijnen_van_screening(
        peil,
        feiten(),
        screen(peil).uitkomst,
        meldingsdatum=dag("2021-06-14"),
        gerapporteerd_op=dag("2021-06-15"),
        spoed=False,
    )
    assert na_weigering(peil, "2021-06-15").keys() == {plan.naam for plan in gewoon} - {"rapportage"}


def test_on_the_day_of_the_talk_all_counts_from_the_talk(peil: Peil) -> None:
    plannen = na_weigering(peil, "2021-06-15")
    assert {plan.basis_op for plan in plannen.values()} == {dag("2021-06-15")}
    assert plannen["stukken"].uiterlijk_op == screen(peil).uitkomst.stukken_uiterlijk


@pytest.mark.parametrize(
    ("op", "basis"), [("2021-06-18", "2021-06-15"), ("2021-06-21", "2021-06-21"), ("2021-07-19", "2021-07-19")]
)
def test_once_a_day_has_passed_all_count_from_the_refusal(peil: Peil, op: str, basis: str) -> None:
    plannen = na_weigering(peil, op)
    assert plannen["ambitiegesprek"].basis_op == dag(op)
    assert {plan.basis_op for naam, plan in plannen.items() if naam != "ambitiegesprek"} == {dag(basis)}
    assert all(plan.uiterlijk_op >= dag(op) for plan in plannen.values())


def test_papers_of_a_complete_application_are_done(peil: Peil) -> None:
    plannen = na_weigering(peil, "2021-06-15", volledig_op=dag("2021-06-14"))
    klaar = {naam for naam, plan in plannen.items() if plan.afgedaan_op == dag("2021-06-14")}
    assert klaar == {"stukken", "nabellen"}


def test_who_has_no_home_fills_in_no_dariuz(peil: Peil) -> None:
    assert "diagnose" not in na_weigering(peil, "2021-06-15", dak_of_thuisloos=True)


@pytest.mark.parametrize("spoed", [True, False])
def test_broodnood_puts_all_of_it_first(peil: Peil, spoed: bool) -> None:
    assert {plan.spoed for plan in na_weigering(peil, "2021-06-15", spoed=spoed).values()} == {spoed}

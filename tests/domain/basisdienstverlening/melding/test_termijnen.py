from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.basisdienstverlening.melding import MeldingUitkomst, Route, termijnen_van_melding
from app.domain.basisdienstverlening.melding.termijnen import termijnen_met_partner
from app.domain.beleid import Peil
from tests.domain.peilen import dag

GEWOON = MeldingUitkomst(
    meldingsdatum=dag("2021-03-15"),
    route=Route.REGULIER,
    terugbellen_uiterlijk=None,
    screening_uiterlijk=dag("2021-03-17"),
    spoed=False,
    dak_of_thuisloos=False,
    regiobinding_toetsen=False,
    contactgemeente=None,
    zoekperiode_tot=None,
    streef_besluit=dag("2021-04-12"),
    besluit_uiterlijk=dag("2021-05-10"),
)


def test_a_plain_melding_asks_for_a_screening_and_a_decision() -> None:
    plannen = termijnen_van_melding(GEWOON)
    assert [(plan.soort, plan.uiterlijk_op) for plan in plannen] == [
        ("screening", dag("2021-03-17")),
        ("streefbesluit", dag("2021-04-12")),
        ("besluit", dag("2021-05-10")),
    ]
    assert {(plan.basis_op, plan.spoed, plan.herinnering) for plan in plannen} == {(dag("2021-03-15"), False, False)}


@pytest.mark.parametrize(
    ("veld", "op", "soort", "rol", "regel"),
    [
        ("terugbellen_uiterlijk", "2021-03-16", "terugbellen", "receptie", "iom.melding.kanaal"),
        ("zoekperiode_tot", "2021-04-12", "zoekperiode", "inkomensconsulent", "wet.pw.zoekperiode"),
    ],
)
def test_what_holds_for_some_is_a_term_for_them(veld: str, op: str, soort: str, rol: str, regel: str) -> None:
    anders: dict[str, Any] = {veld: dag(op)}
    plannen = {plan.naam: plan for plan in termijnen_van_melding(replace(GEWOON, **anders))}
    gevonden = plannen[soort]
    assert (gevonden.uiterlijk_op, gevonden.rol, gevonden.regel.id) == (dag(op), rol, regel)


def test_without_a_screening_there_is_no_term_for_it() -> None:
    assert "screening" not in [plan.soort for plan in termijnen_van_melding(replace(GEWOON, screening_uiterlijk=None))]


def test_broodnood_signals_the_coordinator_the_day_itself_and_hurries_everything() -> None:
    plannen = {plan.naam: plan for plan in termijnen_van_melding(replace(GEWOON, spoed=True))}
    broodnood = plannen["broodnood"]
    assert (broodnood.rol, broodnood.uiterlijk_op) == ("coordinator", dag("2021-03-15"))
    assert {plan.spoed for plan in plannen.values()} == {True}


@pytest.mark.parametrize("screening_uiterlijk", [None, dag("2021-03-17")])
def test_a_partner_who_is_screened_has_a_term_also_where_who_reported_has_none(
    peil: Peil, screening_uiterlijk: date | None
) -> None:
    plannen = termijnen_met_partner(peil, replace(GEWOON, screening_uiterlijk=screening_uiterlijk))
    assert [plan.uiterlijk_op for plan in plannen if plan.naam == "screening"] == [dag("2021-03-17")]

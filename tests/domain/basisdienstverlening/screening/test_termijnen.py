"""Which terms a screening starts."""

from typing import Any

import pytest

from app.domain.basisdienstverlening.screening import SCREENING
from app.domain.basisdienstverlening.screening.feiten import DariuzInvullen, Vraag
from app.domain.basisdienstverlening.screening.termijnen import (
    besluit_volgt,
    plan_gesprek_alsnog,
    termijnen_van_screening,
)
from app.domain.dossier.termijn import Termijnplan
from tests.domain.basisdienstverlening.screening.gesprekken import feiten, screen
from tests.domain.peilen import dag, peil

ALTIJD = {"rapportage"}
GESPREK = {"ambitiegesprek", "diagnose"}
AANVRAAG = {"stukken", "nabellen", "inkomensafspraak"}


def plannen(*, spoed: bool = False, **anders: Any) -> dict[str, Termijnplan]:
    gegeven = feiten(**anders)
    uitkomst = SCREENING.beoordeel(peil(), gegeven).uitkomst
    gemaakt = termijnen_van_screening(
        peil(), gegeven, uitkomst, meldingsdatum=dag("2021-06-14"), gerapporteerd_op=dag("2021-06-16"), spoed=spoed
    )
    return {plan.soort: plan for plan in gemaakt}


@pytest.mark.parametrize(
    ("anders", "soorten"),
    [
        ({}, ALTIJD | GESPREK | AANVRAAG),
        ({"dariuz": DariuzInvullen.NIET}, ALTIJD | {"ambitiegesprek"} | AANVRAAG),
        ({"recht_op_studiefinanciering": True}, ALTIJD),
        ({"recht_op_studiefinanciering": True, "geboortedatum": dag("2001-01-01")}, ALTIJD | GESPREK),
        ({"vraag": Vraag.WERK, "inkomen_tot120_wml": True}, ALTIJD | GESPREK),
        ({"vraag": Vraag.HULP}, ALTIJD),
        ({"vraag": Vraag.SCHULD, "broodnood": True}, ALTIJD | {"voorschot"}),
    ],
)
def test_only_terms_that_make_sense_for_the_outcome(anders: dict[str, Any], soorten: set[str]) -> None:
    assert set(plannen(**anders)) == soorten


def test_each_term_has_its_day_its_rule_and_who_is_next() -> None:
    gevonden = {
        soort: (str(plan.uiterlijk_op), plan.regel.id.removeprefix("iom."), plan.rol, plan.herinnering)
        for soort, plan in plannen(broodnood=True).items()
    }
    traject, inkomen = "trajectconsulent", "inkomensconsulent"
    assert gevonden == {
        "ambitiegesprek": ("2021-06-22", "screening.ambitiegesprek", traject, False),
        "diagnose": ("2021-06-20", "screening.diagnose", traject, False),
        "stukken": ("2021-06-22", "screening.stukken", inkomen, False),
        "nabellen": ("2021-06-21", "screening.stukken", inkomen, True),
        "inkomensafspraak": ("2021-06-29", "screening.inkomensafspraak", inkomen, False),
        "rapportage": ("2021-06-17", "screening.rapportage", inkomen, False),
        "voorschot": ("2021-07-12", "voorschot.verzoek", inkomen, False),
    }


def test_the_report_is_in_already_and_counts_by_the_hour() -> None:
    rapportage = plannen()["rapportage"]
    assert rapportage.afgedaan_op == dag("2021-06-16")
    assert str(rapportage.uiterlijk_moment) == "2021-06-17 08:00:00+00:00"


def test_an_urgent_melding_makes_every_term_urgent_and_broodnood_the_voorschot_alone() -> None:
    assert all(plan.spoed for plan in plannen(spoed=True).values())
    assert [soort for soort, plan in plannen(broodnood=True).items() if plan.spoed] == ["voorschot"]


@pytest.mark.parametrize(
    ("anders", "volgt"),
    [
        ({}, True),
        ({"recht_op_studiefinanciering": True}, True),
        ({"recht_op_studiefinanciering": True, "geboortedatum": dag("2001-01-01")}, False),
        ({"vraag": Vraag.WERK, "inkomen_tot120_wml": True}, False),
    ],
)
def test_an_application_and_a_proposed_rejection_are_decided_by_beschikking(
    anders: dict[str, Any], volgt: bool
) -> None:
    assert besluit_volgt(feiten(**anders), screen(**anders).uitkomst) is volgt


def test_the_first_voorschot_counts_from_the_melding() -> None:
    assert plannen(broodnood=True)["voorschot"].basis_op == dag("2021-06-14")


def test_after_a_refused_rejection_the_ambitiegesprek_is_due_from_that_day() -> None:
    plan = plan_gesprek_alsnog(peil(), dag("2021-06-18"), spoed=True)
    assert (plan.soort, plan.uiterlijk_op, plan.spoed) == ("ambitiegesprek", dag("2021-06-25"), True)

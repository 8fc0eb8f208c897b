from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.plan import PLAN_INHOUD, Reintegratieplan, planfouten
from tests.domain.uwv.order.hulp_document import PLAN

VELDEN = [
    "startsituatie",
    "activiteiten",
    "doorverwijzing",
    "doorlooptijd_maanden",
    "administratie_uren",
    "visie_client",
    "gezien_op",
]


def missend(plan: Reintegratieplan, dienst: Dienst = Dienst.WERKFIT_MAKEN) -> list[str]:
    return [fout.pad for fout in planfouten(plan, dienst)]


def test_a_whole_plan_lacks_nothing() -> None:
    assert missend(PLAN) == []


def test_an_empty_plan_names_everything_with_its_rule() -> None:
    fouten = list(planfouten(Reintegratieplan(), Dienst.NAAR_WERK))
    assert [fout.pad for fout in fouten] == VELDEN
    assert {fout.code for fout in fouten} == {"plan-onvolledig"}
    assert all(PLAN_INHOUD.id in fout.detail for fout in fouten)


@pytest.mark.parametrize("veld", VELDEN)
def test_each_part_is_named_by_itself(veld: str) -> None:
    leeg: dict[str, Any] = {veld: () if veld == "activiteiten" else None}
    assert missend(replace(PLAN, **leeg)) == [veld]


def test_a_fixed_price_has_no_hours_and_each_that_is_given_is_named() -> None:
    activiteiten = tuple(replace(een, uren=Decimal(0)) for een in PLAN.activiteiten)
    zonder = replace(PLAN, activiteiten=activiteiten, administratie_uren=None)
    assert missend(zonder, Dienst.PRAKTIJKASSESSMENT) == []
    velden = [f"activiteiten[{n}].uren" for n in range(len(PLAN.activiteiten))]
    fouten = list(planfouten(PLAN, Dienst.PRAKTIJKASSESSMENT))
    assert [fout.pad for fout in fouten] == ["administratie_uren", *velden]
    assert {(fout.code, "uwv.dienst" in fout.detail) for fout in fouten} == {("niet-van-toepassing", True)}


def test_no_hours_for_paperwork_are_hours_that_were_given() -> None:
    assert missend(replace(PLAN, administratie_uren=Decimal(0))) == []


def test_milestones_and_a_deviation_may_be_absent() -> None:
    assert missend(replace(PLAN, mijlpalen=(), afwijking=None)) == []


@pytest.mark.parametrize(("administratie", "uren"), [(Decimal(3), "25.50"), (None, "22.50")])
def test_the_hours_are_those_of_activities_and_paperwork_together(administratie: Decimal | None, uren: str) -> None:
    plan = replace(PLAN, administratie_uren=administratie, gezien_op=date(2025, 7, 2))
    assert plan.uren == Decimal(uren)

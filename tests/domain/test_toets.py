"""Which day's policy decides: that of the peildatum, unless an order keeps the version of its own day."""

from typing import Any

import pytest

from app.domain.termijntoetsen.termijn import TERMIJN
from app.domain.toets import Toets
from app.domain.uwv.inzet import UWV_DIENST
from app.domain.uwv.versie import UWV_VERSIE
from tests.domain.peilen import dag
from tests.domain.vectoren import lees_feiten

PEILDATUM = dag("2030-01-01")


def test_the_peildatum_decides_unless_a_toets_says_otherwise() -> None:
    assert TERMIJN.beleidsdag(lees_feiten(TERMIJN, TERMIJN.voorbeeld), PEILDATUM) == PEILDATUM


@pytest.mark.parametrize("toets", [UWV_VERSIE, UWV_DIENST], ids=["uwv-versie", "uwv-dienst"])
@pytest.mark.parametrize("opdracht", ["2020-03-01", "2025-04-07"])
def test_an_order_keeps_the_policy_of_its_own_day(toets: Toets[Any, Any], opdracht: str) -> None:
    feiten = lees_feiten(toets, {**toets.voorbeeld, "opdrachtOp": opdracht})
    assert toets.beleidsdag(feiten, PEILDATUM) == dag(opdracht)

"""Voorschot: the least amount and the day of the next one."""

import pytest

from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.basisdienstverlening.voorschot import VOORSCHOT, VoorschotFeiten, VoorschotUitkomst, voorschot_uiterlijk
from app.domain.besluit import Besluit
from tests.domain.peilen import dag, euro, met_waarde
from tests.domain.peilen import peil as peil_op


def beoordeel(op: str, leefvorm: Leefvorm = Leefvorm.ALLEENSTAAND) -> Besluit[VoorschotUitkomst]:
    return VOORSCHOT.beoordeel(peil_op(op), VoorschotFeiten(leefvorm=leefvorm))


@pytest.mark.parametrize(
    ("op", "leefvorm", "minimum"),
    [
        ("2021-03-15", Leefvorm.ALLEENSTAAND, "967.90"),
        ("2021-03-15", Leefvorm.GEHUWD, "1382.71"),
        ("2021-03-15", Leefvorm.SAMENWONEND, "1382.71"),
        ("2025-12-31", Leefvorm.ALLEENSTAAND, "1232.15"),
        ("2026-01-01", Leefvorm.ALLEENSTAAND, "1331.43"),
    ],
)
def test_the_minimum_is_a_percentage_of_the_norm_of_that_day_and_household(
    op: str, leefvorm: Leefvorm, minimum: str
) -> None:
    assert beoordeel(op, leefvorm).uitkomst.minimum == euro(minimum)


def test_half_a_cent_rounds_up() -> None:
    beleid = met_waarde(peil_op().beleid, "wet.pw.bijstandsnorm.alleenstaande", euro("1000.05"))
    besluit = VOORSCHOT.beoordeel(beleid.op(dag("2021-03-15")), VoorschotFeiten(leefvorm=Leefvorm.ALLEENSTAAND))
    assert besluit.uitkomst.minimum == euro("900.05")


def test_the_next_is_due_four_weeks_later_and_never_on_a_rest_day() -> None:
    assert beoordeel("2021-03-15").uitkomst.volgende_uiterlijk == dag("2021-04-12")
    assert voorschot_uiterlijk(peil_op("2021-03-08"), dag("2021-03-08")) == dag("2021-04-06")


def test_the_reason_says_the_percentage_and_the_amount() -> None:
    (grond,) = beoordeel("2021-03-15").motivering
    assert grond.regel == "iom.voorschot.verzoek"
    assert "90% van de norm voor een alleenstaande (€ 1075,44): € 967,90" in grond.tekst
    assert "12 april 2021, 4 weken later" in grond.tekst
    assert not grond.keuze

"""Voorschot: the least amount and the day of the next one."""

from typing import Any

import pytest

from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.basisdienstverlening.voorschot import (
    VOORSCHOT,
    VoorschotFeiten,
    VoorschotUitkomst,
    motiveer_lager,
    voorschot_uiterlijk,
)
from app.domain.besluit import Besluit
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag, euro, met_waarde
from tests.domain.peilen import peil as peil_op


def feiten(**anders: Any) -> VoorschotFeiten:
    basis: dict[str, Any] = {"leefvorm": Leefvorm.ALLEENSTAAND, "geboortedatum": dag("1987-06-05")}
    return VoorschotFeiten(**basis | anders)


def beoordeel(op: str, leefvorm: Leefvorm = Leefvorm.ALLEENSTAAND, **anders: Any) -> Besluit[VoorschotUitkomst]:
    return VOORSCHOT.beoordeel(peil_op(op), feiten(leefvorm=leefvorm, **anders))


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
    besluit = VOORSCHOT.beoordeel(beleid.op(dag("2021-03-15")), feiten())
    assert besluit.uitkomst.minimum == euro("900.05")


def test_the_next_is_due_four_weeks_later_and_never_on_a_rest_day() -> None:
    assert beoordeel("2021-03-15").uitkomst.volgende_uiterlijk == dag("2021-04-12")
    assert voorschot_uiterlijk(peil_op("2021-03-08"), dag("2021-03-08")) == dag("2021-04-06")


def test_the_reason_says_the_percentage_the_amount_and_what_it_supposes() -> None:
    minimum, volgende = beoordeel("2021-03-15").motivering
    assert {minimum.regel, volgende.regel} == {"iom.voorschot.verzoek"}
    assert "90% van de bijstand; zonder eigen inkomen" in minimum.tekst
    assert "norm voor een alleenstaande (€ 1075,44), en het minimum € 967,90" in minimum.tekst
    assert "12 april 2021, 4 weken later" in volgende.tekst
    assert not minimum.keuze
    assert not volgende.keuze


@pytest.mark.parametrize(
    ("geboortedatum", "geldt"),
    [("2000-03-15", True), ("2000-03-16", False), ("1954-11-16", True), ("1954-11-15", False)],
)
def test_a_minimum_is_known_from_21_to_pension_age(geboortedatum: str, geldt: bool) -> None:
    besluit = beoordeel("2021-03-15", geboortedatum=dag(geboortedatum))
    assert (besluit.uitkomst.minimum is not None) is geldt
    assert ("geen norm bekend" in besluit.motivering[0].tekst) is not geldt


def test_the_age_of_a_partner_counts_in_a_household_of_two() -> None:
    jong: dict[str, Any] = {"geboortedatum_partner": dag("2001-01-01")}
    samen = beoordeel("2021-03-15", Leefvorm.SAMENWONEND, **jong)
    assert samen.uitkomst.minimum is None
    assert "De partner is jonger dan 21 jaar" in samen.motivering[0].tekst
    assert beoordeel("2021-03-15", **jong).uitkomst.minimum == euro("967.90")


def test_an_unknown_age_of_a_partner_is_named() -> None:
    assert "partner is niet bekend" in beoordeel("2021-03-15", Leefvorm.GEHUWD).motivering[0].tekst
    bekend = beoordeel("2021-03-15", Leefvorm.GEHUWD, geboortedatum_partner=dag("1990-01-01"))
    assert "partner" not in bekend.motivering[0].tekst


@pytest.mark.parametrize("pad", ["geboortedatum", "geboortedatum_partner"])
def test_nobody_is_born_after_the_day(pad: str) -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        beoordeel("2021-03-15", Leefvorm.GEHUWD, **{pad: dag("2021-03-16")})
    assert [fout.pad for fout in gevangen.value.fouten] == [pad]


def test_less_than_the_minimum_is_told_with_both_amounts() -> None:
    grond = motiveer_lager(euro("350.00"), euro("967.90"))
    assert (grond.regel, "€ 350,00" in grond.tekst, "€ 967,90" in grond.tekst) == ("iom.voorschot.verzoek", True, True)

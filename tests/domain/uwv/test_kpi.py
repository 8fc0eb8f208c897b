from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.kpi import Ordercijfers, Ordertelling, Termijntelling, deel, orderstuurinformatie

TELLING = Ordertelling(
    dienst=Dienst.WERKFIT_MAKEN,
    opdrachtnemer_id=UUID(int=1),
    behaald=2,
    niet_behaald=1,
    telt_niet_mee=1,
    dagen=401,
    mediaan_dagen=Decimal("90.5"),
    termijnen_opdrachtnemer=Termijntelling(gehaald=7, gemist=1),
    termijnen_uwv=Termijntelling(gehaald=4, gemist=0),
)
AANTAL = st.integers(0, 10_000)


def cijfers(**anders: Any) -> Ordercijfers:
    (een,) = orderstuurinformatie([replace(TELLING, **anders)]).resultaten
    return een


def test_the_figures_of_what_was_counted() -> None:
    uit = cijfers()
    assert uit == Ordercijfers(
        dienst=Dienst.WERKFIT_MAKEN,
        opdrachtnemer_id=UUID(int=1),
        beoordeeld=4,
        behaald=2,
        niet_behaald=1,
        telt_niet_mee=1,
        resultaatpercentage=Decimal("66.67"),
        gemiddelde_dagen=Decimal("100.25"),
        mediaan_dagen=Decimal("90.50"),
        termijnen_opdrachtnemer=Termijntelling(gehaald=7, gemist=1),
        termijnen_uwv=Termijntelling(gehaald=4, gemist=0),
        motivering=uit.motivering,
    )


def test_nothing_counted_gives_no_figures() -> None:
    assert orderstuurinformatie([]).resultaten == ()


def test_without_an_order_that_counts_there_is_no_percentage() -> None:
    assert cijfers(behaald=0, niet_behaald=0).resultaatpercentage is None
    assert cijfers(behaald=0).resultaatpercentage == 0


@pytest.mark.parametrize(
    ("teller", "noemer", "uitkomst"), [(1, 8, "0.13"), (1, 200, "0.01"), (1, 201, "0.00"), (100, 1, "100.00")]
)
def test_half_a_hundredth_goes_up(teller: int, noemer: int, uitkomst: str) -> None:
    assert str(deel(teller, noemer)) == uitkomst


@pytest.mark.parametrize(("aantal", "wat"), [(0, "tellen 0 orders"), (1, "telt 1 order"), (2, "tellen 2 orders")])
def test_the_rules_say_what_does_not_count(aantal: int, wat: str) -> None:
    evaluatie, terugmelding = cijfers(telt_niet_mee=aantal).motivering
    assert (evaluatie.regel, terugmelding.regel) == ("uwv.evaluatie", "uwv.terugmelding")
    assert (evaluatie.keuze, terugmelding.keuze) == (False, True)
    assert evaluatie.tekst.endswith(f"hier {wat} niet mee.")


@given(behaald=AANTAL, niet_behaald=AANTAL, telt_niet_mee=st.integers(1, 10_000))
def test_a_percentage_lies_from_nothing_to_all_and_within_half_a_hundredth(
    behaald: int, niet_behaald: int, telt_niet_mee: int
) -> None:
    uit = cijfers(behaald=behaald, niet_behaald=niet_behaald, telt_niet_mee=telt_niet_mee)
    assert uit.beoordeeld == behaald + niet_behaald + telt_niet_mee
    if behaald + niet_behaald == 0:
        assert uit.resultaatpercentage is None
        return
    assert uit.resultaatpercentage is not None
    assert 0 <= uit.resultaatpercentage <= 100
    echt = Fraction(100 * behaald, behaald + niet_behaald)
    assert abs(Fraction(uit.resultaatpercentage) - echt) <= Fraction(1, 200)


@given(behaald=AANTAL, niet_behaald=AANTAL, erbij=AANTAL)
def test_what_does_not_count_never_moves_the_percentage_and_a_result_never_lowers_it(
    behaald: int, niet_behaald: int, erbij: int
) -> None:
    gewoon = cijfers(behaald=behaald, niet_behaald=niet_behaald).resultaatpercentage
    assert cijfers(behaald=behaald, niet_behaald=niet_behaald, telt_niet_mee=1 + erbij).resultaatpercentage == gewoon
    beter = cijfers(behaald=behaald + erbij, niet_behaald=niet_behaald).resultaatpercentage
    assert gewoon is None or (beter is not None and beter >= gewoon)

import pytest

from app.domain.beleid import Peil
from app.domain.fouten import OngeldigeInvoer
from app.domain.termijnen import Eenheid
from app.domain.termijntoetsen.termijn import TERMIJN, TermijnFeiten, toets_termijn
from tests.domain.peilen import dag, peil
from tests.domain.vectoren import Geval, controleer, gevallen, lees_feiten


@pytest.mark.parametrize("geval", gevallen("termijn"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(TERMIJN, geval)


@pytest.mark.parametrize("peildatum", ["1900-01-01", "2021-06-15", "2199-12-31"])
def test_a_term_can_be_asked_on_every_peildatum(peildatum: str) -> None:
    feiten = TermijnFeiten(vanaf=dag("2021-04-01"), aantal=2, eenheid=Eenheid.WERKDAGEN, wettelijk=False)
    assert toets_termijn(peil(peildatum), feiten).uitkomst.uiterlijk == dag("2021-04-07")


def test_a_thousand_werkdagen_are_nearly_four_years(peil: Peil) -> None:
    feiten = TermijnFeiten(vanaf=dag("2021-01-01"), aantal=1000, eenheid=Eenheid.WERKDAGEN, wettelijk=True)
    assert toets_termijn(peil, feiten).uitkomst.uiterlijk == dag("2024-12-09")


def test_an_end_outside_the_calendar_names_vanaf(peil: Peil) -> None:
    feiten = TermijnFeiten(vanaf=dag("2199-01-01"), aantal=1000, eenheid=Eenheid.MAANDEN, wettelijk=False)
    with pytest.raises(OngeldigeInvoer) as fout:
        toets_termijn(peil, feiten)
    assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("vanaf", "buiten-kalender")]


def test_the_example_can_be_asked(peil: Peil) -> None:
    assert toets_termijn(peil, lees_feiten(TERMIJN, TERMIJN.voorbeeld)).uitkomst.uiterlijk == dag("2021-05-14")

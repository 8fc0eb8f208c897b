from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.beleid import Peil
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from app.domain.termijnen import Kalender
from app.domain.termijntoetsen.beslistermijn import BESLISTERMIJN, bepaal_beslistermijn, toets_beslistermijn
from app.domain.termijntoetsen.opschorting import Opschorting
from tests.domain import peilen
from tests.domain.peilen import dag
from tests.domain.vectoren import Geval, controleer, gevallen, lees_feiten


@pytest.mark.parametrize("geval", gevallen("beslistermijn"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(BESLISTERMIJN, geval)


def opschorting(van: date, dagen: int) -> Opschorting:
    return Opschorting(verzoek_op=van, hersteltermijn_tot=van + timedelta(days=dagen))


def test_suspension_comes_before_the_atw(peil: Peil) -> None:
    # 8 weeks end on Ascension day 2021; with two days of suspension on a Saturday.
    vanaf = dag("2021-03-18")
    besluit = bepaal_beslistermijn(peil, vanaf, (opschorting(dag("2021-04-01"), 2),))
    assert besluit.uitkomst.uiterlijk == dag("2021-05-17")
    assert besluit.uitkomst.opgeschorte_dagen == 2
    assert besluit.uitkomst.streefdatum == dag("2021-04-15")


def test_a_long_suspension_does_not_make_the_term_too_long_for_the_atw(peil: Peil) -> None:
    besluit = bepaal_beslistermijn(peil, dag("2021-03-18"), (opschorting(dag("2021-04-01"), 100),))
    assert besluit.uitkomst.uiterlijk == dag("2021-08-23")  # 21 August is a Saturday


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30))))
def test_every_suspended_day_is_added_before_the_atw(vanaf: date, stukken: list[tuple[int, int]]) -> None:
    delen, op = [], vanaf
    for tussen, duur in stukken:
        delen.append(opschorting(op + timedelta(days=tussen), duur))
        op = delen[-1].hersteltermijn_tot
    uitkomst = bepaal_beslistermijn(peilen.peil(), vanaf, delen).uitkomst
    stil = sum(duur for _, duur in stukken)
    assert uitkomst.opgeschorte_dagen == stil
    assert uitkomst.uiterlijk == Kalender().geen_rustdag(vanaf + timedelta(days=56 + stil))
    assert uitkomst.streefdatum == vanaf + timedelta(days=28)


def test_the_reasons_follow_the_order_of_application(peil: Peil) -> None:
    feiten = lees_feiten(BESLISTERMIJN, BESLISTERMIJN.voorbeeld)
    besluit = toets_beslistermijn(peil, feiten)
    termijn, stilstand = besluit.motivering
    assert (termijn.regel, termijn.keuze) == ("iom.aanvraag.beslistermijn", False)
    assert "binnen 8 weken na 18 maart 2021" in termijn.tekst
    assert "4 weken: 15 april 2021" in termijn.tekst
    assert (stilstand.regel, stilstand.bron) == ("wet.awb.opschorting", "Awb, IOM PB")
    assert "6 dagen stil, tot de aanvulling op 31 maart 2021; hij eindigt op 19 mei 2021" in stilstand.tekst


def test_each_suspension_has_its_own_reason(peil: Peil) -> None:
    delen = (opschorting(dag("2021-03-20"), 1), opschorting(dag("2021-03-24"), 0))
    _, een, nul, _, verlengd = bepaal_beslistermijn(peil, dag("2021-03-17"), delen).motivering
    assert "1 dag stil, tot het einde van de hersteltermijn op 21 maart 2021" in een.tekst
    assert nul.tekst == "Na het verzoek van 24 maart 2021 staat de termijn niet stil."
    assert verlengd.regel == "wet.atw.verlenging"


def test_a_start_that_is_a_choice_marks_the_term(peil: Peil) -> None:
    grond = bepaal_beslistermijn(peil, dag("2021-03-15"), keuze=True).motivering[0]
    assert grond.keuze


def test_nothing_is_known_before_the_policy_began() -> None:
    with pytest.raises(ParameterOntbreekt):
        bepaal_beslistermijn(peilen.peil("2020-12-31"), dag("2021-01-01"))


def test_an_end_outside_the_calendar_names_the_field(peil: Peil) -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        bepaal_beslistermijn(peil, dag("2199-12-01"), pad="gemeld_op")
    assert fout.value.fouten[0].pad == "gemeld_op"
    with pytest.raises(OngeldigeInvoer):
        bepaal_beslistermijn(peil, dag("2199-10-31"), (opschorting(dag("2199-11-01"), 30),))

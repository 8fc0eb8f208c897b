import pytest

from app.domain.uwv.versie import UWV_VERSIE, UwvVersieFeiten, UwvVersieUitkomst, toets_uwv_versie
from tests.domain.peilen import boek, dag
from tests.domain.uwv.hulp import regels
from tests.domain.vectoren import Geval, besluit, controleer, gevallen


@pytest.mark.parametrize("geval", gevallen("uwv-versie"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_VERSIE, geval)


def test_the_example_can_be_asked() -> None:
    uitkomst, _ = besluit(UWV_VERSIE, {"peildatum": UWV_VERSIE.voorbeeld_peildatum, "feiten": UWV_VERSIE.voorbeeld})
    assert uitkomst == {"versie": "7.1", "cijfersBekend": True}


@pytest.mark.parametrize(
    ("opdracht", "versie", "bekend", "keuze"),
    [
        ("2016-06-30", None, False, False),
        ("2016-07-01", "1.1", False, False),
        ("2019-05-31", "4.0", False, False),
        ("2019-06-01", "4.1", False, True),  # two versions name this day: the later one is a choice
        ("2019-06-02", "4.1", False, False),
        ("2024-12-31", "6.2", False, False),
        ("2025-01-01", "7.1", True, True),
        ("2025-01-02", "7.1", True, False),
        ("2199-12-31", "7.1", True, False),
    ],
)
def test_the_day_of_the_order_picks_the_version(opdracht: str, versie: str | None, bekend: bool, keuze: bool) -> None:
    op = dag(opdracht)
    oordeel = toets_uwv_versie(boek().voor("uwv", op).op(op), UwvVersieFeiten(opdracht_op=op))
    assert oordeel.uitkomst == UwvVersieUitkomst(versie=versie, cijfers_bekend=bekend)
    assert regels(oordeel) == ["uwv.versie"]
    assert oordeel.motivering[0].keuze is keuze


def test_an_order_keeps_its_version_whenever_it_is_asked() -> None:
    for peildatum in ("2016-01-01", "2030-01-01"):
        uitkomst, _ = besluit(UWV_VERSIE, {"peildatum": peildatum, "feiten": {"opdrachtOp": "2020-03-01"}})
        assert uitkomst["versie"] == "4.1"


@pytest.mark.parametrize(
    ("opdracht", "woorden"),
    [
        ("2016-06-30", "Op 30 juni 2016 gold nog geen versie"),
        ("2020-03-01", "valt onder versie 4.1; de cijfers van die versie zijn hier niet opgenomen."),
        ("2025-03-01", "Een opdracht van 1 maart 2025 valt onder versie 7.1."),
    ],
)
def test_the_reason_says_which_version_and_whether_its_figures_are_held(opdracht: str, woorden: str) -> None:
    _, motivering = besluit(UWV_VERSIE, {"peildatum": "2025-03-01", "feiten": {"opdrachtOp": opdracht}})
    assert woorden in motivering[0].tekst


def test_asking_whether_figures_are_held_is_no_use_of_them() -> None:
    peil = boek().voor("uwv", dag("2025-03-01")).op(dag("2025-03-01"))
    toets_uwv_versie(peil, UwvVersieFeiten(opdracht_op=dag("2025-03-01")))
    assert [waarde.parameter for waarde in peil.geraadpleegd] == ["uwv.versie"]

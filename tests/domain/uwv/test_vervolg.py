import pytest

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.vervolg import UWV_VERVOLG, UwvVervolgFeiten, toets_uwv_vervolg
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

MODULAIR = "geen_vervolg modulair praktijkassessment werkfit_maken naar_werk scholing werkgeversservicepunt"
TABEL = {
    "participatie_interventie": MODULAIR,
    "bevorderen_maatschappelijke_deelname": MODULAIR,
    "begeleiding_bij_scholing": "geen_vervolg naar_werk werkgeversservicepunt",
    "werkfit_maken": "geen_vervolg naar_werk scholing werkgeversservicepunt",
    "praktijkassessment": "geen_vervolg modulair werkfit_maken naar_werk scholing werkgeversservicepunt",
    "naar_werk": "",
    "werkbehoud_loondienst": "",
    "werkbehoud_zelfstandige": "",
}


def mogelijk(dienst: Dienst, *, plaatsing: bool) -> list[str]:
    uitkomst = toets_uwv_vervolg(uwv(), UwvVervolgFeiten(dienst=dienst, plaatsing=plaatsing)).uitkomst
    return [vervolg.value for vervolg in uitkomst.mogelijkheden]


@pytest.mark.parametrize("geval", gevallen("uwv-vervolg"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_VERVOLG, geval)


def test_the_example_can_be_asked() -> None:
    uitkomst, _ = besluit(UWV_VERVOLG, {"peildatum": UWV_VERVOLG.voorbeeld_peildatum, "feiten": UWV_VERVOLG.voorbeeld})
    assert uitkomst["mogelijkheden"] == TABEL["werkfit_maken"].split()


@pytest.mark.parametrize("dienst", Dienst)
def test_what_may_follow_stands_in_the_table_in_its_order(dienst: Dienst) -> None:
    assert mogelijk(dienst, plaatsing=False) == TABEL[dienst.value].split()


@pytest.mark.parametrize("dienst", Dienst)
def test_a_plaatsing_opens_werkbehoud_after_naar_werk_and_changes_nothing_else(dienst: Dienst) -> None:
    verwacht = ["werkbehoud"] if dienst is Dienst.NAAR_WERK else TABEL[dienst.value].split()
    assert mogelijk(dienst, plaatsing=True) == verwacht


@pytest.mark.parametrize(
    ("dienst", "plaatsing", "tekst"),
    [
        (Dienst.NAAR_WERK, True, "Na Naar werk kan volgen: werkbehoud."),
        (Dienst.NAAR_WERK, False, "Na Naar werk noemt de bron geen vervolg."),
        (
            Dienst.BEGELEIDING_BIJ_SCHOLING,
            False,
            "Na Begeleiding bij scholing kan volgen: geen vervolg, naar werk en werkgeversservicepunt.",
        ),
    ],
)
def test_the_reason_names_what_may_follow(dienst: Dienst, plaatsing: bool, tekst: str) -> None:
    gegeven = toets_uwv_vervolg(uwv(), UwvVervolgFeiten(dienst=dienst, plaatsing=plaatsing))
    assert regels(gegeven) == ["uwv.vervolg"]
    assert gegeven.motivering[0].tekst == tekst

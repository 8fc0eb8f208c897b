from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.ziekte import UWV_ZIEKTE, UwvZiekteFeiten, toets_uwv_ziekte
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

ZIEK = dag("2025-06-02")


def feiten(dienst: Dienst, soort: Clientsoort, dagen: int) -> UwvZiekteFeiten:
    return UwvZiekteFeiten(dienst=dienst, clientsoort=soort, ziek_van=ZIEK, peil_op=ZIEK + timedelta(dagen))


def weken(dienst: Dienst, soort: Clientsoort) -> int:
    return 4 if dienst.werkbehoud or soort is Clientsoort.ZW else 13


@pytest.mark.parametrize("geval", gevallen("uwv-ziekte"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_ZIEKTE, geval)


def test_the_example_can_be_asked() -> None:
    uitkomst, _ = besluit(UWV_ZIEKTE, {"peildatum": UWV_ZIEKTE.voorbeeld_peildatum, "feiten": UWV_ZIEKTE.voorbeeld})
    assert uitkomst == {"terugmelden": True, "terugmeldenVanaf": "2025-06-30"}


@pytest.mark.parametrize("soort", Clientsoort)
@pytest.mark.parametrize("dienst", Dienst)
def test_four_weeks_for_zw_and_werkbehoud_and_thirteen_for_all_others(dienst: Dienst, soort: Clientsoort) -> None:
    grens = 7 * weken(dienst, soort)
    op_tijd, te_lang = (toets_uwv_ziekte(uwv(), feiten(dienst, soort, dagen)) for dagen in (grens - 1, grens))
    assert not op_tijd.uitkomst.terugmelden
    assert te_lang.uitkomst.terugmelden
    assert op_tijd.uitkomst.terugmelden_vanaf == te_lang.uitkomst.terugmelden_vanaf == ZIEK + timedelta(grens)


def test_the_reason_says_what_happens_now() -> None:
    nog, terug = (toets_uwv_ziekte(uwv(), feiten(Dienst.NAAR_WERK, Clientsoort.ZW, dagen)) for dagen in (27, 28))
    assert regels(nog) == regels(terug) == ["uwv.ziekte"]
    assert nog.motivering[0].tekst.endswith("is dat langer dan 4 weken. Nu gaat de dienst door, zonder verlenging.")
    assert terug.motivering[0].tekst.endswith("Nu meldt de opdrachtnemer de cliënt terug.")


@given(st.sampled_from(Dienst), st.sampled_from(Clientsoort), st.integers(-100, 200), st.integers(0, 200))
def test_who_has_to_go_back_still_has_to_later(dienst: Dienst, soort: Clientsoort, dagen: int, later: int) -> None:
    nu, dan = (toets_uwv_ziekte(uwv(), feiten(dienst, soort, op)).uitkomst for op in (dagen, dagen + later))
    assert dan.terugmelden or not nu.terugmelden


def test_an_end_outside_the_calendar_names_the_first_day() -> None:
    laatste = UwvZiekteFeiten(
        dienst=Dienst.NAAR_WERK, clientsoort=Clientsoort.AG, ziek_van=dag("2199-12-31"), peil_op=dag("2199-12-31")
    )
    with pytest.raises(OngeldigeInvoer) as fout:
        toets_uwv_ziekte(uwv(), laatste)
    assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("ziek_van", "buiten-kalender")]

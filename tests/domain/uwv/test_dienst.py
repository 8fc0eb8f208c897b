import pytest

from app.domain.uwv.dienst import Dienst

WERKBEHOUD = {Dienst.WERKBEHOUD_LOONDIENST, Dienst.WERKBEHOUD_ZELFSTANDIGE}


@pytest.mark.parametrize("dienst", Dienst)
def test_only_the_two_kinds_of_werkbehoud_are_werkbehoud(dienst: Dienst) -> None:
    assert dienst.werkbehoud is (dienst in WERKBEHOUD)


@pytest.mark.parametrize("dienst", Dienst)
def test_only_a_praktijkassessment_has_a_fixed_price(dienst: Dienst) -> None:
    assert dienst.vaste_prijs is (dienst is Dienst.PRAKTIJKASSESSMENT)


@pytest.mark.parametrize("dienst", WERKBEHOUD)
def test_both_kinds_of_werkbehoud_share_their_figures(dienst: Dienst) -> None:
    assert dienst.parameter == "uwv.dienst.werkbehoud"


def test_a_service_is_written_as_people_write_it() -> None:
    assert str(Dienst.BEGELEIDING_BIJ_SCHOLING) == "Begeleiding bij scholing"
    assert Dienst.NAAR_WERK.parameter == "uwv.dienst.naar_werk"


def test_each_service_is_bought_under_its_perceel() -> None:
    per_perceel = {perceel: {str(d) for d in Dienst if d.perceel == perceel} for perceel in range(1, 6)}
    assert per_perceel == {
        1: {"Participatie interventie", "Bevorderen maatschappelijke deelname", "Begeleiding bij scholing"},
        2: {"Werkfit maken"},
        3: {"Naar werk"},
        4: {"Praktijkassessment"},
        5: {"Werkbehoud loondienst", "Werkbehoud zelfstandige"},
    }

import pytest

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import Overdracht, draag_over
from app.domain.beleid import Peil
from tests.domain.peilen import dag


def test_who_is_placed_in_zorgen_is_handed_over_warm_and_called_within_a_week(peil: Peil) -> None:
    besluit = draag_over(peil, Klantgroep.ZORGEN, dag("2021-06-15"))
    assert besluit.uitkomst == Overdracht(warm=True, bellen_uiterlijk=dag("2021-06-22"))
    assert "22 juni 2021" in besluit.motivering[0].tekst


@pytest.mark.parametrize("groep", [Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN])
def test_the_others_get_their_group_and_kick_off_on_paper(peil: Peil, groep: Klantgroep) -> None:
    besluit = draag_over(peil, groep, dag("2021-06-15"))
    assert besluit.uitkomst == Overdracht(warm=False, bellen_uiterlijk=None)
    assert "kick-off" in besluit.motivering[0].tekst
    assert [grond.regel for grond in besluit.motivering] == ["iom.ambitie.overdracht"]

import pytest

from app.domain.basisdienstverlening.melding import Werkproces, kies_werkproces, plan_herinnering
from app.domain.beleid import Peil
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag


@pytest.mark.parametrize(
    ("geboren", "werkproces", "wie"),
    [
        ("1994-06-16", Werkproces.JONGEREN, "jonger dan 27"),
        ("1994-06-15", Werkproces.VOLWASSENEN, "27 jaar of ouder"),
    ],
)
def test_youngsters_have_a_werkproces_of_their_own(peil: Peil, geboren: str, werkproces: Werkproces, wie: str) -> None:
    besluit = kies_werkproces(peil, dag(geboren), dag("2021-06-15"))
    assert besluit.uitkomst is werkproces
    assert wie in besluit.motivering[0].tekst
    assert besluit.motivering[0].regel == "iom.melding.werkproces"


def test_the_reminder_goes_the_calendar_day_before(peil: Peil) -> None:
    besluit = plan_herinnering(peil, dag("2021-06-14"))
    assert besluit.uitkomst == dag("2021-06-13")
    assert besluit.motivering[0].regel == "iom.melding.bevestiging"


def test_there_is_no_day_before_the_calendar(peil: Peil) -> None:
    with pytest.raises(OngeldigeInvoer):
        plan_herinnering(peil, dag("1900-01-01"))

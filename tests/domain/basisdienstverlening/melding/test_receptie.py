import pytest

from app.domain.basisdienstverlening.melding import plan_herinnering
from app.domain.beleid import Peil
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag


def test_the_reminder_goes_the_calendar_day_before(peil: Peil) -> None:
    besluit = plan_herinnering(peil, dag("2021-06-14"))
    assert besluit.uitkomst == dag("2021-06-13")
    assert besluit.motivering[0].regel == "iom.melding.bevestiging"


def test_there_is_no_day_before_the_calendar(peil: Peil) -> None:
    with pytest.raises(OngeldigeInvoer):
        plan_herinnering(peil, dag("1900-01-01"))

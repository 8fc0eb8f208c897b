from datetime import date

from app.domain.uwv.dienst import Dienst
from tests.domain.uwv.order.hulp_document import INKOOP, order


def test_the_opdracht_fixes_the_version_and_at_werkbehoud_the_inkooporder() -> None:
    assert order().beleidsdag == date(2025, 7, 1)
    assert order(dienst=Dienst.WERKBEHOUD_LOONDIENST, opdracht=None).beleidsdag == INKOOP.inkooporder_op


def test_before_that_no_version_is_fixed() -> None:
    assert order(opdracht=None).beleidsdag is None
    assert order(dienst=Dienst.WERKBEHOUD_ZELFSTANDIGE, inkoop=None).beleidsdag is None

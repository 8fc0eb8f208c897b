from dataclasses import replace
from datetime import date

import pytest

from app.domain.uwv.order.uitvoering import Evaluatiebesluit
from tests.domain.uwv.order.gebeurtenissen import BIJSTELLING, EVALUATIE, besloten
from tests.domain.uwv.order.hulp_document import DOOR, NU


def test_an_advice_to_stop_waits_until_uwv_decides() -> None:
    besluit = Evaluatiebesluit(stoppen=False, besloten_op=date(2025, 10, 8), toelichting=None, door=DOOR, op=NU)
    assert EVALUATIE.wacht
    assert not replace(EVALUATIE, besluit=besluit).wacht
    assert not replace(EVALUATIE, ontwikkelbaar=True, advies=None).wacht


@pytest.mark.parametrize(
    ("substantieel", "besluit", "wacht", "telt"),
    [
        (True, None, True, False),
        (True, True, False, True),
        (True, False, False, False),
        (False, None, False, False),
        (False, True, False, False),
    ],
)
def test_only_a_substantial_adjustment_waits_and_only_an_agreed_one_counts(
    substantieel: bool, besluit: bool | None, wacht: bool, telt: bool
) -> None:
    een = replace(BIJSTELLING, substantieel=substantieel, besluit=None if besluit is None else besloten(besluit))
    assert (een.wacht, een.telt) == (wacht, telt)

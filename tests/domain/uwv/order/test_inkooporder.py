from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.werkplan import Orientatiegesprek
from tests.domain.uwv.order.hulp_document import INKOOP, order


def test_the_opdracht_fixes_the_version_and_at_werkbehoud_the_inkooporder() -> None:
    assert order().beleidsdag == date(2025, 7, 1)
    assert order(dienst=Dienst.WERKBEHOUD_LOONDIENST, opdracht=None).beleidsdag == INKOOP.inkooporder_op


def test_before_that_no_version_is_fixed() -> None:
    assert order(opdracht=None).beleidsdag is None
    assert order(dienst=Dienst.WERKBEHOUD_ZELFSTANDIGE, inkoop=None).beleidsdag is None


def test_the_last_choice_of_the_client_counts_and_without_one_there_is_none() -> None:
    een, ander = UUID(int=1), UUID(int=2)
    gesprekken = tuple(
        Orientatiegesprek(
            opdrachtnemer_id=wie,
            gesproken_op=date(2025, 6, 2),
            gekozen=gekozen,
            door="x",
            op=datetime(2025, 6, 2, tzinfo=UTC),
        )
        for wie, gekozen in ((een, True), (ander, True), (een, False))
    )
    assert order(orientatiegesprekken=gesprekken).gekozen_opdrachtnemer == ander
    assert order(orientatiegesprekken=gesprekken[2:]).gekozen_opdrachtnemer is None

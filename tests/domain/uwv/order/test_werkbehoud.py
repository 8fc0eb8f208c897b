"""Werkbehoud beside other Werkbehoud for one resumption of work."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.fouten import Strijdig
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.werkbehoud import andere_inzet, eis_na_elkaar
from tests.domain.peilen import dag
from tests.domain.uwv.order.hulp_document import ORDER, order

CLIENT = replace(ORDER.client, hervatting_op=date(2025, 3, 3))


def werkbehoud(**anders: Any) -> Inkooporder:
    """From 7 April through 7 July 2025."""
    loopt = {"dienst": Dienst.WERKBEHOUD_LOONDIENST, "client": CLIENT, "id": UUID(int=2)}
    return order(**loopt | {"start_op": date(2025, 4, 7), "einddatum": date(2025, 7, 7)} | anders)


EERSTE = werkbehoud()


def test_what_was_given_for_the_same_work_stands_beside_it() -> None:
    ander_soort = werkbehoud(id=UUID(int=3), dienst=Dienst.WERKBEHOUD_ZELFSTANDIGE)
    niet = (
        werkbehoud(id=UUID(int=4), inkoop=None),
        werkbehoud(id=UUID(int=5), client=replace(CLIENT, hervatting_op=date(2025, 3, 4))),
        werkbehoud(id=UUID(int=6), dienst=Dienst.NAAR_WERK),
    )
    assert andere_inzet(EERSTE, (EERSTE, ander_soort, *niet)) == (ander_soort,)


@pytest.mark.parametrize(
    ("van", "tot"), [("2025-07-07", "2025-10-07"), ("2025-01-07", "2025-04-07"), ("2025-05-01", "2025-06-01")]
)
def test_it_meets_on_no_day_the_last_one_included(van: str, tot: str) -> None:
    with pytest.raises(Strijdig, match=r"van 7 april 2025 tot en met 7 juli 2025.*uwv\.werkbehoud\.max") as fout:
        eis_na_elkaar((EERSTE,), dag(van), dag(tot))
    assert fout.value.code == "werkbehoud-overlapt"


@pytest.mark.parametrize(("van", "tot"), [("2025-07-08", "2025-10-08"), ("2025-01-06", "2025-04-06")])
def test_it_may_be_adjacent_or_later(van: str, tot: str) -> None:
    eis_na_elkaar((EERSTE,), dag(van), dag(tot))


def test_it_may_follow_on_what_ended_early() -> None:
    eis_na_elkaar((werkbehoud(beeindigd_op=date(2025, 5, 1)),), dag("2025-05-02"), dag("2025-08-02"))

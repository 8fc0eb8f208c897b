"""Objections: which one runs, and on which days the execution stands still for it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.fouten import Strijdig
from app.domain.uwv.order.bezwaar import (
    Bezwaar,
    Bezwaarbeslissing,
    Bezwaarschorsing,
    Bezwaartegen,
    Bezwaaruitkomst,
    eis_niet_opgeschort,
    lopend_bezwaar,
)

NU = datetime(2025, 9, 1, 12, tzinfo=UTC)
BEZWAAR = Bezwaar(
    tegen=Bezwaartegen.WERKPLAN,
    ingediend_op=date(2025, 9, 1),
    schorsing=None,
    toelichting=None,
    beslissing=None,
    door="iemand",
    op=NU,
)
SCHORSING = Bezwaarschorsing(opgeschort_vanaf=date(2025, 9, 3), toelichting="Schade.", door="iemand", op=NU)
SCHORT_OP = replace(BEZWAAR, tegen=Bezwaartegen.REINTEGRATIEPLAN, schorsing=SCHORSING)
BESLISSING = Bezwaarbeslissing(
    uitkomst=Bezwaaruitkomst.ONGEGROND,
    stoppen=False,
    beslist_op=date(2025, 9, 5),
    toelichting=None,
    door="iemand",
    op=NU,
)
BESLIST = replace(SCHORT_OP, beslissing=BESLISSING)


@pytest.mark.parametrize(
    ("bezwaar", "dag", "stil"),
    [
        (BEZWAAR, 30, False),
        (SCHORT_OP, 2, False),
        (SCHORT_OP, 3, True),
        (SCHORT_OP, 30, True),
        (BESLIST, 2, False),
        (BESLIST, 4, True),
        (BESLIST, 5, False),
    ],
)
def test_the_execution_stands_still_from_the_day_that_uwv_named_until_the_decision(
    bezwaar: Bezwaar, dag: int, stil: bool
) -> None:
    assert bezwaar.ligt_stil_op(date(2025, 9, dag)) is stil


def test_one_objection_that_suspends_is_enough() -> None:
    eis_niet_opgeschort((BEZWAAR, BESLIST), date(2025, 9, 5), "gehouden_op")
    with pytest.raises(Strijdig, match="bezwaar tegen het re-integratieplan") as geweigerd:
        eis_niet_opgeschort((BEZWAAR, SCHORT_OP), date(2025, 9, 5), "gehouden_op")
    (fout,) = geweigerd.value.fouten
    assert (geweigerd.value.code, fout.code, fout.pad) == (fout.code, "uitvoering-opgeschort", "gehouden_op")


def test_the_objection_that_runs_is_found_by_its_document() -> None:
    bezwaren = (BEZWAAR, BESLIST)
    assert lopend_bezwaar(bezwaren, Bezwaartegen.WERKPLAN) is BEZWAAR
    assert lopend_bezwaar(bezwaren, Bezwaartegen.REINTEGRATIEPLAN) is None


def test_a_document_is_named_as_people_write_it() -> None:
    assert [tegen.naam for tegen in Bezwaartegen] == ["werkplan", "re-integratieplan"]


def test_an_objection_says_what_it_does_to_the_execution() -> None:
    assert BEZWAAR.gevolg.endswith("bezwaar tegen het werkplan; dat schort de uitvoering niet op.")
    assert SCHORT_OP.gevolg.endswith("UWV bepaalde dat de uitvoering vanaf 3 september 2025 stilligt.")

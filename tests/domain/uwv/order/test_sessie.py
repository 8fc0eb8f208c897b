"""On which days a session is part of an order."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.uwv.begeleidingsuren import Sessiesoort
from app.domain.uwv.order.sessie import etmaalfouten, sessiedagfout
from tests.domain.peilen import dag
from tests.domain.uwv.order.hulp_document import order

A, ADMIN, OVERHEAD = Sessiesoort.ACTIVITEIT, Sessiesoort.ADMINISTRATIE, Sessiesoort.OVERHEAD
LOPEND = order()
"""The Opdracht of 1 July 2025, a service from 9 July 2025 to 8 July 2026."""
NIET_BEGONNEN = order(inkoop=None, start_op=None, einddatum=None)
BEEINDIGD = order(beeindigd_op=date(2025, 12, 1))
WERKBEHOUD = order(opdracht=None)
NOG_NIETS = order(opdracht=None, start_op=None)
ZONDER_CIJFERS = order(einddatum=None)


@pytest.mark.parametrize("soort", [A, OVERHEAD])
def test_all_but_paperwork_lies_within_the_service(soort: Sessiesoort) -> None:
    for op in ("2025-07-09", "2026-07-08"):
        assert sessiedagfout(LOPEND, soort, dag(op)) is None
    assert sessiedagfout(LOPEND, soort, dag("2025-07-08")) == "De dienst begon op 9 juli 2025"
    assert sessiedagfout(LOPEND, soort, dag("2026-07-09")) == "De dienst duurde tot en met 8 juli 2026"
    assert sessiedagfout(BEEINDIGD, soort, dag("2025-12-01")) is None
    assert sessiedagfout(BEEINDIGD, soort, dag("2025-12-02")) == "De dienst duurde tot en met 1 december 2025"
    niet_begonnen = sessiedagfout(NIET_BEGONNEN, soort, dag("2025-07-09"))
    assert niet_begonnen is not None
    assert "nog niet begonnen" in niet_begonnen
    assert sessiedagfout(ZONDER_CIJFERS, soort, dag("2030-01-01")) is None


def test_paperwork_begins_with_the_opdracht_and_outlives_the_service() -> None:
    for stand in (LOPEND, NIET_BEGONNEN, BEEINDIGD):
        assert sessiedagfout(stand, ADMIN, dag("2025-07-01")) is None
        assert sessiedagfout(stand, ADMIN, dag("2026-08-01")) is None
        assert sessiedagfout(stand, ADMIN, dag("2025-06-30")) == "De order liep pas vanaf 1 juli 2025"


def test_paperwork_without_an_opdracht_begins_with_the_order() -> None:
    assert sessiedagfout(WERKBEHOUD, ADMIN, dag("2025-07-09")) is None
    assert sessiedagfout(WERKBEHOUD, ADMIN, dag("2025-07-08")) == "De order liep pas vanaf 9 juli 2025"
    assert sessiedagfout(NOG_NIETS, ADMIN, dag("2025-07-08")) is None


def test_a_day_of_an_order_holds_24_hours_to_the_minute() -> None:
    orders = tuple(order(id=UUID(int=n)) for n in (1, 2, 3))
    bezet = {UUID(int=1): 1380, UUID(int=2): 1381}
    (fout,) = etmaalfouten(orders, bezet, 60, dag("2025-07-09"))
    assert (fout.pad, fout.code) == ("inkooporders[1]", "etmaal-vol")
    assert "Op 9 juli 2025 staan op inkooporder 00000000-0000-0000-0000-000000000002 al 1381 minuten" in fout.detail
    assert "(uwv.uren)" in fout.detail
    assert list(etmaalfouten(orders, {}, 1440, dag("2025-07-09"))) == []

"""Sessions that were recorded in time, of an order whose end, suspension or start was dated back after them."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.uwv.begeleidingsuren import Sessiesoort
from app.domain.uwv.order.bezwaar import Bezwaar, Bezwaarschorsing, Bezwaartegen
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.meetellen import scheid
from app.domain.uwv.order.sessie import Begeleidingssessie, Sessieintrekking, bezwaren_voor
from tests.domain.uwv.order.gebeurtenissen import SESSIE
from tests.domain.uwv.order.hulp_document import NU, order

A, ADMIN, OVERHEAD = Sessiesoort.ACTIVITEIT, Sessiesoort.ADMINISTRATIE, Sessiesoort.OVERHEAD
STIL = Bezwaar(
    tegen=Bezwaartegen.WERKPLAN,
    ingediend_op=date(2025, 8, 1),
    schorsing=Bezwaarschorsing(opgeschort_vanaf=date(2025, 8, 5), toelichting="Schade.", door="x", op=NU),
    toelichting=None,
    beslissing=None,
    door="x",
    op=NU,
)
BEEINDIGD = order(beeindigd_op=date(2025, 8, 1))


def sessie(op: str, soort: Sessiesoort = A, **anders: Any) -> Begeleidingssessie:
    return replace(SESSIE, gehouden_op=date.fromisoformat(op), soort=soort, **anders)


def redenen(wat: Inkooporder, *sessies: Begeleidingssessie) -> list[tuple[str, str]]:
    return [(grond.regel, grond.tekst) for grond in scheid(wat, sessies)[1]]


def test_within_the_service_everything_counts_and_nothing_is_said() -> None:
    sessies = (sessie("2025-07-09"), sessie("2025-08-01", OVERHEAD), sessie("2026-01-01", ADMIN))
    assert scheid(BEEINDIGD, sessies) == (sessies, ())


def test_what_lies_after_an_end_that_was_dated_back_counts_for_nothing() -> None:
    binnen = sessie("2025-08-01")
    buiten = (sessie("2025-08-02"), sessie("2025-08-30", OVERHEAD))
    assert scheid(BEEINDIGD, (buiten[0], binnen, buiten[1]))[0] == (binnen,)
    tekst = "2 sessies tellen niet mee: de dienst duurde tot en met 1 augustus 2025."
    assert redenen(BEEINDIGD, binnen, *buiten) == [("uwv.uren", tekst)]


def test_every_reason_is_named_once_in_the_same_order() -> None:
    wat = order(beeindigd_op=date(2025, 9, 1), bezwaren=(STIL,))
    sessies = (
        sessie("2025-09-02"),
        sessie("2025-07-08"),
        sessie("2025-08-05"),
        sessie("2025-06-30", ADMIN),
        sessie("2025-08-04"),
    )
    verwacht = [
        ("uwv.bezwaar", "1 sessie telt niet mee: de uitvoering lag stil door een bezwaar tegen het werkplan."),
        ("uwv.uren", "1 sessie telt niet mee: de dienst begon op 9 juli 2025."),
        ("uwv.uren", "1 sessie telt niet mee: de dienst duurde tot en met 1 september 2025."),
        ("uwv.uren", "1 sessie telt niet mee: de order liep pas vanaf 1 juli 2025."),
    ]
    assert redenen(wat, *sessies) == redenen(wat, *reversed(sessies)) == verwacht
    assert scheid(wat, sessies)[0] == (sessies[-1],)


def test_paperwork_and_overhead_go_on_while_the_execution_is_suspended() -> None:
    wat = order(bezwaren=(STIL,))
    assert [bezwaren_voor(wat, soort) for soort in Sessiesoort] == [(STIL,), (), ()]
    door = (sessie("2025-08-05", ADMIN), sessie("2025-08-05", OVERHEAD))
    assert scheid(wat, door) == (door, ())


def test_a_session_that_was_withdrawn_is_not_named_again() -> None:
    weg = sessie("2025-08-02", intrekking=Sessieintrekking(reden="Dubbel.", door="x", op=NU))
    assert scheid(BEEINDIGD, (weg,)) == ((), ())

"""Signals: which service knows which, by which rule, and how UWV gets to see them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.ordertermijnen import termijnen_van_order
from app.domain.uwv.order.signaal import Signaal, Signaalsoort, eis_signaal
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.orderdagen import UwvTermijnenUitkomst
from tests.domain.uwv.order.hulp_document import order

DAG = date(2025, 9, 1)
SIGNAAL = Signaal(
    soort=Signaalsoort.WEIGERT_MEDEWERKING,
    gesignaleerd_op=DAG,
    toelichting="Komt niet.",
    door="iemand",
    op=datetime(2025, 9, 1, 12, tzinfo=UTC),
)
GELDT = {
    Ordertoestand.IN_UITVOERING,
    Ordertoestand.BEEINDIGD,
    Ordertoestand.VOORTIJDIG_TERUGGEMELD,
    Ordertoestand.EINDRAPPORTAGE_INGEDIEND,
}


@pytest.mark.parametrize("dienst", Dienst)
def test_multiple_problems_are_a_signal_of_werkbehoud_only(dienst: Dienst) -> None:
    eis_signaal(Signaalsoort.WEIGERT_MEDEWERKING, dienst)
    if dienst.werkbehoud:
        eis_signaal(Signaalsoort.MULTIPROBLEMATIEK, dienst)
        return
    with pytest.raises(OngeldigeInvoer, match=r"uwv\.multiproblematiek"):
        eis_signaal(Signaalsoort.MULTIPROBLEMATIEK, dienst)


@pytest.mark.parametrize(
    ("soort", "regel"),
    [
        (Signaalsoort.WEIGERT_MEDEWERKING, "uwv.bezwaar"),
        (Signaalsoort.MULTIPROBLEMATIEK, "uwv.multiproblematiek"),
    ],
)
def test_the_day_of_the_reminder_is_a_choice(soort: Signaalsoort, regel: str) -> None:
    signaal = replace(SIGNAAL, soort=soort)
    assert (signaal.regel.id, signaal.regel.keuze) == (regel, True)


@pytest.mark.parametrize("toestand", GELDT)
def test_uwv_is_reminded_on_the_same_day_until_the_order_is_judged(toestand: Ordertoestand) -> None:
    stand = order(toestand=toestand, signalen=(SIGNAAL, SIGNAAL))
    plannen = [plan for plan in termijnen_van_order(stand, UwvTermijnenUitkomst()) if plan.soort == "signaal"]
    assert [plan.naam for plan in plannen] == ["signaal", "signaal_2"]
    assert {(plan.rol, plan.uiterlijk_op, plan.herinnering) for plan in plannen} == {("uwv", DAG, True)}


def test_a_judged_order_reminds_of_nothing() -> None:
    stand = order(toestand=Ordertoestand.BEOORDEELD, signalen=(SIGNAAL,))
    assert termijnen_van_order(stand, UwvTermijnenUitkomst()) == ()

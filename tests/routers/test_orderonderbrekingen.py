"""Whose step it is to interrupt an inkooporder over HTTP, and when."""

from typing import Any

import pytest

from tests.api import Api
from tests.stappen_onderbrekingen import BEGIN, BEZWAAR, GEGROND, VERHUISD, WEIGERT
from tests.stappen_orders import nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
STAPPEN: tuple[tuple[str, Any, str], ...] = (
    ("ziekteperioden", {"ziekVan": BEGIN}, "opdrachtnemer"),
    ("herstelmeldingen", {"hersteldOp": BEGIN}, "opdrachtnemer"),
    ("terugmeldingen", VERHUISD, "opdrachtnemer"),
    ("terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN}, "uwv"),
    ("bezwaren", BEZWAAR, "uwv consulent"),
    ("bezwaarbeslissingen", GEGROND, "uwv"),
    ("signalen", WEIGERT, "opdrachtnemer"),
)


@pytest.mark.parametrize(("stap", "body", "wie"), STAPPEN)
async def test_a_step_is_of_its_party_only(api: Api, stap: str, body: Any, wie: str) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    for partij in ("uwv", "opdrachtnemer", "consulent"):
        if partij not in wie.split():
            assert (await order.probeer(getattr(order, partij), stap, body)).status_code == 403
    if wie == "opdrachtnemer":
        ander = await (await nieuwe_order(api)).met_opdracht()
        assert (await order.probeer(ander.opdrachtnemer, stap, body)).status_code == 404
    await order.is_ongewijzigd()


@pytest.mark.parametrize(("stap", "body", "wie"), [een for een in STAPPEN if "bezwa" not in een[0]])
async def test_nothing_interrupts_a_service_that_has_not_begun(api: Api, stap: str, body: Any, wie: str) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    antwoord = await order.probeer(getattr(order, wie), stap, body)
    assert antwoord.status_code == 409
    assert antwoord.json()["toestand"] == "opdracht_verstrekt"

"""UWV suspends the execution by an objection that runs, whoever recorded it."""

from typing import Any

import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen import types_in_tijdlijn
from tests.stappen_orders import Order, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
BEZWAAR = {"tegen": "werkplan", "ingediendOp": "2025-04-07", "toelichting": "Te weinig begeleiding."}
SCHORSING = {"tegen": "werkplan", "opgeschortVanaf": "2025-04-09", "toelichting": "De cliënt lijdt er schade van."}
EVALUATIE = {"gehoudenOp": "2025-04-09", "ontwikkelbaar": True}


def sessie(order: Order, op: str) -> dict[str, Any]:
    return {
        "gehoudenOp": op,
        "soort": "activiteit",
        "activiteit": "Training",
        "minuten": 60,
        "inkooporders": [order.nu["id"]],
    }


@pytest.fixture
async def order(api: Api, wijzer: Wijzer) -> Order:
    """A running service with an objection that a consulent recorded; it is a week later."""
    order = await (await nieuwe_order(api)).in_uitvoering()
    await order.stap(order.consulent, "bezwaren", BEZWAAR)
    wijzer.op_dag("2025-04-14")
    return order


async def test_uwv_suspends_by_the_objection_of_a_consulent_until_it_is_decided(api: Api, order: Order) -> None:
    voor = await order.termijnen()
    leg_vast = order.opdrachtnemer.post
    assert (await leg_vast("/begeleidingssessies", sessie(order, "2025-04-10"))).status_code == 201
    await order.stap(order.uwv, "bezwaarschorsingen", SCHORSING)
    assert await order.termijnen() == voor
    assert "vanaf 9 april 2025 stilligt" in order.nu["motivering"][0]["tekst"]
    assert "inkooporder.uitvoering_opgeschort" in await types_in_tijdlijn(api, order.nu["klantId"])
    assert strijd(await leg_vast("/begeleidingssessies", sessie(order, "2025-04-10"))) == "uitvoering-opgeschort"
    assert strijd(await order.probeer(order.opdrachtnemer, "evaluaties", EVALUATIE)) == "uitvoering-opgeschort"
    declaratie = (await order.uwv.get(f"{order.pad}/declaratie")).json()
    assert declaratie["uren"] == "0.00"
    beslissing = {"tegen": "werkplan", "uitkomst": "ongegrond", "beslistOp": "2025-04-08"}
    assert fouten(await order.probeer(order.uwv, "bezwaarbeslissingen", beslissing)) == {("beslistOp", "te-vroeg")}
    await order.stap(order.uwv, "bezwaarbeslissingen", beslissing | {"beslistOp": "2025-04-14"})
    assert (await leg_vast("/begeleidingssessies", sessie(order, "2025-04-14"))).status_code == 201


async def test_who_objected_and_who_suspended_both_stay_to_be_seen(order: Order) -> None:
    await order.stap(order.uwv, "bezwaarschorsingen", SCHORSING)
    (bezwaar,) = order.nu["bezwaren"]
    assert bezwaar["toelichting"] == BEZWAAR["toelichting"]
    schorsing = bezwaar["schorsing"]
    assert (schorsing["opgeschortVanaf"], schorsing["toelichting"]) == ("2025-04-09", SCHORSING["toelichting"])
    assert schorsing["door"] != bezwaar["door"]


async def test_what_uwv_suspends_at_once_is_the_same_suspension(api: Api, order: Order) -> None:
    ander = await (await nieuwe_order(api)).in_uitvoering()
    await ander.stap(ander.uwv, "bezwaren", BEZWAAR | SCHORSING)
    await order.stap(order.uwv, "bezwaarschorsingen", SCHORSING)
    een, twee = (wie.nu["bezwaren"][0]["schorsing"] for wie in (ander, order))
    assert een == twee
    assert ander.nu["bezwaren"][0]["toelichting"] is None


async def test_an_objection_suspends_once_and_only_while_it_runs(order: Order) -> None:
    tegen_plan = SCHORSING | {"tegen": "reintegratieplan"}
    assert strijd(await order.probeer(order.uwv, "bezwaarschorsingen", tegen_plan)) == "geen-bezwaar"
    await order.stap(order.uwv, "bezwaarschorsingen", SCHORSING)
    antwoord = await order.probeer(order.uwv, "bezwaarschorsingen", SCHORSING)
    assert strijd(antwoord) == "al-opgeschort"
    assert "uwv.bezwaar" in antwoord.json()["detail"]
    beslissing = {"tegen": "werkplan", "uitkomst": "ongegrond", "beslistOp": "2025-04-14"}
    await order.stap(order.uwv, "bezwaarbeslissingen", beslissing)
    assert strijd(await order.probeer(order.uwv, "bezwaarschorsingen", SCHORSING)) == "geen-bezwaar"


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"opgeschortVanaf": "2025-04-06"}, ("opgeschortVanaf", "te-vroeg")),
        ({"opgeschortVanaf": "2025-04-15"}, ("opgeschortVanaf", "toekomst")),
        ({"toelichting": None}, ("toelichting", "geen-tekst")),
    ],
)
async def test_a_suspension_that_cannot_be_changes_nothing(
    order: Order, anders: dict[str, Any], fout: tuple[str, str]
) -> None:
    assert fouten(await order.probeer(order.uwv, "bezwaarschorsingen", SCHORSING | anders)) == {fout}
    await order.is_ongewijzigd()


async def test_nobody_but_uwv_suspends(api: Api, order: Order) -> None:
    ander = await (await nieuwe_order(api)).met_opdracht()
    for wie in (order.opdrachtnemer, order.consulent, ander.opdrachtnemer):
        assert (await order.probeer(wie, "bezwaarschorsingen", SCHORSING)).status_code == 403
    await order.is_ongewijzigd()


async def test_what_is_judged_is_not_suspended_any_more(api: Api) -> None:
    order = await nieuwe_order(api)
    await order.stap(order.uwv, "vervallenverklaringen", {"vervallenOp": "2025-04-07", "reden": "Zelf werk."})
    antwoord = await order.probeer(order.uwv, "bezwaarschorsingen", SCHORSING)
    assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, [])

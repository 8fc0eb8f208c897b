"""A re-integratieplan over HTTP: what it holds, and what comes of a refusal."""

from typing import Any

import pytest

from tests.api import Api, fouten
from tests.stappen import types_in_tijdlijn
from tests.stappen_orders import nieuwe_order, plan_voor

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


async def test_a_plan_refused_twice_ends_the_order(api: Api) -> None:
    order = await (await (await nieuwe_order(api)).met_opdracht()).met_plan()
    nee = {"akkoord": False, "oordeelOp": "2025-04-07", "toelichting": "De doelen zijn niet meetbaar."}
    await order.stap(order.uwv, "planoordelen", nee)
    assert order.nu["toestand"] == "plan_afgekeurd"
    assert (await order.termijnen())["planherstel"]["uiterlijkOp"] == "2025-04-14"
    await order.met_plan()
    assert order.nu["toestand"] == "plan_herzien"
    assert (await order.termijnen())["planherstel"]["toestand"] == "gehaald"
    await order.stap(order.uwv, "planoordelen", nee)
    assert order.nu["toestand"] == "vervallen"
    assert "uren voor het plan tellen niet" in order.nu["vervallenverklaring"]["reden"]
    assert "inkooporder.vervallen" in await types_in_tijdlijn(api, order.nu["klantId"])
    antwoord = await order.probeer(
        order.opdrachtnemer, "plannen", {"plan": plan_voor("werkfit_maken"), "ontvangenOp": "2025-04-07"}
    )
    assert antwoord.status_code == 409
    assert antwoord.json()["toegestaan"] == []


async def test_what_a_plan_lacks_is_named_all_at_once(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    antwoord = await order.probeer(order.opdrachtnemer, "plannen", {"plan": {}, "ontvangenOp": "2025-04-07"})
    namen = (
        "startsituatie",
        "activiteiten",
        "doorverwijzing",
        "doorlooptijdMaanden",
        "administratieUren",
        "visieClient",
        "gezienOp",
    )
    assert {(f"plan.{naam}", "plan-onvolledig") for naam in namen} <= fouten(antwoord)
    assert all(
        "uwv.plan.inhoud" in fout["detail"] for fout in antwoord.json()["errors"] if fout["code"] == "plan-onvolledig"
    )


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"administratieUren": "3.01"}, ("plan.administratieUren", "boven-maximum")),
        ({"administratieUren": "13.00"}, ("plan.activiteiten", "boven-maximum")),
        ({"administratieUren": "2.50"}, ("plan.activiteiten", "geen-hele-uren")),
        ({"administratieUren": "2.555"}, ("plan.administratieUren", "bedrag")),
        ({"doorlooptijdMaanden": 19}, ("plan.doorlooptijdMaanden", "boven-maximum")),
        ({"doorlooptijdMaanden": 13}, ("plan.afwijking", "verplicht")),
        ({"administratieUren": "2.00"}, ("plan.afwijking", "verplicht")),
        ({"gezienOp": "2025-04-08"}, ("plan.gezienOp", "toekomst")),
    ],
)
async def test_a_plan_outside_the_bounds_changes_nothing(
    api: Api, anders: dict[str, Any], fout: tuple[str, str]
) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    body = {"plan": plan_voor("werkfit_maken", **anders), "ontvangenOp": "2025-04-07"}
    antwoord = await order.probeer(order.opdrachtnemer, "plannen", body)
    assert fout in fouten(antwoord)
    assert (await order.uwv.get(order.pad)).json() == order.nu


async def test_a_plan_is_seen_by_the_client_before_it_is_handed_in(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht("2025-04-01")
    body = {"plan": plan_voor("werkfit_maken", gezienOp="2025-04-05"), "ontvangenOp": "2025-04-04"}
    assert fouten(await order.probeer(order.opdrachtnemer, "plannen", body)) == {("plan.gezienOp", "na-ontvangst")}


async def test_a_plan_that_deviates_says_why(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    await order.met_plan(doorlooptijdMaanden=13, afwijking="De training begint pas in mei.")
    assert order.nu["plannen"][0]["inhoud"]["doorlooptijdMaanden"] == 13

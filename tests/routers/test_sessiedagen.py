"""A day of an order holds 24 hours: of sessions together, whole and not divided by who took part."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen import nieuwe_opdrachtnemer
from tests.stappen_orders import Order, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


@pytest.fixture
async def orders(api: Api, wijzer: Wijzer) -> list[Order]:
    """Two services of one firm that run; it is a week later."""
    firma = await nieuwe_opdrachtnemer(api)
    orders = [await (await nieuwe_order(api, firma=firma)).in_uitvoering() for _ in range(2)]
    wijzer.op_dag("2025-04-14")
    return orders


async def leg_vast(*orders: Order, minuten: int, **anders: Any) -> httpx.Response:
    sessie = {
        "gehoudenOp": "2025-04-14",
        "soort": "activiteit",
        "activiteit": "Training",
        "minuten": minuten,
        "inkooporders": [order.nu["id"] for order in orders],
    }
    return await orders[0].opdrachtnemer.post("/begeleidingssessies", sessie | anders)


async def test_a_day_holds_24_hours_to_the_minute_whatever_they_were_spent_on(orders: list[Order]) -> None:
    een, ander = orders
    assert (await leg_vast(een, minuten=900, deelnemers=12)).status_code == 201
    assert (await leg_vast(een, minuten=539, soort="administratie")).status_code == 201
    antwoord = await leg_vast(een, minuten=2, soort="overhead")
    assert strijd(antwoord) == "etmaal-vol"
    assert fouten(antwoord, 409) == {("inkooporders[0]", "etmaal-vol")}
    assert "al 1439 minuten" in antwoord.json()["errors"][0]["detail"]
    assert "uwv.uren" in antwoord.json()["errors"][0]["detail"]
    assert (await leg_vast(een, minuten=1, soort="overhead")).status_code == 201
    for vrij, dag in ((een, "2025-04-13"), (ander, "2025-04-14")):
        assert (await leg_vast(vrij, minuten=1440, gehoudenOp=dag)).status_code == 201


async def test_nobody_of_a_group_is_recorded_when_the_day_of_one_is_full(api: Api, orders: list[Order]) -> None:
    een, ander = orders
    assert (await leg_vast(ander, minuten=1440)).status_code == 201
    assert fouten(await leg_vast(een, ander, minuten=1), 409) == {("inkooporders[1]", "etmaal-vol")}
    lijst = await api.uwv.get("/begeleidingssessies", params={"inkooporderId": een.nu["id"]})
    assert lijst.json()["resultaten"] == []


async def test_a_session_that_was_withdrawn_gives_its_time_back(orders: list[Order]) -> None:
    een = orders[0]
    sessie = (await leg_vast(een, minuten=1440)).json()["sessies"][0]
    assert strijd(await leg_vast(een, minuten=1)) == "etmaal-vol"
    als = await een.opdrachtnemer.get(f"/begeleidingssessies/{sessie['id']}")
    pad = f"/begeleidingssessies/{sessie['id']}/intrekkingen"
    assert (await een.opdrachtnemer.post(pad, {"reden": "Dubbel."}, als=als)).status_code == 200
    assert (await leg_vast(een, minuten=1440)).status_code == 201


async def test_of_many_at_the_same_moment_only_those_that_fit_are_recorded(api: Api, orders: list[Order]) -> None:
    groepen = (orders, orders[::-1], orders[:1])
    antwoorden = await asyncio.gather(*(leg_vast(*groepen[n % 3], minuten=480) for n in range(9)))
    gelukt = [groepen[n % 3] for n, antwoord in enumerate(antwoorden) if antwoord.status_code == 201]
    assert sorted({antwoord.status_code for antwoord in antwoorden}) == [201, 409]
    for order in orders:
        lijst = await api.uwv.get("/begeleidingssessies", params={"inkooporderId": order.nu["id"]})
        minuten = [sessie["minuten"] for sessie in lijst.json()["resultaten"]]
        assert len(minuten) == sum(order in groep for groep in gelukt)
        assert sum(minuten) <= 1440
    assert len(gelukt) >= 3

"""Werkbehoud over HTTP: at most twice for one resumption of work, one after the other."""

import asyncio

import httpx
import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant
from tests.stappen_orders import Order, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


async def een_klant(api: Api) -> str:
    klant: str = (await nieuwe_klant(api)).json()["id"]
    return klant


async def verstrek(order: Order, op: str, maanden: int = 3) -> httpx.Response:
    """Try to give it from a day on."""
    body = {
        "opdrachtnemerId": order.firma.json()["id"],
        "inkooporderOp": op,
        "uren": 18,
        "doorlooptijdMaanden": maanden,
        "beschikkingOp": op,
    }
    return await order.probeer(order.uwv, "verstrekkingen", body)


async def test_it_is_given_twice_for_one_resumption_of_work_and_anew_for_another(api: Api, wijzer: Wijzer) -> None:
    klant = await een_klant(api)
    await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)).in_uitvoering("2025-04-07")
    wijzer.op_dag("2025-12-01")
    await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)).in_uitvoering("2025-08-01")
    derde = await nieuwe_order(api, "werkbehoud_zelfstandige", klant=klant)
    antwoord = await verstrek(derde, "2025-12-01")
    assert fouten(antwoord, 409) == {("werkplan", "dienst-niet-toegestaan")}
    assert "al 2 keer" in antwoord.json()["errors"][0]["detail"]
    await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant, hervattingOp="2025-04-01")).in_uitvoering()


@pytest.mark.parametrize("dienst", ["werkbehoud_loondienst", "werkbehoud_zelfstandige"])
async def test_a_second_time_begins_after_the_last_day_of_the_first(api: Api, wijzer: Wijzer, dienst: str) -> None:
    klant = await een_klant(api)
    eerste = await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)).in_uitvoering()
    assert eerste.nu["einddatum"] == "2025-07-07"
    wijzer.op_dag("2025-07-08")
    tweede = await nieuwe_order(api, dienst, klant=klant)
    for op, maanden in (("2025-04-07", 3), ("2025-07-07", 1), ("2025-03-10", 1)):
        antwoord = await verstrek(tweede, op, maanden)
        assert strijd(antwoord) == "werkbehoud-overlapt"
        assert "van 7 april 2025 tot en met 7 juli 2025" in antwoord.json()["detail"]
        assert "uwv.werkbehoud.max" in antwoord.json()["detail"]
        await tweede.is_ongewijzigd()
    assert (await verstrek(tweede, "2025-07-08")).status_code == 200


async def test_what_ended_early_makes_room_from_the_day_after(api: Api, wijzer: Wijzer) -> None:
    klant = await een_klant(api)
    eerste = await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)).in_uitvoering()
    wijzer.op_dag("2025-05-02")
    await eerste.stap(eerste.uwv, "beeindigingen", {"beeindigdOp": "2025-05-01", "reden": "resultaat_bereikt"})
    tweede = await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)
    assert strijd(await verstrek(tweede, "2025-05-01")) == "werkbehoud-overlapt"
    assert (await verstrek(tweede, "2025-05-02")).status_code == 200


async def test_the_first_is_not_lengthened_into_the_second(api: Api, wijzer: Wijzer) -> None:
    klant = await een_klant(api)
    eerste = await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)
    assert (await verstrek(eerste, "2025-04-07", 1)).status_code == 200
    tweede = await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)
    langer = {
        "gemeldOp": "2025-04-07",
        "uren": 18,
        "doorlooptijdMaanden": 2,
        "andereActiviteiten": False,
        "reden": "De cliënt heeft meer tijd nodig.",
    }
    await eerste.stap(eerste.opdrachtnemer, "bijstellingen", langer)
    wijzer.op_dag("2025-05-08")
    assert (await verstrek(tweede, "2025-05-08")).status_code == 200
    besluit = {"bijstelling": 1, "akkoord": True, "beslotenOp": "2025-05-07"}
    antwoord = await eerste.probeer(eerste.uwv, "bijstellingsbesluiten", besluit)
    assert strijd(antwoord) == "werkbehoud-overlapt"
    assert "uwv.werkbehoud.max" in antwoord.json()["detail"]
    await eerste.is_ongewijzigd()


async def test_of_two_at_the_same_moment_one_is_given(api: Api) -> None:
    klant = await een_klant(api)
    orders = [await nieuwe_order(api, "werkbehoud_loondienst", klant=klant) for _ in range(2)]
    antwoorden = await asyncio.gather(*(verstrek(order, "2025-04-07") for order in orders))
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 409]

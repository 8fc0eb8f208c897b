"""Begeleidingssessies over HTTP: one request records a whole group, and nothing of it when one part is wrong."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api, Persoon, fouten
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_opdrachtnemer
from tests.stappen_orders import Order, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
VERTREK = {
    "gehoudenOp": "2025-04-14",
    "soort": "activiteit",
    "activiteit": "Sollicitatietraining",
    "minuten": 60,
}


async def begonnen(api: Api, wijzer: Wijzer, *, aantal: int = 1, dienst: str = "werkfit_maken") -> list[Order]:
    """Services of one firm that began on 7 April; today is 14 April."""
    wijzer.zet("2025-04-07T09:00:00Z")
    firma = await nieuwe_opdrachtnemer(api)
    orders = [await (await nieuwe_order(api, dienst, firma=firma)).in_uitvoering() for _ in range(aantal)]
    wijzer.zet("2025-04-14T09:00:00Z")
    return orders


def van(*orders: Order, **anders: Any) -> dict[str, Any]:
    """A session of these orders."""
    return VERTREK | {"inkooporders": [order.nu["id"] for order in orders]} | anders


async def leg_vast(*orders: Order, **anders: Any) -> httpx.Response:
    return await orders[0].opdrachtnemer.post("/begeleidingssessies", van(*orders, **anders))


async def sessies(wie: Persoon, order: Order) -> list[dict[str, Any]]:
    antwoord = await wie.get(f"/begeleidingssessies?inkooporderId={order.nu['id']}")
    assert antwoord.status_code == 200, antwoord.text
    gevonden: list[dict[str, Any]] = antwoord.json()["resultaten"]
    return gevonden


async def een_sessie(api: Api, order: Order, **anders: Any) -> httpx.Response:
    """Record one, and read it as it stands alone."""
    gemaakt = await leg_vast(order, **anders)
    assert gemaakt.status_code == 201, gemaakt.text
    return await order.opdrachtnemer.get(f"/begeleidingssessies/{gemaakt.json()['sessies'][0]['id']}")


class TestGroep:
    async def test_twelve_people_are_recorded_at_once_and_found_where_the_answer_says(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        orders = await begonnen(api, wijzer, aantal=12)
        antwoord = await leg_vast(*orders, clientAkkoordOp="2025-04-14")
        assert antwoord.status_code == 201, antwoord.text
        assert "ETag" not in antwoord.headers
        samen = antwoord.json()
        assert [sessie["inkooporderId"] for sessie in samen["sessies"]] == [order.nu["id"] for order in orders]
        assert {(s["bijeenkomstId"], s["deelnemers"], s["minuten"], s["versie"]) for s in samen["sessies"]} == {
            (samen["id"], 12, 60, 1)
        }
        gelezen = await orders[0].opdrachtnemer.get(antwoord.headers["Location"].removeprefix("/v1"))
        assert {sessie["id"] for sessie in gelezen.json()["resultaten"]} == {s["id"] for s in samen["sessies"]}
        for order, sessie in zip(orders, samen["sessies"], strict=True):
            assert [gevonden["id"] for gevonden in await sessies(order.uwv, order)] == [sessie["id"]]
            assert sessie["klantId"] == order.nu["klantId"]

    async def test_every_dossier_tells_of_its_own_part(self, api: Api, wijzer: Wijzer) -> None:
        orders = await begonnen(api, wijzer, aantal=2)
        gemaakt = (await leg_vast(*orders)).json()
        for order, sessie in zip(orders, gemaakt["sessies"], strict=True):
            regels = (await api.werkconsulent.get(f"/klanten/{order.nu['klantId']}/tijdlijn")).json()["resultaten"]
            laatste = (regels[-1]["type"], regels[-1]["onderwerpId"], regels[-1]["onderwerpSoort"])
            assert laatste == ("begeleidingssessie.gehouden", sessie["id"], "begeleidingssessie")

    async def test_who_has_no_order_here_counts_as_participant(self, api: Api, wijzer: Wijzer) -> None:
        (order,) = await begonnen(api, wijzer)
        gemaakt = await leg_vast(order, deelnemers=7)
        assert [sessie["deelnemers"] for sessie in gemaakt.json()["sessies"]] == [7]

    async def test_groups_at_once_over_the_same_clients_lose_nothing(self, api: Api, wijzer: Wijzer) -> None:
        orders = await begonnen(api, wijzer, aantal=4)
        achterstevoren = orders[::-1]
        antwoorden = await asyncio.gather(*(leg_vast(*(orders, achterstevoren)[n % 2]) for n in range(6)))
        assert [antwoord.status_code for antwoord in antwoorden] == [201] * 6
        for order in orders:
            assert len(await sessies(order.uwv, order)) == 6

    async def test_the_same_key_records_once(self, api: Api, wijzer: Wijzer) -> None:
        orders = await begonnen(api, wijzer, aantal=2)
        koppen = {"Idempotency-Key": orders[0].nu["id"]}
        wie = orders[0].opdrachtnemer
        antwoorden = [await wie.post("/begeleidingssessies", van(*orders), koppen=koppen) for _ in range(2)]
        assert antwoorden[0].json() == antwoorden[1].json()
        assert antwoorden[0].headers["Location"] == antwoorden[1].headers["Location"]
        assert len(await sessies(wie, orders[0])) == 1


class TestNiets:
    """What is refused, with nothing recorded of it."""

    async def test_another_firms_order_is_not_there(self, api: Api, wijzer: Wijzer) -> None:
        (eigen,), (ander,) = await begonnen(api, wijzer), await begonnen(api, wijzer)
        antwoord = await leg_vast(eigen, ander)
        assert antwoord.status_code == 404
        assert await sessies(api.uwv, eigen) == await sessies(api.uwv, ander) == []
        gelezen = await eigen.opdrachtnemer.post(
            "/begeleidingssessies", van(eigen, inkooporders=["01783a4f-7c00-7000-8000-00000000dead"])
        )
        assert gelezen.status_code == 404
        assert gelezen.json()["detail"] == antwoord.json()["detail"]  # so nobody learns that it is there

    async def test_an_order_that_lapsed_stops_the_group(self, api: Api) -> None:
        firma = await nieuwe_opdrachtnemer(api)
        goed = await (await nieuwe_order(api, firma=firma)).in_uitvoering()
        slecht = await (await nieuwe_order(api, firma=firma)).met_opdracht()
        await slecht.stap(slecht.uwv, "vervallenverklaringen", {"vervallenOp": "2025-04-07", "reden": "Zelf werk."})
        antwoord = await leg_vast(goed, slecht, gehoudenOp="2025-04-07")
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "vervallen")
        assert antwoord.json()["detail"].startswith(f"Sessie op inkooporder {slecht.nu['id']} kan niet")
        assert await sessies(api.uwv, goed) == []

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"deelnemers": 0}, ("deelnemers", "te-klein")),
            ({"deelnemers": 1001}, ("deelnemers", "te-groot")),
            ({"minuten": 0}, ("minuten", "te-klein")),
            ({"minuten": 1441}, ("minuten", "te-groot")),
            ({"minuten": 60.125}, ("minuten", "geheel-getal")),
            ({"inkooporders": []}, ("inkooporders", "te-kort")),
            ({"soort": "administratie", "deelnemers": 2}, ("deelnemers", "geen-groep")),
            ({"soort": "overhead", "deelnemers": 2}, ("deelnemers", "geen-groep")),
            ({"gehoudenOp": "2025-04-15"}, ("gehoudenOp", "toekomst")),
            ({"gehoudenOp": "2025-04-06"}, ("gehoudenOp", "buiten-dienst")),
            ({"gehoudenOp": "2025-04-06", "soort": "administratie"}, ("gehoudenOp", "buiten-dienst")),
            ({"clientAkkoordOp": "2025-04-15"}, ("clientAkkoordOp", "toekomst")),
            ({"clientAkkoordOp": "2025-04-13"}, ("clientAkkoordOp", "te-vroeg")),
        ],
    )
    async def test_wrong_facts_are_named_with_their_field(
        self, api: Api, wijzer: Wijzer, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        (order,) = await begonnen(api, wijzer)
        assert fout in fouten(await leg_vast(order, **anders))
        assert await sessies(api.uwv, order) == []

    async def test_fewer_participants_than_orders(self, api: Api, wijzer: Wijzer) -> None:
        orders = await begonnen(api, wijzer, aantal=2)
        assert fouten(await leg_vast(*orders, deelnemers=1)) == {("deelnemers", "te-weinig")}
        assert fouten(await leg_vast(*orders, soort="administratie")) == {("deelnemers", "geen-groep")}
        assert fouten(await leg_vast(orders[0], orders[0])) == {("inkooporders", "dubbel")}

    async def test_two_orders_of_one_client_in_one_group(self, api: Api, wijzer: Wijzer) -> None:
        firma, klant = await nieuwe_opdrachtnemer(api), (await nieuwe_klant(api)).json()["id"]
        orders = [await (await nieuwe_order(api, firma=firma, klant=klant)).in_uitvoering() for _ in range(2)]
        wijzer.zet("2025-04-14T09:00:00Z")
        assert fouten(await leg_vast(*orders)) == {(f"inkooporders[{n}]", "dubbele-client") for n in range(2)}
        assert await sessies(api.uwv, orders[0]) == []

    @pytest.mark.parametrize("rol", ["uwv", "werkconsulent", "trajectconsulent", "manager", "gws"])
    async def test_only_the_opdrachtnemer_records(self, api: Api, wijzer: Wijzer, rol: str) -> None:
        (order,) = await begonnen(api, wijzer)
        assert (await api.als(rol).post("/begeleidingssessies", van(order))).status_code == 403


class TestDagen:
    async def test_paperwork_begins_with_the_opdracht_and_all_else_with_the_service(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        plan = await leg_vast(order, gehoudenOp="2025-04-07", soort="administratie", activiteit="Plan opstellen")
        assert plan.status_code == 201, plan.text
        for soort in ("activiteit", "overhead"):
            antwoord = await leg_vast(order, gehoudenOp="2025-04-07", soort=soort)
            assert fouten(antwoord) == {("gehoudenOp", "buiten-dienst")}
            assert order.nu["id"] in antwoord.json()["errors"][0]["detail"]

    async def test_nothing_but_paperwork_after_the_last_day_of_the_duration(self, api: Api, wijzer: Wijzer) -> None:
        (order,) = await begonnen(api, wijzer)
        assert order.nu["einddatum"] == "2026-04-07"
        wijzer.zet("2026-04-08T09:00:00Z")
        assert (await leg_vast(order, gehoudenOp="2026-04-07")).status_code == 201
        assert fouten(await leg_vast(order, gehoudenOp="2026-04-08")) == {("gehoudenOp", "buiten-dienst")}
        assert (await leg_vast(order, gehoudenOp="2026-04-08", soort="administratie")).status_code == 201

    async def test_werkbehoud_has_no_opdracht_so_all_of_it_begins_with_the_order(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        (order,) = await begonnen(api, wijzer, dienst="werkbehoud_loondienst")
        wie = {"soort": "administratie", "activiteit": "Eindrapportage"}
        assert fouten(await leg_vast(order, gehoudenOp="2025-04-06", **wie)) == {("gehoudenOp", "buiten-dienst")}
        assert (await leg_vast(order, gehoudenOp="2025-04-07", **wie)).status_code == 201


class TestStappen:
    async def test_a_session_is_withdrawn_once_with_its_reason(self, api: Api, wijzer: Wijzer) -> None:
        orders = await begonnen(api, wijzer, aantal=2)
        sessie = await een_sessie(api, orders[0])
        pad = f"/begeleidingssessies/{sessie.json()['id']}/intrekkingen"
        wie, reden = orders[0].opdrachtnemer, {"reden": "Dubbel vastgelegd."}
        assert (await wie.post(pad, reden)).status_code == 428
        ingetrokken = await wie.post(pad, reden, als=sessie)
        assert ingetrokken.status_code == 200, ingetrokken.text
        assert ingetrokken.json()["intrekking"]["reden"] == "Dubbel vastgelegd."
        assert (await wie.post(pad, reden, als=sessie)).status_code == 412
        nog_eens = await wie.post(pad, reden, als=ingetrokken)
        assert (nog_eens.status_code, nog_eens.json()["type"].split("/")[-1]) == (409, "al-ingetrokken")

    async def test_the_client_agrees_once_on_a_day_that_can_be(self, api: Api, wijzer: Wijzer) -> None:
        (order,) = await begonnen(api, wijzer)
        sessie = await een_sessie(api, order, gehoudenOp="2025-04-10")
        pad, wie = f"/begeleidingssessies/{sessie.json()['id']}/akkoorden", order.opdrachtnemer
        for op, code in (("2025-04-09", "te-vroeg"), ("2025-04-15", "toekomst")):
            fout = await wie.post(pad, {"clientAkkoordOp": op}, als=sessie)
            assert fouten(fout) == {("clientAkkoordOp", code)}
        akkoord = await wie.post(pad, {"clientAkkoordOp": "2025-04-14"}, als=sessie)
        assert (akkoord.status_code, akkoord.json()["clientAkkoordOp"]) == (200, "2025-04-14")
        nog_eens = await wie.post(pad, {"clientAkkoordOp": "2025-04-14"}, als=akkoord)
        assert (nog_eens.status_code, nog_eens.json()["type"].split("/")[-1]) == (409, "akkoord-bekend")

    @pytest.mark.parametrize(
        "stap", [("akkoorden", {"clientAkkoordOp": "2025-04-14"}), ("intrekkingen", {"reden": "x"})]
    )
    async def test_nobody_else_steps_on_a_session(self, api: Api, wijzer: Wijzer, stap: tuple[str, Any]) -> None:
        (order,), (ander,) = await begonnen(api, wijzer), await begonnen(api, wijzer)
        sessie = await een_sessie(api, order)
        pad = f"/begeleidingssessies/{sessie.json()['id']}/{stap[0]}"
        assert (await api.uwv.post(pad, stap[1], als=sessie)).status_code == 403
        assert (await ander.opdrachtnemer.post(pad, stap[1], als=sessie)).status_code == 404


class TestZicht:
    async def test_an_opdrachtnemer_sees_its_own_sessions_only(self, api: Api, wijzer: Wijzer) -> None:
        (order,), (ander,) = await begonnen(api, wijzer), await begonnen(api, wijzer)
        sessie = (await een_sessie(api, order)).json()
        een, groep = f"/begeleidingssessies/{sessie['id']}", f"?bijeenkomstId={sessie['bijeenkomstId']}"
        assert (await ander.opdrachtnemer.get(een)).status_code == 404
        for vraag in ("", groep, f"?inkooporderId={order.nu['id']}"):
            assert (await ander.opdrachtnemer.get(f"/begeleidingssessies{vraag}")).json()["resultaten"] == []
            gevonden = (await order.opdrachtnemer.get(f"/begeleidingssessies{vraag}")).json()["resultaten"]
            assert [een_van["id"] for een_van in gevonden] == [sessie["id"]]
        for rol in ("uwv", "werkconsulent", "manager"):
            assert (await api.als(rol).get(een)).status_code == 200
        assert (await api.receptie.get(een)).status_code == 403

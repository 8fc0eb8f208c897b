"""What a werkplan says of the client, and of hours, as its service asks."""

from typing import Any

import httpx
import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant
from tests.stappen_orders import CLIENT, nieuwe_order, plan_voor, werkplan_voor

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
WERK = "betaaldWerkBereikbaar"
SCHOLING = "scholingGoedgekeurdOp"
MAATSCHAPPELIJK = ["participatie_interventie", "bevorderen_maatschappelijke_deelname"]


async def stel_op(api: Api, dienst: str, client: dict[str, Any], **werkplan: Any) -> httpx.Response:
    """Try a werkplan."""
    body = {
        "klantId": (await nieuwe_klant(api)).json()["id"],
        "dienst": dienst,
        "client": {"clientsoort": "ww"} | client,
        "werkplan": werkplan_voor(dienst, **werkplan),
    }
    return await api.uwv.post("/inkooporders", body)


@pytest.mark.parametrize("dienst", MAATSCHAPPELIJK)
@pytest.mark.parametrize("soort", ["ag", "zw", "ww", "iva_dga"])
async def test_participation_is_bought_only_with_paid_work_in_the_end(api: Api, dienst: str, soort: str) -> None:
    for client, code in (({}, "verplicht"), ({WERK: False}, "niet-bereikbaar")):
        antwoord = await stel_op(api, dienst, client | {"clientsoort": soort})
        assert fouten(antwoord) == {(f"client.{WERK}", code)}
        assert "uwv.betaald_werk" in antwoord.json()["errors"][0]["detail"]
    order = await nieuwe_order(api, dienst, clientsoort=soort)
    assert order.nu["client"][WERK] is True
    assert order.nu["motivering"][0]["regel"] == "uwv.betaald_werk"


async def test_guidance_with_scholing_asks_when_uwv_approved_it(api: Api) -> None:
    antwoord = await stel_op(api, "begeleiding_bij_scholing", {})
    assert fouten(antwoord) == {(f"client.{SCHOLING}", "verplicht")}
    assert "uwv.scholing" in antwoord.json()["errors"][0]["detail"]


async def test_scholing_is_approved_before_it_is_said_and_before_the_opdracht(api: Api) -> None:
    antwoord = await stel_op(api, "begeleiding_bij_scholing", {SCHOLING: "2025-04-08", WERK: True})
    assert fouten(antwoord) == {(f"client.{SCHOLING}", "toekomst"), (f"client.{WERK}", "niet-van-toepassing")}
    order = await nieuwe_order(api, "begeleiding_bij_scholing", scholingGoedgekeurdOp="2025-04-07", scholingWeken=40)
    body = {"opdrachtnemerId": order.firma.json()["id"], "opdrachtOp": "2025-04-06"}
    assert fouten(await order.probeer(order.uwv, "opdrachten", body)) == {("opdrachtOp", "te-vroeg")}
    await order.met_opdracht("2025-04-07")


@pytest.mark.parametrize(
    ("veld", "waarde", "dienst"),
    [
        (WERK, True, "werkfit_maken"),
        (WERK, False, "begeleiding_bij_scholing"),
        (SCHOLING, "2025-03-03", "participatie_interventie"),
        ("scholingMaanden", 6, "naar_werk"),
        ("scholingWeken", 26, "werkfit_maken"),
        ("hervattingOp", "2025-03-03", "naar_werk"),
    ],
)
async def test_what_is_of_another_service_is_refused(api: Api, veld: str, waarde: Any, dienst: str) -> None:
    antwoord = await stel_op(api, dienst, CLIENT.get(dienst, {}) | {veld: waarde})
    assert fouten(antwoord) == {(f"client.{veld}", "niet-van-toepassing")}


async def test_werkbehoud_names_the_work_it_keeps(api: Api, wijzer: Wijzer) -> None:
    assert fouten(await stel_op(api, "werkbehoud_loondienst", {})) == {("client.hervattingOp", "verplicht")}
    antwoord = await stel_op(api, "werkbehoud_loondienst", {"hervattingOp": "2025-04-08"})
    assert fouten(antwoord) == {("client.hervattingOp", "toekomst")}


class TestVastePrijs:
    async def test_a_werkplan_has_no_hours(self, api: Api) -> None:
        activiteiten = [{"omschrijving": "Stage"}, {"omschrijving": "Test", "uren": "1.00"}]
        antwoord = await stel_op(api, "praktijkassessment", {}, activiteiten=activiteiten)
        assert fouten(antwoord) == {("werkplan.activiteiten[1].uren", "niet-van-toepassing")}
        assert "uwv.dienst" in antwoord.json()["errors"][0]["detail"]

    async def test_a_plan_has_no_hours(self, api: Api) -> None:
        order = await (await nieuwe_order(api, "praktijkassessment")).met_opdracht()
        plan = plan_voor("praktijkassessment", administratieUren="3.00")
        plan["activiteiten"][0]["uren"] = "4.00"
        antwoord = await order.probeer(order.opdrachtnemer, "plannen", {"plan": plan, "ontvangenOp": "2025-04-07"})
        velden = {"plan.administratieUren", "plan.activiteiten[0].uren"}
        assert fouten(antwoord) == {(veld, "niet-van-toepassing") for veld in velden}
        await order.is_ongewijzigd()

    async def test_nor_has_the_plan_of_an_adjustment(self, api: Api) -> None:
        order = await (await nieuwe_order(api, "praktijkassessment")).in_uitvoering()
        anders = {
            "gemeldOp": "2025-04-07",
            "doorlooptijdMaanden": 4,
            "andereActiviteiten": True,
            "reden": "Een andere werkplek.",
            "plan": plan_voor("praktijkassessment", administratieUren="1.00"),
        }
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", anders)
        assert ("plan.administratieUren", "niet-van-toepassing") in fouten(antwoord)

"""What an opdrachtnemer reports to UWV over HTTP, and who closes a reminder."""

import httpx
import pytest

from tests.api import Api, fouten
from tests.stappen import nieuwe_melding
from tests.stappen_onderbrekingen import BEGIN, VERHUISD, WEIGERT
from tests.stappen_orders import Order, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


class TestSignaal:
    async def herinnering(self, order: Order) -> tuple[str, httpx.Response]:
        """Where the reminder of the last signal is closed, and an answer with its ETag."""
        termijn = (await order.termijnen())["signaal"]
        als = httpx.Response(200, headers={"ETag": f'"{termijn["versie"]}"'})
        return f"/termijnen/{termijn['id']}/afdoeningen", als

    async def test_a_client_who_refuses_is_reported_and_uwv_closes_the_reminder(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        termijn = (await order.termijnen())["signaal"]
        assert (termijn["rol"], termijn["uiterlijkOp"], termijn["regel"]) == ("uwv", BEGIN, "uwv.bezwaar")
        assert order.nu["motivering"][0]["keuze"]
        pad, als = await self.herinnering(order)
        gedaan = await order.uwv.post(pad, {"op": BEGIN, "toelichting": "De cliënt gebeld."}, als=als)
        assert gedaan.status_code == 200, gedaan.text
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        standen = {naam: termijn["toestand"] for naam, termijn in (await order.termijnen()).items()}
        assert (standen["signaal"], standen["signaal_2"]) == ("gehaald", "lopend")

    async def test_a_signal_is_still_seen_after_the_service_ended(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN})
        assert (await order.termijnen())["signaal"]["toestand"] == "lopend"

    async def test_multiple_problems_are_of_werkbehoud(self, api: Api) -> None:
        signaal = WEIGERT | {"soort": "multiproblematiek"}
        ander = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await ander.probeer(ander.opdrachtnemer, "signalen", signaal)
        assert fouten(antwoord) == {("soort", "niet-van-toepassing")}
        order = await (await nieuwe_order(api, "werkbehoud_loondienst")).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", signaal)
        assert (await order.termijnen())["signaal"]["regel"] == "uwv.multiproblematiek"

    @pytest.mark.parametrize(("dag", "code"), [("2025-04-06", "te-vroeg"), ("2025-04-08", "toekomst")])
    async def test_a_signal_comes_from_within_the_service(self, api: Api, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await order.probeer(order.opdrachtnemer, "signalen", WEIGERT | {"gesignaleerdOp": dag})
        assert fouten(antwoord) == {("gesignaleerdOp", code)}

    async def test_only_uwv_closes_its_reminder_and_another_firm_does_not_find_it(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        ander = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        pad, als = await self.herinnering(order)
        gedaan = {"op": BEGIN, "toelichting": "Gezien."}
        assert (await order.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 403
        assert (await order.consulent.post(pad, gedaan, als=als)).status_code == 403
        assert (await ander.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 404
        assert (await ander.opdrachtnemer.post(pad, gedaan)).status_code == 404
        assert (await order.uwv.post(pad, gedaan)).status_code == 428

    async def test_what_follows_a_step_is_not_closed_by_hand(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        termijn = (await order.termijnen())["einde_dienst"]
        als = httpx.Response(200, headers={"ETag": f'"{termijn["versie"]}"'})
        antwoord = await order.opdrachtnemer.post(
            f"/termijnen/{termijn['id']}/afdoeningen", {"op": BEGIN, "toelichting": "Klaar."}, als=als
        )
        assert antwoord.status_code == 409
        assert antwoord.json()["type"].endswith("/termijn-volgt-stap")
        assert "beëindiging" in antwoord.json()["detail"]

    async def test_terms_of_a_dossier_are_not_of_uwv_or_an_opdrachtnemer(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        melding = (await nieuwe_melding(api, kanaal="digitaal")).json()
        lijst = (await api.coordinator.get("/termijnen", params={"onderwerpId": melding["id"]})).json()["resultaten"]
        assert lijst
        als = httpx.Response(200, headers={"ETag": '"1"'})
        gedaan = {"op": BEGIN, "toelichting": "Gezien."}
        for termijn in lijst:
            pad = f"/termijnen/{termijn['id']}/afdoeningen"
            assert (await order.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 404
            assert (await order.uwv.post(pad, gedaan, als=als)).status_code == 404

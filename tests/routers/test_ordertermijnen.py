"""Terms over HTTP while an order runs: what waits for UWV, and the Plaatsing."""

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_opdrachtnemer
from tests.stappen_onderbrekingen import BEGIN, VERHUISD
from tests.stappen_orders import Order, beeindig, hervat, nieuwe_order, onderbreek, oordeel, rapporteer
from tests.stappen_uitvoering import ADVIES, BIJSTELLING, MEER, besluit, lopend, stop

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


async def termijn(order: Order, soort: str) -> tuple[str, str, str | None]:
    een = (await order.termijnen())[soort]
    return een["toestand"], een["uiterlijkOp"], een["afgedaanOp"]


async def met_de_hand(order: Order, soort: str) -> httpx.Response:
    """UWV tries to close a term by hand."""
    een = (await order.termijnen())[soort]
    als = httpx.Response(200, headers={"ETag": f'"{een["versie"]}"'})
    body = {"op": een["uiterlijkOp"], "toelichting": "Gezien."}
    return await order.uwv.post(f"/termijnen/{een['id']}/afdoeningen", body, als=als)


class TestBijstelling:
    async def test_more_hours_give_uwv_a_term_from_the_place_that_asks_it(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
        een = (await order.termijnen())["bijstellingsoordeel"]
        assert (een["rol"], een["basisOp"], een["uiterlijkOp"]) == ("uwv", "2025-06-02", "2025-06-16")
        assert (een["regel"], een["bron"], een["vindplaats"]) == ("uwv.plan.oordeel", "UWV", "§4.5, §4.4.1")
        assert (een["herinnering"], een["toestand"]) == (False, "lopend")
        assert order.nu["bijstellingen"][0]["oordeelUiterlijk"] == "2025-06-16"
        assert "uwv.plan.oordeel" in {grond["regel"] for grond in order.nu["motivering"]}
        assert (await met_de_hand(order, "bijstellingsoordeel")).status_code == 409

    @pytest.mark.parametrize("akkoord", [True, False])
    @pytest.mark.parametrize(("op", "toestand"), [("2025-06-16", "gehaald"), ("2025-06-17", "gemist")])
    async def test_the_decision_meets_it_or_comes_too_late(
        self, api: Api, wijzer: Wijzer, akkoord: bool, op: str, toestand: str
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
        wijzer.op_dag(op)
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(akkoord, op))
        assert await termijn(order, "bijstellingsoordeel") == (toestand, "2025-06-16", op)

    @pytest.mark.parametrize(("op", "toestand"), [("2025-06-16", "vervallen"), ("2025-06-17", "gemist")])
    async def test_it_lapses_with_the_order_unless_it_was_too_late_by_then(
        self, api: Api, wijzer: Wijzer, op: str, toestand: str
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
        wijzer.op_dag(op)
        await beeindig(order, op, "resultaat_bereikt")
        assert await termijn(order, "bijstellingsoordeel") == (toestand, "2025-06-16", None)

    async def test_what_is_only_announced_asks_no_judgement(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING)
        assert "bijstellingsoordeel" not in await order.termijnen()
        assert order.nu["bijstellingen"][0]["oordeelUiterlijk"] is None

    async def test_a_late_decision_counts_against_uwv_in_the_figures(self, api: Api, wijzer: Wijzer) -> None:
        firma = await nieuwe_opdrachtnemer(api)
        for op in ("2025-06-16", "2025-06-17"):
            wijzer.op_dag(BEGIN)
            order = await lopend(api, wijzer, "2025-06-02", firma=firma)
            await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
            wijzer.op_dag(op)
            await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, op))
            await rapporteer(await beeindig(order, op, "resultaat_bereikt"), op)
            await oordeel(order, op, "geen_vervolg")
        antwoord = await api.als_opdrachtnemer(firma.json()["kenmerk"]).get("/stuurinformatie/inkooporders")
        (cijfers,) = antwoord.json()["resultaten"]
        assert cijfers["termijnenUwv"] == {"gehaald": 3, "gemist": 1}  # two plans, and one adjustment of two


class TestDirect:
    """What the sources give no day: a reminder on the day itself, closed by the decision."""

    @pytest.mark.parametrize("stoppen", [True, False])
    async def test_an_advice_to_stop_waits_for_the_decision(self, api: Api, wijzer: Wijzer, stoppen: bool) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        een = (await order.termijnen())["evaluatiebesluit"]
        assert (een["rol"], een["uiterlijkOp"], een["herinnering"]) == ("uwv", "2025-10-07", True)
        assert (een["regel"], een["toestand"]) == ("uwv.evaluatie", "lopend")
        assert "het besluit van UWV over het advies" in (await met_de_hand(order, "evaluatiebesluit")).json()["detail"]
        wijzer.op_dag("2025-10-14")
        await order.stap(order.uwv, "evaluatiebesluiten", stop("2025-10-13") | {"stoppen": stoppen})
        assert await termijn(order, "evaluatiebesluit") == ("gehaald", "2025-10-07", "2025-10-13")

    @pytest.mark.parametrize("akkoord", [True, False])
    async def test_an_early_return_waits_for_the_decision(self, api: Api, wijzer: Wijzer, akkoord: bool) -> None:
        order = await lopend(api, wijzer, BEGIN)
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        een = (await order.termijnen())["terugmeldbesluit"]
        assert (een["rol"], een["uiterlijkOp"], een["herinnering"]) == ("uwv", BEGIN, True)
        assert (een["regel"], een["toestand"]) == ("uwv.terugmelding", "lopend")
        assert (await met_de_hand(order, "terugmeldbesluit")).json()["type"].endswith("/termijn-volgt-stap")
        wijzer.op_dag("2025-04-09")
        nieuw = {"akkoord": akkoord, "beslotenOp": "2025-04-08", "toelichting": "Zo is het."}
        await order.stap(order.uwv, "terugmeldbesluiten", nieuw)
        assert await termijn(order, "terugmeldbesluit") == ("gehaald", BEGIN, "2025-04-08")

    async def test_they_lapse_when_the_service_ends_otherwise(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        wijzer.op_dag("2025-10-14")
        await beeindig(order, "2025-10-14", "resultaat_bereikt")
        termijnen = await order.termijnen()
        assert termijnen["evaluatiebesluit"]["toestand"] == termijnen["terugmeldbesluit"]["toestand"] == "vervallen"

    async def test_a_client_who_can_be_developed_leaves_uwv_nothing(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", {"gehoudenOp": "2025-10-07", "ontwikkelbaar": True})
        assert "evaluatiebesluit" not in await order.termijnen()


class TestPlaatsing:
    async def hervat(self, api: Api, wijzer: Wijzer) -> Order:
        """Naar werk, at work since 2 June: full on 2 September."""
        order = await (await nieuwe_order(api, "naar_werk")).in_uitvoering()
        wijzer.op_dag("2025-06-03")
        return await hervat(order, "2025-06-02")

    async def test_the_first_step_after_full_months_meets_the_reminder(self, api: Api, wijzer: Wijzer) -> None:
        order = await self.hervat(api, wijzer)
        assert await termijn(order, "plaatsing") == ("lopend", "2025-09-02", None)
        wijzer.op_dag("2025-09-10")
        await onderbreek(order, "2025-09-09", None, "anders")
        assert await termijn(order, "plaatsing") == ("gehaald", "2025-09-02", "2025-09-02")

    async def test_so_does_the_judgement_of_the_result(self, api: Api, wijzer: Wijzer) -> None:
        order = await self.hervat(api, wijzer)
        wijzer.op_dag("2025-06-10")
        await rapporteer(await beeindig(order, "2025-06-10", "resultaat_bereikt"), "2025-06-10", werkhervatting=True)
        wijzer.op_dag("2025-09-03")
        await oordeel(order, "2025-09-03", "werkbehoud")
        assert await termijn(order, "plaatsing") == ("gehaald", "2025-09-02", "2025-09-02")

    async def test_an_illness_that_is_told_late_opens_it_again(self, api: Api, wijzer: Wijzer) -> None:
        order = await self.hervat(api, wijzer)
        wijzer.op_dag("2025-09-02")
        gewoon = {"soort": "weigert_medewerking", "gesignaleerdOp": "2025-09-02", "toelichting": "Komt niet."}
        await order.stap(order.opdrachtnemer, "signalen", gewoon)
        assert await termijn(order, "plaatsing") == ("gehaald", "2025-09-02", "2025-09-02")
        await onderbreek(order, "2025-07-07", "2025-07-11", "ziekte")
        assert await termijn(order, "plaatsing") == ("lopend", "2025-09-07", None)

    async def test_without_full_months_it_lapses(self, api: Api, wijzer: Wijzer) -> None:
        order = await self.hervat(api, wijzer)
        wijzer.op_dag("2025-06-10")
        await rapporteer(await beeindig(order, "2025-06-10", "resultaat_bereikt"), "2025-06-10", werkhervatting=True)
        await oordeel(order, "2025-06-10", behaald=False, toelichting="Geen plaatsing.")
        assert await termijn(order, "plaatsing") == ("vervallen", "2025-09-02", None)

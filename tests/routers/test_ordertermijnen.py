"""What waits for UWV while an order runs, and the terms of inkooporders as UWV and an opdrachtnemer find them."""

from typing import Any

import httpx
import pytest

from app.main import ontwikkeluitgever
from app.services.identiteit import Rol
from tests.api import Api, Persoon
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding, nieuwe_opdrachtnemer
from tests.stappen_onderbrekingen import BEGIN, VERHUISD
from tests.stappen_orders import Order, beeindig, hervat, nieuwe_order, onderbreek, oordeel, plan_voor, rapporteer
from tests.stappen_uitvoering import ADVIES, BIJSTELLING, besluit, lopend, stop

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
MEER = BIJSTELLING | {
    "uren": 38,
    "plan": plan_voor("werkfit_maken", afwijking="Er is meer nodig.", gezienOp="2025-06-02")
    | {"activiteiten": [plan_voor("werkfit_maken")["activiteiten"][0] | {"uren": "35.00"}]},
}
"""An adjustment that UWV must agree with."""


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


def samen(api: Api, organisatie: str, *rollen: Rol) -> Persoon:
    """Someone with roles of the municipality whose software works for an opdrachtnemer as well."""
    client = f"ontwikkeling-opdrachtnemer-{organisatie}"
    token = ontwikkeluitgever(api.instellingen).geef_token(
        [*rollen, Rol.OPDRACHTNEMER], "samen", nu=api.klok(), client=client
    )
    return Persoon(api.http, lambda: token)


async def alles(wie: Persoon, pad: str, **vraag: Any) -> list[dict[str, Any]]:
    """Every line of a list; by small pages, so that these join up too."""
    regels: list[dict[str, Any]] = []
    params: dict[str, Any] = {"limit": 3, **vraag}
    while True:
        antwoord = await wie.get(pad, params=params)
        assert antwoord.status_code == 200, antwoord.text
        regels += antwoord.json()["resultaten"]
        if not antwoord.json()["volgende"]:
            return regels
        params["cursor"] = antwoord.json()["volgende"]


@pytest.fixture
async def order(api: Api, wijzer: Wijzer) -> Order:
    """With terms of both parties, of a klant with terms of the municipality too."""
    klant = (await nieuwe_melding(api, broodnood=True)).json()["klantId"]
    order = await lopend(api, wijzer, "2025-06-02", klant=klant)
    await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
    return await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)


def van(order: Order, regels: list[dict[str, Any]]) -> list[str]:
    """The kinds of the lines of this order; tests share the database."""
    termijnen = [regel.get("termijn", regel) for regel in regels]
    return [een["soort"] for een in termijnen if een["onderwerpId"] == order.nu["id"]]


class TestWerkvoorraad:
    async def test_uwv_finds_what_waits_for_uwv(self, order: Order) -> None:
        regels = await alles(order.uwv, "/werkvoorraad")
        assert van(order, regels) == ["terugmeldbesluit", "bijstellingsoordeel"]
        assert {regel["termijn"]["rol"] for regel in regels} == {"uwv"}
        assert regels == await alles(order.uwv, "/werkvoorraad", rol="uwv")
        assert (await order.uwv.get("/werkvoorraad", params={"rol": "opdrachtnemer"})).status_code == 403

    async def test_uwv_finds_what_is_late(self, order: Order, wijzer: Wijzer) -> None:
        assert van(order, await alles(order.uwv, "/werkvoorraad", alleenTeLaat=True)) == ["terugmeldbesluit"]
        wijzer.op_dag("2025-06-17")
        laat = await alles(order.uwv, "/werkvoorraad", alleenTeLaat=True)
        assert van(order, laat) == ["terugmeldbesluit", "bijstellingsoordeel"]
        assert van(order, await alles(order.uwv, "/werkvoorraad", totEnMet="2025-06-15")) == ["terugmeldbesluit"]

    async def test_a_firm_finds_its_own_work_and_no_more_of_the_client_than_the_order_shows(self, order: Order) -> None:
        regels = await alles(order.opdrachtnemer, "/werkvoorraad")
        assert van(order, regels) == ["evaluatiemoment", "einde_dienst"]
        assert len(regels) == len(van(order, regels))
        assert {regel["termijn"]["organisatie"] for regel in regels} == {order.nu["organisatie"]}
        contact = (await order.opdrachtnemer.get(f"{order.pad}/contact")).json()
        delen = (contact["voornamen"], contact["voorvoegsel"], contact["geslachtsnaam"])
        klant = {
            "id": order.nu["klantId"],
            "naam": " ".join(deel for deel in delen if deel),
            "geboortedatum": contact["geboortedatum"],
        }
        assert [regel["klant"] for regel in regels] == [klant, klant]

    async def test_a_firm_finds_nothing_of_an_order_that_is_over(self, order: Order) -> None:
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-06-02"})
        assert van(order, await alles(order.opdrachtnemer, "/werkvoorraad")) == ["eindrapportage"]
        await rapporteer(order, "2025-06-02")
        await oordeel(order, "2025-06-02", "geen_vervolg", behaald=False, toelichting="Verhuisd.")
        assert await alles(order.opdrachtnemer, "/werkvoorraad") == []

    async def test_nobody_else_has_them(self, api: Api, order: Order) -> None:
        ander = await nieuwe_order(api)
        assert await alles(ander.opdrachtnemer, "/werkvoorraad") == []
        for rol in ("werkconsulent", "coordinator", "manager", "receptie"):
            assert van(order, await alles(api.als(rol), "/werkvoorraad", limit=200)) == []

    async def test_whoever_works_for_a_firm_is_held_to_it(self, api: Api, order: Order) -> None:
        eigen = samen(api, order.nu["organisatie"], Rol.WERKCONSULENT, Rol.COORDINATOR)
        regels = await alles(eigen, "/werkvoorraad")
        assert (van(order, regels), len(regels)) == (["evaluatiemoment", "einde_dienst"], 2)
        assert await alles(eigen, "/werkvoorraad", rol="inkomensconsulent") == []
        assert await alles(eigen, "/werkvoorraad", persoon="iemand") == []
        ander = (await nieuwe_order(api)).firma.json()["kenmerk"]
        assert await alles(samen(api, ander, Rol.WERKCONSULENT, Rol.COORDINATOR), "/werkvoorraad") == []


class TestTermijnen:
    async def test_uwv_finds_those_of_inkooporders_and_no_other(self, order: Order) -> None:
        regels = await alles(order.uwv, "/termijnen", klantId=order.nu["klantId"])
        assert {regel["onderwerpSoort"] for regel in regels} == {"inkooporder"}
        assert sorted(van(order, regels)) == sorted(await order.termijnen())
        assert all(een["rol"] == "uwv" for een in await alles(order.uwv, "/termijnen", rol="uwv", toestand="lopend"))
        assert await alles(order.uwv, "/termijnen", rol="coordinator") == []

    @pytest.mark.parametrize("vraag", [{}, {"rol": "uwv"}, {"rol": "opdrachtnemer", "toestand": "lopend"}])
    async def test_a_firm_finds_what_its_order_shows_it(self, order: Order, vraag: dict[str, str]) -> None:
        eigen = await order.opdrachtnemer.get(f"{order.pad}/termijnen", params={"limit": 200})
        past = [e for e in eigen.json()["resultaten"] if all(e[naam] == waarde for naam, waarde in vraag.items())]
        assert await alles(order.opdrachtnemer, "/termijnen", **vraag) == past
        assert past

    async def test_one_is_read_by_its_own_firm_and_by_uwv(self, api: Api, order: Order) -> None:
        een = (await order.termijnen())["einde_dienst"]
        ander = (await nieuwe_order(api)).opdrachtnemer
        for wie, status in ((order.uwv, 200), (order.opdrachtnemer, 200), (ander, 404)):
            assert (await wie.get(f"/termijnen/{een['id']}")).status_code == status

    async def test_one_of_the_municipality_does_not_exist_for_them(self, api: Api, order: Order) -> None:
        van_klant = await alles(api.coordinator, "/termijnen", klantId=order.nu["klantId"], rol="coordinator")
        pad = f"/termijnen/{van_klant[0]['id']}"
        gelezen = await api.coordinator.get(pad)
        afdoening = {"op": "2025-06-02", "toelichting": "Gebeld."}
        for wie in (order.uwv, order.opdrachtnemer, samen(api, order.nu["organisatie"], Rol.COORDINATOR)):
            assert (await wie.get(pad)).status_code == 404
            assert (await wie.post(f"{pad}/afdoeningen", afdoening, als=gelezen)).status_code == 404

    async def test_nobody_else_finds_them(self, api: Api, order: Order) -> None:
        ander = (await nieuwe_order(api)).firma.json()["kenmerk"]
        for wie in (api.als_opdrachtnemer(ander), samen(api, ander, Rol.WERKCONSULENT)):
            for vraag in ({}, {"klantId": order.nu["klantId"]}, {"onderwerpId": order.nu["id"]}, {"rol": "uwv"}):
                assert await alles(wie, "/termijnen", **vraag) == []

    async def test_a_municipal_term_has_no_firm(self, api: Api, order: Order) -> None:
        regels = await alles(api.werkconsulent, "/termijnen", klantId=order.nu["klantId"])
        assert {(een["onderwerpSoort"] == "inkooporder") == (een["organisatie"] is not None) for een in regels} == {
            True
        }

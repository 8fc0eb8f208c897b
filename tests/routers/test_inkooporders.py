"""Inkooporders over HTTP until the service begins: werkplan, Opdracht, plan, judgement, and who sees what."""

import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_opdrachtnemer
from tests.stappen_orders import nieuwe_order, plan_voor, werkplan_voor

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
DIENSTEN = (
    "participatie_interventie",
    "bevorderen_maatschappelijke_deelname",
    "begeleiding_bij_scholing",
    "werkfit_maken",
    "naar_werk",
    "praktijkassessment",
    "werkbehoud_loondienst",
    "werkbehoud_zelfstandige",
)


@pytest.mark.parametrize("dienst", DIENSTEN)
async def test_every_service_comes_from_werkplan_to_execution(api: Api, dienst: str) -> None:
    order = await (await nieuwe_order(api, dienst)).in_uitvoering()
    assert order.nu["toestand"] == "in_uitvoering"
    assert order.nu["overzicht"] == "7.1"
    assert order.nu["startOp"] == "2025-04-07"
    assert order.nu["verantwoording"]["beleid"] == "uwv-7.1"
    assert (await order.termijnen())["einde_dienst"]["uiterlijkOp"] == order.nu["einddatum"]


async def test_each_step_leaves_the_term_of_who_is_next(api: Api, wijzer: Wijzer) -> None:
    order = await nieuwe_order(api)
    assert await order.termijnen() == {}
    await order.met_opdracht()
    plan = (await order.termijnen())["reintegratieplan"]
    assert (plan["uiterlijkOp"], plan["rol"], plan["regel"]) == ("2025-05-05", "opdrachtnemer", "uwv.plan.indienen")
    wijzer.zet("2025-05-06T09:00:00Z")
    await order.met_plan("2025-05-06")
    termijnen = await order.termijnen()
    assert termijnen["reintegratieplan"]["toestand"] == "gemist"
    assert (termijnen["planoordeel"]["uiterlijkOp"], termijnen["planoordeel"]["rol"]) == ("2025-05-20", "uwv")
    await order.met_akkoord("2025-05-06")
    termijnen = await order.termijnen()
    assert termijnen["planoordeel"]["toestand"] == "gehaald"
    assert termijnen["einde_dienst"]["uiterlijkOp"] == "2026-05-06"
    assert termijnen["evaluatiemoment"]["uiterlijkOp"] == "2025-11-06"


async def test_a_firm_without_the_perceel_gets_no_order(api: Api) -> None:
    firma = await nieuwe_opdrachtnemer(api, raamovereenkomsten=[{"nummer": "r", "perceel": 3, "van": "2016-07-01"}])
    order = await nieuwe_order(api, firma=firma)
    body = {"opdrachtnemerId": firma.json()["id"], "opdrachtOp": "2025-04-07"}
    antwoord = await order.probeer(order.uwv, "opdrachten", body)
    assert fouten(antwoord) == {("opdrachtnemerId", "geen-raamovereenkomst")}
    gesprek = {"opdrachtnemerId": firma.json()["id"], "gesprokenOp": "2025-04-07", "gekozen": True}
    antwoord = await order.probeer(order.consulent, "orientatiegesprekken", gesprek)
    assert fouten(antwoord) == {("opdrachtnemerId", "geen-raamovereenkomst")}


async def test_the_client_chooses_the_firm_and_the_last_choice_counts(api: Api) -> None:
    order = await nieuwe_order(api)
    ander = await nieuwe_opdrachtnemer(api)
    for firma in (order.firma, ander):
        gesprek = {"opdrachtnemerId": firma.json()["id"], "gesprokenOp": "2025-04-07", "gekozen": True}
        await order.stap(order.consulent, "orientatiegesprekken", gesprek)
    body = {"opdrachtnemerId": order.firma.json()["id"], "opdrachtOp": "2025-04-07"}
    antwoord = await order.probeer(order.uwv, "opdrachten", body)
    assert antwoord.status_code == 409
    assert antwoord.json()["type"].endswith("andere-keuze-client")
    await order.stap(order.uwv, "opdrachten", body | {"opdrachtnemerId": ander.json()["id"]})
    gelezen = await api.als_opdrachtnemer(ander.json()["kenmerk"]).get(order.pad)
    assert "orientatiegesprekken" not in gelezen.json(), "with whom else the client talked is not the firm's"
    assert len((await order.consulent.get(order.pad)).json()["orientatiegesprekken"]) == 2


async def test_a_service_that_may_not_be_bought_gets_no_opdracht(api: Api) -> None:
    order = await nieuwe_order(api, werkplan=werkplan_voor("werkfit_maken", doorlooptijdMaanden=19))
    body = {"opdrachtnemerId": order.firma.json()["id"], "opdrachtOp": "2025-04-07"}
    antwoord = await order.probeer(order.uwv, "opdrachten", body)
    assert fouten(antwoord, 409) == {("werkplan", "dienst-niet-toegestaan")}
    assert "maximum is 18" in antwoord.json()["errors"][0]["detail"]


async def test_an_order_keeps_the_version_of_its_day_and_an_old_one_has_no_figures(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht("2024-12-31")
    assert order.nu["overzicht"] == "6.2"
    assert await order.termijnen() == {}
    antwoord = await order.probeer(
        order.opdrachtnemer, "plannen", {"plan": plan_voor("werkfit_maken"), "ontvangenOp": "2025-04-07"}
    )
    assert antwoord.status_code == 409
    assert antwoord.json()["type"].endswith("parameter-ontbreekt")


async def test_before_the_first_version_there_is_no_opdracht(api: Api) -> None:
    order = await nieuwe_order(
        api,
        firma=await nieuwe_opdrachtnemer(api, raamovereenkomsten=[{"nummer": "r", "perceel": 2, "van": "2010-01-01"}]),
    )
    body = {"opdrachtnemerId": order.firma.json()["id"], "opdrachtOp": "2016-06-30"}
    assert fouten(await order.probeer(order.uwv, "opdrachten", body)) == {("opdrachtOp", "geen-versie")}


async def test_a_service_without_plan_has_no_opdracht_and_one_with_plan_no_verstrekking(api: Api) -> None:
    werkbehoud = await nieuwe_order(api, "werkbehoud_loondienst")
    body = {"opdrachtnemerId": werkbehoud.firma.json()["id"], "opdrachtOp": "2025-04-07"}
    assert (await werkbehoud.probeer(werkbehoud.uwv, "opdrachten", body)).status_code == 409
    werkfit = await nieuwe_order(api)
    body = {
        "opdrachtnemerId": werkfit.firma.json()["id"],
        "inkooporderOp": "2025-04-07",
        "uren": 18,
        "doorlooptijdMaanden": 3,
        "beschikkingOp": "2025-04-07",
    }
    antwoord = await werkfit.probeer(werkfit.uwv, "verstrekkingen", body)
    assert antwoord.json()["toegestaan"] == [
        "orientatiegesprek",
        "opdracht",
        "vervallenverklaring",
        "bezwaar",
        "bezwaarschorsing",
        "bezwaarbeslissing",
    ]


async def test_an_order_lapses_before_the_service_begins(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    await order.stap(
        order.uwv, "vervallenverklaringen", {"vervallenOp": "2025-04-07", "reden": "De cliënt heeft werk."}
    )
    assert order.nu["toestand"] == "vervallen"
    assert (await order.termijnen())["reintegratieplan"]["toestand"] == "vervallen"


class TestWieZietEnDoet:
    async def test_an_opdrachtnemer_sees_its_own_orders_only(self, api: Api) -> None:
        eigen = await (await nieuwe_order(api)).met_opdracht()
        ander = await (await nieuwe_order(api)).met_opdracht()
        lijst = (await eigen.opdrachtnemer.get("/inkooporders")).json()["resultaten"]
        assert [order["id"] for order in lijst] == [eigen.nu["id"]]
        for pad in (ander.pad, f"{ander.pad}/termijnen"):
            assert (await eigen.opdrachtnemer.get(pad)).status_code == 404
        body = {"plan": plan_voor("werkfit_maken"), "ontvangenOp": "2025-04-07"}
        assert (await ander.probeer(eigen.opdrachtnemer, "plannen", body)).status_code == 404

    async def test_a_firm_knows_how_to_reach_its_own_client_only(self, api: Api) -> None:
        klant = (await nieuwe_klant(api, telefoon="0612345678", woonplaats="Deventer")).json()
        order = await (await nieuwe_order(api, klant=klant["id"])).met_opdracht()
        contact = await order.opdrachtnemer.get(f"{order.pad}/contact")
        gedeeld = ("voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum", "email", "telefoon")
        assert contact.json() == {"klantId": klant["id"]} | {veld: klant[veld] for veld in gedeeld}
        ander = await (await nieuwe_order(api)).met_opdracht()
        assert (await ander.opdrachtnemer.get(f"{order.pad}/contact")).status_code == 404
        assert (await order.opdrachtnemer.get(f"/klanten/{klant['id']}")).status_code == 403
        await order.stap(order.uwv, "vervallenverklaringen", {"vervallenOp": "2025-04-07", "reden": "Heeft werk."})
        assert (await order.opdrachtnemer.get(f"{order.pad}/contact")).status_code == 404
        assert (await order.consulent.get(f"{order.pad}/contact")).status_code == 200

    async def test_a_firm_sees_nothing_before_the_opdracht(self, api: Api) -> None:
        order = await nieuwe_order(api)
        assert (await order.opdrachtnemer.get(order.pad)).status_code == 404

    @pytest.mark.parametrize("rol", ["opdrachtnemer", "werkconsulent", "manager", "gws"])
    async def test_only_uwv_begins_an_order(self, api: Api, rol: str) -> None:
        body = {
            "klantId": "01783a4f-7c00-7000-8000-000000000001",
            "dienst": "werkfit_maken",
            "client": {"clientsoort": "ww"},
            "werkplan": werkplan_voor("werkfit_maken"),
        }
        assert (await api.als(rol).post("/inkooporders", body)).status_code == 403

    async def test_a_step_by_the_wrong_party_is_refused(self, api: Api) -> None:
        order = await (await (await nieuwe_order(api)).met_opdracht()).met_plan()
        ja = {"akkoord": True, "oordeelOp": "2025-04-07", "inkooporderOp": "2025-04-07", "beschikkingOp": "2025-04-07"}
        assert (await order.probeer(order.opdrachtnemer, "planoordelen", ja)).status_code == 403
        assert (await order.probeer(order.consulent, "planoordelen", ja)).status_code == 403

    async def test_a_step_needs_the_version_it_was_taken_on(self, api: Api) -> None:
        order = await nieuwe_order(api)
        body = {"opdrachtnemerId": order.firma.json()["id"], "opdrachtOp": "2025-04-07"}
        assert (await order.uwv.post(f"{order.pad}/opdrachten", body)).status_code == 428
        eerder = order.antwoord
        await order.met_opdracht()
        assert (
            await order.uwv.post(
                f"{order.pad}/vervallenverklaringen", {"vervallenOp": "2025-04-07", "reden": "x"}, als=eerder
            )
        ).status_code == 412

    async def test_lists_filter_by_client_firm_and_state(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        for vraag in (
            {"klantId": order.nu["klantId"]},
            {"opdrachtnemerId": order.nu["opdrachtnemerId"]},
            {"opdrachtnemerId": order.nu["opdrachtnemerId"], "toestand": "opdracht_verstrekt"},
        ):
            lijst = (await api.trajectconsulent.get("/inkooporders", params=vraag)).json()["resultaten"]
            assert [een["id"] for een in lijst] == [order.nu["id"]]
        leeg = {"opdrachtnemerId": order.nu["opdrachtnemerId"], "toestand": "vervallen"}
        assert (await api.trajectconsulent.get("/inkooporders", params=leeg)).json()["resultaten"] == []

"""Aanvragen over HTTP: receive, complete, screen, propose, check, decide."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    besloten_aanvraag,
    gefiatteerde_aanvraag,
    gescreende_aanvraag,
    gevraagde_aanvulling,
    nieuwe_aanvraag,
    nieuwe_indeling,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    stap_in_aanvraag,
    termijnen_van,
    types_in_tijdlijn,
    volledige_aanvraag,
    voorgestelde_aanvraag,
    werk,
)

pytestmark = pytest.mark.anyio
VOORSTEL = {"besluit": "toekennen", "onderbouwing": "Er is geen inkomen."}
ONBEHANDELD = {"besluit": "buiten_behandeling", "onderbouwing": "De stukken bleven uit."}


async def consulent(api: Api, aanvraag: httpx.Response, stap: str, body: dict[str, Any]) -> httpx.Response:
    return await stap_in_aanvraag(api, "inkomensconsulent", aanvraag, stap, body)


async def nieuwe_jongere(api: Api) -> httpx.Response:
    klant = await nieuwe_klant(api, geboortedatum="1999-04-12")
    return await nieuwe_melding(api, klant=klant.json()["id"])


def standen(termijnen: dict[str, dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """How far every term is, but for the voorschot, which runs beside the handling."""
    return {t["soort"]: (t["toestand"], t["uiterlijkOp"]) for t in termijnen.values() if t["soort"] != "voorschot"}


async def toestanden_van_het_besluit(api: Api, aanvraag: httpx.Response) -> tuple[set[str], set[str]]:
    """The states under which the list of terms gives the decision, and whether the work list calls it late."""
    gevonden = set()
    for toestand in ("lopend", "opgeschort"):
        vraag = {"onderwerpId": aanvraag.json()["id"], "toestand": toestand}
        lijst = (await api.inkomensconsulent.get("/termijnen", params=vraag)).json()["resultaten"]
        assert {termijn["toestand"] for termijn in lijst} <= {toestand}
        gevonden |= {termijn["toestand"] for termijn in lijst if termijn["soort"] == "besluit"}
    te_laat = [regel["termijn"] for regel in await werk(api, alleenTeLaat=True)]
    eigen = {termijn["soort"] for termijn in te_laat if termijn["onderwerpId"] == aanvraag.json()["id"]}
    return gevonden, eigen & {"besluit"}


class TestOntvangen:
    async def test_a_received_application_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_aanvraag(api)
        gelezen = await api.inkomensconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        aanvraag = gelezen.json()
        assert aanvraag["toestand"] == "ontvangen"
        assert aanvraag["beslistermijn"] == {
            "uiterlijk": "2021-05-10",
            "opgeschorteDagen": 0,
            "streefdatum": "2021-04-12",
        }
        assert aanvraag["verantwoording"]["peildatum"] == "2021-03-15"
        assert [(grond["regel"], grond["keuze"]) for grond in aanvraag["motivering"]] == [
            ("iom.aanvraag.beslistermijn", False)
        ]

    async def test_the_decision_terms_of_the_melding_lapse_and_its_own_take_over(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        voor = standen(await termijnen_van(api, melding))
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        na = standen(await termijnen_van(api, melding))
        assert (na["besluit"][0], na["streefbesluit"][0]) == ("vervallen", "vervallen")
        assert na["screening"] == voor["screening"]
        eigen = {"besluit": voor["besluit"], "streefbesluit": voor["streefbesluit"]}
        assert standen(await termijnen_van(api, aanvraag)) == eigen

    async def test_the_term_counts_from_the_melding_however_late_the_application_is(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-04-06T09:00:00Z")
        aanvraag = await nieuwe_aanvraag(api, melding=melding, ontvangenOp="2021-04-06")
        assert aanvraag.json()["beslistermijn"]["uiterlijk"] == "2021-05-10"

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-melding"), ("2021-03-16", "toekomst")])
    async def test_a_day_before_the_melding_or_after_today_is_refused(self, api: Api, dag: str, code: str) -> None:
        melding = (await nieuwe_melding(api)).json()
        antwoord = await api.inkomensconsulent.post("/aanvragen", {"meldingId": melding["id"], "ontvangenOp": dag})
        assert antwoord.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("ontvangenOp", code)]

    async def test_a_melding_has_one_application(self, api: Api) -> None:
        melding = (await nieuwe_melding(api)).json()
        body = {"meldingId": melding["id"], "ontvangenOp": "2021-03-15"}
        antwoorden = await asyncio.gather(*(api.inkomensconsulent.post("/aanvragen", body) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409]
        types = {antwoord.json().get("type") for antwoord in antwoorden}
        assert "/problemen/aanvraag-bekend" in types

    async def test_an_unknown_melding_is_refused(self, api: Api) -> None:
        body = {"meldingId": "01783a4f-7c00-7000-8000-0000000000ff", "ontvangenOp": "2021-03-15"}
        assert (await api.inkomensconsulent.post("/aanvragen", body)).status_code == 404

    async def test_only_an_inkomensconsulent_receives(self, api: Api) -> None:
        body = {"meldingId": "01783a4f-7c00-7000-8000-0000000000ff", "ontvangenOp": "2021-03-15"}
        assert (await api.receptie.post("/aanvragen", body)).status_code == 403

    async def test_partners_share_one_application_in_both_dossiers(self, api: Api) -> None:
        klant, partner = [(await nieuwe_klant(api)).json()["id"] for _ in range(2)]
        await volledige_aanvraag(
            api, aanvraag=await nieuwe_aanvraag(api, melding=await nieuwe_melding(api, klant=klant, partner=partner))
        )
        verwacht = ["aanvraag.ontvangen", "aanvraag.gescreend", "aanvraag.volledig_verklaard"]
        for wie in (klant, partner):
            assert (await types_in_tijdlijn(api, wie))[-3:] == verwacht


class TestIntrekken:
    async def test_a_melding_that_was_withdrawn_gets_no_application(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await trek_in(api, melding)
        body = {"meldingId": melding.json()["id"], "ontvangenOp": "2021-03-15"}
        antwoord = await api.inkomensconsulent.post("/aanvragen", body)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/melding-ingetrokken")

    async def test_an_application_ends_with_its_melding(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        aanvraag = await gevraagde_aanvulling(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        await trek_in(api, melding)
        geeindigd = await api.inkomensconsulent.get(f"/aanvragen/{aanvraag.json()['id']}")
        assert geeindigd.json()["toestand"] == "ingetrokken"
        assert {termijn["toestand"] for termijn in (await termijnen_van(api, aanvraag)).values()} == {"vervallen"}
        stap = await consulent(api, geeindigd, "aanvullingen", {"aangevuldOp": "2021-03-15", "compleet": True})
        assert stap.status_code == 409
        assert stap.json()["toegestaan"] == []

    async def test_a_decision_stands_when_its_melding_is_withdrawn(self, api: Api) -> None:
        aanvraag = (await besloten_aanvraag(api)).json()
        melding = await api.inkomensconsulent.get(f"/meldingen/{aanvraag['meldingId']}")
        await trek_in(api, melding)
        assert (await api.inkomensconsulent.get(f"/aanvragen/{aanvraag['id']}")).json()["toestand"] == "besloten"


async def trek_in(api: Api, melding: httpx.Response) -> None:
    body = {"ondertekendOp": "2021-03-15", "reden": "De klant heeft werk gevonden."}
    antwoord = await api.inkomensconsulent.post(f"/meldingen/{melding.json()['id']}/intrekkingen", body, als=melding)
    assert antwoord.status_code == 200, antwoord.text


class TestZoekperiode:
    async def test_receiving_is_allowed_and_the_term_is_marked_as_a_choice(self, api: Api) -> None:
        aanvraag = await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        assert [grond["keuze"] for grond in aanvraag.json()["motivering"]] == [True]
        navraag = (await termijnen_van(api, aanvraag))["navraag_werkconsulent"]
        assert (navraag["uiterlijkOp"], navraag["herinnering"]) == ("2021-04-13", True)
        assert navraag["regel"] == "iom.jongere.dienstverlening"

    async def test_through_its_last_day_the_application_is_not_handled(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await gescreende_aanvraag(
            api, aanvraag=await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        )
        body = {"volledigOp": "2021-03-15"}
        wijzer.zet("2021-04-12T21:59:59Z")
        te_vroeg = await consulent(api, aanvraag, "volledigverklaringen", body)
        assert (te_vroeg.status_code, te_vroeg.json()["type"]) == (409, "/problemen/zoekperiode-loopt")
        assert "wet.pw.zoekperiode" in te_vroeg.json()["detail"]
        wijzer.zet("2021-04-12T22:00:00Z")
        assert (await consulent(api, aanvraag, "volledigverklaringen", body)).status_code == 200

    async def test_what_comes_in_is_recorded_but_does_not_complete_it(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        gevraagd = await gevraagde_aanvulling(api, aanvraag=aanvraag)
        deel = {"aangevuldOp": "2021-03-15", "compleet": False}
        geheel = deel | {"compleet": True}
        assert (await consulent(api, gevraagd, "aanvullingen", geheel)).json()["type"] == "/problemen/zoekperiode-loopt"
        verder = await consulent(api, gevraagd, "aanvullingen", deel)
        assert verder.status_code == 200
        wijzer.zet("2021-04-13T09:00:00Z")
        compleet = await consulent(api, verder, "aanvullingen", geheel)
        assert (compleet.status_code, compleet.json()["beslistermijn"]["opgeschorteDagen"]) == (200, 0)


class TestAanvullen:
    async def test_a_request_suspends_the_decision_and_plans_term_and_reminder(self, api: Api) -> None:
        aanvraag = await gevraagde_aanvulling(api, tot="2021-03-29")
        assert aanvraag.json()["toestand"] == "aanvulling_gevraagd"
        assert aanvraag.json()["opschortingen"] == [
            {"verzoekOp": "2021-03-15", "hersteltermijnTot": "2021-03-29", "aangevuldOp": None}
        ]
        termijnen = await termijnen_van(api, aanvraag)
        assert standen(termijnen) == {
            "besluit": ("opgeschort", "2021-05-25"),  # 14 days on is Whit Monday
            "streefbesluit": ("lopend", "2021-04-12"),
            "hersteltermijn": ("lopend", "2021-03-29"),
            "herinnering_hersteltermijn": ("lopend", "2021-03-28"),
        }
        assert termijnen["herinnering_hersteltermijn"]["herinnering"] is True
        assert termijnen["hersteltermijn"]["regel"] == "iom.screening.stukken"

    async def test_completing_in_time_makes_the_term_run_again_over_the_actual_days(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gevraagd = await gevraagde_aanvulling(api, tot="2021-03-29")
        wijzer.zet("2021-03-22T09:00:00Z")
        body = {"aangevuldOp": "2021-03-21", "compleet": True, "toelichting": "Alle bankafschriften zijn er."}
        aanvraag = await consulent(api, gevraagd, "aanvullingen", body)
        assert aanvraag.json()["toestand"] == "volledig"
        assert aanvraag.json()["volledigOp"] == "2021-03-21"
        assert aanvraag.json()["beslistermijn"]["opgeschorteDagen"] == 5
        assert aanvraag.json()["aanvullingen"][0]["toelichting"] == "Alle bankafschriften zijn er."
        termijnen = await termijnen_van(api, aanvraag)
        assert standen(termijnen) == {
            "besluit": ("lopend", "2021-05-17"),  # 15 May is a Saturday
            "streefbesluit": ("lopend", "2021-04-12"),
            "hersteltermijn": ("gehaald", "2021-03-29"),
            "herinnering_hersteltermijn": ("vervallen", "2021-03-28"),
        }
        assert termijnen["hersteltermijn"]["afgedaanOp"] == "2021-03-21"

    async def test_completing_too_late_leaves_the_hersteltermijn_missed(self, api: Api, wijzer: Wijzer) -> None:
        gevraagd = await gevraagde_aanvulling(api, tot="2021-03-29")
        wijzer.zet("2021-04-01T09:00:00Z")
        laat = {"aangevuldOp": "2021-03-31", "compleet": True}
        aanvraag = await consulent(api, gevraagd, "aanvullingen", laat)
        assert aanvraag.json()["beslistermijn"]["opgeschorteDagen"] == 14
        termijnen = standen(await termijnen_van(api, aanvraag))
        assert termijnen["hersteltermijn"] == ("gemist", "2021-03-29")
        assert termijnen["besluit"] == ("lopend", "2021-05-25")

    async def test_what_is_not_enough_leaves_the_klant_next_until_the_hersteltermijn_ends(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gevraagd = await gevraagde_aanvulling(api, tot="2021-03-29")
        deel = {"aangevuldOp": "2021-03-15", "compleet": False, "toelichting": "De huurovereenkomst ontbreekt."}
        eerste = await consulent(api, gevraagd, "aanvullingen", deel)
        assert eerste.json()["toestand"] == "aanvulling_gevraagd"
        assert standen(await termijnen_van(api, eerste))["besluit"][0] == "opgeschort"
        wijzer.zet("2021-03-30T09:00:00Z")
        tweede = await consulent(api, eerste, "aanvullingen", deel)
        assert len(tweede.json()["aanvullingen"]) == 2
        assert standen(await termijnen_van(api, tweede))["besluit"] == ("lopend", "2021-05-25")

    async def test_asking_again_waits_for_the_hersteltermijn_and_gets_a_term_of_its_own(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gevraagd = await gevraagde_aanvulling(api, tot="2021-03-29")
        opnieuw = {"verzoekOp": "2021-03-29", "hersteltermijnTot": "2021-04-08"}
        wijzer.zet("2021-03-29T09:00:00Z")
        te_vroeg = await consulent(api, gevraagd, "aanvulverzoeken", opnieuw)
        assert te_vroeg.status_code == 409
        assert te_vroeg.json()["toegestaan"] == ["aanvulling", "sr_screening", "intrekking"]
        wijzer.zet("2021-03-30T09:00:00Z")
        overlap = await consulent(api, gevraagd, "aanvulverzoeken", opnieuw | {"verzoekOp": "2021-03-28"})
        assert [fout["code"] for fout in overlap.json()["errors"]] == ["overlap"]
        aanvraag = await consulent(api, gevraagd, "aanvulverzoeken", opnieuw)
        assert aanvraag.json()["beslistermijn"]["opgeschorteDagen"] == 24
        assert standen(await termijnen_van(api, aanvraag)) == {
            "besluit": ("opgeschort", "2021-06-03"),
            "streefbesluit": ("lopend", "2021-04-12"),
            "hersteltermijn": ("gemist", "2021-03-29"),
            "herinnering_hersteltermijn": ("vervallen", "2021-03-28"),
            "hersteltermijn_2": ("lopend", "2021-04-08"),
            "herinnering_hersteltermijn_2": ("lopend", "2021-04-07"),
        }

    async def test_what_the_research_of_the_right_misses_can_still_be_asked(self, api: Api) -> None:
        aanvraag = await gevraagde_aanvulling(api, aanvraag=await volledige_aanvraag(api))
        assert (aanvraag.json()["toestand"], aanvraag.json()["volledigOp"]) == ("aanvulling_gevraagd", None)

    async def test_a_decision_that_nobody_came_back_to_is_late_all_the_same(self, api: Api, wijzer: Wijzer) -> None:
        gevraagd = await gevraagde_aanvulling(api, tot="2021-03-29")
        assert await toestanden_van_het_besluit(api, gevraagd) == ({"opgeschort"}, set())
        wijzer.zet("2021-03-29T21:00:00Z")
        assert await toestanden_van_het_besluit(api, gevraagd) == ({"opgeschort"}, set())
        wijzer.zet("2021-03-29T22:00:00Z")
        assert await toestanden_van_het_besluit(api, gevraagd) == ({"lopend"}, set())
        wijzer.zet("2022-03-29T09:00:00Z")
        assert await toestanden_van_het_besluit(api, gevraagd) == ({"lopend"}, {"besluit"})
        assert (await termijnen_van(api, gevraagd))["besluit"]["teLaat"]

    async def test_all_faults_of_a_request_are_named_at_once(self, api: Api) -> None:
        aanvraag = await nieuwe_aanvraag(api)
        body = {"verzoekOp": "2021-03-16", "hersteltermijnTot": "2021-03-16"}
        antwoord = await consulent(api, aanvraag, "aanvulverzoeken", body)
        assert antwoord.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [
            ("verzoekOp", "toekomst"),
            ("hersteltermijnTot", "voor-verzoek"),
        ]

    async def test_a_hersteltermijn_beyond_the_calendar_is_refused_with_its_field(self, api: Api) -> None:
        antwoord = await consulent(
            api, await nieuwe_aanvraag(api), "aanvulverzoeken", {"hersteltermijnTot": "2199-12-31"}
        )
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["hersteltermijnTot"]

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-verzoek"), ("2021-03-16", "toekomst")])
    async def test_what_comes_in_lies_between_the_request_and_today(self, api: Api, dag: str, code: str) -> None:
        body = {"aangevuldOp": dag, "compleet": True}
        antwoord = await consulent(api, await gevraagde_aanvulling(api), "aanvullingen", body)
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("aangevuldOp", code)]

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-ontvangst"), ("2021-03-16", "toekomst")])
    async def test_complete_is_not_before_receipt_nor_after_today(self, api: Api, dag: str, code: str) -> None:
        antwoord = await consulent(api, await nieuwe_aanvraag(api), "volledigverklaringen", {"volledigOp": dag})
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("volledigOp", code)]


class TestStukken:
    @pytest.mark.parametrize("aanvullen", [False, True])
    @pytest.mark.parametrize(
        ("dag", "toestanden"), [("2021-03-22", {"gehaald"}), ("2021-03-23", {"gemist", "gehaald"})]
    )
    async def test_a_complete_application_closes_what_the_screening_asked_for(
        self, api: Api, wijzer: Wijzer, dag: str, toestanden: set[str], aanvullen: bool
    ) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        if aanvullen:
            aanvraag = await gevraagde_aanvulling(api, aanvraag=aanvraag)
        wijzer.zet("2021-03-24T09:00:00Z")
        stap = ("aanvullingen", {"aangevuldOp": dag, "compleet": True})
        antwoord = await consulent(
            api, aanvraag, *(stap if aanvullen else ("volledigverklaringen", {"volledigOp": dag}))
        )
        assert antwoord.status_code == 200, antwoord.text
        termijnen = await termijnen_van(api, screening)
        gesloten = [termijnen[soort] for soort in ("stukken", "nabellen")]
        assert {termijn["toestand"] for termijn in gesloten} == toestanden
        assert {termijn["afgedaanOp"] for termijn in gesloten} == {dag}
        assert termijnen["inkomensafspraak"]["toestand"] == "lopend"

    async def test_what_is_not_all_leaves_them_running(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        gevraagd = await gevraagde_aanvulling(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        await consulent(api, gevraagd, "aanvullingen", {"aangevuldOp": "2021-03-15", "compleet": False})
        assert (await termijnen_van(api, screening))["stukken"]["toestand"] == "lopend"

    async def test_a_screening_that_comes_later_asks_for_no_papers_that_are_in(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await volledige_aanvraag(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        termijnen = await termijnen_van(api, await nieuwe_screening(api, melding=melding.json()["id"]))
        assert {termijnen[soort]["toestand"] for soort in ("stukken", "nabellen")} == {"gehaald"}
        assert termijnen["inkomensafspraak"]["toestand"] == "lopend"

    async def test_a_screening_after_the_decision_asks_for_none(self, api: Api) -> None:
        melding_id = (await besloten_aanvraag(api)).json()["meldingId"]
        termijnen = await termijnen_van(api, await nieuwe_screening(api, melding=melding_id, broodnood=True))
        assert set(termijnen) == {"rapportage", "ambitiegesprek", "diagnose"}


class TestScreenen:
    async def test_the_note_is_for_the_sociale_recherche_and_the_inkomensconsulent_only(self, api: Api) -> None:
        aanvraag = await gescreende_aanvraag(api, onderzoekNodig=True, notitie="Twee adressen.")
        assert aanvraag.json()["srScreening"]["notitie"] == "Twee adressen."
        pad, melding = f"/aanvragen/{aanvraag.json()['id']}", aanvraag.json()["meldingId"]
        for rol, ziet in (("sociaal_rechercheur", True), ("inkomensconsulent", True), ("fiatteur", False)):
            een = (await api.als(rol).get(pad)).json()
            lijst = (await api.als(rol).get("/aanvragen", params={"meldingId": melding})).json()["resultaten"]
            assert [("notitie" in deel["srScreening"]) for deel in (een, *lijst)] == [ziet, ziet]
            assert een["srScreening"]["onderzoekNodig"] is True

    async def test_the_note_is_not_in_the_answer_to_a_fiatteur_either(self, api: Api) -> None:
        gescreend = await gescreende_aanvraag(api, notitie="Twee adressen.")
        volledig = await consulent(api, gescreend, "volledigverklaringen", {"volledigOp": "2021-03-15"})
        voorgesteld = await voorgestelde_aanvraag(api, aanvraag=volledig)
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=voorgesteld)
        assert "Twee adressen." not in gefiatteerd.text

    async def test_no_proposal_without_it(self, api: Api) -> None:
        aanvraag = await consulent(
            api, await nieuwe_aanvraag(api), "volledigverklaringen", {"volledigOp": "2021-03-15"}
        )
        antwoord = await consulent(api, aanvraag, "voorstellen", VOORSTEL)
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/stap-niet-toegestaan"
        assert antwoord.json()["toestand"] == "volledig"
        assert antwoord.json()["toegestaan"] == ["aanvulverzoek", "sr_screening", "intrekking"]

    async def test_only_the_sociale_recherche_screens(self, api: Api) -> None:
        aanvraag = await nieuwe_aanvraag(api)
        assert (await consulent(api, aanvraag, "sr-screeningen", {"onderzoekNodig": False})).status_code == 403


class TestVoorstellen:
    async def test_a_proposal_is_the_fiatteurs_turn(self, api: Api) -> None:
        aanvraag = await voorgestelde_aanvraag(api)
        assert aanvraag.json()["toestand"] == "voorgesteld"
        rollen = {soort: termijn["rol"] for soort, termijn in (await termijnen_van(api, aanvraag)).items()}
        assert rollen == {"besluit": "fiatteur", "streefbesluit": "fiatteur", "voorschot": "inkomensconsulent"}
        nogmaals = await consulent(api, aanvraag, "voorstellen", VOORSTEL)
        assert (nogmaals.status_code, nogmaals.json()["toegestaan"]) == (409, ["controle", "intrekking"])

    async def test_unhandled_only_after_a_hersteltermijn_that_passed_unused(self, api: Api, wijzer: Wijzer) -> None:
        volledig = await consulent(api, await volledige_aanvraag(api), "voorstellen", ONBEHANDELD)
        assert (volledig.status_code, volledig.json()["type"]) == (409, "/problemen/hersteltermijn-niet-verstreken")
        gevraagd = await gevraagde_aanvulling(api, aanvraag=await gescreende_aanvraag(api), tot="2021-03-29")
        wijzer.zet("2021-03-29T21:00:00Z")
        assert (await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)).status_code == 409
        wijzer.zet("2021-03-29T22:00:00Z")
        toekennen = await consulent(api, gevraagd, "voorstellen", VOORSTEL)
        assert (toekennen.status_code, toekennen.json()["type"]) == (409, "/problemen/aanvraag-onvolledig")
        voorgesteld = await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)
        assert voorgesteld.status_code == 200
        termijnen = standen(await termijnen_van(api, voorgesteld))
        assert (termijnen["hersteltermijn"][0], termijnen["besluit"]) == ("gemist", ("lopend", "2021-05-25"))

    async def test_an_unhandled_application_given_back_is_as_incomplete_as_before(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gevraagd = await gevraagde_aanvulling(api, aanvraag=await gescreende_aanvraag(api), tot="2021-03-29")
        wijzer.zet("2021-03-30T09:00:00Z")
        voorgesteld = await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)
        nee = {"akkoord": False, "toelichting": "Vraag het nog eens."}
        terug = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", nee)
        assert terug.json()["toestand"] == "aanvulling_gevraagd"
        termijnen = await termijnen_van(api, terug)
        assert standen(termijnen)["hersteltermijn"][0] == "gemist"
        assert (termijnen["besluit"]["toestand"], termijnen["besluit"]["rol"]) == ("lopend", "inkomensconsulent")
        assert (await gevraagde_aanvulling(api, aanvraag=terug, tot="2021-04-08")).status_code == 200


class TestControleren:
    async def test_nobody_checks_their_own_proposal(self, api: Api) -> None:
        voorgesteld = await stap_in_aanvraag(
            api, "inkomensconsulent", await volledige_aanvraag(api), "voorstellen", VOORSTEL, persoon="dubbelrol"
        )
        ja = {"akkoord": True}
        zelf = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", ja, persoon="dubbelrol")
        assert (zelf.status_code, zelf.json()["type"]) == (403, "/problemen/vier-ogen")
        ander = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", ja)
        assert (ander.status_code, ander.json()["toestand"]) == (200, "gefiatteerd")

    async def test_disagreement_needs_a_reason_and_gives_the_application_back(self, api: Api) -> None:
        voorgesteld = await voorgestelde_aanvraag(api)
        zonder = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", {"akkoord": False})
        assert [(fout["path"], fout["code"]) for fout in zonder.json()["errors"]] == [("toelichting", "verplicht")]
        nee = {"akkoord": False, "toelichting": "De norm klopt niet."}
        terug = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", nee)
        assert (terug.json()["toestand"], terug.json()["controle"]["akkoord"]) == ("volledig", False)

    async def test_who_gave_it_back_may_propose_anew_and_then_someone_else_checks(self, api: Api) -> None:
        nee = {"akkoord": False, "toelichting": "De norm klopt niet."}
        terug = await stap_in_aanvraag(
            api, "fiatteur", await voorgestelde_aanvraag(api), "controles", nee, persoon="invaller"
        )
        opnieuw = await stap_in_aanvraag(api, "inkomensconsulent", terug, "voorstellen", VOORSTEL, persoon="invaller")
        assert (opnieuw.status_code, opnieuw.json()["controle"]) == (200, None)
        assert (await gefiatteerde_aanvraag(api, aanvraag=opnieuw)).json()["toestand"] == "gefiatteerd"

    async def test_an_inkomensconsulent_does_not_check(self, api: Api) -> None:
        antwoord = await consulent(api, await voorgestelde_aanvraag(api), "controles", {"akkoord": True})
        assert antwoord.status_code == 403


class TestVerzenden:
    async def test_sending_decides_and_meets_the_terms(self, api: Api) -> None:
        aanvraag = await besloten_aanvraag(api)
        assert aanvraag.json()["toestand"] == "besloten"
        assert aanvraag.json()["verzending"]["besluit"] == "toekennen"
        termijnen = await termijnen_van(api, aanvraag)
        gedaan = {soort: (termijn["toestand"], termijn["afgedaanOp"]) for soort, termijn in termijnen.items()}
        assert gedaan == {
            "besluit": ("gehaald", "2021-03-15"),
            "streefbesluit": ("gehaald", "2021-03-15"),
            "voorschot": ("vervallen", None),
        }
        assert (await types_in_tijdlijn(api, aanvraag.json()["klantId"]))[-6:] == [
            "aanvraag.ontvangen",
            "aanvraag.gescreend",
            "aanvraag.volledig_verklaard",
            "aanvraag.voorgesteld",
            "aanvraag.gefiatteerd",
            "aanvraag.besloten",
        ]

    async def test_the_day_of_sending_decides_what_was_met(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await gefiatteerde_aanvraag(api)
        wijzer.zet("2021-05-12T09:00:00Z")
        body = {"verzondenOp": "2021-05-10"}
        besloten = await stap_in_aanvraag(api, "fiatteur", aanvraag, "verzendingen", body)
        termijnen = standen(await termijnen_van(api, besloten))
        assert (termijnen["besluit"][0], termijnen["streefbesluit"][0]) == ("gehaald", "gemist")

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-controle"), ("2021-03-16", "toekomst")])
    async def test_sending_lies_between_the_check_and_today(self, api: Api, dag: str, code: str) -> None:
        body = {"verzondenOp": dag}
        antwoord = await stap_in_aanvraag(api, "administratie", await gefiatteerde_aanvraag(api), "verzendingen", body)
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("verzondenOp", code)]

    async def test_after_a_decision_nothing_follows(self, api: Api) -> None:
        antwoord = await consulent(api, await besloten_aanvraag(api), "voorstellen", VOORSTEL)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, [])


class TestZelfIntrekken:
    """An application is withdrawn until its decision is sent, also when the melding has ended."""

    async def test_after_the_klant_was_placed_and_nothing_follows(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api)
        meldingen = await api.manager.get("/meldingen", params={"klantId": indeling.json()["klantId"]})
        melding = await api.manager.get(f"/meldingen/{meldingen.json()['resultaten'][0]['id']}")
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        na = await consulent(api, aanvraag, "intrekkingen", {"ingetrokkenOp": "2021-03-15", "reden": "Heeft werk."})
        assert na.status_code == 200, na.text
        velden = ("ingetrokkenOp", "reden", "op")
        assert na.json()["toestand"] == "ingetrokken"
        gegeven = ["2021-03-15", "Heeft werk.", "2021-03-15T09:00:00Z"]
        assert [na.json()["intrekking"][veld] for veld in velden] == gegeven
        assert {termijn["toestand"] for termijn in (await termijnen_van(api, na)).values()} == {"vervallen"}
        assert (await types_in_tijdlijn(api, na.json()["klantId"]))[-1] == "aanvraag.ingetrokken"
        nogmaals = await consulent(api, na, "intrekkingen", {"ingetrokkenOp": "2021-03-15"})
        assert (nogmaals.status_code, nogmaals.json()["toegestaan"]) == (409, [])
        voorschot = {
            "verstrektOp": "2021-03-15",
            "bedrag": "1000.00",
            "opVerzoek": True,
            "klantGeinformeerd": True,
        }
        screeningen = await api.inkomensconsulent.get("/screeningen", params={"meldingId": melding.json()["id"]})
        pad = f"/screeningen/{screeningen.json()['resultaten'][0]['id']}"
        screening = await api.inkomensconsulent.get(pad)
        antwoord = await api.inkomensconsulent.post(f"{pad}/voorschotten", voorschot, als=screening)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-voorschot-meer")

    async def test_what_was_overdue_is_missed(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        wijzer.zet("2021-04-13T09:00:00Z")
        na = await consulent(api, aanvraag, "intrekkingen", {"ingetrokkenOp": "2021-04-13"})
        gevonden = {**await termijnen_van(api, screening), **await termijnen_van(api, na)}
        soorten = ("inkomensafspraak", "voorschot", "streefbesluit", "besluit", "ambitiegesprek")
        verwacht = ["gemist", "gemist", "gemist", "vervallen", "lopend"]
        assert [gevonden[soort]["toestand"] for soort in soorten] == verwacht

    @pytest.mark.parametrize(("op", "code"), [("2021-03-16", "toekomst"), ("2021-03-14", "voor-ontvangst")])
    async def test_a_wrong_day_is_refused(self, api: Api, op: str, code: str) -> None:
        antwoord = await consulent(api, await nieuwe_aanvraag(api), "intrekkingen", {"ingetrokkenOp": op})
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("ingetrokkenOp", code)]

    async def test_after_the_decision_it_is_too_late(self, api: Api) -> None:
        body = {"ingetrokkenOp": "2021-03-15"}
        assert (await consulent(api, await besloten_aanvraag(api), "intrekkingen", body)).status_code == 409

    async def test_only_the_inkomensconsulent_records_it(self, api: Api) -> None:
        body = {"ingetrokkenOp": "2021-03-15"}
        aanvraag = await nieuwe_aanvraag(api)
        assert (await stap_in_aanvraag(api, "receptie", aanvraag, "intrekkingen", body)).status_code == 403


class TestWatOpenstondBijHetBesluit:
    """Terms of klant and screening that the decision finds still running."""

    async def besluit(self, api: Api, wijzer: Wijzer, melding: httpx.Response, op: str) -> httpx.Response:
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        wijzer.zet(f"{op}T09:00:00Z")
        gefiatteerd = await gefiatteerde_aanvraag(
            api, aanvraag=await voorgestelde_aanvraag(api, aanvraag=await volledige_aanvraag(api, aanvraag=aanvraag))
        )
        besloten = await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", {"verzondenOp": op})
        assert besloten.status_code == 200, besloten.text
        return besloten

    @pytest.mark.parametrize(
        ("op", "voorschot", "inkomensafspraak"),
        [
            ("2021-03-29", "vervallen", "vervallen"),
            ("2021-03-30", "vervallen", "gemist"),
            ("2021-04-12", "vervallen", "gemist"),
            ("2021-04-13", "gemist", "gemist"),
        ],
    )
    async def test_what_was_overdue_is_missed_and_what_was_not_due_yet_lapses(
        self, api: Api, wijzer: Wijzer, op: str, voorschot: str, inkomensafspraak: str
    ) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        besloten = await self.besluit(api, wijzer, melding, op)
        van_de_aanvraag, van_de_screening = [await termijnen_van(api, stuk) for stuk in (besloten, screening)]
        gevonden = [van_de_aanvraag["voorschot"], van_de_screening["inkomensafspraak"]]
        assert [termijn["toestand"] for termijn in gevonden] == [voorschot, inkomensafspraak]
        assert {termijn["afgedaanOp"] for termijn in gevonden} == {None}

    async def test_papers_that_never_came_are_missed(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        aanvraag = await gevraagde_aanvulling(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        wijzer.zet("2021-03-30T09:00:00Z")
        gescreend = await gescreende_aanvraag(api, aanvraag=aanvraag)
        voorstel = await voorgestelde_aanvraag(api, aanvraag=gescreend, besluit="buiten_behandeling")
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=voorstel)
        await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", {"verzondenOp": "2021-03-30"})
        gevonden = await termijnen_van(api, screening)
        assert (gevonden["stukken"]["toestand"], gevonden["nabellen"]["toestand"]) == ("gemist", "vervallen")

    async def test_the_zoekperiode_was_kept_through_its_last_day(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_jongere(api)
        await self.besluit(api, wijzer, melding, "2021-04-20")
        termijn = (await termijnen_van(api, melding))["zoekperiode"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == ("gehaald", "2021-04-12")

    @pytest.mark.parametrize(("op", "toestand"), [("2021-03-15", "gehaald"), ("2021-03-16", "gemist")])
    async def test_the_signal_of_broodnood_is_met_or_missed(
        self, api: Api, wijzer: Wijzer, op: str, toestand: str
    ) -> None:
        melding = await nieuwe_melding(api, broodnood=True)
        await self.besluit(api, wijzer, melding, op)
        termijn = (await termijnen_van(api, melding))["broodnood"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == (toestand, op)


class TestVersies:
    async def test_a_step_needs_the_current_version(self, api: Api) -> None:
        eerste = await nieuwe_aanvraag(api)
        pad = f"/aanvragen/{eerste.json()['id']}/volledigverklaringen"
        body = {"volledigOp": "2021-03-15"}
        assert (await api.inkomensconsulent.post(pad, body)).status_code == 428
        await gescreende_aanvraag(api, aanvraag=eerste)
        assert (await api.inkomensconsulent.post(pad, body, als=eerste)).status_code == 412

    async def test_of_two_simultaneous_steps_one_wins(self, api: Api) -> None:
        voorgesteld = await voorgestelde_aanvraag(api)
        antwoorden = await asyncio.gather(
            *(
                stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", {"akkoord": True}, persoon=wie)
                for wie in ("een", "twee")
            )
        )
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]

    async def test_an_unknown_application_is_not_found(self, api: Api) -> None:
        pad = "/aanvragen/01783a4f-7c00-7000-8000-0000000000ff"
        assert (await api.inkomensconsulent.get(pad)).status_code == 404


class TestBladeren:
    async def test_by_klant_by_melding_and_by_state(self, api: Api) -> None:
        eigen = (await volledige_aanvraag(api)).json()
        await nieuwe_aanvraag(api)

        async def ids(**vraag: str) -> list[str]:
            antwoord = await api.manager.get("/aanvragen", params=vraag)
            assert antwoord.status_code == 200, antwoord.text
            return [str(aanvraag["id"]) for aanvraag in antwoord.json()["resultaten"]]

        assert await ids(klantId=eigen["klantId"]) == [eigen["id"]]
        assert await ids(meldingId=eigen["meldingId"], toestand="volledig") == [eigen["id"]]
        assert await ids(meldingId=eigen["meldingId"], toestand="besloten") == []
        assert eigen["id"] in await ids(toestand="volledig")

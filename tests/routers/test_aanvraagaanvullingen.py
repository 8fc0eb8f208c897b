"""Aanvragen over HTTP that are completed: what is asked, what comes in, and how long the decision waits."""

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding, nieuwe_screening, termijnen_van, werk
from tests.stappen_aanvragen import (
    besloten_aanvraag,
    consulent,
    gevraagde_aanvulling,
    nieuwe_aanvraag,
    standen,
    volledige_aanvraag,
)

pytestmark = pytest.mark.anyio


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

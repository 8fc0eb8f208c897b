"""Aanvragen over HTTP that the klant or the municipality withdraws."""

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding, nieuwe_screening, termijnen_van, types_in_tijdlijn
from tests.stappen_aanvragen import (
    besloten_aanvraag,
    consulent,
    gevraagde_aanvulling,
    nieuwe_aanvraag,
    stap_in_aanvraag,
)
from tests.stappen_groepen import nieuwe_indeling

pytestmark = pytest.mark.anyio


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

"""Meldingen over HTTP: recorded, read and called back."""

import asyncio
from typing import Any

import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    nieuwe_klant,
    nieuwe_melding,
    opgave_melding,
    opgave_partner,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio
ONBEKEND = "01783a4f-7c00-7000-8000-000000000001"


async def klant_id(api: Api, **anders: str) -> str:
    return str((await nieuwe_klant(api, **anders)).json()["id"])


async def meld(api: Api, klant: str, partner: str | None = None, **anders: Any) -> Any:
    samen = {"partnerId": partner, "partnerOpgave": opgave_partner()} if partner else {}
    body = {"klantId": klant, "opgave": opgave_melding(**anders), **samen}
    return await api.receptie.post("/meldingen", body)


class TestRegistreren:
    async def test_a_new_melding_is_found_at_its_location_with_route_and_reasons(self, api: Api) -> None:
        gemaakt = await nieuwe_melding(api)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        melding = gelezen.json()
        assert (melding["meldingsdatum"], melding["route"], melding["stand"]) == ("2021-03-15", "regulier", "gemeld")
        assert melding["verantwoording"]["peildatum"] == "2021-03-15"
        assert "iom.melding.datum" in [grond["regel"] for grond in melding["motivering"]]

    async def test_late_in_the_evening_it_is_the_next_day_in_deventer(self, api: Api, wijzer: Wijzer) -> None:
        wijzer.zet("2021-01-19T23:45:00Z")
        melding = (await nieuwe_melding(api, gemeldOp="2021-01-19T23:30:00Z")).json()
        assert melding["meldingsdatum"] == melding["verantwoording"]["peildatum"] == "2021-01-20"

    async def test_age_comes_from_the_dossier(self, api: Api) -> None:
        jong = await klant_id(api, geboortedatum="1999-04-12")
        melding = (await nieuwe_melding(api, klant=jong)).json()
        assert (melding["route"], melding["uitkomst"]["zoekperiodeTot"]) == ("jongere", "2021-04-12")

    async def test_an_older_partner_takes_the_zoekperiode_away(self, api: Api) -> None:
        jong, ouder = await klant_id(api, geboortedatum="1999-04-12"), await klant_id(api)
        melding = (await nieuwe_melding(api, klant=jong, partner=ouder)).json()
        assert melding["uitkomst"]["zoekperiodeTot"] is None

    async def test_a_melding_in_the_future_is_refused_with_the_field_named(self, api: Api) -> None:
        antwoord = await meld(api, await klant_id(api), gemeldOp="2021-03-15T09:00:01Z")
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["opgave.gemeldOp"]

    async def test_a_birth_after_the_melding_is_a_fault_of_the_klant_that_was_named(self, api: Api) -> None:
        antwoord = await meld(api, await klant_id(api, geboortedatum="2021-03-15"), gemeldOp="2021-03-14T12:00:00Z")
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["klantId"]

    async def test_of_a_partner_it_is_asked_what_holds_for_them(self, api: Api) -> None:
        body = {"klantId": await klant_id(api), "opgave": opgave_melding()}
        for samen in ({"partnerId": await klant_id(api)}, {"partnerOpgave": opgave_partner()}):
            antwoord = await api.receptie.post("/meldingen", body | samen)
            assert antwoord.status_code == 400
            code = "verplicht" if "partnerId" in samen else "zonder-partner"
            assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("partnerOpgave", code)]

    async def test_nobody_is_their_own_partner(self, api: Api) -> None:
        klant = await klant_id(api)
        antwoord = await meld(api, klant, partner=klant)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["partnerId"]

    async def test_an_unknown_klant_is_not_found(self, api: Api) -> None:
        assert (await meld(api, ONBEKEND)).status_code == 404
        assert (await meld(api, await klant_id(api), partner=ONBEKEND)).status_code == 404

    async def test_a_day_without_policy_is_refused(self, api: Api) -> None:
        antwoord = await meld(api, await klant_id(api), gemeldOp="2019-03-15T09:00:00Z")
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/parameter-ontbreekt"

    async def test_a_role_without_the_right_is_refused(self, api: Api) -> None:
        body = {"klantId": await klant_id(api), "opgave": opgave_melding()}
        assert (await api.trajectconsulent.post("/meldingen", body)).status_code == 403
        gemaakt = await nieuwe_melding(api)
        assert (await api.bad.get(f"/meldingen/{gemaakt.json()['id']}")).status_code == 403


class TestEenLopendeMelding:
    async def test_a_second_melding_of_a_klant_is_refused(self, api: Api) -> None:
        klant = await klant_id(api)
        await nieuwe_melding(api, klant=klant)
        nogmaals = await meld(api, klant)
        assert nogmaals.status_code == 409
        assert nogmaals.json()["type"] == "/problemen/melding-open"

    async def test_of_simultaneous_meldingen_one_wins(self, api: Api) -> None:
        klant, ander = await klant_id(api), await klant_id(api)
        antwoorden = await asyncio.gather(meld(api, klant), meld(api, ander, klant), meld(api, klant, ander))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409, 409]

    async def test_a_melding_is_open_for_the_partner_too_and_stands_in_both_dossiers(self, api: Api) -> None:
        klant, partner = await klant_id(api), await klant_id(api)
        melding = (await nieuwe_melding(api, klant=klant, partner=partner)).json()
        assert (melding["stand"], melding["standPartner"]) == ("gemeld", "gemeld")
        assert (await meld(api, partner)).status_code == 409
        for dossier in (klant, partner):
            assert (await types_in_tijdlijn(api, dossier))[-1] == "melding.geregistreerd"


class TestTermijnen:
    async def test_an_online_melding_starts_every_term_with_its_rule_and_role(self, api: Api) -> None:
        jong = await klant_id(api, geboortedatum="1999-04-12")
        termijnen = await termijnen_van(api, await nieuwe_melding(api, klant=jong, kanaal="digitaal"))
        gevonden = {soort: (t["uiterlijkOp"], t["rol"], t["regel"]) for soort, t in termijnen.items()}
        assert gevonden == {
            "terugbellen": ("2021-03-16", "receptie", "iom.melding.kanaal"),
            "screening": ("2021-03-17", "inkomensconsulent", "iom.melding.kanaal"),
            "zoekperiode": ("2021-04-12", "inkomensconsulent", "wet.pw.zoekperiode"),
            "streefbesluit": ("2021-04-12", "inkomensconsulent", "iom.aanvraag.beslistermijn"),
            "besluit": ("2021-05-10", "inkomensconsulent", "iom.aanvraag.beslistermijn"),
        }
        assert {t["spoed"] for t in termijnen.values()} == {False}

    async def test_broodnood_goes_before_all_and_is_due_the_day_itself(self, api: Api) -> None:
        termijnen = await termijnen_van(api, await nieuwe_melding(api, broodnood=True))
        assert (termijnen["broodnood"]["uiterlijkOp"], termijnen["broodnood"]["rol"]) == ("2021-03-15", "coordinator")
        assert {t["spoed"] for t in termijnen.values()} == {True}


class TestTerugbellen:
    async def test_calling_back_in_time_meets_the_term(self, api: Api) -> None:
        gemaakt = await nieuwe_melding(api, kanaal="digitaal")
        pad, gebeld = f"/meldingen/{gemaakt.json()['id']}/terugbellingen", {"gebeldOp": "2021-03-15T08:45:00Z"}
        antwoord = await api.receptie.post(pad, gebeld, als=gemaakt)
        assert (antwoord.status_code, antwoord.headers["ETag"]) == (200, '"2"')
        assert antwoord.json()["teruggebeldOp"] == "2021-03-15T08:45:00Z"
        assert (await termijnen_van(api, gemaakt))["terugbellen"]["toestand"] == "gehaald"
        nogmaals = await api.receptie.post(pad, gebeld, als=antwoord)
        assert nogmaals.status_code == 409
        assert nogmaals.json()["type"] == "/problemen/terugbellen-niet-nodig"

    async def test_calling_back_late_misses_it(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_melding(api, kanaal="digitaal")
        wijzer.zet("2021-03-17T09:00:00Z")
        pad = f"/meldingen/{gemaakt.json()['id']}/terugbellingen"
        assert (await api.receptie.post(pad, {"gebeldOp": "2021-03-17T08:00:00Z"}, als=gemaakt)).status_code == 200
        assert (await termijnen_van(api, gemaakt))["terugbellen"]["toestand"] == "gemist"

    @pytest.mark.parametrize("moment", ["2021-03-15T08:29:59Z", "2021-03-15T09:00:01Z"])
    async def test_nobody_is_called_back_before_the_melding_or_tomorrow(self, api: Api, moment: str) -> None:
        gemaakt = await nieuwe_melding(api, kanaal="digitaal")
        pad = f"/meldingen/{gemaakt.json()['id']}/terugbellingen"
        antwoord = await api.receptie.post(pad, {"gebeldOp": moment}, als=gemaakt)
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["gebeldOp"]

    async def test_a_phone_caller_is_not_called_back(self, api: Api) -> None:
        gemaakt = await nieuwe_melding(api)
        pad = f"/meldingen/{gemaakt.json()['id']}/terugbellingen"
        assert (await api.receptie.post(pad, {"gebeldOp": "2021-03-15T09:00:00Z"}, als=gemaakt)).status_code == 409


class TestBladeren:
    async def test_the_meldingen_of_a_klant_hold_those_as_partner(self, api: Api) -> None:
        klant, partner = await klant_id(api), await klant_id(api)
        melding = (await nieuwe_melding(api, klant=klant, partner=partner)).json()
        for wie in (klant, partner):
            gevonden = (await api.receptie.get("/meldingen", params={"klantId": wie})).json()["resultaten"]
            assert [m["id"] for m in gevonden] == [melding["id"]]

    async def test_by_stand_and_meldingsdatum(self, api: Api, wijzer: Wijzer) -> None:
        wijzer.zet("2024-06-12T09:00:00Z")
        dagen = ("2024-06-10", "2024-06-11", "2024-06-12")
        gemaakt = {dag: (await nieuwe_melding(api, gemeldOp=f"{dag}T08:00:00Z")).json()["id"] for dag in dagen}
        vraag = {"stand": "gemeld", "vanaf": "2024-06-10", "tot": "2024-06-11"}
        gevonden = (await api.receptie.get("/meldingen", params=vraag)).json()["resultaten"]
        assert [m["id"] for m in gevonden] == [gemaakt["2024-06-11"], gemaakt["2024-06-10"]]

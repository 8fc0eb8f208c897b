"""Planning afspraken over HTTP: which talk, how long, who is free and what the klant hears."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    opgave_afspraak,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio


async def plan(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    return await api.receptie.post("/afspraken", opgave_afspraak(melding, **anders))


def velden(antwoord: httpx.Response) -> list[str]:
    assert antwoord.status_code == 400, antwoord.text
    return [fout["path"] for fout in antwoord.json()["errors"]]


class TestPlannen:
    async def test_a_planned_talk_is_found_and_takes_as_long_as_the_rule_says(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        gemaakt = await nieuwe_afspraak(api, melding)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert (gelezen.json()["eind"], gelezen.json()["toestand"]) == ("2021-03-17T09:30:00Z", "gepland")
        assert (await types_in_tijdlijn(api, melding.json()["klantId"]))[-1] == "afspraak.gepland"

    @pytest.mark.parametrize(("wijze", "eind"), [("fysiek", "10:00"), ("digitaal", "09:30"), ("telefonisch", "09:30")])
    async def test_an_ambitiegesprek_is_shorter_from_afar(self, api: Api, wijze: str, eind: str) -> None:
        melding = await nieuwe_melding(api, vsoPro=True)
        afspraak = (await nieuwe_afspraak(api, melding, soort="ambitiegesprek", wijze=wijze)).json()
        assert afspraak["eind"] == f"2021-03-17T{eind}:00Z"

    async def test_a_risk_asks_for_a_secured_place(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        afspraak = (await nieuwe_afspraak(api, melding, veiligheidsrisico=True, locatie="Stadskantoor")).json()
        assert (afspraak["beveiligd"], afspraak["locatie"]) == (True, "Stadskantoor")

    @pytest.mark.parametrize(
        ("anders", "veld"),
        [
            ({"begin": "2021-03-15T08:59:59Z"}, "begin"),
            ({"begin": "2019-03-15T09:00:00Z"}, "begin"),
            ({"eind": "2021-03-17T09:00:00Z"}, "eind"),
            ({"eind": "2021-03-17T23:00:00Z"}, "eind"),
            ({"soort": "overdracht"}, "eind"),
        ],
        ids=["in the past", "before the policy", "no time at all", "over midnight here", "a handover without its end"],
    )
    async def test_impossible_times_are_refused_with_the_field_named(
        self, api: Api, anders: dict[str, str], veld: str
    ) -> None:
        assert velden(await plan(api, await nieuwe_melding(api), **anders)) == [veld]

    async def test_a_stranger_to_the_melding_is_refused(self, api: Api) -> None:
        vreemd = (await nieuwe_klant(api)).json()["id"]
        assert velden(await plan(api, await nieuwe_melding(api), klantId=vreemd)) == ["klantId"]

    async def test_the_partner_gets_an_appointment_of_their_own(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding = await nieuwe_melding(api, partner=partner)
        afspraak = (await nieuwe_afspraak(api, melding, klantId=partner)).json()
        assert afspraak["klantId"] == partner
        assert (await types_in_tijdlijn(api, partner))[-1] == "afspraak.gepland"

    async def test_an_unknown_melding_is_not_found(self, api: Api) -> None:
        onbekend = "01783a4f-7c00-7000-8000-000000000001"
        assert (await plan(api, await nieuwe_melding(api), meldingId=onbekend)).status_code == 404

    async def test_a_role_without_the_right_is_refused(self, api: Api) -> None:
        afspraak = await nieuwe_afspraak(api, await nieuwe_melding(api))
        assert (await api.fiatteur.post("/afspraken", {})).status_code == 403
        assert (await api.bad.get(f"/afspraken/{afspraak.json()['id']}")).status_code == 403


class TestVolgorde:
    async def test_a_talk_that_comes_later_is_refused_with_what_can_be_planned_now(self, api: Api) -> None:
        antwoord = await plan(api, await nieuwe_melding(api), soort="ambitiegesprek")
        assert antwoord.status_code == 409
        probleem = antwoord.json()
        assert probleem["type"] == "/problemen/stap-niet-toegestaan"
        assert (probleem["toestand"], probleem["toegestaan"]) == ("gemeld", ["screeningsgesprek"])

    async def test_a_statushouder_has_both_talks_on_one_day(self, api: Api) -> None:
        melding = await nieuwe_melding(api, statushouder=True)
        await nieuwe_afspraak(api, melding)
        await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin="2021-03-17T10:00:00Z")

    async def test_who_comes_from_vso_has_no_screening(self, api: Api) -> None:
        antwoord = await plan(api, await nieuwe_melding(api, vsoPro=True))
        assert antwoord.json()["toegestaan"] == ["ambitiegesprek"]


class TestBezet:
    async def test_a_klant_has_one_appointment_at_a_time(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_afspraak(api, melding)
        dubbel = await plan(api, melding, begin="2021-03-17T09:29:59Z", medewerker="iemand-anders")
        assert (dubbel.status_code, dubbel.json()["type"]) == (409, "/problemen/klant-bezet")

    async def test_an_employee_has_one_appointment_at_a_time_also_in_a_race(self, api: Api) -> None:
        meldingen = [await nieuwe_melding(api) for _ in range(3)]
        antwoorden = await asyncio.gather(*(plan(api, m, medewerker="drukke-medewerker") for m in meldingen))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409, 409]
        geweigerd = next(antwoord for antwoord in antwoorden if antwoord.status_code == 409)
        assert geweigerd.json()["type"] == "/problemen/medewerker-bezet"

    async def test_the_next_one_begins_where_the_first_ends(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_afspraak(api, melding)
        await nieuwe_afspraak(api, melding, begin="2021-03-17T09:30:00Z")


class TestHerinneringen:
    async def test_it_is_confirmed_today_and_an_sms_goes_the_day_before(self, api: Api) -> None:
        termijnen = await termijnen_van(api, await nieuwe_afspraak(api, await nieuwe_melding(api)))
        gevonden = {soort: (t["uiterlijkOp"], t["regel"], t["herinnering"]) for soort, t in termijnen.items()}
        assert gevonden == {
            "bevestiging": ("2021-03-15", "iom.melding.bevestiging", True),
            "sms": ("2021-03-16", "iom.melding.bevestiging", True),
        }

    async def test_for_today_there_is_no_sms_of_yesterday(self, api: Api) -> None:
        afspraak = await nieuwe_afspraak(api, await nieuwe_melding(api), begin="2021-03-15T14:00:00Z")
        assert set(await termijnen_van(api, afspraak)) == {"bevestiging"}

    async def test_an_ambitiegesprek_reminds_by_its_own_rule(self, api: Api) -> None:
        melding = await nieuwe_melding(api, vsoPro=True)
        termijnen = await termijnen_van(api, await nieuwe_afspraak(api, melding, soort="ambitiegesprek"))
        assert termijnen["sms"]["regel"] == "iom.ambitie.herinnering"
        assert "dariuz" not in termijnen

    async def test_after_a_screening_with_dariuz_it_also_reminds_of_dariuz(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_screening(api, melding=melding.json()["id"])
        afspraak = await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin="2021-03-22T09:00:00Z")
        termijnen = await termijnen_van(api, afspraak)
        assert {soort: t["uiterlijkOp"] for soort, t in termijnen.items()} == {
            "bevestiging": "2021-03-15",
            "dariuz": "2021-03-17",
            "sms": "2021-03-21",
        }


class TestBladeren:
    async def test_by_employee_and_begin_in_order(self, api: Api, wijzer: Wijzer) -> None:
        wijzer.zet("2021-06-01T06:00:00Z")
        begin = ("2021-06-03T09:00:00Z", "2021-06-02T09:00:00Z", "2021-06-04T09:00:00Z")
        melding = await nieuwe_melding(api, gemeldOp="2021-06-01T05:00:00Z")
        for moment in begin:
            await nieuwe_afspraak(api, melding, begin=moment)
        vraag = {
            "medewerker": f"medewerker-{melding.json()['id']}",
            "vanaf": "2021-06-02T00:00:00Z",
            "tot": "2021-06-03T23:59:59Z",
        }
        gevonden = (await api.receptie.get("/afspraken", params=vraag)).json()["resultaten"]
        assert [a["begin"] for a in gevonden] == sorted(begin[:2])
        van_klant = await api.receptie.get("/afspraken", params={"klantId": melding.json()["klantId"]})
        assert [a["begin"] for a in van_klant.json()["resultaten"]] == sorted(begin)

"""Screeningen over HTTP: the outcome moves the melding on, starts terms, and the BAD sees what is financial."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    opgave_screening,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio

FINANCIEEL = {
    "vasteLastenBetaald": True,
    "roodstand": True,
    "schulden": False,
    "incasso": False,
    "komendeMaandBetaalbaar": True,
    "buffer": False,
}
VOORSCHOT = {"verstrektOp": "2021-03-15", "bedrag": "967.90", "opVerzoek": False, "klantGeinformeerd": True}


async def melding_van(api: Api, screening: httpx.Response) -> dict[str, Any]:
    gelezen: dict[str, Any] = (await api.receptie.get(f"/meldingen/{screening.json()['meldingId']}")).json()
    return gelezen


def toestanden(termijnen: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {soort: termijn["toestand"] for soort, termijn in termijnen.items()}


class TestVastleggen:
    async def test_a_screening_is_found_at_its_location_with_the_facts_that_the_dossier_knew(self, api: Api) -> None:
        melding = await nieuwe_melding(api, adres="opvang", statushouder=True)
        gemaakt = await nieuwe_screening(api, melding=melding.json()["id"], financieel=FINANCIEEL)
        gelezen = await api.fiatteur.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert gelezen.headers["ETag"] == '"1"'
        feiten = gelezen.json()["feiten"]
        bekend = (feiten["geboortedatum"], feiten["statushouder"], feiten["dakOfThuisloos"], feiten["partner"])
        assert bekend == ("1987-06-05", True, True, False)
        assert gelezen.json()["financieel"] == FINANCIEEL
        assert gelezen.json()["verantwoording"]["peildatum"] == "2021-03-15"

    @pytest.mark.parametrize(
        ("anders", "stand"),
        [
            ({}, "gescreend"),
            ({"rechtOpStudiefinanciering": True}, "afwijzing_voorgesteld"),
            ({"vraag": "hulp"}, "doorverwezen"),
        ],
    )
    async def test_the_outcome_moves_the_melding_on(self, api: Api, anders: dict[str, Any], stand: str) -> None:
        screening = await nieuwe_screening(api, **anders)
        assert (await melding_van(api, screening))["stand"] == stand
        types = await types_in_tijdlijn(api, screening.json()["klantId"])
        assert types[-2:] == ["screening.vastgelegd", f"melding.{stand}"]

    async def test_a_couple_has_one_screening_and_moves_on_together(self, api: Api) -> None:
        partner = str((await nieuwe_klant(api)).json()["id"])
        melding = await nieuwe_melding(api, partner=partner)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert screening.json()["klantId"] == melding.json()["klantId"]
        assert screening.json()["feiten"]["partner"] is True
        assert screening.json()["uitkomst"]["aantalAmbitiegesprekken"] == 2
        na = await melding_van(api, screening)
        assert (na["stand"], na["standPartner"]) == ("gescreend", "gescreend")
        assert "screening.vastgelegd" in await types_in_tijdlijn(api, partner)

    async def test_after_a_referral_the_klant_can_report_again(self, api: Api) -> None:
        screening = await nieuwe_screening(api, vraag="schuld")
        await nieuwe_melding(api, klant=screening.json()["klantId"])

    async def test_a_second_screening_is_out_of_order(self, api: Api) -> None:
        screening = await nieuwe_screening(api)
        body = {"meldingId": screening.json()["meldingId"], "opgave": opgave_screening()}
        antwoord = await api.inkomensconsulent.post("/screeningen", body)
        assert antwoord.status_code == 409
        assert antwoord.json()["toestand"] == "gescreend"
        assert "ambitiegesprek" in antwoord.json()["toegestaan"]

    async def test_the_route_without_gatekeeping_has_no_screening(self, api: Api) -> None:
        melding = await nieuwe_melding(api, vsoPro=True)
        body = {"meldingId": melding.json()["id"], "opgave": opgave_screening()}
        assert (await api.inkomensconsulent.post("/screeningen", body)).status_code == 409

    @pytest.mark.parametrize(
        ("anders", "pad"),
        [
            ({"gesprekOp": "2021-03-15T10:00:01+01:00"}, "opgave.gesprekOp"),
            ({"gesprekOp": "2021-03-15T09:29:59+01:00"}, "opgave.gesprekOp"),
            ({"vraag": "werk"}, "opgave.inkomenTot120Wml"),
        ],
    )
    async def test_wrong_facts_are_named_as_the_body_has_them(self, api: Api, anders: dict[str, Any], pad: str) -> None:
        melding = await nieuwe_melding(api)
        body = {"meldingId": melding.json()["id"], "opgave": opgave_screening(**anders)}
        antwoord = await api.inkomensconsulent.post("/screeningen", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == [pad]

    async def test_only_the_inkomensconsulent_screens(self, api: Api) -> None:
        assert (await api.trajectconsulent.post("/screeningen", {})).status_code == 403

    async def test_an_unknown_melding_is_not_found(self, api: Api) -> None:
        body = {"meldingId": "01783a4f-7c00-7000-8000-00000000dead", "opgave": opgave_screening()}
        assert (await api.inkomensconsulent.post("/screeningen", body)).status_code == 404


class TestTermijnen:
    async def test_the_screening_closes_the_terms_that_led_to_it(self, api: Api) -> None:
        melding = await nieuwe_melding(api, kanaal="digitaal")
        await nieuwe_screening(api, melding=melding.json()["id"])
        gevonden = toestanden(await termijnen_van(api, melding))
        assert (gevonden["screening"], gevonden["terugbellen"], gevonden["besluit"]) == ("gehaald", "gehaald", "lopend")

    async def test_a_late_screening_misses_its_term_and_a_late_report_its_own(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-03-20T08:00:01Z")
        screening = await nieuwe_screening(api, melding=melding.json()["id"], gesprekOp="2021-03-18T09:00:00+01:00")
        assert toestanden(await termijnen_van(api, melding))["screening"] == "gemist"
        assert toestanden(await termijnen_van(api, screening))["rapportage"] == "gemist"

    async def test_a_report_within_48_hours_is_in_time(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-03-17T09:00:00Z")
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert toestanden(await termijnen_van(api, screening))["rapportage"] == "gehaald"

    async def test_a_referral_lets_the_terms_of_the_melding_lapse(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], vraag="hulp")
        gevonden = toestanden(await termijnen_van(api, melding))
        assert gevonden.pop("screening") == "gehaald"
        assert set(gevonden.values()) == {"vervallen"}
        assert set(await termijnen_van(api, screening)) == {"rapportage"}

    async def test_without_an_application_the_decision_is_no_longer_due(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_screening(api, melding=melding.json()["id"], vraag="werk", inkomenTot120Wml=True)
        gevonden = toestanden(await termijnen_van(api, melding))
        assert (gevonden["besluit"], gevonden["streefbesluit"]) == ("vervallen", "vervallen")

    async def test_terms_are_urgent_when_the_melding_is(self, api: Api) -> None:
        melding = await nieuwe_melding(api, broodnood=True)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert all(termijn["spoed"] for termijn in (await termijnen_van(api, screening)).values())


class TestBad:
    async def test_the_bad_sees_finances_and_advances_and_nothing_else(self, api: Api) -> None:
        screening = await nieuwe_screening(api, financieel=FINANCIEEL, broodnood=True)
        pad = f"/screeningen/{screening.json()['id']}"
        body = VOORSCHOT | {"toelichting": "Heeft zelf inkomen."}
        assert (await api.inkomensconsulent.post(f"{pad}/voorschotten", body, als=screening)).status_code == 200
        een = (await api.bad.get(pad)).json()
        lijst = await api.bad.get("/screeningen", params={"meldingId": screening.json()["meldingId"]})
        assert lijst.json()["resultaten"] == [een]
        kenmerken = {"id", "versie", "aangemaaktOp", "gewijzigdOp", "klantId", "meldingId"}
        assert set(een) == kenmerken | {"financieel", "voorschotten"}
        assert een["financieel"] == FINANCIEEL
        (voorschot,) = een["voorschotten"]
        assert set(voorschot) == {
            "verstrektOp",
            "bedrag",
            "opVerzoek",
            "minimum",
            "volgendeUiterlijk",
            "door",
        }

    async def test_the_receptie_sees_none_of_it(self, api: Api) -> None:
        assert (await api.receptie.get("/screeningen")).status_code == 403


class TestLijst:
    async def test_filters_on_klant_and_melding(self, api: Api) -> None:
        screening = (await nieuwe_screening(api)).json()
        for vraag in ({"klantId": screening["klantId"]}, {"meldingId": screening["meldingId"]}):
            gevonden = await api.inkomensconsulent.get("/screeningen", params=vraag)
            assert gevonden.json()["resultaten"] == [screening]

"""What follows a screening over HTTP: referrals that were carried out, and voorschotten."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding, nieuwe_screening, termijnen_van, types_in_tijdlijn
from tests.stappen_aanvragen import (
    gefiatteerde_aanvraag,
    nieuwe_aanvraag,
    stap_in_aanvraag,
    volledige_aanvraag,
    voorgestelde_aanvraag,
)

pytestmark = pytest.mark.anyio

ALLEEN_GEEN_BUFFER = {
    "vasteLastenBetaald": True,
    "roodstand": False,
    "schulden": False,
    "incasso": False,
    "komendeMaandBetaalbaar": True,
    "buffer": False,
}
VOORSCHOT = {"verstrektOp": "2021-03-15", "bedrag": "967.90", "opVerzoek": False, "klantGeinformeerd": True}


class TestDoorgeleiden:
    async def geleid(self, api: Api, screening: httpx.Response, **anders: Any) -> httpx.Response:
        body = {"naar": "bad", "op": "2021-03-15", "warm": True, "toelichting": "Samen gebeld."} | anders
        pad = f"/screeningen/{screening.json()['id']}/doorgeleidingen"
        return await api.inkomensconsulent.post(pad, body, als=screening)

    async def test_a_referral_is_carried_out_also_after_the_melding_was_closed(self, api: Api) -> None:
        screening = await nieuwe_screening(api, vraag="schuld")
        na = await self.geleid(api, screening)
        assert na.status_code == 200
        assert na.headers["ETag"] == '"2"'
        (gedaan,) = na.json()["doorgeleidingen"]
        assert (gedaan["naar"], gedaan["warm"], gedaan["op"]) == ("bad", True, "2021-03-15")
        assert (await types_in_tijdlijn(api, na.json()["klantId"]))[-1] == "screening.doorgeleid"
        nogmaals = await self.geleid(api, na)
        assert (nogmaals.status_code, nogmaals.json()["type"]) == (409, "/problemen/doorgeleiding-bekend")

    async def test_the_service_talk_of_the_bad_can_be_taken_up_when_it_was_offered(self, api: Api) -> None:
        screening = await nieuwe_screening(api, financieel=ALLEEN_GEEN_BUFFER)
        assert screening.json()["uitkomst"]["verwijzingen"] == []
        assert (await self.geleid(api, screening, warm=False)).status_code == 200

    @pytest.mark.parametrize(
        ("anders", "pad"),
        [
            ({"naar": "duo"}, "naar"),
            ({"op": "2021-03-16"}, "op"),
            ({"op": "2021-03-14"}, "op"),
            ({"warm": False, "toelichting": None}, "toelichting"),
        ],
    )
    async def test_what_the_screening_does_not_lead_to_is_refused(
        self, api: Api, anders: dict[str, Any], pad: str
    ) -> None:
        screening = await nieuwe_screening(api, vraag="schuld")
        antwoord = await self.geleid(api, screening, **anders)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == [pad]

    async def test_a_step_asks_for_the_version_that_was_seen(self, api: Api) -> None:
        screening = await nieuwe_screening(api, vraag="schuld", minderZelfredzaam=True)
        pad = f"/screeningen/{screening.json()['id']}/doorgeleidingen"
        body = {"naar": "bad", "op": "2021-03-15", "warm": True}
        assert (await api.inkomensconsulent.post(pad, body)).status_code == 428
        assert (await self.geleid(api, screening)).status_code == 200
        assert (await self.geleid(api, screening, naar="sociaal_team")).status_code == 412


class TestVoorschot:
    async def verstrek(self, api: Api, screening: httpx.Response, **anders: Any) -> httpx.Response:
        pad = f"/screeningen/{screening.json()['id']}/voorschotten"
        return await api.inkomensconsulent.post(pad, VOORSCHOT | anders, als=screening)

    async def test_broodnood_asks_for_one_and_the_next_is_due_four_weeks_later(self, api: Api, wijzer: Wijzer) -> None:
        screening = await nieuwe_screening(api, broodnood=True)
        eerste = (await termijnen_van(api, screening))["voorschot"]
        assert (eerste["uiterlijkOp"], eerste["spoed"], eerste["rol"]) == ("2021-04-12", True, "inkomensconsulent")
        wijzer.zet("2021-03-17T09:00:00Z")
        na = await self.verstrek(api, screening, verstrektOp="2021-03-17")
        assert na.status_code == 200
        (voorschot,) = na.json()["voorschotten"]
        assert (voorschot["minimum"], voorschot["volgendeUiterlijk"]) == ("967.90", "2021-04-14")
        assert voorschot["motivering"][0]["regel"] == "iom.voorschot.verzoek"
        assert voorschot["verantwoording"]["toets"] == "voorschot"
        volgende = (await termijnen_van(api, screening))["voorschot"]
        assert (volgende["uiterlijkOp"], volgende["toestand"], volgende["basisOp"]) == (
            "2021-04-14",
            "lopend",
            "2021-03-17",
        )

    async def test_anyone_may_get_one_on_request(self, api: Api) -> None:
        screening = await nieuwe_screening(api)
        assert "voorschot" not in await termijnen_van(api, screening)
        assert (await self.verstrek(api, screening, opVerzoek=True)).status_code == 200
        termijn = (await termijnen_van(api, screening))["voorschot"]
        assert (termijn["toestand"], termijn["spoed"]) == ("lopend", False)

    @pytest.mark.parametrize("broodnood", [False, True])
    @pytest.mark.parametrize("eerst", ["screening", "aanvraag"])
    async def test_everyone_who_applies_gets_one_within_four_weeks_after_the_application(
        self, api: Api, wijzer: Wijzer, eerst: str, broodnood: bool
    ) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-03-18T09:00:00Z")
        if eerst == "aanvraag":
            aanvraag = await nieuwe_aanvraag(api, melding=melding, ontvangenOp="2021-03-17")
        screening = await nieuwe_screening(api, melding=melding.json()["id"], broodnood=broodnood)
        if eerst == "screening":
            aanvraag = await nieuwe_aanvraag(api, melding=melding, ontvangenOp="2021-03-17")
        termijn = (await termijnen_van(api, aanvraag))["voorschot"]
        velden = ("toestand", "basisOp", "uiterlijkOp", "spoed", "regel")
        verwacht = ["lopend", "2021-03-17", "2021-04-14", broodnood, "iom.voorschot.verzoek"]
        assert [termijn[veld] for veld in velden] == verwacht
        elders = (await termijnen_van(api, screening)).get("voorschot", {"toestand": "vervallen"})
        assert elders["toestand"] == "vervallen"

    async def test_one_given_before_the_application_keeps_the_day_of_the_next(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], broodnood=True)
        gegeven = await self.verstrek(api, screening)
        wijzer.zet("2021-03-22T09:00:00Z")
        aanvraag = await nieuwe_aanvraag(api, melding=melding, ontvangenOp="2021-03-22")
        assert (await termijnen_van(api, aanvraag))["voorschot"]["uiterlijkOp"] == "2021-04-12"
        assert (await self.verstrek(api, gegeven, verstrektOp="2021-03-22")).status_code == 200
        assert (await termijnen_van(api, aanvraag))["voorschot"]["uiterlijkOp"] == "2021-04-19"

    async def test_it_keeps_running_through_the_handling_and_lapses_with_the_decision(self, api: Api) -> None:
        volledig = await volledige_aanvraag(api)
        assert (await termijnen_van(api, volledig))["voorschot"]["toestand"] == "lopend"
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=await voorgestelde_aanvraag(api, aanvraag=volledig))
        await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", {"verzondenOp": "2021-03-15"})
        assert (await termijnen_van(api, gefiatteerd))["voorschot"]["toestand"] == "vervallen"

    async def test_where_nothing_is_to_be_decided_no_next_one_follows(self, api: Api) -> None:
        screening = await nieuwe_screening(api, vraag="schuld", broodnood=True)
        assert (await self.verstrek(api, screening)).status_code == 200
        assert (await termijnen_van(api, screening))["voorschot"]["toestand"] == "gehaald"

    async def test_a_household_of_two_gets_more(self, api: Api) -> None:
        screening = await nieuwe_screening(api, leefvorm="gehuwd")
        te_laag = await self.verstrek(api, screening, bedrag="1382.70")
        assert te_laag.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in te_laag.json()["errors"]] == [("toelichting", "verplicht")]
        lager = await self.verstrek(api, screening, bedrag="1382.70", toelichting="Heeft zelf inkomen.")
        assert lager.status_code == 200
        assert lager.json()["voorschotten"][0]["toelichting"] == "Heeft zelf inkomen."
        assert (await self.verstrek(api, lager, bedrag="1382.71")).status_code == 200

    @pytest.mark.parametrize(
        ("anders", "pad"),
        [
            ({"klantGeinformeerd": False}, "klantGeinformeerd"),
            ({"verstrektOp": "2021-03-16"}, "verstrektOp"),
            ({"verstrektOp": "2021-03-14"}, "verstrektOp"),
        ],
    )
    async def test_an_untold_one_or_one_on_a_wrong_day_is_refused(
        self, api: Api, anders: dict[str, Any], pad: str
    ) -> None:
        antwoord = await self.verstrek(api, await nieuwe_screening(api), **anders)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == [pad]

    async def test_after_the_melding_was_withdrawn_none_follows(self, api: Api) -> None:
        screening = await nieuwe_screening(api, broodnood=True)
        pad = f"/meldingen/{screening.json()['meldingId']}"
        melding = await api.receptie.get(pad)
        intrekking = {"ondertekendOp": "2021-03-15", "reden": "Heeft werk gevonden."}
        assert (await api.receptie.post(f"{pad}/intrekkingen", intrekking, als=melding)).status_code == 200
        antwoord = await self.verstrek(api, screening)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-voorschot-meer")

    async def test_after_the_decision_none_follows_and_what_was_due_for_it_lapses(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], broodnood=True)
        aanvraag = await volledige_aanvraag(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=await voorgestelde_aanvraag(api, aanvraag=aanvraag))
        verzending = {"verzondenOp": "2021-03-15"}
        besloten = await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", verzending)
        assert besloten.status_code == 200
        gevonden = {soort: t["toestand"] for soort, t in (await termijnen_van(api, screening)).items()}
        assert {gevonden[soort] for soort in ("voorschot", "inkomensafspraak")} == {"vervallen"}
        assert {gevonden[soort] for soort in ("stukken", "nabellen")} == {"gehaald"}
        assert gevonden["ambitiegesprek"] == "lopend"
        antwoord = await self.verstrek(api, screening)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-voorschot-meer")

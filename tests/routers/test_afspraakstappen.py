"""Moving and cancelling afspraken, and who came, over HTTP."""

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
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio
VERPLAATST = {"begin": "2021-03-19T13:00:00Z", "reden": "De klant is dan verhinderd."}
AFGEZEGD = {"reden": "De klant heeft afgebeld."}


async def stap(api: Api, naam: str, afspraak: httpx.Response, body: dict[str, Any]) -> httpx.Response:
    return await api.receptie.post(f"/afspraken/{afspraak.json()['id']}/{naam}", body, als=afspraak)


class TestVerplaatsen:
    async def test_it_keeps_its_length_and_its_reminders_move(self, api: Api) -> None:
        gemaakt = await nieuwe_afspraak(api, await nieuwe_melding(api), eind="2021-03-17T09:20:00Z")
        verplaatst = await stap(api, "verplaatsingen", gemaakt, VERPLAATST)
        afspraak = verplaatst.json()
        assert (verplaatst.status_code, afspraak["verplaatsingen"]) == (200, 1)
        assert (afspraak["eind"], afspraak["reden"]) == ("2021-03-19T13:20:00Z", VERPLAATST["reden"])
        assert (await termijnen_van(api, gemaakt))["sms"]["uiterlijkOp"] == "2021-03-18"
        assert (await types_in_tijdlijn(api, afspraak["klantId"]))[-1] == "afspraak.verplaatst"

    async def test_a_reminder_that_was_sent_is_sent_again_and_one_too_late_lapses(self, api: Api) -> None:
        gemaakt = await nieuwe_afspraak(api, await nieuwe_melding(api))
        verzonden = (await termijnen_van(api, gemaakt))["bevestiging"]
        als = await api.receptie.get(f"/termijnen/{verzonden['id']}")
        afdoening = {"op": "2021-03-15", "toelichting": "Verzonden."}
        await api.receptie.post(f"/termijnen/{verzonden['id']}/afdoeningen", afdoening, als=als)
        assert (await termijnen_van(api, gemaakt))["bevestiging"]["toestand"] == "gehaald"
        await stap(api, "verplaatsingen", gemaakt, VERPLAATST | {"begin": "2021-03-15T14:00:00Z"})
        termijnen = await termijnen_van(api, gemaakt)
        assert (termijnen["bevestiging"]["toestand"], termijnen["sms"]["toestand"]) == ("lopend", "vervallen")

    async def test_not_to_the_past_and_not_onto_another(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        gemaakt = await nieuwe_afspraak(api, melding)
        await nieuwe_afspraak(api, melding, begin=VERPLAATST["begin"], medewerker="iemand-anders")
        verleden = await stap(api, "verplaatsingen", gemaakt, VERPLAATST | {"begin": "2021-03-15T08:00:00Z"})
        assert [fout["path"] for fout in verleden.json()["errors"]] == ["begin"]
        bezet = await stap(api, "verplaatsingen", gemaakt, VERPLAATST)
        assert (bezet.status_code, bezet.json()["type"]) == (409, "/problemen/klant-bezet")

    async def test_it_may_overlap_its_own_old_time(self, api: Api) -> None:
        gemaakt = await nieuwe_afspraak(api, await nieuwe_melding(api))
        iets_later = VERPLAATST | {"begin": "2021-03-17T09:10:00Z"}
        assert (await stap(api, "verplaatsingen", gemaakt, iets_later)).status_code == 200

    async def test_it_needs_the_current_version(self, api: Api) -> None:
        gemaakt = await nieuwe_afspraak(api, await nieuwe_melding(api))
        pad = f"/afspraken/{gemaakt.json()['id']}/verplaatsingen"
        assert (await api.receptie.post(pad, VERPLAATST)).status_code == 428
        await stap(api, "verplaatsingen", gemaakt, VERPLAATST)
        assert (await stap(api, "verplaatsingen", gemaakt, VERPLAATST)).status_code == 412
        assert (await api.fiatteur.post(pad, VERPLAATST, als=gemaakt)).status_code == 403


class TestAnnuleren:
    async def test_a_cancelled_one_makes_room_and_sends_nothing(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        gemaakt = await nieuwe_afspraak(api, melding)
        geannuleerd = await stap(api, "annuleringen", gemaakt, AFGEZEGD)
        assert (geannuleerd.json()["toestand"], geannuleerd.json()["reden"]) == ("geannuleerd", AFGEZEGD["reden"])
        assert {t["toestand"] for t in (await termijnen_van(api, gemaakt)).values()} == {"vervallen"}
        await nieuwe_afspraak(api, melding)

    async def test_it_ends_there(self, api: Api) -> None:
        geannuleerd = await stap(api, "annuleringen", await nieuwe_afspraak(api, await nieuwe_melding(api)), AFGEZEGD)
        for naam, body in (
            ("annuleringen", AFGEZEGD),
            ("verplaatsingen", VERPLAATST),
            ("opkomsten", {"verschenen": True}),
        ):
            antwoord = await stap(api, naam, geannuleerd, body)
            assert antwoord.status_code == 409
            assert (antwoord.json()["toestand"], antwoord.json()["toegestaan"]) == ("geannuleerd", [])

    async def test_withdrawing_the_melding_cancels_what_is_planned(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding = await nieuwe_melding(api, partner=partner)
        afspraken = [
            await nieuwe_afspraak(api, melding),
            await nieuwe_afspraak(api, melding, klantId=partner, medewerker="partner-medewerker"),
        ]
        intrekking = {"ondertekendOp": "2021-03-15", "reden": "De klant heeft werk."}
        await api.receptie.post(f"/meldingen/{melding.json()['id']}/intrekkingen", intrekking, als=melding)
        for afspraak in afspraken:
            nu = (await api.receptie.get(f"/afspraken/{afspraak.json()['id']}")).json()
            assert nu["toestand"] == "geannuleerd"
            assert {t["toestand"] for t in (await termijnen_van(api, afspraak)).values()} == {"vervallen"}


class TestOpkomst:
    @pytest.mark.parametrize(
        ("verschenen", "toestand", "type_"),
        [(True, "verschenen", "afspraak.nagekomen"), (False, "niet_verschenen", "afspraak.gemist")],
    )
    async def test_from_its_begin_on_it_is_known_who_came(
        self, api: Api, wijzer: Wijzer, verschenen: bool, toestand: str, type_: str
    ) -> None:
        gemaakt = await nieuwe_afspraak(api, await nieuwe_melding(api))
        te_vroeg = await stap(api, "opkomsten", gemaakt, {"verschenen": verschenen})
        assert te_vroeg.status_code == 409
        assert te_vroeg.json()["toegestaan"] == ["verplaatsing", "annulering"]
        wijzer.zet("2021-03-17T09:00:00Z")
        antwoord = await stap(api, "opkomsten", gemaakt, {"verschenen": verschenen, "toelichting": "Met de auto."})
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (200, toestand)
        assert (await types_in_tijdlijn(api, antwoord.json()["klantId"]))[-1] == type_

    @pytest.mark.parametrize(
        ("dag", "verschenen", "toestand"),
        [
            ("2021-03-17", True, "gehaald"),
            ("2021-03-29", True, "gehaald"),
            ("2021-03-30", True, "gemist"),
            ("2021-03-29", False, "lopend"),
        ],
    )
    @pytest.mark.parametrize("wie", ["klantId", "partnerId"])
    async def test_either_of_a_couple_keeps_the_appointment_about_income_that_the_screening_asked_for(
        self, api: Api, wijzer: Wijzer, wie: str, dag: str, verschenen: bool, toestand: str
    ) -> None:
        melding = await nieuwe_melding(api, partner=(await nieuwe_klant(api)).json()["id"])
        screening = await nieuwe_screening(api, melding=melding.json()["id"], leefvorm="gehuwd")
        tijden = {"begin": f"{dag}T09:00:00Z", "eind": f"{dag}T10:00:00Z"}
        gemaakt = await nieuwe_afspraak(api, melding, soort="inkomensafspraak", klantId=melding.json()[wie], **tijden)
        wijzer.zet("2021-03-31T09:00:00Z")
        antwoord = await stap(api, "opkomsten", gemaakt, {"verschenen": verschenen})
        assert antwoord.status_code == 200, antwoord.text
        termijn = (await termijnen_van(api, screening))["inkomensafspraak"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == (toestand, dag if verschenen else None)

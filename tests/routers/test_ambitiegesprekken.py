"""Ambitiegesprekken over HTTP: begun and filled in."""

from typing import Any

import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    afgerond_ambitiegesprek,
    nieuw_ambitiegesprek,
    nieuwe_klant,
    nieuwe_melding,
    opgave_ambitiegesprek,
    types_in_tijdlijn,
)
from tests.stappen_gesprekken import TAAL, gescreende_melding, stap, stel, wijzig

pytestmark = pytest.mark.anyio


class TestBeginnen:
    async def test_a_talk_is_found_at_its_location_prepared_by_what_the_screening_chose(self, api: Api) -> None:
        melding = await gescreende_melding(api, dariuz="met_hulp")
        gemaakt = await nieuw_ambitiegesprek(api, melding=melding["id"], diagnoseIngevuld=False)
        gelezen = await api.werkconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert (gelezen.json()["toestand"], gelezen.json()["feiten"]["diagnose"]) == ("begonnen", "dariuz_met_hulp")
        assert gelezen.json()["feiten"]["geboortedatum"] == "1987-06-05"
        assert gelezen.json()["uitkomst"]["formatInvullen"] is True
        assert gelezen.json()["verantwoording"]["peildatum"] == "2021-03-15"
        assert (await types_in_tijdlijn(api, melding["klantId"]))[-1] == "ambitiegesprek.begonnen"

    async def test_without_a_screening_the_form_is_used(self, api: Api) -> None:
        melding = (await nieuwe_melding(api, vsoPro=True)).json()
        gesprek = await nieuw_ambitiegesprek(api, melding=melding["id"])
        assert gesprek.json()["feiten"]["diagnose"] == "format"
        assert gesprek.json()["uitkomst"]["herinneringDiagnoseOp"] is None

    async def test_partners_have_a_talk_each_in_their_own_dossier(self, api: Api) -> None:
        melding = await stel(api)
        for klant in (melding["klantId"], melding["partnerId"]):
            assert (await nieuw_ambitiegesprek(api, melding=melding["id"], klant=klant)).json()["klantId"] == klant
            assert (await types_in_tijdlijn(api, klant)).count("ambitiegesprek.begonnen") == 1

    async def test_a_klant_has_one_talk_per_melding(self, api: Api) -> None:
        gesprek = (await nieuw_ambitiegesprek(api)).json()
        body = {"meldingId": gesprek["meldingId"], "klantId": gesprek["klantId"], "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/ambitiegesprek-bekend")

    async def test_before_the_screening_it_is_out_of_order(self, api: Api) -> None:
        melding = (await nieuwe_melding(api)).json()
        body = {"meldingId": melding["id"], "klantId": melding["klantId"], "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "gemeld")

    async def test_someone_else_than_klant_or_partner_is_refused(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        ander = str((await nieuwe_klant(api)).json()["id"])
        body = {"meldingId": melding["id"], "klantId": ander, "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["klantId"]

    async def test_a_talk_before_its_screening_is_refused(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        opgave = opgave_ambitiegesprek(gesprekOp="2021-03-15T09:59:59+01:00")
        body = {"meldingId": melding["id"], "klantId": melding["klantId"], "opgave": opgave}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["opgave.gesprekOp"]

    async def test_only_the_trajectconsulent_holds_it(self, api: Api) -> None:
        assert (await api.inkomensconsulent.post("/ambitiegesprekken", {})).status_code == 403


class TestLezen:
    async def test_filters_on_klant_and_melding(self, api: Api) -> None:
        gesprek = (await nieuw_ambitiegesprek(api)).json()
        for vraag in ({"klantId": gesprek["klantId"]}, {"meldingId": gesprek["meldingId"]}):
            gevonden = await api.manager.get("/ambitiegesprekken", params=vraag)
            assert gevonden.json()["resultaten"] == [gesprek]

    @pytest.mark.parametrize("rol", ["receptie", "bad", "sociaal_rechercheur", "administratie"])
    async def test_suspicions_are_not_for_every_role(self, api: Api, rol: str) -> None:
        inhoud = {"waarnemingen": {"vermoedenOnveiligThuis": True}}
        gesprek = await nieuw_ambitiegesprek(api, inhoud=inhoud)
        assert gesprek.json()["waarnemingen"]["vermoedenOnveiligThuis"] is True
        assert (await api.als(rol).get(f"/ambitiegesprekken/{gesprek.json()['id']}")).status_code == 403


class TestAanvullen:
    async def test_within_nested_things_only_the_named_fields_change(self, api: Api) -> None:
        inhoud = {"leefgebieden": {"wonen": "Huurt.", "financien": "Krap."}, "voorkeurKlant": "groeien"}
        gesprek = await nieuw_ambitiegesprek(api, inhoud=inhoud)
        na = await wijzig(
            api,
            gesprek,
            leefgebieden={"financien": None, "zingeving": "Wandelt."},
            themas={"kinderen": "Twee."},
            waarnemingen={"toelichting": "Rustig."},
            voorkeurKlant=None,
        )
        assert na.status_code == 200
        gevuld = {naam: tekst for naam, tekst in na.json()["leefgebieden"].items() if tekst}
        assert gevuld == {"wonen": "Huurt.", "zingeving": "Wandelt."}
        assert na.json()["themas"]["kinderen"] == "Twee."
        assert na.json()["waarnemingen"] == {
            "vermoedenLaaggeletterdheid": False,
            "vermoedenOnveiligThuis": False,
            "toelichting": "Rustig.",
        }
        assert na.json()["voorkeurKlant"] is None
        assert na.json()["verantwoording"] == gesprek.json()["verantwoording"]
        leeg = await wijzig(api, na, waarnemingen=None)
        assert leeg.json()["waarnemingen"] is None

    async def test_changed_facts_are_judged_anew_with_a_receipt_of_their_own(self, api: Api, wijzer: Wijzer) -> None:
        gesprek = await nieuw_ambitiegesprek(api, diagnoseIngevuld=False)
        wijzer.zet("2021-03-16T09:00:00Z")
        na = (await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True, "wijze": "digitaal"})).json()
        assert (na["uitkomst"]["formatInvullen"], na["uitkomst"]["duurMinuten"]) == (False, 30)
        assert na["feiten"]["startkwalificatie"] is True
        assert na["verantwoording"]["op"] == "2021-03-16T09:00:00Z"

    @pytest.mark.parametrize(
        ("wijziging", "pad"),
        [
            ({"opgave": {"wijze": None}}, "opgave.wijze"),
            ({"leefgebieden": None}, "leefgebieden"),
            ({"leefgebieden": {"tuin": "Groot."}}, "leefgebieden.tuin"),
            ({"opgave": {"gesprekOp": "2021-03-14T10:00:00Z"}}, "opgave.gesprekOp"),
        ],
    )
    async def test_what_cannot_be_is_refused_with_the_field_named(
        self, api: Api, wijziging: dict[str, Any], pad: str
    ) -> None:
        antwoord = await wijzig(api, await nieuw_ambitiegesprek(api), **wijziging)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == [pad]

    async def test_the_day_of_dariuz_can_be_filled_in_later(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, diagnoseIngevuld=False)
        assert gesprek.json()["diagnoseIngevuldOp"] is None
        na = await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True}, diagnoseIngevuldOp="2021-03-14")
        assert (na.status_code, na.json()["diagnoseIngevuldOp"]) == (200, "2021-03-14")

    @pytest.mark.parametrize(
        ("op", "anders"),
        [
            ("2021-03-15", {"diagnoseIngevuld": False}),
            ("2021-03-18", {"gesprekOp": "2021-03-22T10:00:00+01:00"}),
            ("2021-03-16", {}),
        ],
        ids=["not filled in", "in the future", "after the talk"],
    )
    async def test_a_day_on_which_dariuz_cannot_have_been_filled_in_is_refused(
        self, api: Api, wijzer: Wijzer, op: str, anders: dict[str, Any]
    ) -> None:
        wijzer.zet("2021-03-17T09:00:00Z")
        gesprek = await nieuw_ambitiegesprek(api, **anders)
        antwoord = await wijzig(api, gesprek, diagnoseIngevuldOp=op)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["diagnoseIngevuldOp"]

    async def test_a_change_asks_for_the_version_that_was_seen(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        pad = f"/ambitiegesprekken/{gesprek.json()['id']}"
        assert (await api.trajectconsulent.patch(pad, {"voorkeurKlant": "matchen"})).status_code == 428
        assert (await wijzig(api, gesprek, voorkeurKlant="matchen")).status_code == 200
        assert (await wijzig(api, gesprek, voorkeurKlant="groeien")).status_code == 412

    @pytest.mark.parametrize(
        "wijziging",
        [
            {},
            {"opgave": {}, "leefgebieden": {}, "themas": {}},
            {"opgave": {"diagnoseIngevuld": True}, "voorkeurKlant": None},
        ],
        ids=["empty", "nested empty", "as it is"],
    )
    async def test_what_changes_nothing_is_answered_and_not_recorded(
        self, api: Api, wijzer: Wijzer, wijziging: dict[str, Any]
    ) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        voor = await types_in_tijdlijn(api, gesprek.json()["klantId"])
        wijzer.zet("2021-03-17T09:00:00Z")
        antwoord = await wijzig(api, gesprek, **wijziging)
        assert (antwoord.status_code, antwoord.json()) == (200, gesprek.json())
        assert antwoord.headers["ETag"] == gesprek.headers["ETag"]
        assert await types_in_tijdlijn(api, gesprek.json()["klantId"]) == voor

    async def test_a_talk_that_is_rounded_off_stays_as_it_is(self, api: Api) -> None:
        gesprek = await afgerond_ambitiegesprek(api)
        antwoord = await wijzig(api, gesprek, voorkeurKlant="matchen")
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "besproken")
        assert (await stap(api, gesprek, "taalbeoordelingen", TAAL)).status_code == 409

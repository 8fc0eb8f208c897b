"""Klanten over HTTP, on a real PostgreSQL."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer, nieuw_bsn

pytestmark = pytest.mark.anyio


def gegevens(**anders: Any) -> dict[str, Any]:
    basis = {"bsn": nieuw_bsn(), "voornamen": "Noor", "geslachtsnaam": "Voorbeeld", "geboortedatum": "1987-06-05"}
    return basis | anders


async def nieuwe_klant(api: Api, **anders: Any) -> httpx.Response:
    antwoord = await api.receptie.post("/klanten", gegevens(**anders))
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


class TestRegistreren:
    async def test_a_new_klant_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.status_code == 200
        assert gelezen.json() == gemaakt.json()
        assert gelezen.headers["ETag"] == gemaakt.headers["ETag"] == '"1"'

    async def test_the_bsn_is_in_no_answer_but_its_own(self, api: Api) -> None:
        invoer = gegevens()
        gemaakt = await api.receptie.post("/klanten", invoer)
        assert invoer["bsn"] not in gemaakt.text
        eigen = await api.receptie.get(f"/klanten/{gemaakt.json()['id']}/bsn")
        assert eigen.json() == {"bsn": invoer["bsn"]}

    async def test_a_bsn_makes_one_klant_only(self, api: Api) -> None:
        invoer = gegevens()
        await api.receptie.post("/klanten", invoer)
        nogmaals = await api.receptie.post("/klanten", invoer)
        assert nogmaals.status_code == 409
        assert nogmaals.json()["type"] == "/problemen/bsn-bekend"
        assert invoer["bsn"] not in nogmaals.text

    async def test_a_birth_date_in_the_future_is_refused_with_the_field_named(self, api: Api) -> None:
        antwoord = await api.receptie.post("/klanten", gegevens(geboortedatum="2021-03-16"))
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["geboortedatum"]

    async def test_a_role_without_the_right_is_refused(self, api: Api) -> None:
        antwoord = await api.fiatteur.post("/klanten", gegevens())
        assert antwoord.status_code == 403
        assert antwoord.headers["content-type"] == "application/problem+json"

    async def test_twenty_times_the_same_key_in_parallel_makes_one_klant(self, api: Api) -> None:
        invoer, koppen = gegevens(), {"Idempotency-Key": "twintig-keer"}
        antwoorden = await asyncio.gather(*(api.receptie.post("/klanten", invoer, koppen=koppen) for _ in range(20)))
        assert {antwoord.status_code for antwoord in antwoorden} == {201}
        assert len({antwoord.text for antwoord in antwoorden}) == 1
        assert len({antwoord.headers["Location"] for antwoord in antwoorden}) == 1

    async def test_the_same_key_with_another_body_is_refused(self, api: Api) -> None:
        koppen = {"Idempotency-Key": "ander-lichaam"}
        await api.receptie.post("/klanten", gegevens(), koppen=koppen)
        anders = await api.receptie.post("/klanten", gegevens(), koppen=koppen)
        assert anders.status_code == 409
        assert anders.json()["type"] == "/problemen/sleutel-hergebruikt"


class TestWijzigen:
    async def test_a_change_needs_if_match(self, api: Api) -> None:
        klant = (await nieuwe_klant(api)).json()
        antwoord = await api.receptie.patch(f"/klanten/{klant['id']}", {"woonplaats": "Deventer"})
        assert antwoord.status_code == 428

    async def test_a_stale_version_is_refused(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        pad = f"/klanten/{gemaakt.json()['id']}"
        assert (await api.receptie.patch(pad, {"woonplaats": "Deventer"}, als=gemaakt)).status_code == 200
        assert (await api.receptie.patch(pad, {"woonplaats": "Zutphen"}, als=gemaakt)).status_code == 412

    async def test_of_two_simultaneous_changes_one_wins(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        pad = f"/klanten/{gemaakt.json()['id']}"
        antwoorden = await asyncio.gather(
            *(api.receptie.patch(pad, {"woonplaats": plaats}, als=gemaakt) for plaats in ("Deventer", "Zutphen"))
        )
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]

    async def test_null_removes_what_may_be_absent_and_nothing_else(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api, email="noor@voorbeeld.example")
        pad = f"/klanten/{gemaakt.json()['id']}"
        gewijzigd = await api.receptie.patch(pad, {"email": None}, als=gemaakt)
        assert gewijzigd.json()["email"] is None
        assert (await api.receptie.patch(pad, {"geslachtsnaam": None}, als=gewijzigd)).status_code == 400

    @pytest.mark.parametrize(
        "wijziging", [{}, {"woonplaats": "Deventer", "email": None}, {"geldigVanaf": "2021-03-16"}, {"corrigeert": 1}]
    )
    async def test_what_changes_nothing_is_answered_and_not_recorded(
        self, api: Api, wijzer: Wijzer, wijziging: dict[str, Any]
    ) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventer")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        antwoord = await api.receptie.patch(pad, wijziging, als=gemaakt)
        assert (antwoord.status_code, antwoord.json()) == (200, gemaakt.json())
        assert antwoord.headers["ETag"] == '"1"'
        for verloop in ("historie", "tijdlijn", "audit"):
            assert len((await api.manager.get(f"{pad}/{verloop}")).json()["resultaten"]) == 1

    async def test_what_changes_nothing_still_takes_the_version_as_it_stands(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        pad = f"/klanten/{gemaakt.json()['id']}"
        await api.receptie.patch(pad, {"woonplaats": "Deventer"}, als=gemaakt)
        assert (await api.receptie.patch(pad, {}, als=gemaakt)).status_code == 412

    async def test_a_correction_of_the_first_day_only_is_recorded(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_klant(api)
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        eerder = await api.receptie.patch(pad, {"corrigeert": 1, "geldigVanaf": "2021-03-10"}, als=gemaakt)
        assert eerder.headers["ETag"] == '"2"'
        assert (await api.receptie.get(pad, params={"geldigOp": "2021-03-10"})).status_code == 200


class TestTerugkijken:
    async def test_what_held_on_a_day_and_what_was_known_then(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventer")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-04-10T09:00:00Z")
        verhuisd = {"woonplaats": "Zutphen", "geldigVanaf": "2021-04-01"}
        assert (await api.receptie.patch(pad, verhuisd, als=gemaakt)).status_code == 200

        async def woonplaats(**vraag: str) -> str:
            return str((await api.receptie.get(pad, params=vraag)).json()["woonplaats"])

        assert await woonplaats(geldigOp="2021-03-31") == "Deventer"
        assert await woonplaats(geldigOp="2021-04-01") == "Zutphen"
        assert await woonplaats(geldigOp="2021-04-01", bekendOp="2021-04-09T09:00:00Z") == "Deventer"
        assert (await api.receptie.get(pad, params={"geldigOp": "2021-03-14"})).status_code == 404

    async def test_a_correction_takes_the_place_of_what_it_corrects(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventr")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        correctie = {"woonplaats": "Deventer", "geldigVanaf": "2021-03-15", "corrigeert": 1}
        assert (await api.receptie.patch(pad, correctie, als=gemaakt)).status_code == 200
        toen = await api.receptie.get(pad, params={"geldigOp": "2021-03-15"})
        assert toen.json()["woonplaats"] == "Deventer"
        historie = (await api.inkomensconsulent.get(f"{pad}/historie")).json()["resultaten"]
        assert [versie["corrigeert"] for versie in historie] == [None, 1]

    async def test_a_correction_without_a_day_holds_as_long_as_what_it_corrects(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventr")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        gecorrigeerd = await api.receptie.patch(pad, {"woonplaats": "Deventer", "corrigeert": 1}, als=gemaakt)
        assert gecorrigeerd.status_code == 200
        toen = await api.receptie.get(pad, params={"geldigOp": "2021-03-15"})
        assert (toen.status_code, toen.json().get("woonplaats")) == (200, "Deventer")

    async def test_a_version_that_does_not_exist_is_not_corrected(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        antwoord = await api.receptie.patch(f"/klanten/{gemaakt.json()['id']}", {"corrigeert": 2}, als=gemaakt)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["corrigeert"]

    async def test_a_correction_names_the_current_version_only(self, api: Api, wijzer: Wijzer) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventer")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        verhuisd = await api.receptie.patch(pad, {"woonplaats": "Zutphen"}, als=gemaakt)
        antwoord = await api.receptie.patch(pad, {"woonplaats": "Apeldoorn", "corrigeert": 1}, als=verhuisd)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["corrigeert"]
        assert (await api.receptie.get(pad)).json()["woonplaats"] == "Zutphen"

    @pytest.mark.parametrize("vanaf", ["2021-03-19", "2021-03-21"])
    async def test_a_change_before_the_current_version_or_in_the_future_is_refused(
        self, api: Api, wijzer: Wijzer, vanaf: str
    ) -> None:
        gemaakt = await nieuwe_klant(api, woonplaats="Deventer")
        pad = f"/klanten/{gemaakt.json()['id']}"
        wijzer.zet("2021-03-20T09:00:00Z")
        verhuisd = await api.receptie.patch(pad, {"woonplaats": "Zutphen"}, als=gemaakt)
        antwoord = await api.receptie.patch(pad, {"woonplaats": "Apeldoorn", "geldigVanaf": vanaf}, als=verhuisd)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["geldigVanaf"]

    async def test_a_plain_get_is_what_holds_today_after_each_change_and_correction(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        stand = await nieuwe_klant(api, woonplaats="A")
        pad = f"/klanten/{stand.json()['id']}"
        wijzer.zet("2021-03-25T09:00:00Z")
        for wijziging in (
            {"geldigVanaf": "2021-03-20"},
            {"corrigeert": 2, "geldigVanaf": "2021-03-16"},
            {},
            {"corrigeert": 4, "geldigVanaf": "2021-03-18"},
            {"corrigeert": 5},
        ):
            stand = await api.receptie.patch(pad, {"woonplaats": f"B{stand.json()['versie']}", **wijziging}, als=stand)
            assert stand.status_code == 200, stand.text
            vandaag = await api.receptie.get(pad, params={"geldigOp": "2021-03-25"})
            assert (await api.receptie.get(pad)).json() == vandaag.json() == stand.json()
        dagen = [f"2021-03-{op}" for op in (15, 16, 17, 18)]
        plaatsen = [(await api.receptie.get(pad, params={"geldigOp": op})).json()["woonplaats"] for op in dagen]
        assert plaatsen == ["A", "B2", "B2", "B5"]

    async def test_the_tijdlijn_shows_everything_in_order(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api)
        pad = f"/klanten/{gemaakt.json()['id']}"
        await api.receptie.patch(pad, {"woonplaats": "Deventer"}, als=gemaakt)
        regels = (await api.inkomensconsulent.get(f"{pad}/tijdlijn")).json()["resultaten"]
        assert [(r["volgnummer"], r["type"]) for r in regels] == [(1, "klant.geregistreerd"), (2, "klant.gewijzigd")]


class TestZoeken:
    async def test_by_bsn(self, api: Api) -> None:
        invoer = gegevens()
        gemaakt = await api.receptie.post("/klanten", invoer)
        gevonden = await api.receptie.post("/klanten/_zoek", {"bsn": invoer["bsn"]})
        assert [klant["id"] for klant in gevonden.json()["resultaten"]] == [gemaakt.json()["id"]]

    async def test_by_name_whatever_its_case_and_accents(self, api: Api) -> None:
        gemaakt = await nieuwe_klant(api, geslachtsnaam="Coëlho Ünal", geboortedatum="1971-02-03")
        vraag = {"geslachtsnaam": "coelho unal", "geboortedatum": "1971-02-03"}
        gevonden = await api.receptie.post("/klanten/_zoek", vraag)
        assert [klant["id"] for klant in gevonden.json()["resultaten"]] == [gemaakt.json()["id"]]

    async def test_half_a_question_is_refused(self, api: Api) -> None:
        assert (await api.receptie.post("/klanten/_zoek", {"geslachtsnaam": "Voorbeeld"})).status_code == 400


class TestBad:
    async def test_the_bad_can_reach_a_klant_but_does_not_see_where_someone_lives(self, api: Api) -> None:
        invoer = gegevens(woonplaats="Deventer", straatnaam="Dorpsstraat", telefoon="0600000000")
        gemaakt = await api.receptie.post("/klanten", invoer)
        gelezen = (await api.bad.get(f"/klanten/{gemaakt.json()['id']}")).json()
        gevonden = (await api.bad.post("/klanten/_zoek", {"bsn": invoer["bsn"]})).json()["resultaten"][0]
        lijst = (await api.bad.get("/klanten", params={"limit": 1})).json()["resultaten"][0]
        woon = {"verblijf", "straatnaam", "huisnummer", "postcode", "woonplaats", "herkomstgemeente"}
        assert gemaakt.json().keys() >= woon
        for klant in (gelezen, gevonden, lijst):
            assert not klant.keys() & woon
            assert klant.keys() >= {"voornamen", "geslachtsnaam", "telefoon"}


class TestBladeren:
    async def test_pages_join_up_without_gap_or_double(self, api: Api, wijzer: Wijzer) -> None:
        wijzer.zet("2190-09-01T09:00:00Z")  # later than any other klant, so that these stand first
        gemaakt = [(await nieuwe_klant(api)).json()["id"] for _ in range(5)]
        eerste = (await api.receptie.get("/klanten", params={"limit": 2})).json()
        tweede = (await api.receptie.get("/klanten", params={"limit": 2, "cursor": eerste["volgende"]})).json()
        derde = (await api.receptie.get("/klanten", params={"limit": 1, "cursor": tweede["volgende"]})).json()
        gezien = [klant["id"] for blad in (eerste, tweede, derde) for klant in blad["resultaten"]]
        assert gezien == gemaakt[::-1]

    async def test_a_strange_cursor_is_refused_with_the_field_named(self, api: Api) -> None:
        antwoord = await api.receptie.get("/klanten", params={"cursor": "abc"})
        assert antwoord.status_code == 400
        assert antwoord.json()["errors"][0]["path"] == "cursor"


@pytest.mark.parametrize("waar", ["tijdlijn", "audit"])
async def test_what_only_grows_is_read_on_after_any_number_that_json_carries(api: Api, waar: str) -> None:
    klant = (await api.receptie.post("/klanten", gegevens())).json()["id"]
    pad = f"/klanten/{klant}/{waar}"
    assert (await api.manager.get(pad, params={"na": 2**53 - 1})).json()["resultaten"] == []
    assert (await api.manager.get(pad, params={"na": 2**53})).status_code == 400

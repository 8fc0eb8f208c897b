"""Opdrachtnemers over HTTP: who records them, what an opdrachtnemer sees, and their raamovereenkomsten."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from tests.api import Api, fouten, nieuwe_organisatie, strijd
from tests.conftest import Wijzer
from tests.stappen import nieuwe_opdrachtnemer

pytestmark = pytest.mark.anyio

RAAM = {"nummer": "UWV-2021-1", "perceel": 2, "van": "2021-01-01"}


def pad(opdrachtnemer: httpx.Response, stap: str = "") -> str:
    return f"/opdrachtnemers/{opdrachtnemer.json()['id']}{stap and f'/{stap}'}"


def gegevens(**anders: Any) -> dict[str, Any]:
    return {"kenmerk": nieuwe_organisatie(), "naam": "Werkbedrijf", "kvkNummer": "12345678"} | anders


class TestRegistreren:
    async def test_a_new_one_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_opdrachtnemer(api)
        gelezen = await api.trajectconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert gelezen.headers["ETag"] == gemaakt.headers["ETag"] == '"1"'
        assert [r["perceel"] for r in gemaakt.json()["raamovereenkomsten"]] == [1, 2, 3, 4, 5]

    async def test_raamovereenkomsten_may_come_later(self, api: Api) -> None:
        gemaakt = await api.manager.post("/opdrachtnemers", gegevens())
        assert gemaakt.status_code == 201, gemaakt.text
        assert gemaakt.json()["raamovereenkomsten"] == []

    @pytest.mark.parametrize("rol", ["coordinator", "trajectconsulent", "administratie", "gws", "opdrachtnemer"])
    async def test_only_uwv_and_the_manager_record_one(self, api: Api, rol: str) -> None:
        assert (await api.als(rol).post("/opdrachtnemers", gegevens())).status_code == 403

    async def test_a_kenmerk_is_of_one_opdrachtnemer_also_at_the_same_time(self, api: Api) -> None:
        body = gegevens()
        antwoorden = await asyncio.gather(*(api.uwv.post("/opdrachtnemers", body) for _ in range(5)))
        assert sorted(a.status_code for a in antwoorden) == [201, 409, 409, 409, 409]
        geweigerd = next(a for a in antwoorden if a.status_code == 409)
        assert geweigerd.json()["type"] == "/problemen/kenmerk-bezet"

    @pytest.mark.parametrize("kenmerk", ["", "-voor", "Hoofd", "met_streep", "met spatie", "é", "x" * 61, "x\n", 1])
    async def test_a_kenmerk_has_one_form(self, api: Api, kenmerk: Any) -> None:
        antwoord = await api.uwv.post("/opdrachtnemers", gegevens(kenmerk=kenmerk))
        assert antwoord.status_code == 400
        assert {fout["path"] for fout in antwoord.json()["errors"]} == {"kenmerk"}

    @pytest.mark.parametrize("nummer", ["1234567", "123456789", "1234567a", "12 34 56", "12345678\n", 12345678])
    async def test_a_kvk_number_has_eight_digits(self, api: Api, nummer: Any) -> None:
        antwoord = await api.uwv.post("/opdrachtnemers", gegevens(kvkNummer=nummer))
        assert antwoord.status_code == 400
        assert {fout["path"] for fout in antwoord.json()["errors"]} == {"kvkNummer"}

    async def test_raamovereenkomsten_that_clash_are_refused_with_their_place(self, api: Api) -> None:
        reeks = [RAAM, RAAM, {**RAAM, "nummer": "UWV-2021-2", "perceel": 3, "totEnMet": "2020-12-31"}]
        antwoord = await api.uwv.post("/opdrachtnemers", gegevens(raamovereenkomsten=reeks))
        assert fouten(antwoord) == {
            ("raamovereenkomsten[2].totEnMet", "voor-begin"),
            ("raamovereenkomsten[1].nummer", "raamovereenkomst-bekend"),
            ("raamovereenkomsten[1].van", "raamovereenkomst-overlapt"),
        }

    @pytest.mark.parametrize("perceel", [0, 6])
    async def test_there_are_five_percelen(self, api: Api, perceel: int) -> None:
        antwoord = await api.uwv.post("/opdrachtnemers", gegevens(raamovereenkomsten=[{**RAAM, "perceel": perceel}]))
        assert antwoord.status_code == 400

    async def test_the_same_key_makes_one(self, api: Api) -> None:
        body, koppen = gegevens(), {"Idempotency-Key": "opdrachtnemer-eenmaal"}
        eerste, tweede = [await api.uwv.post("/opdrachtnemers", body, koppen=koppen) for _ in range(2)]
        assert (tweede.status_code, tweede.json()) == (201, eerste.json())


class TestZicht:
    async def test_an_opdrachtnemer_sees_itself(self, api: Api) -> None:
        eigen = await nieuwe_opdrachtnemer(api)
        wie = api.als_opdrachtnemer(eigen.json()["kenmerk"])
        assert (await wie.get(pad(eigen))).json() == eigen.json()
        assert await wie.alles("/opdrachtnemers", limit=2) == [eigen.json()]

    async def test_another_is_not_found_as_if_it_did_not_exist(self, api: Api) -> None:
        eigen, ander = await nieuwe_opdrachtnemer(api), await nieuwe_opdrachtnemer(api)
        wie = api.als_opdrachtnemer(eigen.json()["kenmerk"])
        verborgen, onbekend = await wie.get(pad(ander)), await wie.get(f"/opdrachtnemers/{_ONBEKEND}")
        assert (verborgen.status_code, onbekend.status_code) == (404, 404)
        assert verborgen.json()["detail"] == onbekend.json()["detail"]

    async def test_before_it_is_recorded_it_sees_nothing(self, api: Api) -> None:
        await nieuwe_opdrachtnemer(api)
        assert await api.als_opdrachtnemer(nieuwe_organisatie()).alles("/opdrachtnemers") == []

    async def test_the_list_goes_by_name(self, api: Api) -> None:
        namen = ["Zand", "Aarde", "Water"]
        gemaakt = {(await nieuwe_opdrachtnemer(api, naam=naam)).json()["id"] for naam in namen}
        gevonden = [o["naam"] for o in await api.uwv.alles("/opdrachtnemers", limit=2) if o["id"] in gemaakt]
        assert gevonden == sorted(namen)

    @pytest.mark.parametrize("rol", ["coordinator", "inkomensconsulent", "werkconsulent", "privacy", "uwv"])
    async def test_who_works_in_the_dossier_and_uwv_read_them(self, api: Api, rol: str) -> None:
        assert (await api.als(rol).get("/opdrachtnemers")).status_code == 200

    @pytest.mark.parametrize("rol", ["receptie", "bad", "beleid", "gws"])
    async def test_others_do_not(self, api: Api, rol: str) -> None:
        assert (await api.als(rol).get("/opdrachtnemers")).status_code == 403


_ONBEKEND = "01890000-0000-7000-8000-000000000000"


class TestWijzigen:
    async def test_only_what_is_named_changes(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        na = await api.manager.patch(pad(voor), {"naam": "Nieuwe naam"}, als=voor)
        assert na.status_code == 200, na.text
        assert na.json() == voor.json() | {"naam": "Nieuwe naam", "versie": 2, "gewijzigdOp": na.json()["gewijzigdOp"]}
        assert (await api.uwv.get(pad(voor))).json() == na.json()

    @pytest.mark.parametrize("body", [{"kenmerk": "ander"}, {"raamovereenkomsten": []}, {"naam": None}])
    async def test_kenmerk_and_raamovereenkomsten_do_not_change_and_a_name_stays(
        self, api: Api, body: dict[str, Any]
    ) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        assert (await api.manager.patch(pad(voor), body, als=voor)).status_code == 400

    async def test_it_takes_if_match_of_the_version_that_stands(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        assert (await api.manager.patch(pad(voor), {"naam": "Een"})).status_code == 428
        assert (await api.manager.patch(pad(voor), {"naam": "Een"}, als=voor)).status_code == 200
        assert (await api.manager.patch(pad(voor), {"naam": "Twee"}, als=voor)).status_code == 412

    async def test_of_two_at_once_one_is_too_late(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        samen = [api.manager.patch(pad(voor), {"naam": f"Naam {nummer}"}, als=voor) for nummer in range(4)]
        assert sorted(a.status_code for a in await asyncio.gather(*samen)) == [200, 412, 412, 412]

    async def test_an_unknown_one_is_not_found(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        antwoord = await api.manager.patch(f"/opdrachtnemers/{_ONBEKEND}", {"naam": "Een"}, als=voor)
        assert antwoord.status_code == 404

    async def test_history_and_audit_keep_it_without_a_klant(self, api: Api, database: str) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        await api.manager.patch(pad(voor), {"naam": "Nieuwe naam"}, als=voor)
        verbinding = await asyncpg.connect(database)
        historie = await verbinding.fetch(
            "select versie, klant_id, gegevens::jsonb ->> 'naam' from historie where object_id = $1 order by versie",
            voor.json()["id"],
        )
        audit = await verbinding.fetch(
            "select klant_id, wie, handeling from audit where onderwerp_id = $1 order by nummer", voor.json()["id"]
        )
        await verbinding.close()
        assert [tuple(rij) for rij in historie] == [(1, None, "Werkbedrijf Voorbeeld"), (2, None, "Nieuwe naam")]
        assert [tuple(rij) for rij in audit] == [
            (None, "urn:trede:ontwikkeling|ontwikkeling-uwv", "registreerNieuweOpdrachtnemer"),
            (None, "urn:trede:ontwikkeling|manager-een", "wijzigBestaandeOpdrachtnemer"),
        ]


class TestRaamovereenkomst:
    async def test_one_more_is_added(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api, raamovereenkomsten=[])
        na = await api.uwv.post(pad(voor, "raamovereenkomsten"), RAAM, als=voor)
        assert na.status_code == 200, na.text
        assert na.json()["raamovereenkomsten"] == [{**RAAM, "totEnMet": None}]
        assert na.headers["ETag"] == '"2"'

    @pytest.mark.parametrize(
        ("anders", "code"),
        [({"nummer": "raam-2"}, "raamovereenkomst-bekend"), ({"nummer": "nieuw"}, "raamovereenkomst-overlapt")],
    )
    async def test_one_that_clashes_with_what_stands_is_refused(
        self, api: Api, anders: dict[str, str], code: str
    ) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        antwoord = await api.uwv.post(pad(voor, "raamovereenkomsten"), RAAM | anders, als=voor)
        assert strijd(antwoord) == code
        assert code in {gevonden for _, gevonden in fouten(antwoord, 409)}

    async def test_one_that_ends_before_it_begins_is_refused(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api, raamovereenkomsten=[])
        body = {**RAAM, "totEnMet": "2020-12-31"}
        antwoord = await api.uwv.post(pad(voor, "raamovereenkomsten"), body, als=voor)
        assert fouten(antwoord) == {("totEnMet", "voor-begin")}

    async def test_the_fifty_first_is_refused(self, api: Api) -> None:
        reeks = [
            {"nummer": f"{jaar}", "perceel": 1, "van": f"{jaar}-01-01", "totEnMet": f"{jaar}-12-31"}
            for jaar in range(1950, 2000)
        ]
        voor = await nieuwe_opdrachtnemer(api, raamovereenkomsten=reeks)
        antwoord = await api.uwv.post(pad(voor, "raamovereenkomsten"), RAAM, als=voor)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/raamovereenkomsten-vol")

    async def test_one_ends_and_the_next_may_follow(self, api: Api, wijzer: Wijzer) -> None:
        wijzer.zet("2025-09-08T09:00:00Z")
        voor = await nieuwe_opdrachtnemer(api)
        einde = {"nummer": "raam-2", "totEnMet": "2025-12-31"}
        na = await api.uwv.post(pad(voor, "raamovereenkomstbeeindigingen"), einde, als=voor)
        assert na.status_code == 200, na.text
        laatste = {r["nummer"]: r["totEnMet"] for r in na.json()["raamovereenkomsten"]}
        assert laatste == dict.fromkeys(["raam-1", "raam-3", "raam-4", "raam-5"]) | {"raam-2": "2025-12-31"}
        volgende = {**RAAM, "van": "2026-01-01"}
        assert (await api.uwv.post(pad(voor, "raamovereenkomsten"), volgende, als=na)).status_code == 200

    async def test_an_end_only_comes_forward(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        stap = pad(voor, "raamovereenkomstbeeindigingen")
        eerst = await api.uwv.post(stap, {"nummer": "raam-2", "totEnMet": "2025-12-31"}, als=voor)
        for dag in ("2025-12-31", "2026-01-01"):
            later = await api.uwv.post(stap, {"nummer": "raam-2", "totEnMet": dag}, als=eerst)
            assert (later.status_code, later.json()["type"]) == (409, "/problemen/raamovereenkomst-beeindigd")
        eerder = await api.uwv.post(stap, {"nummer": "raam-2", "totEnMet": "2016-07-01"}, als=eerst)
        assert eerder.status_code == 200

    async def test_it_does_not_end_before_its_first_day(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        einde = {"nummer": "raam-2", "totEnMet": "2016-06-30"}
        antwoord = await api.uwv.post(pad(voor, "raamovereenkomstbeeindigingen"), einde, als=voor)
        assert fouten(antwoord) == {("totEnMet", "voor-begin")}

    async def test_an_unknown_number_is_refused_with_the_field_named(self, api: Api) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        einde = {"nummer": "raam-9", "totEnMet": "2021-03-15"}
        antwoord = await api.uwv.post(pad(voor, "raamovereenkomstbeeindigingen"), einde, als=voor)
        assert fouten(antwoord, 409) == {("nummer", "raamovereenkomst-onbekend")}

    @pytest.mark.parametrize("stap", ["raamovereenkomsten", "raamovereenkomstbeeindigingen"])
    async def test_a_step_takes_if_match_and_is_not_the_opdrachtnemers_own(self, api: Api, stap: str) -> None:
        voor = await nieuwe_opdrachtnemer(api)
        bodies = {"raamovereenkomsten": RAAM, "raamovereenkomstbeeindigingen": {"nummer": "x", "totEnMet": RAAM["van"]}}
        zelf = api.als_opdrachtnemer(voor.json()["kenmerk"])
        assert (await zelf.post(pad(voor, stap), bodies[stap], als=voor)).status_code == 403
        assert (await api.uwv.post(pad(voor, stap), bodies[stap])).status_code == 428

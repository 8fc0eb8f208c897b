"""Caseload over HTTP: one person per role and day, followed up or ended."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.stappen import nieuwe_klant, nieuwe_toewijzing

pytestmark = pytest.mark.anyio

EINDE = {"geldigTot": "2021-03-31", "reden": "Gaat met verlof."}


def pad(toewijzing: httpx.Response) -> str:
    return f"/toewijzingen/{toewijzing.json()['id']}"


async def toewijzen(api: Api, klant: str, **anders: Any) -> httpx.Response:
    basis = {"klantId": klant, "rol": "inkomensconsulent", "persoon": "consulent-2", "geldigVan": "2021-05-01"}
    return await api.coordinator.post("/toewijzingen", basis | anders)


async def gevonden(api: Api, **vraag: str) -> list[str]:
    antwoord = await api.werkconsulent.get("/toewijzingen", params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    return [toewijzing["id"] for toewijzing in antwoord.json()["resultaten"]]


class TestToewijzen:
    async def test_a_new_assignment_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_toewijzing(api)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert gemaakt.json()["geldigTot"] is None

    @pytest.mark.parametrize("rol", ["inkomensconsulent", "privacy", "receptie"])
    async def test_only_coordinator_and_manager_assign(self, api: Api, rol: str) -> None:
        klant = (await nieuwe_klant(api)).json()["id"]
        body = {"klantId": klant, "rol": "fiatteur", "persoon": "x", "geldigVan": "2021-03-15"}
        assert (await api.als(rol).post("/toewijzingen", body)).status_code == 403
        assert (await api.manager.post("/toewijzingen", body)).status_code == 201

    async def test_a_second_person_in_the_same_role_is_refused(self, api: Api) -> None:
        klant = (await nieuwe_toewijzing(api)).json()["klantId"]
        tweede = await toewijzen(api, klant)
        assert tweede.status_code == 409
        assert tweede.json()["type"] == "/problemen/toewijzing-overlapt"

    async def test_another_role_has_a_person_of_its_own(self, api: Api) -> None:
        klant = (await nieuwe_toewijzing(api)).json()["klantId"]
        assert (await toewijzen(api, klant, rol="werkconsulent")).status_code == 201

    async def test_who_follows_ends_the_one_before_on_the_day_before(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api)
        tweede = await toewijzen(api, eerste.json()["klantId"], vervangt=True)
        assert tweede.status_code == 201, tweede.text
        toen = await api.manager.get(pad(eerste))
        assert (toen.json()["geldigTot"], toen.json()["versie"]) == ("2021-04-30", 2)
        tijdlijn = (await api.manager.get(f"/klanten/{eerste.json()['klantId']}/tijdlijn")).json()["resultaten"]
        assert [r["type"] for r in tijdlijn[-2:]] == ["toewijzing.beeindigd", "toewijzing.vastgelegd"]

    @pytest.mark.parametrize("van", ["2021-03-15", "2021-03-14"])
    async def test_who_begins_on_that_day_or_later_cannot_be_followed(self, api: Api, van: str) -> None:
        klant = (await nieuwe_toewijzing(api)).json()["klantId"]
        antwoord = await toewijzen(api, klant, geldigVan=van, vervangt=True)
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/toewijzing-overlapt"

    async def test_following_nobody_is_a_beginning(self, api: Api) -> None:
        klant = (await nieuwe_klant(api)).json()["id"]
        assert (await toewijzen(api, klant, vervangt=True)).status_code == 201

    async def test_an_end_before_the_beginning_is_refused_with_the_field_named(self, api: Api) -> None:
        klant = (await nieuwe_klant(api)).json()["id"]
        antwoord = await toewijzen(api, klant, geldigTot="2021-04-30")
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["geldigTot"]

    async def test_a_role_without_caseload_and_an_unknown_klant_are_refused(self, api: Api) -> None:
        klant = (await nieuwe_klant(api)).json()["id"]
        assert (await toewijzen(api, klant, rol="receptie")).status_code == 400
        assert (await toewijzen(api, "01890000-0000-7000-8000-000000000000")).status_code == 404


class TestBeeindigen:
    async def test_from_the_day_after_someone_else_may_come(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api)
        einde = await api.coordinator.post(f"{pad(eerste)}/beeindigingen", EINDE, als=eerste)
        assert einde.status_code == 200, einde.text
        assert (einde.json()["geldigTot"], einde.json()["reden"]) == ("2021-03-31", "Gaat met verlof.")
        klant = eerste.json()["klantId"]
        assert (await toewijzen(api, klant, geldigVan="2021-03-31")).status_code == 409
        assert (await toewijzen(api, klant, geldigVan="2021-04-01")).status_code == 201

    async def test_it_may_end_sooner_but_not_later(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api, geldigTot="2021-04-30")
        later = EINDE | {"geldigTot": "2021-05-31"}
        antwoord = await api.coordinator.post(f"{pad(eerste)}/beeindigingen", later, als=eerste)
        assert antwoord.json()["type"] == "/problemen/toewijzing-beeindigd"
        eerder = await api.coordinator.post(f"{pad(eerste)}/beeindigingen", EINDE, als=eerste)
        assert eerder.status_code == 200

    async def test_it_cannot_end_before_it_begins(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api)
        einde = EINDE | {"geldigTot": "2021-03-14"}
        assert (await api.coordinator.post(f"{pad(eerste)}/beeindigingen", einde, als=eerste)).status_code == 400

    async def test_the_version_is_asked_and_checked(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api)
        stap = f"{pad(eerste)}/beeindigingen"
        assert (await api.coordinator.post(stap, EINDE)).status_code == 428
        assert (await api.coordinator.post(stap, EINDE, als=eerste)).status_code == 200
        assert (await api.coordinator.post(stap, EINDE, als=eerste)).status_code == 412


class TestTonen:
    async def test_of_a_klant_a_person_and_a_day(self, api: Api) -> None:
        eerste = await nieuwe_toewijzing(api, geldigTot="2021-04-30", persoon="lijst-1")
        klant = eerste.json()["klantId"]
        tweede = await toewijzen(api, klant, persoon="lijst-2")
        een, twee = eerste.json()["id"], tweede.json()["id"]
        assert await gevonden(api, klantId=klant) == [twee, een]
        assert await gevonden(api, persoon="lijst-1") == [een]
        assert await gevonden(api, klantId=klant, geldigOp="2021-04-30") == [een]
        assert await gevonden(api, klantId=klant, geldigOp="2199-12-31") == [twee]
        assert await gevonden(api, klantId=klant, geldigOp="2021-03-14") == []

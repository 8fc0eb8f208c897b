"""The work list over HTTP: whose, in which order, of how much."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_melding, nieuwe_toewijzing, werk

pytestmark = pytest.mark.anyio


def van(regels: list[dict[str, Any]], *meldingen: httpx.Response) -> list[dict[str, Any]]:
    """The lines of these meldingen; tests share the database."""
    ids = {melding.json()["id"] for melding in meldingen}
    return [regel for regel in regels if regel["termijn"]["onderwerpId"] in ids]


def volgorde(regel: dict[str, Any]) -> tuple[bool, str, str]:
    termijn = regel["termijn"]
    return (not termijn["spoed"], termijn["uiterlijkOp"], termijn["id"])


class TestVolgorde:
    async def test_broodnood_goes_first_then_the_earliest_last_day(self, api: Api, wijzer: Wijzer) -> None:
        gewoon = await nieuwe_melding(api)
        wijzer.zet("2021-03-16T09:00:00Z")
        spoed = await nieuwe_melding(api, broodnood=True, gemeldOp="2021-03-16T08:00:00Z")
        regels = await werk(api)
        assert regels == sorted(regels, key=volgorde)
        eigen = van(regels, gewoon, spoed)
        assert eigen[0]["termijn"]["onderwerpId"] == spoed.json()["id"]
        assert eigen[-1]["termijn"]["onderwerpId"] == gewoon.json()["id"]

    async def test_each_line_shows_what_and_of_whom(self, api: Api) -> None:
        klant = (await nieuwe_klant(api, voorvoegsel="van", geslachtsnaam="Voorbeeld")).json()
        melding = await nieuwe_melding(api, klant=klant["id"])
        regel = van(await werk(api), melding)[0]
        geboren = klant["geboortedatum"]
        assert regel["klant"] == {"id": klant["id"], "naam": "Noor van Voorbeeld", "geboortedatum": geboren}
        gelezen = await api.inkomensconsulent.get(f"/termijnen/{regel['termijn']['id']}")
        assert regel["termijn"] == gelezen.json()

    @pytest.mark.parametrize("rol", ["inkomensconsulent", "coordinator"])
    async def test_small_pages_join_up_to_the_large_one(self, api: Api, rol: str) -> None:
        for broodnood in (True, False, True):
            await nieuwe_melding(api, broodnood=broodnood, kanaal="digitaal")
        assert await werk(api, rol, limit=7) == await werk(api, rol)

    async def test_a_cursor_fits_its_own_question_only(self, api: Api) -> None:
        await nieuwe_melding(api)
        blad = (await api.manager.get("/werkvoorraad", params={"limit": 1})).json()
        anders = {"limit": 1, "cursor": blad["volgende"], "rol": "receptie"}
        antwoord = await api.manager.get("/werkvoorraad", params=anders)
        assert antwoord.status_code == 400
        assert antwoord.json()["errors"][0]["path"] == "cursor"


class TestWiens:
    async def test_one_sees_the_work_of_ones_own_role(self, api: Api) -> None:
        melding = await nieuwe_melding(api, kanaal="digitaal")
        assert {r["termijn"]["soort"] for r in van(await werk(api, "receptie"), melding)} == {"terugbellen"}
        assert {r["termijn"]["rol"] for r in await werk(api)} == {"inkomensconsulent"}

    async def test_the_work_of_another_role_is_refused(self, api: Api) -> None:
        assert (await api.receptie.get("/werkvoorraad", params={"rol": "fiatteur"})).status_code == 403

    @pytest.mark.parametrize("rol", ["coordinator", "manager"])
    async def test_coordinator_and_manager_see_every_role_or_one(self, api: Api, rol: str) -> None:
        melding = await nieuwe_melding(api, kanaal="digitaal", broodnood=True)
        assert {r["termijn"]["rol"] for r in van(await werk(api, rol), melding)} == {
            "receptie",
            "inkomensconsulent",
            "coordinator",
        }
        assert {r["termijn"]["rol"] for r in await werk(api, rol, rol="receptie")} == {"receptie"}

    async def test_a_machine_of_another_domain_has_no_work_list(self, api: Api) -> None:
        assert (await api.gws.get("/werkvoorraad")).status_code == 403


class TestPersoon:
    async def test_a_caseload_is_what_runs_for_its_klanten_in_that_role(self, api: Api) -> None:
        melding, _ander = await nieuwe_melding(api, kanaal="digitaal"), await nieuwe_melding(api)
        persoon = f"persoon-{melding.json()['id']}"
        await nieuwe_toewijzing(api, klant=melding.json()["klantId"], persoon=persoon)
        regels = await werk(api, "coordinator", persoon=persoon)
        assert regels == van(regels, melding)
        assert {r["termijn"]["rol"] for r in regels} == {"inkomensconsulent"}
        assert regels == sorted(regels, key=volgorde)
        assert await werk(api, "coordinator", persoon=persoon, limit=1) == regels
        assert await werk(api, "receptie", persoon=persoon) == []

    async def test_a_caseload_ends_with_the_assignment(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api, broodnood=True)
        persoon = f"persoon-{melding.json()['id']}"
        await nieuwe_toewijzing(api, klant=melding.json()["klantId"], persoon=persoon, geldigTot="2021-03-16")
        wijzer.zet("2021-03-16T09:00:00Z")
        assert await werk(api, persoon=persoon)
        wijzer.zet("2021-03-17T09:00:00Z")
        assert await werk(api, persoon=persoon) == []

    async def test_pages_of_a_caseload_go_from_spoed_to_the_rest(self, api: Api) -> None:
        spoed, gewoon = await nieuwe_melding(api, broodnood=True), await nieuwe_melding(api)
        persoon = f"persoon-{spoed.json()['id']}"
        for melding in (gewoon, spoed):
            await nieuwe_toewijzing(api, klant=melding.json()["klantId"], persoon=persoon)
        regels = await werk(api, persoon=persoon, limit=2)
        assert [r["termijn"]["spoed"] for r in regels] == sorted((r["termijn"]["spoed"] for r in regels), reverse=True)
        assert len(van(regels, spoed)) + len(van(regels, gewoon)) == len(regels)


class TestTeLaat:
    async def test_only_what_is_late(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        assert van(await werk(api, alleenTeLaat=True), melding) == []
        wijzer.zet("2021-03-18T09:00:00Z")
        laat = await werk(api, alleenTeLaat=True)
        assert [r["termijn"]["soort"] for r in van(laat, melding)] == ["screening"]
        assert all(r["termijn"]["teLaat"] for r in laat)

    async def test_up_to_a_day(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        tot = await werk(api, totEnMet="2021-04-12")
        assert {r["termijn"]["soort"] for r in van(tot, melding)} == {"screening", "streefbesluit"}

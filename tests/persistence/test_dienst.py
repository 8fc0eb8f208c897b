"""The whole service on each PostgreSQL: a first walk, repeats, a lost database, and no BSN anywhere else."""

import asyncio
import itertools
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from app.main import create_app
from app.persistence.migraties import migreer
from app.persistence.opslag import PostgresOpslag
from app.persistence.verbinding import Verbindingen
from app.services.fouten import SchemaWijktAf
from app.services.kluis import Kluis
from app.settings import Instellingen
from tests.api import Api
from tests.conftest import Wijzer, nieuw_bsn
from tests.stappen import nieuwe_klant, nieuwe_melding, nieuwe_toewijzing, opgave_melding
from tests.stappen_aanvragen import nieuwe_aanvraag

pytestmark = pytest.mark.anyio

_SLEUTELS = itertools.count(1)


def sleutel() -> dict[str, str]:
    return {"Idempotency-Key": f"dienst-{next(_SLEUTELS)}"}


def gegevens(**anders: Any) -> dict[str, Any]:
    basis = {"bsn": nieuw_bsn(), "voornamen": "Noor", "geslachtsnaam": "Voorbeeld", "geboortedatum": "1987-06-05"}
    return basis | anders


async def waar(verbinding: Any, tekst: str) -> set[str]:
    """The tables of which a row holds this text, as text or as bytes."""
    tabellen = await verbinding.fetch("select tablename from pg_tables where schemaname = 'public'")
    gevonden = set()
    for (tabel,) in tabellen:
        zoek = f"select exists (select from {tabel} t where t::text like $1 or t::text like $2)"
        if await verbinding.fetchval(zoek, f"%{tekst}%", f"%{tekst.encode().hex()}%"):
            gevonden.add(tabel)
    return gevonden


async def test_a_resident_goes_from_melding_to_a_work_list_that_someone_keeps(dienst: Api) -> None:
    melding = (await nieuwe_melding(dienst, broodnood=True, kanaal="digitaal")).json()
    klant = melding["klantId"]
    await nieuwe_toewijzing(dienst, klant=klant, persoon=f"consulent-van-{klant}")
    vraag = {"persoon": f"consulent-van-{klant}", "limit": 1}
    werk = (await dienst.inkomensconsulent.get("/werkvoorraad", params=vraag)).json()
    assert [regel["klant"]["id"] for regel in werk["resultaten"]] == [klant]
    verder = await dienst.inkomensconsulent.get("/werkvoorraad", params=vraag | {"cursor": werk["volgende"]})
    assert verder.status_code == 200
    tijdlijn = (await dienst.manager.get(f"/klanten/{klant}/tijdlijn")).json()["resultaten"]
    assert [r["type"] for r in tijdlijn] == ["klant.geregistreerd", "melding.geregistreerd", "toewijzing.vastgelegd"]
    toen = await dienst.manager.get(f"/klanten/{klant}", params={"geldigOp": "2021-03-15"})
    assert toen.json()["geslachtsnaam"] == "Voorbeeld"


async def test_a_bsn_stands_in_no_table_not_even_its_own_as_it_is(dienst: Api, verbinding: Any) -> None:
    invoer, herhaal = gegevens(), sleutel()
    gemaakt = await dienst.receptie.post("/klanten", invoer, koppen=herhaal)
    klant = gemaakt.json()["id"]
    assert (await dienst.receptie.post("/klanten", invoer)).status_code == 409
    assert (await dienst.receptie.post("/klanten", invoer, koppen=herhaal)).json() == gemaakt.json()
    await dienst.receptie.post("/klanten/_zoek", {"bsn": invoer["bsn"]})
    assert (await dienst.receptie.get(f"/klanten/{klant}/bsn")).json() == {"bsn": invoer["bsn"]}
    await dienst.receptie.patch(f"/klanten/{klant}", {"woonplaats": "Deventer"}, als=gemaakt)
    await nieuwe_melding(dienst, klant=klant)
    assert await waar(verbinding, invoer["bsn"]) == set()
    assert await waar(verbinding, klant) >= {"klant", "klant_bsn", "historie", "journaal", "audit"}  # the search works


class TestHerhalen:
    async def test_the_kept_answer_is_unreadable(self, dienst: Api, verbinding: Any) -> None:
        naam = f"Onleesbaar{next(_SLEUTELS)}"
        assert (await dienst.receptie.post("/klanten", gegevens(geslachtsnaam=naam), koppen=sleutel())).is_success
        assert await waar(verbinding, naam) == {"klant", "historie"}

    async def test_the_same_key_of_another_person_is_another_key(self, dienst: Api) -> None:
        herhaal = sleutel()
        een = await dienst.als("receptie", "een").post("/klanten", gegevens(), koppen=herhaal)
        ander = await dienst.als("receptie", "twee").post("/klanten", gegevens(), koppen=herhaal)
        assert (een.status_code, ander.status_code) == (201, 201)
        assert een.json()["id"] != ander.json()["id"]

    async def test_the_same_key_on_another_path_is_another_key(self, dienst: Api) -> None:
        herhaal = sleutel()
        klant = await dienst.receptie.post("/klanten", gegevens(), koppen=herhaal)
        melding = {"klantId": klant.json()["id"], "opgave": opgave_melding()}
        gemeld = await dienst.receptie.post("/meldingen", melding, koppen=herhaal)
        assert gemeld.status_code == 201, gemeld.text
        assert gemeld.json()["klantId"] == klant.json()["id"]

    async def test_with_another_role_the_first_answer_is_not_given(self, dienst: Api) -> None:
        herhaal, invoer = sleutel(), gegevens()
        assert (await dienst.als("receptie", "wisselt").post("/klanten", invoer, koppen=herhaal)).status_code == 201
        anders = await dienst.als("inkomensconsulent", "wisselt").post("/klanten", invoer, koppen=herhaal)
        assert anders.status_code == 409
        assert anders.json()["type"] == "/problemen/sleutel-hergebruikt"

    async def test_the_first_answer_comes_again_also_with_another_version_in_if_match(self, dienst: Api) -> None:
        herhaal, aanvraag = sleutel(), await nieuwe_aanvraag(dienst)
        pad, body = f"/aanvragen/{aanvraag.json()['id']}/sr-screeningen", {"onderzoekNodig": False}
        eerst = await dienst.sociaal_rechercheur.post(pad, body, als=aanvraag, koppen=herhaal)
        assert eerst.status_code == 200, eerst.text
        weer = await dienst.sociaal_rechercheur.post(pad, body, als=eerst, koppen=herhaal)
        assert (weer.status_code, weer.content, weer.headers["ETag"]) == (200, eerst.content, eerst.headers["ETag"])

    async def test_a_refused_request_may_be_mended_with_the_same_key(self, dienst: Api) -> None:
        herhaal = sleutel()
        fout = await dienst.receptie.post("/klanten", gegevens(geboortedatum="2021-03-16"), koppen=herhaal)
        assert fout.status_code == 400
        assert (await dienst.receptie.post("/klanten", gegevens(), koppen=herhaal)).status_code == 201


async def test_a_database_that_drops_the_connection_gives_503_and_changes_nothing(dienst: Api, verbinding: Any) -> None:
    gemaakt = await nieuwe_klant(dienst)
    klant = gemaakt.json()["id"]
    async with verbinding.transaction():
        await verbinding.fetch("select from dossier where klant_id = $1 for update", klant)
        wijziging = asyncio.ensure_future(
            dienst.receptie.patch(f"/klanten/{klant}", {"woonplaats": "Deventer"}, als=gemaakt)
        )
        await _verbreek_wachtende(verbinding)
        antwoord = await wijziging
    assert antwoord.status_code == 503
    assert antwoord.headers["Retry-After"].isdigit()
    assert antwoord.json()["type"] == "/problemen/opslag-onbereikbaar"
    gelezen = await dienst.receptie.get(f"/klanten/{klant}")
    assert (gelezen.json()["versie"], gelezen.json()["woonplaats"]) == (1, None)
    opnieuw = await dienst.receptie.patch(f"/klanten/{klant}", {"woonplaats": "Deventer"}, als=gemaakt)
    assert opnieuw.status_code == 200


async def _verbreek_wachtende(verbinding: Any) -> None:
    """Wait until a request waits for our lock, and end its connection."""
    zoek = "select pid from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))"
    for _ in range(200):
        if pid := await verbinding.fetchval(zoek):
            await verbinding.execute("select pg_terminate_backend($1)", pid)
            return
        await asyncio.sleep(0.01)
    raise AssertionError("Geen verzoek wacht op het slot.")


async def test_it_is_ready_once_the_database_has_the_schema_of_this_version(leeg: str, gegevensmap: Path) -> None:
    """Started with --geen-migratie it would otherwise be sent requests that all end in a 500."""
    app = create_app(Instellingen(database_url=SecretStr(leeg), gegevensmap=gegevensmap), klok=Wijzer())
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://trede") as http,
    ):
        nog_niet = await http.get("/health/ready")
        assert nog_niet.status_code == 503
        assert nog_niet.json()["type"] == "/problemen/schema-wijkt-af"
        assert "trede migrate" in nog_niet.json()["detail"]
        assert nog_niet.headers["retry-after"] == "5"
        await asyncio.to_thread(migreer, leeg)
        assert (await http.get("/health/ready")).status_code == 200


async def test_a_schema_that_was_right_is_not_asked_for_again(klad: str, kluis: Kluis) -> None:
    """A probe stays one short question, and the next version may migrate while this one still serves."""
    verbindingen = Verbindingen(klad, hoogstens=1)
    await verbindingen.start()
    opslag = PostgresOpslag(verbindingen, kluis)
    await opslag.peil()
    async with verbindingen.een() as verbinding:
        await verbinding.execute("update alembic_version set version_num = '9999'")
    await opslag.peil()
    with pytest.raises(SchemaWijktAf):
        await PostgresOpslag(verbindingen, kluis).peil()
    await verbindingen.stop()

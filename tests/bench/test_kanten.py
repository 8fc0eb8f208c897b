"""What the other sides of the benchmark do: the raw side's rows and writes, the echo's models."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.toets import Toets
from app.routers.toetsen import TOETSEN
from bench.echo import vraagmodel
from bench.meting import Vergelijking
from bench.opname import Opdracht, Opname
from bench.orders import MOMENTEN, kopieen
from bench.rauw import Groepvorm, als_getoond
from bench.toetsen import GEMETEN, VAN_UWV
from bench.verslag import doel_en_oordeel

ORDERS = ("01783a4f-7c00-7000-8000-000000000001", "01783a4f-7c00-7000-8000-000000000002")
KLANTEN = ("01783a4f-7c00-7000-8000-000000000011", "01783a4f-7c00-7000-8000-000000000012")
SESSIES = ("01783a4f-7c00-7000-8000-000000000021", "01783a4f-7c00-7000-8000-000000000022")
ANDERE_ORDERS = ("01783a4f-7c00-7000-8000-000000000003", "01783a4f-7c00-7000-8000-000000000004")
ANDERE_KLANTEN = ("01783a4f-7c00-7000-8000-000000000013", "01783a4f-7c00-7000-8000-000000000014")


class Verbinding:
    """Tells the orders of others, and keeps what it is given."""

    def __init__(self, *, vol: bool = False) -> None:
        self.gevraagd: list[tuple[str, tuple[Any, ...]]] = []
        self.vol = vol

    async def execute(self, sql: str) -> None:
        self.gevraagd.append((sql, ()))

    async def fetch(self, sql: str, *argumenten: Any) -> list[dict[str, Any]]:
        self.gevraagd.append((sql, argumenten))
        if sql == "slot":
            return [{"klant_id": klant, "volgnummer": 8} for klant in ANDERE_KLANTEN]
        return [{"id": UUID(o), "klant_id": k} for o, k in zip(ANDERE_ORDERS, ANDERE_KLANTEN, strict=True)][::-1]

    async def fetchrow(self, sql: str, *argumenten: str) -> None:
        if self.vol:
            raise RuntimeError
        self.gevraagd.append((sql, argumenten))


def opname() -> Opname:
    """A write for a group of two, as Trede would execute it."""
    ids = (("ids", ",".join(ORDERS)),)
    journaal = [
        {"klant_id": k, "volgnummer": 3, "onderwerp_id": s, "gehouden_op": "2026-06-08"}
        for k, s in zip(KLANTEN, SESSIES, strict=True)
    ]
    inhoud = (("json", json.dumps(journaal, separators=(",", ":"))),)
    tel = (*ids, ("dag", "2026-06-08"))
    stappen = (("begin", ()), ("slot", ids), ("lees", ids), ("tel", tel), ("leg vast", inhoud), ("commit", ()))
    sessies = [
        {"id": s, "klantId": k, "inkooporderId": o, "aangemaaktOp": "2026-06-08T09:00:00Z", "gehoudenOp": "2026-06-08"}
        for s, k, o in zip(SESSIES, KLANTEN, ORDERS, strict=True)
    ]
    opdrachten = tuple(Opdracht(sql, argumenten) for sql, argumenten in stappen)
    return Opname(opdrachten=opdrachten, antwoord=json.dumps({"sessies": sessies}))


@pytest.mark.anyio
async def test_a_group_is_written_with_its_own_klanten_and_the_next_number_of_their_journals() -> None:
    verbinding = Verbinding()
    antwoord = json.loads(await Groepvorm(opname()).voer_uit(verbinding, list(ANDERE_ORDERS), "2026-07-01"))
    assert [sql for sql, _ in verbinding.gevraagd] == ["begin", "slot", "lees", "tel", "leg vast", "commit"]
    ids = [UUID(order) for order in ANDERE_ORDERS]
    assert verbinding.gevraagd[1][1] == (ids,)
    assert verbinding.gevraagd[3][1] == (ids, date(2026, 7, 1))
    journaal = json.loads(verbinding.gevraagd[4][1][0])
    assert {regel["gehouden_op"] for regel in journaal} == {sessie["gehoudenOp"] for sessie in antwoord["sessies"]}
    assert journaal[0]["gehouden_op"] == "2026-07-01"
    assert [(regel["klant_id"], regel["volgnummer"]) for regel in journaal] == [(k, 9) for k in ANDERE_KLANTEN]
    assert [sessie["inkooporderId"] for sessie in antwoord["sessies"]] == list(ANDERE_ORDERS)
    assert [sessie["id"] for sessie in antwoord["sessies"]] == [regel["onderwerp_id"] for regel in journaal]
    assert not set(SESSIES) & {sessie["id"] for sessie in antwoord["sessies"]}


@pytest.mark.anyio
async def test_a_write_that_fails_is_rolled_back() -> None:
    verbinding = Verbinding(vol=True)
    with pytest.raises(RuntimeError):
        await Groepvorm(opname()).voer_uit(verbinding, list(ANDERE_ORDERS), "2026-07-01")
    assert verbinding.gevraagd[-1] == ("rollback", ())


def test_stored_json_is_shown_with_other_names_and_the_same_texts() -> None:
    opgeslagen = json.dumps({"visie_client": 'een "twee_drie": vier', "plan": [{"gezien_op": None, "uren": "29.00"}]})
    getoond = {"visieClient": 'een "twee_drie": vier', "plan": [{"gezienOp": None, "uren": "29.00"}]}
    assert json.loads(als_getoond(opgeslagen)) == getoond


@pytest.mark.parametrize("toets", GEMETEN, ids=lambda toets: toets.naam)
def test_the_echo_gives_back_the_example_of_each_toets(toets: Toets[Any, Any]) -> None:
    vraag = {"peildatum": toets.voorbeeld_peildatum, "feiten": toets.voorbeeld}
    terug = vraagmodel(toets.feiten).model_validate(vraag, strict=False).model_dump(mode="json", by_alias=True)
    assert toets.voorbeeld.items() <= terug["feiten"].items()


def test_every_toets_of_uwv_is_measured() -> None:
    assert {toets.naam for toets in VAN_UWV} == {toets.naam for toets in TOETSEN if toets.thema == "uwv"}


def test_what_has_no_target_gets_no_judgement() -> None:
    assert doel_en_oordeel(Vergelijking(naam="", boven="", onder=""), 0.1) == ("", "")


def test_what_has_a_target_gets_one() -> None:
    paar = Vergelijking(naam="", boven="", onder="", minstens=0.4)
    assert doel_en_oordeel(paar, 0.3) == ("at least 0.4", "**not met**")


def test_a_copy_keeps_every_column_that_is_not_its_own() -> None:
    kolommen = {"opdrachtnemer": ("id", "kenmerk", "kvk_nummer"), "inkooporder": ("id", "toestand")}
    firmas, orders = kopieen(kolommen, 1000)
    assert firmas.startswith("insert into opdrachtnemer (id, kenmerk, kvk_nummer) select (")
    assert ", v.kvk_nummer from firmavorm v" in firmas
    assert ", v.toestand from" in orders
    assert f"n * {len(MOMENTEN)} / 1000" in orders

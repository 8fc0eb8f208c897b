"""Roles: every operation refuses every role without the right, and an opdrachtnemer what is another's, without data."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from app.services.identiteit import Rol
from app.services.rechten import RECHTEN
from tests.api import Persoon, nieuwe_organisatie
from tests.conftest import Wijzer
from tests.contract.conftest import Contract
from tests.contract.document import ALLE, GEEN_STUK, LEZEND, Beschreven, bezoek
from tests.contract.test_behaviour import controleer_probleem
from tests.stappen_orders import Order, nieuwe_order

pytestmark = pytest.mark.anyio
DAG = "2025-04-07"
SESSIE = {"gehoudenOp": DAG, "soort": "activiteit", "activiteit": "Training", "minuten": 60, "deelnemers": 1}
VAN_EEN_ORDER = {"inkooporderId", "begeleidingssessieId", "opdrachtnemerId", "klantId", "termijnId"}


@dataclass
class Vreemd:
    """Someone else's order with a session, for a firm that has none of it."""

    order: Order
    ids: dict[str, str]
    """Path parameter or body field to id."""
    ander: Persoon

    def pad(self, wat: Beschreven) -> str:
        """The path of an operation, with the ids of what is there."""
        return wat.pad.format_map(defaultdict(lambda: GEEN_STUK, self.ids))

    def verzwegen(self, antwoord: httpx.Response) -> bool:
        """Whether an answer names nothing of what is someone else's."""
        gezegd = antwoord.text
        return not any(id_ in gezegd for id_ in self.ids.values())


@pytest.fixture(scope="module")
async def vreemd(contract: Contract, wijzer: Wijzer) -> Vreemd:
    wijzer.zet(f"{DAG}T09:00:00Z")
    order = await (await nieuwe_order(contract.api)).in_uitvoering()
    gemaakt = await order.opdrachtnemer.post("/begeleidingssessies", SESSIE | {"inkooporders": [order.nu["id"]]})
    assert gemaakt.status_code == 201, gemaakt.text
    ids = {
        "inkooporderId": order.nu["id"],
        "opdrachtnemerId": order.nu["opdrachtnemerId"],
        "klantId": order.nu["klantId"],
        "begeleidingssessieId": gemaakt.json()["sessies"][0]["id"],
        "termijnId": next(iter((await order.termijnen()).values()))["id"],
    }
    return Vreemd(order, ids, contract.api.als_opdrachtnemer(nieuwe_organisatie()))


@pytest.fixture(autouse=True)
def _april(wijzer: Wijzer) -> None:
    wijzer.zet(f"{DAG}T09:00:00Z")


def _namen(wat: Beschreven) -> set[str]:
    return {p["name"] for p in wat.tekst["parameters"] if p.get("in") == "path"}


def _in_body(wat: Beschreven, ids: dict[str, str]) -> dict[str, Any]:
    """Its example, with ids of someone else's things where it names any."""
    ingevuld: dict[str, Any] = {}
    for veld in wat.operatie.velden_uit:
        ingevuld |= {veld: ids[veld]} if veld in ids else {}
        ingevuld |= {veld: [ids["inkooporderId"]]} if veld == "inkooporders" else {}
    return ingevuld


def _bereikbaar(wat: Beschreven) -> bool:
    """Whether it asks for the id of an order, of what belongs to one, or of a firm."""
    return bool((_namen(wat) and _namen(wat) <= VAN_EEN_ORDER) or _in_body(wat, dict.fromkeys(VAN_EEN_ORDER, "")))


BEREIKBAAR = [wat for wat in ALLE if _bereikbaar(wat)]
LIJSTEN = [w for w in LEZEND if not _namen(w) and Rol.OPDRACHTNEMER in RECHTEN[w.operatie.recht]]


@pytest.mark.parametrize("wat", ALLE, ids=str)
async def test_every_role_without_the_right_is_refused(contract: Contract, wat: Beschreven) -> None:
    for rol in sorted(set(Rol) - RECHTEN[wat.operatie.recht]):
        controleer_probleem(await contract.doe(wat, rol=rol), 403)


@pytest.mark.parametrize("wat", ALLE, ids=str)
async def test_every_role_with_the_right_gets_past_it(contract: Contract, wat: Beschreven) -> None:
    """A query field that does not exist is refused after the right, and changes nothing."""
    for rol in sorted(RECHTEN[wat.operatie.recht]):
        controleer_probleem(await contract.doe(wat, rol=rol, params={"onbekend": "1"}), 400)


@pytest.mark.parametrize("wat", BEREIKBAAR, ids=str)
async def test_another_firm_reaches_nothing_of_an_order(contract: Contract, vreemd: Vreemd, wat: Beschreven) -> None:
    verzoek = bezoek(wat)
    if "json" in verzoek:
        verzoek["json"] = {**verzoek["json"], **_in_body(wat, vreemd.ids)}
    antwoord = await vreemd.ander._doe(wat.methode, vreemd.pad(wat), **verzoek)
    mag = Rol.OPDRACHTNEMER in RECHTEN[wat.operatie.recht]
    controleer_probleem(antwoord, 404 if mag else 403)
    assert vreemd.verzwegen(antwoord)


@pytest.mark.parametrize("wat", LIJSTEN, ids=str)
async def test_another_firm_finds_nothing_of_it_in_a_list(vreemd: Vreemd, wat: Beschreven) -> None:
    filters = {p["name"] for p in wat.tekst["parameters"] if p.get("in") == "query"} & vreemd.ids.keys()
    for vraag in ({}, *({naam: vreemd.ids[naam]} for naam in sorted(filters))):
        antwoord = await vreemd.ander.get(wat.adres, params=vraag)
        assert antwoord.status_code == 200, antwoord.text
        assert vreemd.verzwegen(antwoord), vraag


@pytest.mark.parametrize("pad", ["/termijnen", "/werkvoorraad"])
async def test_its_own_firm_and_uwv_find_its_terms(vreemd: Vreemd, pad: str) -> None:
    """Otherwise an empty list of another firm would say nothing."""
    for wie in (vreemd.order.opdrachtnemer, vreemd.order.uwv):
        antwoord = await wie.get(pad, params={"limit": 200})
        assert antwoord.status_code == 200, antwoord.text
        eigen = wie is vreemd.order.opdrachtnemer or pad == "/termijnen"
        assert (vreemd.ids["inkooporderId"] in antwoord.text) is eigen  # nothing of it waits for UWV


@pytest.mark.parametrize("wat", [w for w in LEZEND if "inkooporders/{" in w.pad or "sessies/{" in w.pad], ids=str)
async def test_its_own_firm_is_not_turned_away(vreemd: Vreemd, wat: Beschreven) -> None:
    """Otherwise the refusals above would say nothing."""
    antwoord = await vreemd.order.opdrachtnemer.get(vreemd.pad(wat))
    assert antwoord.status_code == (404 if wat.pad.endswith("/eindrapportage") else 200), antwoord.text

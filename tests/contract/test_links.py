"""Links: from each creation to its reads and next steps, so that a client can follow the process."""

import re
from typing import Any

import pytest

from tests.contract.document import ALLE, MET_LICHAAM, Beschreven, parameters, volg

PER_NAAM = {str(wat): wat for wat in ALLE}
KOPPELINGEN = [(wat, koppeling) for wat in ALLE for koppeling in wat.goed[1].get("links", {}).values()]
MAKEND = [wat for wat in ALLE if wat.goed[0] == "201" and "{" not in wat.pad]


def _antwoordvelden(wat: Beschreven) -> dict[str, Any]:
    schema = volg(wat.goed[1]["content"]["application/json"]["schema"])
    velden: dict[str, Any] = schema["properties"]
    return velden


def _vindbaar(wat: Beschreven, uitdrukking: str) -> bool:
    """Is there something at this run-time expression in the answer of the operation?"""
    if plek := re.fullmatch(r"\$response\.body#/(\w+)(/0/\w+)?", uitdrukking):
        velden, lid = _antwoordvelden(wat), (plek[2] or "").removeprefix("/0/")
        return plek[1] in velden and (not lid or lid in volg(velden[plek[1]]["items"])["properties"])
    if kop := re.fullmatch(r"\$response\.header\.([\w-]+)", uitdrukking):
        return kop[1] in wat.goed[1]["headers"]
    return False


@pytest.mark.parametrize(
    ("wat", "koppeling"), KOPPELINGEN, ids=lambda deel: deel["operationId"] if isinstance(deel, dict) else str(deel)
)
class TestKoppeling:
    def test_it_points_to_an_operation(self, wat: Beschreven, koppeling: dict[str, Any]) -> None:
        assert koppeling["operationId"] in PER_NAAM
        assert koppeling["operationId"] != str(wat)

    def test_its_parameters_exist_and_are_complete(self, wat: Beschreven, koppeling: dict[str, Any]) -> None:
        doel = PER_NAAM[koppeling["operationId"]]
        kent = {f"{p['in']}.{p['name']}" for p in parameters(doel)}
        nodig = {f"{p['in']}.{p['name']}" for p in parameters(doel) if p["required"] and p["in"] in ("path", "header")}
        gegeven = koppeling.get("parameters", {})
        assert nodig <= gegeven.keys() <= kent
        assert all(_vindbaar(wat, uitdrukking) for uitdrukking in gegeven.values())

    def test_its_body_fields_exist(self, wat: Beschreven, koppeling: dict[str, Any]) -> None:
        velden = koppeling.get("requestBody", {})
        doel = PER_NAAM[koppeling["operationId"]]
        assert not velden or velden.keys() <= doel.schema["properties"].keys()
        for uitdrukking in velden.values():
            assert _vindbaar(wat, uitdrukking if isinstance(uitdrukking, str) else uitdrukking[0])


@pytest.mark.parametrize("wat", MAKEND, ids=str)
def test_what_is_made_can_be_read_by_a_link(wat: Beschreven) -> None:
    doelen = [PER_NAAM[koppeling["operationId"]] for koppeling in wat.goed[1].get("links", {}).values()]
    assert any(doel.methode == "GET" and doel.pad.startswith(f"{wat.pad}/{{") for doel in doelen)


@pytest.mark.parametrize("wat", MET_LICHAAM, ids=str)
def test_a_field_with_the_id_of_another_thing_is_told_to_be_so(wat: Beschreven) -> None:
    """`velden_uit` makes the links; a required id without it would be a dead end for a client that follows them."""
    ids = {naam for naam, vorm in wat.schema["properties"].items() if vorm.get("format") == "uuid"}
    assert ids <= wat.operatie.velden_uit.keys() <= wat.schema["properties"].keys()

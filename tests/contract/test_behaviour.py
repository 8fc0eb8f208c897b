"""NL GOV REST API Design Rules 2.2: what the running service does, over every operation of the document."""

import itertools
import re
from typing import Any

import httpx
import jsonschema_rs
import pytest

from app.settings import Instellingen
from tests.contract.conftest import Contract
from tests.contract.document import (
    ALLE,
    DOCUMENT,
    GEEN_STUK,
    LEZEND,
    MET_LICHAAM,
    PADEN,
    Beschreven,
    bezoek,
    loop,
    parameters,
    volg,
)
from tests.contract.mutanten import gezet, velden
from tests.contract.mutanten import pad as veld_pad
from tests.stappen import nieuwe_melding

pytestmark = pytest.mark.anyio

VERSIE = DOCUMENT["info"]["version"]
PROBLEEM = "application/problem+json"
VOLGORDE = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
MOMENTEN = (
    "2021-03-15T08:30:00Z",
    "2021-03-15T09:30:00+01:00",
    "2021-03-15T03:30:00-05:00",
    "2021-03-15T14:15:00+05:45",
    "2021-03-15T22:30:00+14:00",
    "2021-03-14T20:30:00-12:00",
)
"""One moment in many offsets."""
VAST = {
    "api-version": VERSIE,
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
BUITEN_DE_ROUTES = [
    ("GET", "/v1/bestaat-niet", 404),
    ("GET", "/v1", 404),
    ("GET", "/v1/", 404),
    ("GET", "/openapi.json", 404),
    ("GET", "/docs", 404),
    ("GET", "/v1/klanten//", 404),
    ("DELETE", "/v1/klanten", 405),
    ("TRACE", "/v1/klanten", 405),
    ("DELETE", "/health/live", 405),
]
PROBLEEMSCHEMA = jsonschema_rs.validator_for(
    {**DOCUMENT["components"]["schemas"]["Probleem"], "additionalProperties": True}
)


def _vast(koppen: httpx.Headers) -> dict[str, str | None]:
    return {naam: koppen.get(naam) for naam in VAST}


def controleer_probleem(antwoord: httpx.Response, status: int) -> dict[str, Any]:
    """It is problem+json with this status, by its schema, with the headers that every answer has."""
    assert antwoord.status_code == status, antwoord.text
    assert antwoord.headers["content-type"] == PROBLEEM
    assert _vast(antwoord.headers) == VAST
    assert antwoord.headers["access-control-allow-origin"] not in ("", "*")
    inhoud: dict[str, Any] = antwoord.json()
    PROBLEEMSCHEMA.validate(inhoud)
    assert inhoud["status"] == status
    assert inhoud["instance"] == f"urn:uuid:{antwoord.headers['x-request-id']}"
    assert inhoud["type"].startswith("/problemen/")
    assert inhoud["detail"]
    return inhoud


@pytest.mark.parametrize("wat", ALLE, ids=str)
class TestBewerking:
    async def test_core_no_trailing_slash(self, contract: Contract, wat: Beschreven) -> None:
        antwoord = await contract.http.request(wat.methode, f"/v1{wat.adres}/")
        controleer_probleem(antwoord, 404)
        assert "location" not in antwoord.headers

    async def test_without_a_token_it_says_401_before_anything_else(self, contract: Contract, wat: Beschreven) -> None:
        antwoord = await contract.http.request(wat.methode, f"/v1{wat.adres}?onbekend=1", content=b"{")
        controleer_probleem(antwoord, 401)
        assert antwoord.headers["www-authenticate"].startswith("Bearer")

    async def test_core_transport_no_sensitive_uris_so_no_token_in_the_query(
        self, contract: Contract, wat: Beschreven
    ) -> None:
        token = contract.api.als(wat.rol).token()
        antwoord = await contract.http.request(wat.methode, f"/v1{wat.adres}", params={"access_token": token})
        controleer_probleem(antwoord, 401)

    async def test_core_error_handling_invalid_input(self, contract: Contract, wat: Beschreven) -> None:
        antwoord = await contract.doe(wat, params={"onbekend": "1", "Ander": "2"})
        inhoud = controleer_probleem(antwoord, 400)
        assert inhoud["errors"]

    async def test_core_error_handling_all_errors(self, contract: Contract, wat: Beschreven) -> None:
        """Faults in path, query, body and headers come together."""
        verwacht = {"query" if wat.operatie.vraag is None else "onbekend"}
        rest: dict[str, Any] = {"params": {"onbekend": "1"}}
        rest |= {"json": {"onbekendVeld": 1}} if wat in MET_LICHAAM else {}
        koppen: dict[str, str] = {}
        if wat in MET_LICHAAM:
            verwacht.add("onbekendVeld")
        if wat.operatie.if_match:
            koppen["If-Match"] = "*"
            verwacht.add("If-Match")
        if wat.operatie.idempotent:
            koppen["Idempotency-Key"] = "met spatie"
            verwacht.add("Idempotency-Key")
        verwacht |= set(_ids_in(wat))
        antwoord = await contract.api.als(wat.rol)._doe(
            wat.methode, wat.adres.replace(GEEN_STUK, "geen-uuid"), koppen=koppen, **rest
        )
        inhoud = controleer_probleem(antwoord, 400)
        assert verwacht <= {fout["path"] for fout in inhoud["errors"]}

    async def test_core_transport_security_headers(self, contract: Contract, wat: Beschreven) -> None:
        for antwoord in (await contract.doe(wat), await contract.doe(wat, params={"onbekend": "1"})):
            assert _vast(antwoord.headers) == VAST
            assert antwoord.headers["content-type"] in ("application/json", PROBLEEM)
            assert antwoord.headers["access-control-allow-origin"] not in ("", "*")

    async def test_core_version_header(self, contract: Contract, wat: Beschreven) -> None:
        """On every answer, whoever refuses it: also before there is a token, and for a method that is not there."""
        goed, geweigerd = await contract.doe(wat), await contract.doe(wat, params={"onbekend": "1"})
        zonder_token = await contract.http.request(wat.methode, f"/v1{wat.adres}")
        andere_methode = await contract.http.request("TRACE", f"/v1{wat.adres}")
        for antwoord in (goed, geweigerd, zonder_token, andere_methode):
            assert antwoord.headers.get_list("api-version") == [VERSIE]

    async def test_core_date_time_timezone_any_offset_is_taken(self, contract: Contract, wat: Beschreven) -> None:
        for naam, moment in itertools.product(_momenten(wat), MOMENTEN):
            vraag = {**bezoek(wat).get("params", {}), naam: moment}
            antwoord = await contract.doe(wat, params=vraag)
            assert naam not in {fout["path"] for fout in antwoord.json().get("errors", [])}, antwoord.text
        for plaats, vorm in velden(wat.schema) if wat in MET_LICHAAM else ():
            for moment in MOMENTEN if vorm.get("format") == "date-time" else ():
                antwoord = await contract.doe(wat, json=gezet(wat.voorbeeld, plaats, moment))
                fouten = {(fout["path"], fout["code"]) for fout in antwoord.json().get("errors", [])}
                assert (veld_pad(plaats), "moment") not in fouten, antwoord.text

    async def test_core_transport_cors(self, contract: Contract, wat: Beschreven, instellingen: Instellingen) -> None:
        eerste = instellingen.origins[0]
        for origin in (eerste, "https://vreemd.example", "null"):
            koppen = {"Origin": origin, "Access-Control-Request-Method": wat.methode}
            antwoord = await contract.http.request("OPTIONS", f"/v1{wat.adres}", headers=koppen)
            assert antwoord.status_code == 204
            assert antwoord.headers["access-control-allow-origin"] == eerste
            assert ("access-control-allow-methods" in antwoord.headers) == (origin == eerste)
            assert _vast(antwoord.headers) == VAST


def _momenten(wat: Beschreven) -> list[str]:
    return [p["name"] for p in parameters(wat) if p["in"] == "query" and p["schema"].get("format") == "date-time"]


async def test_core_date_time_timezone_what_is_given_in_any_offset_is_answered_in_utc(contract: Contract) -> None:
    for moment in MOMENTEN:
        melding = (await nieuwe_melding(contract.api, gemeldOp=moment)).json()
        gelezen = (await contract.api.manager.get(f"/meldingen/{melding['id']}")).json()
        assert gelezen["opgave"]["gemeldOp"] == "2021-03-15T08:30:00Z"
        momenten = [
            waarde
            for _, deel in loop([melding, gelezen])
            if isinstance(deel, dict)
            for waarde in deel.values()
            if isinstance(waarde, str) and re.match(r"\d{4}-\d\d-\d\dT", waarde)
        ]
        assert len(momenten) > 3
        assert all(waarde.endswith("Z") for waarde in momenten)


def _ids_in(wat: Beschreven) -> list[str]:
    return [p["name"] for p in wat.tekst["parameters"] if p.get("in") == "path" and p["schema"].get("format") == "uuid"]


@pytest.mark.parametrize("wat", PADEN, ids=lambda wat: wat.pad)
class TestPad:
    async def test_core_http_methods_allow(self, contract: Contract, wat: Beschreven) -> None:
        """405 with every method of the document, HEAD with GET, and OPTIONS."""
        heeft = {methode.upper() for methode in DOCUMENT["paths"][wat.pad]} | {"OPTIONS"}
        heeft |= {"HEAD"} if "GET" in heeft else set()
        for methode in {*VOLGORDE, "TRACE", "PROPFIND"} - heeft:
            antwoord = await contract.http.request(methode, f"/v1{wat.adres}")
            if methode != "HEAD":
                controleer_probleem(antwoord, 405)
            assert antwoord.status_code == 405
            assert antwoord.headers["allow"] == ", ".join(m for m in VOLGORDE if m in heeft)

    async def test_options_tells_the_same(self, contract: Contract, wat: Beschreven) -> None:
        antwoord = await contract.http.options(f"/v1{wat.adres}")
        assert antwoord.status_code == 204
        heeft = {methode.upper() for methode in DOCUMENT["paths"][wat.pad]}
        assert heeft | {"OPTIONS"} <= set(antwoord.headers["allow"].split(", "))


@pytest.mark.parametrize("wat", LEZEND, ids=str)
class TestLezen:
    async def test_core_http_methods_get_and_head(self, contract: Contract, wat: Beschreven) -> None:
        get, head = await contract.doe(wat), await contract.doe(wat, methode="HEAD")
        assert head.status_code == get.status_code
        assert head.content == b""
        del get.headers["x-request-id"], head.headers["x-request-id"]
        assert head.headers == get.headers
        assert _vast(head.headers) == VAST

    async def test_the_answer_is_what_the_document_says(self, contract: Contract, wat: Beschreven) -> None:
        antwoord = await contract.doe(wat)
        if GEEN_STUK in wat.adres:
            controleer_probleem(antwoord, 404)
            return
        assert antwoord.status_code == 200, antwoord.text
        assert _vast(antwoord.headers) == VAST
        valideer(volg(wat.goed[1]["content"]["application/json"]["schema"]), antwoord.json())

    async def test_a_query_field_twice_is_named(self, contract: Contract, wat: Beschreven) -> None:
        namen = [p["name"] for p in wat.tekst["parameters"] if p.get("in") == "query"]
        for naam in namen:
            inhoud = controleer_probleem(await contract.doe(wat, params=[(naam, "1"), (naam, "2")]), 400)
            assert naam in {fout["path"] for fout in inhoud["errors"]}


def valideer(schema: dict[str, Any], waarde: Any) -> None:
    """Check a value against a schema of the document."""
    geheel = {**schema, "components": DOCUMENT["components"]}
    jsonschema_rs.validator_for(geheel, validate_formats=True).validate(waarde)


@pytest.mark.parametrize(("methode", "pad", "status"), BUITEN_DE_ROUTES)
async def test_core_error_handling_problem_details_where_no_route_answers(
    contract: Contract, methode: str, pad: str, status: int
) -> None:
    controleer_probleem(await contract.http.request(methode, pad), status)


@pytest.mark.parametrize("pad", ["/", "/health/live", "/health/ready", "/documentatie", "/v1/openapi.json"])
async def test_core_transport_security_headers_beside_the_api(contract: Contract, pad: str) -> None:
    for methode in ("GET", "HEAD"):
        antwoord = await contract.http.request(methode, pad)
        beleid = antwoord.headers["content-security-policy"]
        assert antwoord.status_code == 200
        assert "frame-ancestors 'none'" in beleid
        assert _vast(antwoord.headers) == {**VAST, "content-security-policy": beleid}
        assert (antwoord.headers["access-control-allow-origin"] == "*") == (pad == "/v1/openapi.json")
        assert pad == "/" or (await contract.http.request(methode, f"{pad}/")).status_code == 404

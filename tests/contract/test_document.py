"""NL GOV REST API Design Rules 2.2: the document itself, with what the official Spectral ruleset asks of it."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.routers.operatie import PDF
from app.services.identiteit import Rol
from app.services.rechten import RECHTEN
from tests.contract.document import (
    ALLE,
    DOCUMENT,
    EEN_DING,
    LEZEND,
    MET_LICHAAM,
    Beschreven,
    loop,
    parameters,
    volg,
    zoek,
)

WORTEL = Path(__file__).parents[2]
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
JSON = "application/json"
PROBLEEM = "application/problem+json"
ENGELS = re.compile(r"\b(the|and|with|which|when|from|this|that|their|its|by|been)\b", re.IGNORECASE)
BESCHREVEN_STATUSSEN = [(wat, status) for wat in ALLE for status in wat.tekst["responses"]]


def _antwoord(wat: Beschreven, status: str) -> dict[str, Any]:
    return volg(wat.tekst["responses"][status])


class TestGeheel:
    def test_core_doc_openapi(self) -> None:
        assert re.fullmatch(r"3\.1\.\d+", DOCUMENT["openapi"])

    def test_core_doc_openapi_refs_resolve(self) -> None:
        refs = {deel["$ref"] for _, deel in loop(DOCUMENT) if isinstance(deel, dict) and "$ref" in deel}
        assert refs
        assert all(zoek(ref) for ref in refs)

    def test_every_component_is_used(self) -> None:
        refs = {deel["$ref"] for _, deel in loop(DOCUMENT) if isinstance(deel, dict) and "$ref" in deel}
        soorten = ("schemas", "headers", "parameters", "responses")
        alle = {f"#/components/{soort}/{naam}" for soort in soorten for naam in DOCUMENT["components"][soort]}
        assert alle == refs

    def test_core_doc_openapi_contact(self) -> None:
        contact = DOCUMENT["info"]["contact"]
        assert contact["name"]
        assert "@" in contact["email"]
        assert contact["url"].startswith("https://")

    def test_core_semver(self) -> None:
        assert SEMVER.fullmatch(DOCUMENT["info"]["version"])

    def test_core_changelog(self) -> None:
        """Every version says what it brought, newest first; the first is the one that the document describes."""
        tekst = (WORTEL / "CHANGELOG.md").read_text()
        kop, *versies = re.split(r"^## ", tekst, flags=re.MULTILINE)
        assert kop.startswith("# Changelog")
        nummers = [versie.split()[0] for versie in versies]
        assert nummers[0] == DOCUMENT["info"]["version"]
        assert nummers == sorted(
            set(nummers), key=lambda nummer: [int(deel) for deel in nummer.split(".")], reverse=True
        )
        assert all(SEMVER.fullmatch(nummer) for nummer in nummers)
        assert all(re.search(r"^- \S", versie, flags=re.MULTILINE) for versie in versies)

    def test_core_uri_version(self) -> None:
        major = DOCUMENT["info"]["version"].partition(".")[0]
        assert [server["url"] for server in DOCUMENT["servers"]] == [f"/v{max(1, int(major))}"]

    def test_operation_ids_are_unique(self) -> None:
        namen = [str(wat) for wat in ALLE]
        assert len(namen) == len(set(namen))

    def test_core_doc_language(self) -> None:
        """No English docstring leaks into the descriptions."""
        teksten = [
            (plaats, deel[naam])
            for plaats, deel in loop(DOCUMENT)
            if isinstance(deel, dict) and not plaats.endswith("/properties")
            for naam in ("description", "summary", "title")
            if isinstance(deel.get(naam), str)
        ]
        assert not [(plaats, tekst) for plaats, tekst in teksten if ENGELS.search(tekst)]

    def test_core_error_handling_invalid_input_knows_no_422(self) -> None:
        assert "422" not in {status for _, status in BESCHREVEN_STATUSSEN}

    @pytest.mark.anyio
    async def test_core_publish_openapi(self, http: httpx.AsyncClient) -> None:
        antwoord = await http.get("/v1/openapi.json", headers={"Origin": "https://vreemd.example"})
        assert antwoord.status_code == 200
        assert antwoord.headers["access-control-allow-origin"] == "*"
        assert antwoord.headers["content-type"] == JSON
        assert antwoord.json() == DOCUMENT
        assert antwoord.headers["api-version"] == DOCUMENT["info"]["version"]


@pytest.mark.parametrize(("wat", "status"), BESCHREVEN_STATUSSEN, ids=str)
class TestAntwoorden:
    def test_core_version_header_is_declared(self, wat: Beschreven, status: str) -> None:
        kop = volg(_antwoord(wat, status)["headers"]["API-Version"])
        assert kop["schema"]["type"] == "string"

    def test_core_error_handling_problem_details(self, wat: Beschreven, status: str) -> None:
        antwoord = _antwoord(wat, status)
        if status.startswith("2"):
            assert antwoord["description"]
            return
        assert set(antwoord["content"]) == {PROBLEEM}
        schema = volg(antwoord["content"][PROBLEEM]["schema"])
        assert {"status", "title", "detail"} <= set(schema["required"]) <= schema["properties"].keys()


@pytest.mark.parametrize("wat", ALLE, ids=str)
class TestBewerkingen:
    def test_invalid_input_is_documented(self, wat: Beschreven) -> None:
        assert "400" in wat.tekst["responses"]

    def test_token_and_right_are_documented(self, wat: Beschreven) -> None:
        assert {"401", "403"} <= wat.tekst["responses"].keys()

    def test_security_equals_the_table_of_rights(self, wat: Beschreven) -> None:
        ((_, schema),) = DOCUMENT["components"]["securitySchemes"].items()
        assert schema["type"] == "http"
        eisen = [rol for eis in wat.tekst["security"] for (rol,) in eis.values()]
        assert {Rol(rol) for rol in eisen} == RECHTEN[wat.operatie.recht]
        assert all(f"{rol}" in wat.tekst["description"] for rol in eisen)

    def test_a_thing_that_may_be_missing_documents_404(self, wat: Beschreven) -> None:
        assert "{" not in wat.pad or "404" in wat.tekst["responses"]

    def test_an_operation_on_a_version_documents_412_and_428(self, wat: Beschreven) -> None:
        neemt_versie = any(parameter["name"] == "If-Match" for parameter in parameters(wat))
        assert neemt_versie == wat.operatie.if_match
        assert neemt_versie == ({"412", "428"} <= wat.tekst["responses"].keys())

    def test_a_change_of_a_stored_thing_takes_a_version(self, wat: Beschreven) -> None:
        op_een_stuk = wat.methode != "GET" and "{" in wat.pad
        assert not op_een_stuk or wat.operatie.if_match

    def test_it_has_a_summary_a_tag_and_an_answer(self, wat: Beschreven) -> None:
        assert wat.tekst["summary"]
        assert wat.tekst["tags"] == [wat.operatie.onderwerp]
        (uitleg,) = (tag["description"] for tag in DOCUMENT["tags"] if tag["name"] == wat.operatie.onderwerp)
        assert uitleg.endswith(".")
        assert set(wat.goed[1]["content"]) == ({JSON, PDF} if wat.operatie.pdf else {JSON})

    def test_what_is_made_says_where(self, wat: Beschreven) -> None:
        status, antwoord = wat.goed
        nieuw = status == "201" and "{" not in wat.pad
        koppen = {"Location"} if wat.operatie.lid else {"Location", "ETag"}
        assert not nieuw or koppen <= antwoord["headers"].keys()


@pytest.mark.parametrize("wat", MET_LICHAAM, ids=str)
class TestLichamen:
    def test_a_body_documents_400_413_and_415(self, wat: Beschreven) -> None:
        assert {"400", "413", "415"} <= wat.tekst["responses"].keys()

    def test_a_body_is_required_and_closed(self, wat: Beschreven) -> None:
        assert wat.tekst["requestBody"]["required"] is True
        assert wat.schema["type"] == "object"
        assert wat.schema["additionalProperties"] is False

    def test_a_body_is_json(self, wat: Beschreven) -> None:
        soorten = {JSON, "application/merge-patch+json"} if wat.methode == "PATCH" else {JSON}
        assert set(wat.tekst["requestBody"]["content"]) == soorten


@pytest.mark.parametrize(
    "wat", [wat for wat in LEZEND if wat.pad.split("/")[-1] not in EEN_DING and not wat.pad.endswith("}")], ids=str
)
def test_a_list_answers_with_resultaten_and_pages_with_volgende(wat: Beschreven) -> None:
    schema = volg(wat.goed[1]["content"][JSON]["schema"])
    velden, vraag = schema["properties"], {parameter["name"] for parameter in parameters(wat)}
    assert velden["resultaten"]["type"] == "array"
    assert velden.keys() <= {"resultaten", "volgende"}
    assert ("limit" in vraag) == ("volgende" in velden)

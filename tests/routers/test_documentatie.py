"""The documentation page: whole, from this service alone."""

import re

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_the_front_door_points_to_the_document_and_the_page(http: httpx.AsyncClient) -> None:
    wijzers = (await http.get("/")).json()
    assert wijzers["naam"] == "Trede"
    for pad in (wijzers["openapi"], wijzers["documentatie"]):
        assert (await http.get(pad)).status_code == 200


async def test_everything_the_page_refers_to_is_served(http: httpx.AsyncClient) -> None:
    bladzijde = await http.get("/documentatie")
    verwijzingen = re.findall(r'(?:src|href)="([^"]+)"', bladzijde.text)
    begin = await http.get("/documentatie/begin.js")
    verwijzingen += re.findall(r'url: "([^"]+)"', begin.text)
    assert len(verwijzingen) == 7
    for pad in verwijzingen:
        antwoord = await http.get(pad)
        assert antwoord.status_code == 200, pad
        assert antwoord.content
        assert (await http.head(pad)).headers["content-type"] == antwoord.headers["content-type"]


@pytest.mark.parametrize("pad", ["/documentatie", "/documentatie/begin.js", "/documentatie/stijl.css"])
async def test_the_page_names_no_outside_address(http: httpx.AsyncClient, pad: str) -> None:
    assert not re.search(r"https?:|//[a-z]", (await http.get(pad)).text)


@pytest.mark.parametrize("naam", ["swagger-ui.css", "stijl.css"])
async def test_the_style_fetches_nothing_from_outside(http: httpx.AsyncClient, naam: str) -> None:
    stijl = (await http.get(f"/documentatie/{naam}")).text
    assert "@import" not in stijl
    assert {adres.strip("\"'")[:5] for adres in re.findall(r"url\(([^)]*)\)", stijl)} <= {"data:", ""}


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("/documentatie", "text/html; charset=utf-8"),
        ("/documentatie/begin.js", "text/javascript; charset=utf-8"),
        ("/documentatie/swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("/documentatie/swagger-ui.css", "text/css; charset=utf-8"),
        ("/documentatie/stijl.css", "text/css; charset=utf-8"),
        ("/documentatie/favicon.png", "image/png"),
    ],
)
async def test_each_part_has_its_type_and_a_strict_policy(http: httpx.AsyncClient, pad: str, soort: str) -> None:
    koppen = (await http.get(pad)).headers
    assert koppen["content-type"] == soort
    beleid = dict(regel.split(" ", 1) for regel in koppen["content-security-policy"].split("; "))
    assert beleid["default-src"] == beleid["frame-ancestors"] == "'none'"
    assert beleid["script-src"] == beleid["connect-src"] == "'self'"
    assert "unsafe" not in koppen["content-security-policy"]
    assert koppen["cache-control"] == "no-store"


async def test_the_page_has_no_script_or_style_of_its_own(http: httpx.AsyncClient) -> None:
    """The policy would stop them."""
    bladzijde = (await http.get("/documentatie")).text
    assert re.findall(r"<script>|<style|style=|\son\w+=", bladzijde) == []


async def test_the_page_is_dutch_has_a_main_part_and_says_what_to_read_without_javascript(
    http: httpx.AsyncClient,
) -> None:
    bladzijde = (await http.get("/documentatie")).text
    assert '<html lang="nl">' in bladzijde
    assert re.search(r'<main id="documentatie">\s*<noscript>.*/v1/openapi.json.*</noscript>', bladzijde)


async def test_each_problem_in_the_document_has_an_example_as_the_service_sends_it(http: httpx.AsyncClient) -> None:
    antwoorden = (await http.get("/v1/openapi.json")).json()["components"]["responses"]
    voorbeelden = {
        naam: antwoord["content"]["application/problem+json"]["example"] for naam, antwoord in antwoorden.items()
    }
    assert [f"Probleem{voorbeeld['status']}" for voorbeeld in voorbeelden.values()] == list(antwoorden)
    echt = (await http.get("/v1/klanten/x")).json()
    assert voorbeelden["Probleem401"].keys() == echt.keys()
    assert voorbeelden["Probleem400"]["errors"][0].keys() == {"path", "code", "detail"}

from typing import Any

import orjson
import pytest

from tests.routers.schil.proefapp import ORIGIN, Proef, inhoud_van, koppen_van, status_van


@pytest.mark.parametrize(
    ("path", "raw_path"),
    [
        ("/v1/meldingen/", b"/v1/meldingen/"),
        ("/v1/meldingen/7/", b"/v1/meldingen/7/"),
        ("/v1//meldingen", b"/v1//meldingen"),
        ("//v1/meldingen", b"//v1/meldingen"),
        ("//", b"//"),
        ("/v1/../v1/meldingen", b"/v1/../v1/meldingen"),
        ("/v1/..", b"/v1/.."),
        ("/v1/./meldingen", b"/v1/%2e/meldingen"),
        ("/v1/meldingen/7", b"/v1/meldingen%2F7"),
        ("/v1/meldingen/7", b"/v1/meldingen%2f7"),
        ("/v1/meldingen/a\\b", b"/v1/meldingen/a%5cb"),
        ("/v1/meldingen/\x00", b"/v1/meldingen/%00"),
        ("/v1/meldingen\n", b"/v1/meldingen%0A"),
        ("/v1/meldingen/\ufffd", b"/v1/meldingen/%ff"),
        ("/v1/meldingen/" + chr(0xDCFF), b"/v1/meldingen/%ff"),
        ("/v1/onbekend", b"/v1/onbekend"),
        ("/V1/meldingen", b"/V1/meldingen"),
        ("", b""),
        ("*", b"*"),
        ("v1/meldingen", b"v1/meldingen"),
        ("/", b"/"),
    ],
)
@pytest.mark.parametrize("methode", ["GET", "POST", "OPTIONS", "HEAD", "FOO"])
def test_odd_and_unknown_paths_are_not_found_and_never_redirected(methode: str, path: str, raw_path: bytes) -> None:
    leeg = {"type": "http.request", "body": b"", "more_body": False}
    verzonden = Proef().rauw({"method": methode, "path": path, "raw_path": raw_path}, [leeg])
    koppen = koppen_van(verzonden)
    assert status_van(verzonden) == 404
    assert koppen["content-type"] == "application/problem+json"
    assert koppen["api-version"] == "1.2.3"
    assert "location" not in koppen
    if methode != "HEAD":
        probleem = orjson.loads(inhoud_van(verzonden))
        assert probleem["type"] == "/problemen/niet-gevonden"
        assert probleem["instance"] == f"urn:uuid:{koppen['x-request-id']}"


def test_the_root_is_the_one_path_that_may_end_in_a_slash() -> None:
    proef = Proef()
    proef.app.add_api_route("/", lambda: {"naam": "Trede"}, methods=["GET"])
    assert proef.vraag("GET", "/").status_code == 200


@pytest.mark.parametrize("letters", ["%41", "caf%C3%A9", "a.b", "..a"])
def test_a_path_that_is_only_unusual_is_served(letters: str) -> None:
    assert Proef().vraag("GET", f"/v1/meldingen/{letters}").status_code == 200


@pytest.mark.parametrize(
    ("methode", "path", "allow"),
    [
        ("PUT", "/v1/meldingen", "GET, HEAD, POST, DELETE, OPTIONS"),
        ("FOO", "/v1/meldingen", "GET, HEAD, POST, DELETE, OPTIONS"),
        ("TRACE", "/v1/meldingen", "GET, HEAD, POST, DELETE, OPTIONS"),
        ("DELETE", "/v1/meldingen/7", "GET, HEAD, PATCH, OPTIONS"),
        ("GET", "/v1/haak", "OPTIONS"),
        ("HEAD", "/v1/haak", "OPTIONS"),
        ("POST", "/v1/openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_a_path_lacks_gets_405_with_every_method_that_it_has(methode: str, path: str, allow: str) -> None:
    leeg = {"type": "http.request", "body": b"", "more_body": False}
    verzonden = Proef().rauw({"method": methode, "path": path}, [leeg])
    assert status_van(verzonden) == 405
    assert koppen_van(verzonden)["allow"] == allow
    assert koppen_van(verzonden)["content-type"] == "application/problem+json"


def test_the_path_under_a_prefix_of_the_server_finds_its_methods() -> None:
    scope = {"method": "OPTIONS", "path": "/trede/v1/meldingen", "root_path": "/trede"}
    assert koppen_van(Proef().rauw(scope))["allow"] == "GET, HEAD, POST, DELETE, OPTIONS"


def test_options_without_an_origin_says_what_the_path_can_do() -> None:
    antwoord = Proef().vraag("OPTIONS", "/v1/meldingen")
    assert antwoord.status_code == 204
    assert antwoord.headers["allow"] == "GET, HEAD, POST, DELETE, OPTIONS"
    assert "access-control-allow-methods" not in antwoord.headers


@pytest.mark.parametrize(("koppen", "status"), [({}, 200), ({"Access-Control-Request-Method": "POST"}, 204)])
def test_a_route_may_answer_options_itself_but_not_a_preflight(koppen: dict[str, str], status: int) -> None:
    assert Proef().vraag("OPTIONS", "/v1/haak", headers={"Origin": ORIGIN, **koppen}).status_code == status


def test_head_gives_what_get_gives_without_the_body() -> None:
    proef = Proef()
    verzonden = proef.rauw({"method": "HEAD"})
    als_get = proef.rauw({"method": "GET"})
    anders = {"x-request-id"}
    assert status_van(verzonden) == 200
    assert inhoud_van(verzonden) == b""
    assert inhoud_van(als_get) == b"[]"
    assert _zonder(koppen_van(verzonden), anders) == _zonder(koppen_van(als_get), anders)
    assert koppen_van(verzonden)["content-length"] == "2"


def test_head_on_an_error_has_the_headers_of_the_error_and_no_body() -> None:
    verzonden = Proef().rauw({"method": "HEAD", "path": "/v1/weg"})
    assert status_van(verzonden) == 404
    assert inhoud_van(verzonden) == b""
    assert int(koppen_van(verzonden)["content-length"]) > 0


def test_the_lifespan_passes_through_the_shell() -> None:
    berichten = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    verzonden = Proef().rauw({"type": "lifespan"}, berichten)
    assert [bericht["type"] for bericht in verzonden] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_a_websocket_is_closed_without_a_route() -> None:
    verzonden = Proef().rauw({"type": "websocket", "path": "/v1/meldingen"}, [{"type": "websocket.connect"}])
    assert [bericht["type"] for bericht in verzonden] == ["websocket.close"]


def _zonder(koppen: Any, namen: set[str]) -> dict[str, str]:
    return {naam: waarde for naam, waarde in koppen.items() if naam not in namen}

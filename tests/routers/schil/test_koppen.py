import pytest

from app.routers.schil.instellingen import Schilinstellingen
from tests.routers.schil.proefapp import ANDERE_ORIGIN, GEHEIM, ORIGIN, Proef, koppen_van

VERPLICHT = {
    "api-version": "1.2.3",
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "access-control-allow-origin": ORIGIN,
}


@pytest.mark.parametrize(
    ("methode", "pad"),
    [
        ("GET", "/v1/meldingen"),
        ("HEAD", "/v1/meldingen"),
        ("OPTIONS", "/v1/meldingen"),
        ("POST", "/v1/meldingen"),
        ("DELETE", "/v1/meldingen"),
        ("TRACE", "/v1/meldingen"),
        ("GET", "/bestaat-niet"),
        ("GET", "/v1/meldingen/"),
        ("GET", "/v1/crash"),
        ("GET", "/v1/weg"),
        ("GET", "/v1/meldingen?limiet=x"),
        ("GET", "/health/live"),
    ],
)
def test_every_answer_of_any_layer_carries_version_and_security_headers(methode: str, pad: str) -> None:
    koppen = Proef().vraag(methode, pad).headers
    assert {naam: koppen.get(naam) for naam in VERPLICHT} == VERPLICHT
    assert len(koppen.get_list("cache-control")) == 1
    assert "Origin" in koppen["vary"]
    assert koppen["x-request-id"]


@pytest.mark.parametrize(
    ("origin", "terug"),
    [(ORIGIN, ORIGIN), (ANDERE_ORIGIN, ANDERE_ORIGIN), ("https://vreemd.example", ORIGIN), ("null", ORIGIN)],
)
def test_an_origin_on_the_list_is_named_and_any_other_sees_the_first_of_the_list(origin: str, terug: str) -> None:
    assert Proef().vraag("GET", "/v1/weg", headers={"Origin": origin}).headers["access-control-allow-origin"] == terug


def test_only_the_document_is_open_to_every_origin() -> None:
    koppen = Proef().vraag("GET", "/v1/openapi.json", headers={"Origin": "https://vreemd.example"}).headers
    assert koppen["access-control-allow-origin"] == "*"
    assert "vary" not in koppen


def test_a_browser_may_show_the_headers_that_a_client_needs() -> None:
    zichtbaar = (
        Proef().vraag("GET", "/v1/meldingen", headers={"Origin": ORIGIN}).headers["access-control-expose-headers"]
    )
    assert {"ETag", "Location", "API-Version"} <= set(zichtbaar.split(", "))


def test_vary_of_a_route_is_kept_and_its_server_and_cache_headers_are_not() -> None:
    koppen = Proef().vraag("GET", "/v1/meldingen").headers
    assert koppen["vary"] == "Authorization, Origin"
    assert koppen["etag"] == '"1"'
    assert "server" not in koppen
    assert koppen["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("eigen", "samen"),
    [
        ("default-src 'self'", "default-src 'self'; frame-ancestors 'none'"),
        ("default-src 'self';", "default-src 'self'; frame-ancestors 'none'"),
        ("default-src 'none'; Frame-Ancestors 'self'", "default-src 'none'; Frame-Ancestors 'self'"),
    ],
)
def test_a_page_may_set_its_own_policy_but_is_never_without_frame_ancestors(eigen: str, samen: str) -> None:
    antwoord = Proef().vraag("GET", "/v1/bladzijde", params={"beleid": eigen})
    assert antwoord.headers.get_list("content-security-policy") == [samen]


def test_an_answer_with_a_body_always_has_a_content_type_and_one_without_has_none() -> None:
    proef = Proef()
    assert proef.vraag("GET", "/v1/kaal").headers["content-type"] == "application/octet-stream"
    assert "content-type" not in proef.vraag("OPTIONS", "/v1/meldingen").headers


def test_a_preflight_of_a_listed_origin_gets_methods_and_headers() -> None:
    vraag = {"Origin": ANDERE_ORIGIN, "Access-Control-Request-Method": "PATCH"}
    antwoord = Proef().vraag("OPTIONS", "/v1/meldingen/7", headers=vraag)
    assert antwoord.status_code == 204
    assert antwoord.content == b""
    assert antwoord.headers["access-control-allow-origin"] == ANDERE_ORIGIN
    assert antwoord.headers["access-control-allow-methods"] == "GET, HEAD, PATCH, OPTIONS"
    assert {"Authorization", "If-Match", "Idempotency-Key", "Content-Type"} <= set(
        antwoord.headers["access-control-allow-headers"].split(", ")
    )
    assert antwoord.headers["access-control-max-age"] == "600"


def test_a_preflight_of_another_origin_gets_nothing_to_work_with() -> None:
    vraag = {"Origin": "https://vreemd.example", "Access-Control-Request-Method": "GET"}
    antwoord = Proef().vraag("OPTIONS", "/v1/meldingen", headers=vraag)
    assert antwoord.headers["access-control-allow-origin"] == ORIGIN
    assert "access-control-allow-methods" not in antwoord.headers


def test_a_preflight_for_the_document_is_open() -> None:
    vraag = {"Origin": "https://vreemd.example", "Access-Control-Request-Method": "GET"}
    antwoord = Proef().vraag("OPTIONS", "/v1/openapi.json", headers=vraag)
    assert antwoord.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"


def test_a_request_keeps_the_uuid_that_the_caller_gave_it() -> None:
    nummer = "0198F9A3-4F1E-7000-8000-000000000001"
    antwoord = Proef().vraag("GET", "/v1/weg", headers={"X-Request-ID": nummer})
    assert antwoord.headers["x-request-id"] == nummer.lower()
    assert antwoord.json()["instance"] == f"urn:uuid:{nummer.lower()}"


@pytest.mark.parametrize("nummer", [GEHEIM, "", "0198f9a3-4f1e-7000-8000-00000000000", "é" * 36])
def test_any_other_request_id_is_replaced(nummer: str) -> None:
    proef = Proef()
    verzonden = proef.rauw({"headers": [(b"x-request-id", nummer.encode())]})
    gegeven = koppen_van(verzonden)["x-request-id"]
    assert len(gegeven) == 36
    assert gegeven != nummer
    assert proef.log[0]["verzoek"] == gegeven


def test_each_request_has_its_own_number() -> None:
    proef = Proef()
    assert len({proef.vraag("GET", "/v1/weg").headers["x-request-id"] for _ in range(3)}) == 3


@pytest.mark.parametrize(
    "fout", [{"cors_origins": ()}, {"cors_origins": ("*",)}, {"max_lichaam": 0}, {"max_tegelijk": 0}]
)
def test_settings_that_make_no_sense_are_refused_at_the_start(fout: dict[str, object]) -> None:
    goed: dict[str, object] = {"api_version": "1.0.0", "cors_origins": (ORIGIN,)}
    with pytest.raises(ValueError, match=r"cors_origins|grenzen"):
        Schilinstellingen(**(goed | fout))  # type: ignore[arg-type]  # wrong on purpose

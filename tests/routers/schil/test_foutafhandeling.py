import pytest

from tests.routers.schil.proefapp import GEHEIM, Proef


def test_an_error_of_the_house_becomes_its_problem_with_the_number_of_the_request() -> None:
    antwoord = Proef().vraag("GET", "/v1/weg")
    assert antwoord.status_code == 404
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.json() == {
        "type": "/problemen/niet-gevonden",
        "title": "Niet gevonden",
        "status": 404,
        "detail": "Deze melding is er niet.",
        "instance": f"urn:uuid:{antwoord.headers['x-request-id']}",
    }


def test_a_step_out_of_order_is_a_conflict() -> None:
    antwoord = Proef().vraag("GET", "/v1/stap")
    assert antwoord.status_code == 409
    assert antwoord.json()["toegestaan"] == ["toetsen"]


def test_the_http_layer_can_raise_a_ready_made_problem() -> None:
    assert Proef().vraag("GET", "/v1/media").json()["type"] == "/problemen/mediatype-onbekend"


def test_invalid_input_is_400_with_every_fault_and_without_the_values() -> None:
    antwoord = Proef().vraag("POST", "/v1/meldingen", json={"aantal": f"x{GEHEIM}", "meer": GEHEIM})
    assert antwoord.status_code == 400
    assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [
        ("aantal", "geen-geheel-getal"),
        ("meer", "onbekend-veld"),
    ]
    assert GEHEIM not in antwoord.text


def test_a_query_parameter_of_the_wrong_kind_is_400() -> None:
    antwoord = Proef().vraag("GET", "/v1/meldingen?limiet=x")
    assert antwoord.status_code == 400
    assert antwoord.json()["errors"][0]["path"] == "query.limiet"


@pytest.mark.parametrize("inhoud", [b"{", b"\xff", b"[" * 100_000, b""])
def test_a_body_that_is_no_json_is_400(inhoud: bytes) -> None:
    antwoord = Proef().vraag("POST", "/v1/meldingen", content=inhoud, headers={"Content-Type": "application/json"})
    assert antwoord.status_code == 400
    assert antwoord.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 415, 418, 429, 500, 503])
def test_a_refusal_of_the_framework_is_said_in_our_words_and_keeps_its_headers(status: int) -> None:
    antwoord = Proef().vraag("GET", f"/v1/status/{status}")
    assert antwoord.status_code == antwoord.json()["status"] == status
    assert antwoord.headers["x-extra"] == "ja"
    assert GEHEIM not in antwoord.text


def test_a_status_that_is_no_error_is_no_problem() -> None:
    antwoord = Proef().vraag("GET", "/v1/status/304")
    assert antwoord.status_code == 304
    assert antwoord.content == b""

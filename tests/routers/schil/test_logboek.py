import asyncio
import logging
from collections.abc import Iterator
from io import BytesIO

import orjson
import pytest

from app.routers.schil.logboek import crash_velden, leid_om, maak_logboek
from app.routers.schil.vangnet import AntwoordAfgebroken
from tests.routers.schil.proefapp import GEHEIM, Proef


def test_each_request_is_one_json_line_with_its_template_and_without_its_path() -> None:
    proef = Proef()
    antwoord = proef.vraag("GET", f"/v1/meldingen/{GEHEIM}?naam={GEHEIM}")
    (regel,) = proef.log
    assert GEHEIM not in proef.stroom.getvalue().decode()
    assert regel.pop("ms") >= 0
    assert regel.pop("tijd").endswith("Z")
    assert regel == {
        "event": "verzoek",
        "level": "info",
        "verzoek": antwoord.headers["x-request-id"],
        "methode": "GET",
        "route": "/v1/meldingen/{nummer}",
        "status": 200,
        "client": "balie-app",
    }


@pytest.mark.parametrize(
    ("methode", "pad", "gelogd", "route", "status"),
    [
        ("HEAD", "/v1/meldingen", "HEAD", "/v1/meldingen", 200),
        ("GET", f"/v1/{GEHEIM}", "GET", None, 404),
        (f"X{GEHEIM}", "/v1/weg", "anders", "/v1/weg", 405),
        ("GET", "/health/live", "GET", "/health/live", 200),
        ("OPTIONS", "/v1/meldingen", "OPTIONS", None, 204),
    ],
)
def test_whatever_the_request_no_data_of_it_is_logged(
    methode: str, pad: str, gelogd: str, route: str | None, status: int
) -> None:
    proef = Proef()
    proef.vraag(methode, pad)
    (regel,) = proef.log
    assert (regel["methode"], regel["route"], regel["status"], regel["client"]) == (gelogd, route, status, None)
    assert GEHEIM not in str(regel)


def test_a_route_that_came_later_is_logged_by_its_template() -> None:
    proef = Proef()
    proef.vraag("GET", "/v1/weg")
    proef.app.add_api_route("/v1/later/{nummer}", lambda nummer: {"n": nummer}, methods=["GET"])
    proef.vraag("GET", f"/v1/later/{GEHEIM}")
    assert proef.log[-1]["route"] == "/v1/later/{nummer}"


def test_a_crash_is_a_500_without_internals_and_a_log_line_without_data() -> None:
    proef = Proef()
    antwoord = proef.vraag("GET", "/v1/crash")
    crash, verzoek = proef.log
    assert antwoord.status_code == antwoord.json()["status"] == 500
    assert antwoord.json()["type"] == "/problemen/interne-fout"
    assert GEHEIM not in antwoord.text + proef.stroom.getvalue().decode()
    assert "ValueError" not in antwoord.text
    assert crash["fout"] == ["builtins.ValueError", "builtins.KeyError"]
    assert crash["regels"][-1].endswith(" crash")
    assert crash["level"] == "error"
    assert crash["verzoek"] == verzoek["verzoek"] == antwoord.headers["x-request-id"]
    assert verzoek["status"] == 500


def test_an_error_of_the_house_that_no_table_knows_is_logged_as_the_crash_that_it_is() -> None:
    proef = Proef()
    antwoord = proef.vraag("GET", "/v1/onvoorzien")
    assert antwoord.json()["type"] == "/problemen/interne-fout"
    assert proef.log[0]["fout"] == ["app.services.kluis.Ontsleutelfout"]
    assert GEHEIM not in antwoord.text + proef.stroom.getvalue().decode()


def test_a_store_that_does_not_answer_is_a_503_of_which_the_log_tells_why() -> None:
    proef = Proef()
    antwoord = proef.vraag("GET", "/v1/opslag-weg")
    waarom, verzoek = proef.log
    assert (antwoord.status_code, verzoek["status"]) == (503, 503)
    assert (waarom["event"], waarom["level"]) == ("opslag-onbereikbaar", "error")
    assert waarom["fout"] == ["builtins.OSError"]
    assert waarom["verzoek"] == antwoord.headers["x-request-id"]
    assert GEHEIM not in antwoord.text + proef.stroom.getvalue().decode()


def test_an_answer_that_breaks_half_way_closes_the_connection_without_showing_why() -> None:
    proef = Proef()
    with pytest.raises(AntwoordAfgebroken) as gevangen:
        proef.vraag("GET", "/v1/breekt")
    assert gevangen.value.__suppress_context__
    assert str(gevangen.value) == ""
    assert GEHEIM not in proef.stroom.getvalue().decode()


def test_a_request_that_is_broken_off_is_logged_too() -> None:
    async def loop(proef: Proef) -> None:
        taak = asyncio.create_task(proef.vraag_async("GET", "/v1/traag"))
        await asyncio.sleep(0.01)
        taak.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taak

    proef = Proef()
    asyncio.run(loop(proef))
    assert [regel["status"] for regel in proef.log] == [499]
    assert proef.vastgelegd == ["teruggedraaid"]


def test_a_group_of_exceptions_shows_every_kind_in_it() -> None:
    groep = ExceptionGroup(GEHEIM, [ValueError(GEHEIM), OSError(GEHEIM)])
    velden = crash_velden(groep)
    assert velden["fout"] == ["builtins.ExceptionGroup", "builtins.ValueError", "builtins.OSError"]
    assert GEHEIM not in str(velden)


@pytest.fixture
def herstelde_logs() -> Iterator[None]:
    namen = (None, "uvicorn", "uvicorn.error", "uvicorn.access", "sqlalchemy", "httpx")
    eerder = [(log := logging.getLogger(naam), log.handlers, log.level, log.propagate) for naam in namen]
    yield
    for log, handlers, niveau, door in eerder:
        log.handlers, log.level, log.propagate = handlers, niveau, door


@pytest.mark.usefixtures("herstelde_logs")
def test_what_libraries_log_lands_in_the_same_log_without_arguments_or_messages_of_exceptions() -> None:
    stroom = BytesIO()
    leid_om(maak_logboek(stroom))
    try:
        int(f"x{GEHEIM}")
    except ValueError:
        logging.getLogger("asyncpg").exception("Query %s failed", GEHEIM)
    logging.getLogger("sqlalchemy.engine").info("parameters %s", GEHEIM)
    logging.getLogger("alembic.runtime.migration").info("Running %s", GEHEIM)
    logging.getLogger("uvicorn.error").info("Uvicorn running on %s", "adres")
    fout, start = [orjson.loads(regel) for regel in stroom.getvalue().splitlines()]
    assert fout["event"] == "Query %s failed"
    assert fout["fout"] == ["builtins.ValueError"]
    assert fout["level"] == "error"
    assert start["event"] == "Uvicorn running on adres"
    assert GEHEIM not in stroom.getvalue().decode()


@pytest.mark.usefixtures("herstelde_logs")
@pytest.mark.parametrize(
    ("gelogd", "niveau"),
    [(20, "info"), (25, "info"), (30, "warning"), (40, "error"), (50, "critical"), (70, "critical")],
)
def test_a_line_of_a_library_has_one_level_and_it_is_its_own(gelogd: int, niveau: str) -> None:
    stroom = BytesIO()
    leid_om(maak_logboek(stroom))
    logging.getLogger("bibliotheek").log(gelogd, "Iets gebeurde.")
    regel = orjson.loads(stroom.getvalue())
    assert regel.pop("tijd")
    assert regel == {"event": "Iets gebeurde.", "level": niveau, "logger": "bibliotheek"}


def test_a_value_that_json_does_not_know_is_logged_by_its_kind() -> None:
    stroom = BytesIO()
    maak_logboek(stroom).info("iets", waarde=object())
    assert orjson.loads(stroom.getvalue())["waarde"] == "object"

"""What the server refuses before there is a request, over a bare connection to a served application."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import httpx
import orjson
import pytest

from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.logboek import maak_logboek
from app.routers.schil.server import maak_server
from tests.routers.schil.proefapp import ORIGIN, Proef
from tests.routers.schil.test_koppen import VERPLICHT

BEGIN = b"GET /v1/meldingen HTTP/1.1\r\nHost: trede.example\r\n"
NIEUW = b"POST /v1/meldingen HTTP/1.1\r\nHost: trede.example\r\nContent-Type: application/json\r\n"
CHUNKED = NIEUW + b"Transfer-Encoding: chunked\r\n\r\n"
LAATSTE = b"Connection: close\r\n\r\n"
HOOGSTENS = Schilinstellingen(api_version="1.2.3", cors_origins=(ORIGIN,), leestijd=0.5)
Zeg = Callable[[bytes], list[httpx.Response]]


@pytest.fixture(scope="module")
def proef() -> Proef:
    return Proef()


@pytest.fixture(scope="module")
def zeg(proef: Proef) -> Iterator[Zeg]:
    """Send bytes over a new connection, and read all answers until the server closes it."""
    server = maak_server(proef.app, HOOGSTENS, maak_logboek(proef.stroom))
    with socket.create_server(("127.0.0.1", 0)) as plek:
        draad = threading.Thread(target=server.run, kwargs={"sockets": [plek]})
        draad.start()
        while not server.started:
            time.sleep(0.01)
        yield lambda gezegd: _antwoorden(plek.getsockname(), gezegd)
        server.should_exit = True
        draad.join()


def _antwoorden(waar: tuple[str, int], gezegd: bytes) -> list[httpx.Response]:
    with socket.create_connection(waar, timeout=10) as verbinding, verbinding.makefile("rb") as stroom:
        verbinding.sendall(gezegd)
        antwoorden = []
        while regel := stroom.readline():
            koppen = [tuple(kop.rstrip().split(b": ", 1)) for kop in iter(stroom.readline, b"\r\n")]
            antwoord = httpx.Response(int(regel.split()[1]), headers=httpx.Headers(koppen))  # type: ignore[arg-type]  # pairs
            inhoud = stroom.read(int(antwoord.headers["content-length"]))
            antwoorden.append(httpx.Response(antwoord.status_code, headers=antwoord.headers, content=inhoud))
        return antwoorden


@pytest.mark.parametrize(
    ("gezegd", "status", "soort"),
    [
        (b"\x16\x03\x01\r\n\r\n", 400, "ongeldig-verzoek"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "ongeldig-verzoek"),
        (b"CONNECT trede.example:443 HTTP/1.1\r\n\r\n", 400, "ongeldig-verzoek"),
        ("GET /é HTTP/1.1\r\n\r\n".encode(), 400, "ongeldig-verzoek"),
        (NIEUW + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "ongeldig-verzoek"),
        (NIEUW + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "ongeldig-verzoek"),
        (NIEUW + b"Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 12\r\n\r\n", 400, "ongeldig-verzoek"),
        (BEGIN + b"X-A: b\r\n" * 16_384, 431, "koppen-te-groot"),
        (BEGIN + b"X-A: " + b"a" * HOOGSTENS.max_koppen + b"\r\n\r\n", 431, "koppen-te-groot"),
        (BEGIN + b"a:\r\n" * 20_000, 431, "koppen-te-groot"),
        (CHUNKED + b"3\r\n{ }\r\n0\r\nX-A: " + b"a" * 400_000, 431, "koppen-te-groot"),
        (CHUNKED + b"3;" + b"a" * 400_000, 431, "koppen-te-groot"),
        (b"GET /v1/meldingen?" + b"a" * HOOGSTENS.max_koppen, 414, "adres-te-lang"),
        (b"GET /v1/meldingen HTTP/1.1\r\n\r\n", 400, "ongeldig-verzoek"),
        (BEGIN + b"Host: elders.example\r\n\r\n", 400, "ongeldig-verzoek"),
        (b"GET /v1/meldingen\r\n\r\n", 400, "ongeldig-verzoek"),
        (BEGIN, 408, "te-traag"),
    ],
)
def test_what_cannot_be_read_is_refused_as_every_other_refusal(
    gezegd: bytes, status: int, soort: str, zeg: Zeg, proef: Proef
) -> None:
    (antwoord,) = zeg(gezegd)
    nummer = antwoord.headers["x-request-id"]
    assert antwoord.status_code == status
    assert {naam: antwoord.headers.get(naam) for naam in VERPLICHT} == VERPLICHT
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.headers["connection"] == "close"
    inhoud = orjson.loads(antwoord.content)
    assert (inhoud["type"], inhoud["status"]) == (f"/problemen/{soort}", status)
    assert inhoud["instance"] == f"urn:uuid:{nummer}"
    (regel,) = (regel for regel in proef.log if regel["verzoek"] == nummer)
    assert (regel["event"], regel["status"]) == ("onleesbaar verzoek", status)


def test_a_header_without_an_end_is_refused_before_the_end(zeg: Zeg) -> None:
    assert [een.status_code for een in zeg(BEGIN + b"X-A: " + b"a" * 400_000)] == [431]


def test_a_request_before_what_cannot_be_read_gets_its_own_answer_and_no_other(zeg: Zeg) -> None:
    assert [een.status_code for een in zeg(BEGIN + b"\r\n" + b"\x00\r\n\r\n")] == [200]


def test_requests_on_one_connection_each_have_the_whole_room(zeg: Zeg) -> None:
    veel = b"X-A: " + b"a" * 40_000 + b"\r\n"
    assert [een.status_code for een in zeg(BEGIN + veel + b"\r\n" + BEGIN + veel + LAATSTE)] == [200, 200]


@pytest.mark.parametrize("protocol", [b"h2c", b"websocket"])
def test_a_request_for_another_protocol_is_answered_in_this_one(protocol: bytes, zeg: Zeg) -> None:
    gezegd = BEGIN + b"Connection: Upgrade, close\r\nUpgrade: " + protocol + b"\r\n\r\n"
    assert [een.status_code for een in zeg(gezegd)] == [200]


@pytest.mark.parametrize("gezegd", [b"", b"\r\n" * 8])
def test_a_connection_on_which_no_request_comes_is_closed(gezegd: bytes, zeg: Zeg) -> None:
    assert zeg(gezegd) == []


def test_headers_that_stop_coming_after_an_answer_are_refused(zeg: Zeg) -> None:
    assert [een.status_code for een in zeg(BEGIN + b"\r\n" + BEGIN)] == [200, 408]


def test_an_older_version_needs_no_host(zeg: Zeg) -> None:
    assert [een.status_code for een in zeg(b"GET /v1/meldingen HTTP/1.0\r\n\r\n")] == [200]


def test_ten_megabytes_are_read_to_the_end_so_that_the_refusal_arrives(zeg: Zeg) -> None:
    inhoud = b"a" * 10_000_000
    gezegd = NIEUW + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(inhoud) + inhoud
    assert [een.status_code for een in zeg(gezegd)] == [413]

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest

from app.routers.schil.vangnet import AntwoordAfgebroken
from tests.routers.schil.proefapp import Proef, inhoud_van, koppen_van, status_van

LENGTE = b"content-length"


def _stukken(*inhoud: bytes) -> list[dict[str, Any]]:
    laatste = len(inhoud) - 1
    return [{"type": "http.request", "body": stuk, "more_body": nr < laatste} for nr, stuk in enumerate(inhoud)]


def _post(*koppen: tuple[bytes, bytes], **anders: Any) -> dict[str, Any]:
    return {"method": "POST", "headers": [(b"content-type", b"application/json"), *koppen], **anders}


def test_a_body_up_to_the_limit_passes_and_one_byte_more_is_413() -> None:
    proef = Proef(max_lichaam=13)
    koppen = {"Content-Type": "application/json"}
    assert proef.vraag("POST", "/v1/meldingen", content=b'{"aantal":12}', headers=koppen).status_code == 201
    antwoord = proef.vraag("POST", "/v1/meldingen", content=b'{"aantal":123}')
    assert antwoord.status_code == 413
    assert antwoord.json()["type"] == "/problemen/te-groot"


def test_the_default_limit_is_one_mebibyte() -> None:
    assert Proef().vraag("POST", "/v1/meldingen", content=b" " * (1024 * 1024 + 1)).status_code == 413


def test_a_chunked_body_without_a_length_is_counted() -> None:
    async def stroom() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b"1234"

    antwoord = Proef(max_lichaam=10).vraag("POST", "/v1/meldingen", content=stroom())
    assert antwoord.status_code == 413


def test_a_body_in_pieces_arrives_whole() -> None:
    verzonden = Proef().rauw(_post(), _stukken(b'{"aan', b'tal":', b"5}"))
    assert status_van(verzonden) == 201
    assert inhoud_van(verzonden) == b'{"aantal":5}'


@pytest.mark.parametrize("gezegd", [b"1", b"-5", b"x", b"", b"\xb2"])
def test_a_lying_length_does_not_help(gezegd: bytes) -> None:
    verzonden = Proef(max_lichaam=10).rauw(_post((LENGTE, gezegd)), _stukken(b"1234567890", b"1"))
    assert status_van(verzonden) == 413


def test_a_get_with_a_body_has_the_same_limit() -> None:
    verzonden = Proef(max_lichaam=10).rauw({"headers": [(LENGTE, b"11")]}, _stukken(b"12345678901"))
    assert status_van(verzonden) == 413


def test_a_body_somewhat_too_large_is_read_to_its_end_so_that_the_connection_lives_on() -> None:
    verzonden = Proef(max_lichaam=10).rauw(_post(), _stukken(b"1234567890", b"123", b"456"))
    assert status_van(verzonden) == 413
    assert "connection" not in koppen_van(verzonden)


def test_a_body_without_end_is_not_read_on_and_the_connection_closes() -> None:
    verzonden = Proef(max_lichaam=10).rauw(_post(), _stukken(*[b"1234567890"] * 1000))
    assert status_van(verzonden) == 413
    assert koppen_van(verzonden)["connection"] == "close"


@pytest.mark.parametrize("kop", [(b"expect", b"100-continue"), (LENGTE, b"99999999")])
def test_a_caller_that_announces_too_much_is_refused_before_it_sends(kop: tuple[bytes, bytes]) -> None:
    koppen = [kop] if kop[0] == LENGTE else [kop, (LENGTE, b"11")]
    verzonden = Proef(max_lichaam=10).rauw(_post(*koppen))
    assert status_van(verzonden) == 413
    assert koppen_van(verzonden)["connection"] == "close"


def test_http_2_has_no_connection_header() -> None:
    verzonden = Proef(max_lichaam=10).rauw(_post((LENGTE, b"99999999"), http_version="2"))
    assert "connection" not in koppen_van(verzonden)


def test_a_body_that_does_not_come_is_408() -> None:
    verzonden = Proef(leestijd=0.01).rauw(_post(), [{"type": "http.request", "body": b"{", "more_body": True}])
    assert status_van(verzonden) == 408
    assert koppen_van(verzonden)["connection"] == "close"


def test_a_caller_that_leaves_while_sending_starts_no_work() -> None:
    proef = Proef()
    assert proef.rauw(_post(), [{"type": "http.disconnect"}]) == []
    assert proef.log[0]["status"] == 499


def test_work_that_takes_too_long_is_cancelled_and_nothing_is_committed() -> None:
    proef = Proef(werktijd=0.02)
    antwoord = proef.vraag("GET", "/v1/traag")
    assert antwoord.status_code == 503
    assert antwoord.headers["retry-after"] == "5"
    assert antwoord.json()["type"] == "/problemen/te-lang-bezig"
    assert proef.vastgelegd == ["teruggedraaid"]


def test_a_timeout_inside_the_work_is_a_crash_and_not_ours() -> None:
    assert Proef().vraag("GET", "/v1/time-out-van-een-ander").status_code == 500


def test_an_answer_that_has_begun_and_takes_too_long_is_broken_off() -> None:
    with pytest.raises(AntwoordAfgebroken):
        Proef(werktijd=0.02).vraag("GET", "/v1/stroomt-traag")


def _samen(proef: Proef, *paden: str) -> list[httpx.Response]:
    async def loop() -> list[httpx.Response]:
        return await asyncio.gather(*(proef.vraag_async("GET", pad) for pad in paden))

    return asyncio.run(loop())


def test_no_more_requests_than_places_are_worked_on_at_a_time() -> None:
    proef = Proef(max_tegelijk=2, max_wachtend=10)
    antwoorden = _samen(proef, *["/v1/even"] * 6)
    assert {antwoord.status_code for antwoord in antwoorden} == {200}
    assert proef.hoogste == 2


def test_what_does_not_fit_in_the_queue_is_refused_at_once_and_told_when_to_come_back() -> None:
    antwoorden = _samen(Proef(max_tegelijk=1, max_wachtend=1), *["/v1/even"] * 4)
    assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 200, 503, 503]
    geweigerd = next(antwoord for antwoord in antwoorden if antwoord.status_code == 503)
    assert geweigerd.headers["retry-after"] == "5"
    assert orjson.loads(geweigerd.content)["type"] == "/problemen/te-druk"


def test_nobody_waits_in_the_queue_for_ever() -> None:
    proef = Proef(max_tegelijk=1, wachttijd=0.01, werktijd=0.1)
    assert [antwoord.status_code for antwoord in _samen(proef, "/v1/traag", "/v1/even")] == [503, 503]
    assert proef.hoogste == 0


def test_a_place_comes_free_after_a_crash_and_after_a_timeout() -> None:
    proef = Proef(max_tegelijk=1, max_wachtend=0, werktijd=0.05)
    statussen = [proef.vraag("GET", pad).status_code for pad in ("/v1/crash", "/v1/traag", "/v1/meldingen")]
    assert statussen == [500, 503, 200]


def test_a_full_service_still_says_that_it_lives() -> None:
    proef = Proef(max_tegelijk=1, max_wachtend=0)
    assert [antwoord.status_code for antwoord in _samen(proef, "/v1/even", "/health/live")] == [200, 200]

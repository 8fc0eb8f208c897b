import asyncio
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from app.auth.jwks import MAX_BYTES
from app.auth.sleutels import BestandSleutels, SleutelsOnbereikbaar
from app.auth.sleutels_http import HttpSleutels
from tests.auth.smidse import Klok, jwks, publiek

URL = "https://uitgever.voorbeeld/jwks"


@dataclass
class Uitgever:
    """The other side of HttpSleutels: answers with what it holds, and counts."""

    klok: Klok
    antwoord: Callable[[httpx.Request], httpx.Response] = field(
        default_factory=lambda: lambda _: httpx.Response(200, content=jwks(publiek("een")))
    )
    vragen: list[httpx.Request] = field(default_factory=list)
    poort: asyncio.Event | None = None

    async def _antwoord(self, vraag: httpx.Request) -> httpx.Response:
        self.vragen.append(vraag)
        if self.poort is not None:
            await self.poort.wait()
        return self.antwoord(vraag)

    def heeft(self, *kids: str) -> None:
        inhoud = jwks(*(publiek(kid) for kid in kids))
        self.antwoord = lambda _: httpx.Response(200, content=inhoud)

    def is_weg(self) -> None:
        def weiger(vraag: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("weg", request=vraag)

        self.antwoord = weiger

    def speel(self, spel: Callable[[HttpSleutels], Awaitable[None]]) -> None:
        async def met_client() -> None:
            async with httpx.AsyncClient(transport=httpx.MockTransport(self._antwoord)) as client:
                await spel(HttpSleutels(URL, client, self.klok))

        asyncio.run(met_client())


@pytest.fixture
def uitgever(klok: Klok) -> Uitgever:
    return Uitgever(klok)


def test_keys_are_fetched_once_and_then_kept(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        for _ in range(5):
            assert await sleutels.geef("een") is not None
        assert len(uitgever.vragen) == 1

    uitgever.speel(spel)


def test_keys_are_fetched_again_when_they_get_old(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        assert await sleutels.geef("een") is not None
        uitgever.heeft("twee")
        uitgever.klok.verder(minutes=5)
        assert await sleutels.geef("een") is None
        assert await sleutels.geef("twee") is not None
        assert len(uitgever.vragen) == 2

    uitgever.speel(spel)


def test_an_unknown_kid_fetches_the_keys_at_once_so_that_a_new_key_is_found(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        await sleutels.geef("een")
        uitgever.heeft("een", "twee")
        uitgever.klok.verder(seconds=15)
        assert await sleutels.geef("twee") is not None

    uitgever.speel(spel)


def test_a_flood_of_unknown_kids_does_not_reach_the_issuer(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        for nummer in range(200):
            assert await sleutels.geef(f"onbekend-{nummer}") is None
        assert len(uitgever.vragen) == 1
        uitgever.klok.verder(seconds=15)
        await asyncio.gather(*(sleutels.geef(f"onbekend-{nummer}") for nummer in range(200)))
        assert len(uitgever.vragen) == 2

    uitgever.speel(spel)


def test_a_thundering_herd_becomes_one_request_and_all_get_the_key(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        uitgever.poort = asyncio.Event()
        kudde = [asyncio.create_task(sleutels.geef("een")) for _ in range(100)]
        await asyncio.sleep(0)
        uitgever.poort.set()
        assert all(await asyncio.gather(*kudde))
        assert len(uitgever.vragen) == 1

    uitgever.speel(spel)


def test_the_one_who_started_the_fetch_may_go_away_and_the_others_still_get_the_key(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        uitgever.poort = asyncio.Event()
        eerste, tweede = (asyncio.create_task(sleutels.geef("een")) for _ in range(2))
        await asyncio.sleep(0)
        eerste.cancel()
        uitgever.poort.set()
        assert await tweede is not None
        assert eerste.cancelled()

    uitgever.speel(spel)


def test_old_keys_stay_in_use_while_the_issuer_is_away_and_it_is_asked_again_now_and_then(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        await sleutels.geef("een")
        uitgever.is_weg()
        uitgever.klok.verder(hours=1)
        for _ in range(10):
            assert await sleutels.geef("een") is not None
        assert len(uitgever.vragen) == 2
        uitgever.klok.verder(seconds=15)
        await sleutels.geef("een")
        assert len(uitgever.vragen) == 3

    uitgever.speel(spel)


def test_keys_of_a_day_ago_are_no_longer_believed(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        await sleutels.geef("een")
        uitgever.is_weg()
        uitgever.klok.verder(hours=24)
        with pytest.raises(SleutelsOnbereikbaar):
            await sleutels.geef("een")

    uitgever.speel(spel)


def test_an_issuer_that_never_answered_gives_no_keys_and_recovers(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        uitgever.is_weg()
        for _ in range(3):
            with pytest.raises(SleutelsOnbereikbaar):
                await sleutels.geef("een")
        assert len(uitgever.vragen) == 1
        uitgever.heeft("een")
        uitgever.klok.verder(seconds=15)
        assert await sleutels.geef("een") is not None

    uitgever.speel(spel)


def test_a_clock_that_is_set_back_does_not_stop_the_refreshing(uitgever: Uitgever) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        await sleutels.geef("een")
        uitgever.klok.verder(hours=-3)
        assert await sleutels.geef("een") is not None
        assert len(uitgever.vragen) == 2

    uitgever.speel(spel)


async def _zonder_einde() -> AsyncIterator[bytes]:
    while True:
        yield b" " * 8192


@pytest.mark.parametrize(
    ("waarom", "antwoord"),
    [
        ("an error", lambda: httpx.Response(500, content=jwks(publiek("twee")))),
        ("a redirect", lambda: httpx.Response(302, headers={"Location": "https://elders.voorbeeld/jwks"})),
        ("an answer without end", lambda: httpx.Response(200, content=_zonder_einde())),
        ("too much", lambda: httpx.Response(200, content=b" " * (MAX_BYTES + 1))),
        ("no JWK Set", lambda: httpx.Response(200, content=b"<html>")),
        (
            "a compressed answer",
            lambda: httpx.Response(
                200, headers={"Content-Encoding": "deflate"}, content=zlib.compress(jwks(publiek("twee")))
            ),
        ),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_a_wrong_answer_leaves_the_old_keys(
    waarom: str, antwoord: Callable[[], httpx.Response], uitgever: Uitgever
) -> None:
    async def spel(sleutels: HttpSleutels) -> None:
        await sleutels.geef("een")
        uitgever.antwoord = lambda _: antwoord()
        uitgever.klok.verder(minutes=5)
        assert await sleutels.geef("twee") is None
        assert await sleutels.geef("een") is not None
        assert len(uitgever.vragen) == 2

    uitgever.speel(spel)


def test_an_issuer_that_does_not_answer_in_time_is_away(uitgever: Uitgever, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.auth.sleutels_http.TIJDSLIMIET_S", 0.01)

    async def spel(sleutels: HttpSleutels) -> None:
        uitgever.poort = asyncio.Event()
        with pytest.raises(SleutelsOnbereikbaar):
            await sleutels.geef("een")

    uitgever.speel(spel)


@pytest.mark.parametrize("url", ["http://uitgever.voorbeeld/jwks", "file:///jwks.json", "ftp://127.0.0.1/jwks", ""])
def test_keys_come_over_https_only(url: str, klok: Klok) -> None:
    with pytest.raises(ValueError, match="alleen over https"):
        HttpSleutels(url, httpx.AsyncClient(), klok)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9000/jwks", "http://[::1]/jwks", "http://localhost/jwks"])
def test_an_issuer_on_this_machine_may_do_without_tls(url: str, klok: Klok) -> None:
    HttpSleutels(url, httpx.AsyncClient(), klok)


def test_keys_from_a_file_are_read_again_after_a_change(tmp_path: Path, klok: Klok) -> None:
    pad = tmp_path / "jwks.json"
    pad.write_bytes(jwks(publiek("een")))

    async def spel() -> None:
        sleutels = BestandSleutels(pad, klok)
        assert await sleutels.geef("een") is not None
        pad.write_bytes(jwks(publiek("twee")))
        klok.verder(seconds=15)
        assert await sleutels.geef("twee") is not None
        assert await sleutels.geef("een") is None

    asyncio.run(spel())


def test_a_file_that_is_not_there_gives_no_keys(tmp_path: Path, klok: Klok) -> None:
    with pytest.raises(SleutelsOnbereikbaar):
        asyncio.run(BestandSleutels(tmp_path / "weg.json", klok).geef("een"))


def test_a_file_that_is_too_big_is_not_believed(tmp_path: Path, klok: Klok) -> None:
    pad = tmp_path / "jwks.json"
    pad.write_bytes(jwks(publiek("een")) + b" " * MAX_BYTES)
    with pytest.raises(SleutelsOnbereikbaar):
        asyncio.run(BestandSleutels(pad, klok).geef("een"))

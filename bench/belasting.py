"""The load: keep-alive connections that each have one request under way, bounded in number and in time."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import cast

GEDULD = 30.0
"""Seconds after the last request was sent within which every answer must be there."""


class Misser(Exception):
    """An answer that the benchmark does not expect: its figures would mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What one burst of load measured."""

    aantal: int
    seconden: float
    wachttijden: tuple[float, ...]
    """Seconds per request, in no order."""

    @property
    def per_seconde(self) -> float:
        return self.aantal / self.seconden


def verzoek(methode: str, pad: str, *, token: str = "", inhoud: bytes = b"") -> bytes:
    """The bytes of a request."""
    koppen = [f"{methode} {pad} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json"]
    if token:
        koppen.append(f"Authorization: Bearer {token}")
    if inhoud:
        koppen += ["Content-Type: application/json", f"Content-Length: {len(inhoud)}"]
    return "\r\n".join([*koppen, "", ""]).encode() + inhoud


@dataclass(slots=True)
class Antwoord:
    """Reads one answer as its bytes come in; answers without Content-Length are not of these services."""

    gelezen: bytes = b""
    compleet_bij: int = 0

    def voeg_toe(self, stuk: bytes) -> bool:
        """Take the next bytes; true when the answer is whole."""
        self.gelezen = self.gelezen + stuk if self.gelezen else stuk
        if not self.compleet_bij:
            einde_kop = self.gelezen.find(b"\r\n\r\n")
            if einde_kop < 0:
                return False
            self.compleet_bij = einde_kop + 4 + _lengte(self.gelezen[:einde_kop])
        return len(self.gelezen) >= self.compleet_bij

    @property
    def status(self) -> int:
        return int(self.gelezen[9:12])

    @property
    def inhoud(self) -> bytes:
        return self.gelezen.partition(b"\r\n\r\n")[2]


def _lengte(kop: bytes) -> int:
    _, gevonden, rest = kop.lower().partition(b"\r\ncontent-length:")
    if not gevonden:
        raise Misser(f"antwoord zonder Content-Length: {kop!r}")
    return int(rest.partition(b"\r\n")[0])


class _Lijn(asyncio.Protocol):
    """One connection: sends the next request when the answer to the last is whole."""

    def __init__(
        self, werk: Iterator[bytes], status: int, wachttijden: list[float], klaar: asyncio.Future[None]
    ) -> None:
        self.werk, self.status, self.wachttijden, self.klaar = werk, status, wachttijden, klaar
        self.antwoord = Antwoord()
        self.verstuurd = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self._volgende()

    def data_received(self, data: bytes) -> None:
        if not self.antwoord.voeg_toe(data):
            return
        self.wachttijden.append(perf_counter() - self.verstuurd)
        if self.antwoord.status != self.status:
            self._stop(Misser(f"verwacht {self.status}: {self.antwoord.gelezen[:600]!r}"))
        else:
            self._volgende()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop(exc or Misser("de verbinding is verbroken"))

    def _volgende(self) -> None:
        bericht = next(self.werk, None)
        if bericht is None:
            self._stop(None)
            return
        self.antwoord = Antwoord()
        self.verstuurd = perf_counter()
        self.transport.write(bericht)

    def _stop(self, fout: Exception | None) -> None:
        if not self.klaar.done():
            self.klaar.set_exception(fout) if fout else self.klaar.set_result(None)
        self.transport.close()


def _begrensd(werk: Iterator[bytes], seconden: float, hoogstens: int) -> Iterator[bytes]:
    tot = perf_counter() + seconden
    for nummer, bericht in enumerate(werk):
        if nummer >= hoogstens or perf_counter() > tot:
            return
        yield bericht


async def belast(
    poort: int, werk: Iterator[bytes], *, status: int, lijnen: int, seconden: float, hoogstens: int
) -> Uitslag:
    """Send work over so many connections for so long; raises Misser at the first answer with another status."""
    lus = asyncio.get_running_loop()
    begrensd, wachttijden = _begrensd(werk, seconden, hoogstens), list[float]()
    klaren = [lus.create_future() for _ in range(lijnen)]
    begin = perf_counter()
    for klaar in klaren:
        await lus.create_connection(partial(_Lijn, begrensd, status, wachttijden, klaar), "127.0.0.1", poort)
    async with asyncio.timeout(seconden + GEDULD):
        await asyncio.gather(*klaren)
    return Uitslag(aantal=len(wachttijden), seconden=perf_counter() - begin, wachttijden=tuple(wachttijden))


async def vraag(poort: int, bericht: bytes) -> Antwoord:
    """Send one request and return the answer, whatever its status."""
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    try:
        schrijver.write(bericht)
        antwoord = Antwoord()
        while not antwoord.voeg_toe(await lezer.read(65536)):
            if lezer.at_eof():
                raise Misser("de verbinding is verbroken")
        return antwoord
    finally:
        schrijver.close()

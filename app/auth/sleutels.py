"""Where the keys of an issuer come from: its JWKS over HTTPS, or a file. Both are kept and refreshed the same way."""

import asyncio
import logging
from abc import ABC, abstractmethod
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.auth.jwks import MAX_BYTES, JwksOngeldig, Sleutel, lees_jwks
from app.services.poorten import Klok

log = logging.getLogger(__name__)


class SleutelsOnbereikbaar(Exception):
    """No keys were ever had from this issuer, or they are older than may be."""


class Sleutels(Protocol):
    """The public keys of one issuer."""

    async def geef(self, kid: str) -> Sleutel | None:
        """The key with this `kid`, None when the issuer has none. Raises SleutelsOnbereikbaar."""
        ...


class BewaardeSleutels(ABC):
    """Keys kept in memory.

    Refreshed when older than `ververs_na` or on an unknown `kid`, at most once per `minimaal` however many ask.
    When the issuer is away the old keys stay in use until `houdbaar`.
    """

    def __init__(
        self,
        klok: Klok,
        *,
        ververs_na: timedelta = timedelta(minutes=5),
        minimaal: timedelta = timedelta(seconds=15),
        houdbaar: timedelta = timedelta(hours=24),
    ) -> None:
        self._klok = klok
        self._ververs_na = ververs_na
        self._minimaal = minimaal
        self._houdbaar = houdbaar
        self._sleutels: dict[str, Sleutel] = {}
        self._opgehaald_op: datetime | None = None
        self._geprobeerd_op: datetime | None = None
        self._lopend: asyncio.Task[None] | None = None

    async def geef(self, kid: str) -> Sleutel | None:
        """The key with this `kid`, after a refresh where that is due."""
        if kid in self._sleutels and self._binnen(self._opgehaald_op, self._ververs_na):
            return self._sleutels[kid]
        await self._ververs()
        if not self._binnen(self._opgehaald_op, self._houdbaar):
            raise SleutelsOnbereikbaar
        return self._sleutels.get(kid)

    @abstractmethod
    async def _haal(self) -> bytes:
        """The text of the JWK Set; raises JwksOngeldig or OSError."""

    def _binnen(self, sinds: datetime | None, duur: timedelta) -> bool:
        """Whether `sinds` is less than `duur` ago; a clock that was set back counts as long ago."""
        return sinds is not None and timedelta(0) <= self._klok() - sinds < duur

    async def _ververs(self) -> None:
        """Join the refresh that runs, else start one unless the last was a moment ago."""
        if self._lopend is None or self._lopend.done():
            if self._binnen(self._geprobeerd_op, self._minimaal):
                return
            self._geprobeerd_op = self._klok()
            self._lopend = asyncio.create_task(self._haal_op())
        await asyncio.shield(self._lopend)  # the request that started it may go away, the others still wait

    async def _haal_op(self) -> None:
        try:
            self._sleutels = lees_jwks(await self._haal())
        except (JwksOngeldig, OSError) as fout:
            log.warning("sleutels van de uitgever niet ververst", exc_info=fout)
        else:
            self._opgehaald_op = self._klok()


class BestandSleutels(BewaardeSleutels):
    """Keys from a JWKS file: the development issuer's, or one that a municipality lays ready."""

    def __init__(self, pad: Path, klok: Klok, **termijnen: timedelta) -> None:
        super().__init__(klok, **termijnen)
        self._pad = pad

    async def _haal(self) -> bytes:
        return await asyncio.to_thread(self._lees)

    def _lees(self) -> bytes:
        with self._pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)

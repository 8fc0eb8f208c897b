"""Load: so many requests at a time, so many in the queue, and an end to each."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from app.routers.problemen import OPNIEUW_NA_SECONDEN, Probleem, probleem_bij_status, soort_adres
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.vangnet import AntwoordAfgebroken
from app.routers.schil.verzoek import Opening, weiger
from app.routers.schil.wekker import TeLaat, Wekker

_LATER = {"Retry-After": str(OPNIEUW_NA_SECONDEN)}
TE_DRUK = probleem_bij_status(503, koppen=_LATER)
TE_LANG = Probleem(
    status=503,
    title="Te lang bezig",
    detail="Het werk duurde te lang en is afgebroken; probeer het later opnieuw.",
    type=soort_adres("te-lang-bezig"),
    koppen=_LATER,
)


class Drukte:
    """A bounded queue before a bounded number of places: what does not fit is told so at once."""

    def __init__(self, app: ASGIApp, instellingen: Schilinstellingen) -> None:
        self.app = app
        self.vrije_paden = instellingen.vrije_paden
        self.max_wachtend = instellingen.max_wachtend
        self.wachttijd = instellingen.wachttijd
        self.plaatsen = asyncio.Semaphore(instellingen.max_tegelijk)
        self.wachtend = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on within a place, or refuse with 503."""
        if scope["path"] in self.vrije_paden:
            await self.app(scope, receive, send)
        elif await self._plaats():
            try:
                await self.app(scope, receive, send)
            finally:
                self.plaatsen.release()
        else:
            await weiger(TE_DRUK, scope, receive, send)

    async def _plaats(self) -> bool:
        """Take a place, waiting for it if need be."""
        if not self.plaatsen.locked():
            return await self.plaatsen.acquire()
        if self.wachtend >= self.max_wachtend:
            return False
        self.wachtend += 1
        try:
            async with asyncio.timeout(self.wachttijd):
                return await self.plaatsen.acquire()
        except TimeoutError:
            return False
        finally:
            self.wachtend -= 1


class Tijdgrens:
    """Cancels work that takes too long: its transaction rolls back, so nothing half-done stays.

    Once the answer has begun the work is committed; then the connection is broken off instead.
    """

    def __init__(self, app: ASGIApp, instellingen: Schilinstellingen) -> None:
        self.app = app
        self.wekker = Wekker(instellingen.werktijd)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on until the deadline."""
        opening = Opening(send)
        try:
            await self.wekker.binnen(self.app(scope, receive, opening))
        except TeLaat:
            if opening.begonnen:
                raise AntwoordAfgebroken from None
            await weiger(TE_LANG, scope, receive, send)

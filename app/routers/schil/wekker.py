"""One timer for all that may take only so long: a timer for each costs a request more than checking its token."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


class TeLaat(Exception):
    """The work was cancelled, for its time was up."""


class Wekker:
    """Gives every piece of work the same number of seconds."""

    def __init__(self, seconden: float) -> None:
        self._seconden = seconden
        self._lopend: dict[asyncio.Timeout, float] = {}
        """Until when each may run; with equal times who came first is up first."""
        self._lus: asyncio.AbstractEventLoop | None = None
        """Whose timer is set; none when nothing can be due."""

    async def binnen(self, werk: Awaitable[T]) -> T:
        """Wait for `werk`; raises TeLaat when it is not done in time, and whatever it raises itself."""
        try:
            async with asyncio.timeout(None) as grens:
                self._zet(grens)
                try:
                    return await werk
                finally:
                    del self._lopend[grens]
        except TimeoutError:
            if not grens.expired():
                raise
            raise TeLaat from None

    def _zet(self, grens: asyncio.Timeout) -> None:
        lus = asyncio.get_running_loop()
        self._lopend[grens] = tot = lus.time() + self._seconden
        if self._lus is not lus:
            self._lus = lus
            lus.call_at(tot, self._wek, lus)

    def _wek(self, lus: asyncio.AbstractEventLoop) -> None:
        """End what is due, and come back for who is next."""
        for grens, tot in list(self._lopend.items()):
            if tot > lus.time():
                lus.call_at(tot, self._wek, lus)
                return
            if not grens.expired():
                grens.reschedule(lus.time())
        self._lus = None

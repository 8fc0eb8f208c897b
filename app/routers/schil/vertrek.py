"""A caller that leaves: what was made for it alone is made no further, and nothing is answered."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.types import Receive

T = TypeVar("T")


class Vertrokken(Exception):
    """The caller is gone: nobody reads an answer."""


async def zolang_aanwezig(ontvang: Receive, werk: Coroutine[Any, Any, T]) -> T:
    """Return what `werk` gives; when the caller leaves it is cancelled, with Vertrokken.

    For work that changes nothing: a change is finished also for who does not wait for it.
    """
    taak = asyncio.create_task(werk)
    vertrek = asyncio.create_task(_vertrek(ontvang))
    vertrek.add_done_callback(lambda _: taak.cancel())
    try:
        return await taak
    except asyncio.CancelledError:
        if vertrek.done():
            raise Vertrokken from None
        raise
    finally:
        vertrek.cancel()


async def _vertrek(ontvang: Receive) -> None:
    """Wait until the server says so; a body comes first, also an empty one."""
    while (await ontvang())["type"] != "http.disconnect":
        pass

"""What the layers of the shell know of one request: headers and the request id."""

import re

from starlette.types import Message, Receive, Scope, Send

from app.routers.problemen import Probleem, probleem_antwoord
from app.services.ids import nieuw_nummer

NUMMER = "verzoeknummer"
"""Key in `scope["state"]` (`request.state.verzoeknummer`): the request id, a UUID as text."""
CLIENT = "client_id"
"""Key in `scope["state"]`: `azp` of the checked token, for the access log; the token check puts it there."""
LICHAAM = "lichaam"
"""Key in `scope["state"]`: the whole body, for a request that can have one; the layer that reads it puts it there."""

_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def kop(scope: Scope, naam: bytes) -> bytes | None:
    """The first header of this name (lower case, as ASGI gives them)."""
    for gevonden, waarde in scope["headers"]:
        if gevonden == naam:
            return bytes(waarde)
    return None


def geef_nummer(scope: Scope) -> str:
    """Number the request: the caller's `X-Request-ID` when that is a UUID, else a new one.

    Anything but a UUID is refused in silence: it would stand in the log and come back, and it can hold anything.
    """
    gegeven = kop(scope, b"x-request-id")
    nummer = gegeven.decode().lower() if gegeven and _UUID.fullmatch(gegeven) else nieuw_nummer()
    scope.setdefault("state", {})[NUMMER] = nummer
    return nummer


def nummer_van(scope: Scope) -> str | None:
    """The request id, if the shell gave one."""
    nummer: str | None = scope.get("state", {}).get(NUMMER)
    return nummer


async def weiger(probleem: Probleem, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with a problem."""
    await probleem_antwoord(probleem, nummer_van(scope))(scope, receive, send)


def opent(bericht: Message) -> bool:
    """Is this the message with status and headers?"""
    return bool(bericht["type"] == "http.response.start")


class Opening:
    """Sends on, and remembers whether the answer has begun: from then on no other can be given."""

    __slots__ = ("_send", "begonnen")

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begonnen = False

    async def __call__(self, bericht: Message) -> None:
        """Send one message on."""
        self.begonnen = self.begonnen or opent(bericht)
        await self._send(bericht)

"""The body: read before any work starts, within a size and a time, so that a slow or huge one costs nothing else."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.routers.problemen import probleem_bij_status
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.vertrek import Vertrokken
from app.routers.schil.verzoek import LICHAAM, kop, weiger
from app.routers.schil.wekker import TeLaat, Wekker

_ZONDER_LICHAAM = frozenset({"GET", "HEAD", "OPTIONS"})
_WEGGOOIEN = 16
"""Of a body that is too large, so many times the limit is read and thrown away: so the caller can read the 413."""


class TeGroot(Exception):
    """The body is larger than the limit; `uitgelezen` tells whether the connection can be used again."""

    def __init__(self, *, uitgelezen: bool) -> None:
        self.uitgelezen = uitgelezen


class Lichaam:
    """413 above the limit, whatever Content-Length says; 408 when the body does not come."""

    def __init__(self, app: ASGIApp, instellingen: Schilinstellingen) -> None:
        self.app = app
        self.grens = instellingen.max_lichaam
        self.wekker = Wekker(instellingen.leestijd)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, then pass on."""
        if not _heeft_lichaam(scope):
            await self.app(scope, receive, send)
            return
        try:
            inhoud = await self.wekker.binnen(self._lees(scope, receive))
        except TeGroot as fout:
            koppen = {} if fout.uitgelezen else _sluit(scope)
            await weiger(probleem_bij_status(413, koppen=koppen), scope, receive, send)
        except TeLaat:
            await weiger(probleem_bij_status(408, koppen=_sluit(scope)), scope, receive, send)
        else:
            scope["state"][LICHAAM] = inhoud
            await self.app(scope, _opnieuw(inhoud, receive), send)

    async def _lees(self, scope: Scope, receive: Receive) -> bytes:
        verwacht = _lengte(scope)
        if verwacht > self.grens:
            raise TeGroot(uitgelezen=await self._gooi_weg(scope, receive, verwacht))
        stukken, gelezen = [], 0
        while True:
            bericht = await receive()
            stuk, meer = _stuk(bericht)
            gelezen += len(stuk)
            if gelezen > self.grens:
                raise TeGroot(uitgelezen=not meer or await self._gooi_weg(scope, receive, 0))
            stukken.append(stuk)
            if not meer:
                return b"".join(stukken) if len(stukken) > 1 else stuk

    async def _gooi_weg(self, scope: Scope, receive: Receive, verwacht: int) -> bool:
        """Read on without keeping anything; not when the caller waits for a 100, nor without end."""
        ruimte = _WEGGOOIEN * self.grens
        if verwacht > ruimte or kop(scope, b"expect") is not None:
            return False
        while ruimte > 0:
            stuk, meer = _stuk(await receive())
            if not meer:
                return True
            ruimte -= len(stuk)
        return False


def _heeft_lichaam(scope: Scope) -> bool:
    """A GET seldom has one; other methods can have one without any header (HTTP/2)."""
    if scope["method"] not in _ZONDER_LICHAAM:
        return True
    return kop(scope, b"content-length") is not None or kop(scope, b"transfer-encoding") is not None


def _lengte(scope: Scope) -> int:
    gezegd = kop(scope, b"content-length") or b""
    return int(gezegd) if gezegd.isdigit() else 0


def _stuk(bericht: Message) -> tuple[bytes, bool]:
    if bericht["type"] == "http.disconnect":
        raise Vertrokken
    return bericht.get("body", b""), bericht.get("more_body", False)


def _sluit(scope: Scope) -> dict[str, str]:
    """HTTP/2 has no such header."""
    return {"Connection": "close"} if scope.get("http_version", "1.1").startswith("1") else {}


def _opnieuw(inhoud: bytes, receive: Receive) -> Receive:
    """Give the body once, then whatever the server says next (that the caller left)."""
    gegeven = False

    async def ontvang() -> Message:
        nonlocal gegeven
        if gegeven:
            return await receive()
        gegeven = True
        return {"type": "http.request", "body": inhoud, "more_body": False}

    return ontvang

"""Addresses: odd ones do not exist, and OPTIONS says what an address can do."""

import re

from fastapi import FastAPI
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.routers.problemen import probleem_bij_status
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.methoden import eigen_methoden, toegestane_methoden
from app.routers.schil.verzoek import kop, weiger

_GEWOON = re.compile(r"/|(?:/(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f\x7f\ufffd\ud800-\udfff]+)+")
"""No control characters, backslashes or what was no UTF-8, no empty or dot segments, no trailing slash."""
_VERBORGEN_SCHEIDING = re.compile(rb"%(?:2f|5c)", re.IGNORECASE)
_AANVRAAGKOPPEN = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent, X-Request-ID"
_ONTHOUD_SECONDEN = "600"


class Paden:
    """404 for a trailing slash (the root excepted) and every odd path, before a router can be confused by it."""

    def __init__(self, app: ASGIApp, fastapi: FastAPI, instellingen: Schilinstellingen) -> None:
        self.app = app
        self.fastapi = fastapi
        self.origins = frozenset(origin.encode() for origin in instellingen.cors_origins)
        self.open_paden = instellingen.open_paden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse an odd path, answer OPTIONS, pass on the rest."""
        if is_vreemd(scope):
            await weiger(probleem_bij_status(404), scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await self._opties(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _opties(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A preflight, or the plain question what can be done here; an address without routes goes on to its 404."""
        allow = ", ".join(toegestane_methoden(self.fastapi, scope))
        gevraagd = kop(scope, b"access-control-request-method")
        if not allow or (gevraagd is None and "OPTIONS" in eigen_methoden(self.fastapi, scope)):
            await self.app(scope, receive, send)
            return
        koppen = {"Allow": allow}
        if gevraagd is not None and self._mag(scope):
            koppen |= {
                "Access-Control-Allow-Methods": allow,
                "Access-Control-Allow-Headers": _AANVRAAGKOPPEN,
                "Access-Control-Max-Age": _ONTHOUD_SECONDEN,
            }
        await Response(status_code=204, headers=koppen)(scope, receive, send)

    def _mag(self, scope: Scope) -> bool:
        return scope["path"] in self.open_paden or kop(scope, b"origin") in self.origins


def is_vreemd(scope: Scope) -> bool:
    """No address of ours looks like this, before or after decoding."""
    rauw = scope.get("raw_path") or b""
    return not _GEWOON.fullmatch(scope["path"]) or bool(b"%" in rauw and _VERBORGEN_SCHEIDING.search(rauw))

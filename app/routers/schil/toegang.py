"""The outermost layer: numbers the request and writes one line about it when it is over."""

from collections.abc import Callable
from time import perf_counter

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.routers.schil.logboek import Logboek
from app.routers.schil.verzoek import CLIENT, geef_nummer, opent

AFGEBROKEN = 499
"""In the log only: the caller left, or the connection broke, before there was an answer."""

METHODEN = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})


class Toegang:
    """Request id and access log: request id, method, route template, status, milliseconds, client."""

    def __init__(self, app: ASGIApp, fastapi: FastAPI, logboek: Logboek) -> None:
        self.app = app
        self.fastapi = fastapi
        self.logboek = logboek
        self.sjablonen: dict[Callable[..., object], str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Number, pass on, log."""
        begin = perf_counter()
        nummer = geef_nummer(scope)
        status = AFGEBROKEN

        async def met_status(bericht: Message) -> None:
            nonlocal status
            if opent(bericht):
                status = bericht["status"]
            await send(bericht)

        try:
            await self.app(scope, receive, met_status)
        finally:
            self.logboek.info(
                "verzoek",
                verzoek=nummer,
                methode=scope["method"] if scope["method"] in METHODEN else "anders",
                route=self._sjabloon(scope),
                status=status,
                ms=round((perf_counter() - begin) * 1000, 2),
                client=scope["state"].get(CLIENT),
            )

    def _sjabloon(self, scope: Scope) -> str | None:
        """The path as the route declares it; nothing for a request that met no route.

        FastAPI's routes in included routers know their path without the prefix, so it is looked up by endpoint.
        """
        endpoint = scope.get("endpoint")
        if endpoint is None:
            return None
        if endpoint not in self.sjablonen:
            self._lees_routes()
        return self.sjablonen.setdefault(endpoint, "?")

    def _lees_routes(self) -> None:
        for route in iter_route_contexts(self.fastapi.routes):
            if route.endpoint is not None and route.path_format is not None:
                self.sjablonen.setdefault(route.endpoint, route.path_format)

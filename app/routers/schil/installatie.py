"""Puts the shell around a FastAPI application."""

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from app.routers.schil.drukte import Drukte, Tijdgrens
from app.routers.schil.foutafhandeling import registreer_foutafhandeling
from app.routers.schil.hoofd import Hoofd
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.koppen import Koppen
from app.routers.schil.lichaam import Lichaam
from app.routers.schil.logboek import Logboek, maak_logboek
from app.routers.schil.paden import Paden
from app.routers.schil.toegang import Toegang
from app.routers.schil.vangnet import Vangnet


class Schil:
    """All layers as one middleware; websockets and the lifespan pass by."""

    def __init__(self, app: ASGIApp, fastapi: FastAPI, instellingen: Schilinstellingen, logboek: Logboek) -> None:
        self.app = app
        self.lagen = omhul(app, fastapi, instellingen, logboek)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Through the layers, for HTTP."""
        await (self.lagen if scope["type"] == "http" else self.app)(scope, receive, send)


def omhul(app: ASGIApp, fastapi: FastAPI, instellingen: Schilinstellingen, logboek: Logboek) -> ASGIApp:
    """The layers from the inside out: read upwards to follow a request."""
    app = Tijdgrens(app, instellingen)
    app = Drukte(app, instellingen)
    app = Lichaam(app, instellingen)
    app = Paden(app, fastapi, instellingen)
    app = Vangnet(app, logboek)
    app = Hoofd(app)
    app = Koppen(app, instellingen)
    return Toegang(app, fastapi, logboek)


def installeer(app: FastAPI, instellingen: Schilinstellingen, logboek: Logboek | None = None) -> None:
    """Give `app` the shell and the exception handlers; call it after any other middleware is added.

    A later `add_middleware` would lie outside the shell, and its answers would miss the headers.
    """
    app.router.redirect_slashes = False
    logboek = logboek or maak_logboek()
    registreer_foutafhandeling(app, logboek)
    app.add_middleware(Schil, fastapi=app, instellingen=instellingen, logboek=logboek)

"""The last resort: a crash becomes a 500 without internals, and a log line without data."""

from starlette.types import ASGIApp, Receive, Scope, Send

from app.routers.problemen import INTERN, probleem_bij_status
from app.routers.schil.logboek import Logboek, meld_crash
from app.routers.schil.vertrek import Vertrokken
from app.routers.schil.verzoek import Opening, nummer_van, weiger


class AntwoordAfgebroken(Exception):
    """An answer broke off half-way: the server must close the connection, or a half is taken for the whole."""


class Vangnet:
    """Catches every exception that no handler knew, so that no server or framework prints its message."""

    def __init__(self, app: ASGIApp, logboek: Logboek) -> None:
        self.app = app
        self.logboek = logboek

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and answer for what crashed."""
        opening = Opening(send)
        try:
            await self.app(scope, receive, opening)
        except Vertrokken:
            return
        except Exception as fout:  # noqa: BLE001 (that is what a safety net is for)
            meld_crash(self.logboek, fout, nummer_van(scope))
            if opening.begonnen:
                raise AntwoordAfgebroken from None
        else:
            return
        await weiger(probleem_bij_status(INTERN.status), scope, receive, send)

"""Trede within this process: it makes the rows that are multiplied, and shows which statements it executes."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from types import MappingProxyType
from typing import Any

import httpx

from app.auth.ontwikkelmachines import geef_machinetoken
from app.main import create_app, ontwikkeluitgever, systeemklok
from app.services.identiteit import Rol
from app.services.poorten import Klok
from app.settings import Instellingen

ROL = Rol.INKOMENSCONSULENT
_GELDIG = timedelta(hours=2)
_GEEN: Mapping[str, str] = MappingProxyType({})


def token_voor(instellingen: Instellingen, klok: Klok = systeemklok) -> str:
    """A token of the development issuer for the one person of the benchmark."""
    uitgever = ontwikkeluitgever(instellingen)
    return uitgever.geef_token([ROL], "bench", nu=klok(), geldig=_GELDIG)


def machinetoken(instellingen: Instellingen, rol: Rol, organisatie: str = "", klok: Klok = systeemklok) -> str:
    """A token of the machine of UWV, or of an opdrachtnemer."""
    return geef_machinetoken(ontwikkeluitgever(instellingen), [rol], organisatie, nu=klok(), geldig=_GELDIG)


def met_token(token: str) -> dict[str, str]:
    """The header in which it goes."""
    return {"Authorization": f"Bearer {token}"}


@dataclass(frozen=True, slots=True)
class Trede:
    """The service, started, with someone who may call it."""

    http: httpx.AsyncClient

    @classmethod
    @asynccontextmanager
    async def in_dit_proces(cls, instellingen: Instellingen, *, klok: Klok = systeemklok) -> AsyncIterator["Trede"]:
        """Start it, on another clock if need be."""
        log = TextIOWrapper(BytesIO())
        with redirect_stdout(log):  # the service writes its log to what stdout is when it is made
            app = create_app(instellingen, klok=klok)
        koppen = met_token(token_voor(instellingen, klok))
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://trede", headers=koppen) as http,
        ):
            yield cls(http)

    async def post(self, pad: str, inhoud: Any, koppen: Mapping[str, str] = _GEEN) -> Any:
        """The answer to a POST that must succeed."""
        antwoord = await self.http.post(pad, json=inhoud, headers=koppen)
        if antwoord.is_error:
            raise RuntimeError(f"POST {pad}: {antwoord.status_code} {antwoord.text}")
        return antwoord.json()

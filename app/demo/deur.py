"""The front door: the service in this process, called over its own HTTP interface, at a moment that the demo sets."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx
from fastapi import FastAPI

from app.services.identiteit import Rol

Antwoord = httpx.Response


class Geweigerd(Exception):
    """The service refused what the demo asked; says what and why, without personal data."""


class Wijzer:
    """The clock of the demo."""

    def __init__(self, nu: datetime) -> None:
        self.nu = nu

    def __call__(self) -> datetime:
        """Return the moment at which the demo is."""
        return self.nu


@dataclass
class Deur:
    """Calls the service as someone with a role."""

    http: httpx.AsyncClient
    wijzer: Wijzer
    token: Callable[[Rol, str, datetime], str]
    _tokens: dict[tuple[Rol, str, datetime], str] = field(default_factory=dict)

    async def post(self, rol: Rol, pad: str, body: Any, *, als: Antwoord | None = None, wie: str = "") -> Antwoord:
        """POST under /v1 as someone with this role; `als` gives the version that a step is taken on."""
        koppen = {"Authorization": f"Bearer {self._token(rol, wie)}"}
        if als is not None:
            koppen["If-Match"] = als.headers["ETag"]
        antwoord = await self.http.post(f"/v1{pad}", json=body, headers=koppen)
        if antwoord.is_error:
            inhoud = antwoord.json()
            raise Geweigerd(f"{pad}: {antwoord.status_code} {inhoud['type']} {inhoud.get('errors', inhoud['detail'])}")
        return antwoord

    async def get(self, rol: Rol, pad: str) -> Antwoord:
        """GET under /v1 as someone with this role."""
        antwoord = await self.http.get(f"/v1{pad}", headers={"Authorization": f"Bearer {self._token(rol, '')}"})
        antwoord.raise_for_status()
        return antwoord

    def _token(self, rol: Rol, wie: str) -> str:
        uur = self.wijzer.nu.replace(minute=0, second=0)  # the clock of the demo also goes back
        sleutel = (rol, wie, uur)
        if sleutel not in self._tokens:
            self._tokens[sleutel] = self.token(rol, wie or f"{rol}-demo", uur)
        return self._tokens[sleutel]


@asynccontextmanager
async def open_deur(app: FastAPI, wijzer: Wijzer, token: Callable[[Rol, str, datetime], str]) -> AsyncIterator[Deur]:
    """Start the service and give its door."""
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://trede") as http:
            yield Deur(http, wijzer, token)

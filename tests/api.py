"""Talking to the service in tests, as someone with a role."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from app.auth.ontwikkeluitgever import CLIENT
from app.main import ontwikkeluitgever
from app.services.identiteit import MACHINEROLLEN, Rol
from app.settings import Instellingen, Machine

_ORGANISATIES = [f"organisatie-{nummer}" for nummer in range(1000)]
CLIENTS = {
    **{rol.value: Machine(oin=f"{nummer:020}") for nummer, rol in enumerate(sorted(MACHINEROLLEN))},
    **{naam: Machine(organisatie=naam) for naam in _ORGANISATIES},
}
"""The register of clients: one per machine role, and one for each organisation that a test may make opdrachtnemer."""
_VRIJ = iter(_ORGANISATIES)


def nieuwe_organisatie() -> str:
    """The kenmerk of an organisation in the register that no other test uses."""
    return next(_VRIJ)


@dataclass
class Persoon:
    """A client that carries the token of one person with one role."""

    http: httpx.AsyncClient
    token: Callable[[], str]

    async def get(self, pad: str, **rest: Any) -> httpx.Response:
        """GET under /v1."""
        return await self._doe("GET", pad, **rest)

    async def post(self, pad: str, json: Any, *, als: httpx.Response | None = None, **rest: Any) -> httpx.Response:
        """POST under /v1; `als` gives the answer whose ETag goes into If-Match."""
        return await self._doe("POST", pad, json=json, als=als, **rest)

    async def patch(self, pad: str, json: Any, *, als: httpx.Response | None = None, **rest: Any) -> httpx.Response:
        """PATCH under /v1 as a JSON merge patch."""
        return await self._doe("PATCH", pad, json=json, als=als, **rest)

    async def _doe(
        self,
        methode: str,
        pad: str,
        *,
        als: httpx.Response | None = None,
        koppen: dict[str, str] | None = None,
        **rest: Any,
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token()}", **(koppen or {})}
        if als is not None:
            headers["If-Match"] = als.headers["ETag"]
        return await self.http.request(methode, f"/v1{pad}", headers=headers, **rest)


@dataclass
class Api:
    """Everyone who can call, by role."""

    http: httpx.AsyncClient
    instellingen: Instellingen
    klok: Callable[[], datetime]
    _tokens: dict[tuple[str, str | None, str, int], str] = field(default_factory=dict)

    def als(self, rol: str, persoon: str = "") -> Persoon:
        """Someone with this role; another `persoon` is someone else.

        A machine role (`uwv`, `gws`, `opdrachtnemer`) is that of its client in CLIENTS, which acts itself unless
        there is a `persoon`. That client `opdrachtnemer` works for no organisation: see `als_opdrachtnemer`.
        """
        if rol in MACHINEROLLEN:
            return Persoon(self.http, lambda: self._token(rol, persoon or None, rol))
        return Persoon(self.http, lambda: self._token(rol, persoon or f"{rol}-een", CLIENT))

    def als_opdrachtnemer(self, organisatie: str) -> Persoon:
        """The system of an opdrachtnemer, by the kenmerk that `nieuwe_organisatie` gave."""
        return Persoon(self.http, lambda: self._token(Rol.OPDRACHTNEMER, None, organisatie))

    def _token(self, rol: str, persoon: str | None, client: str) -> str:
        nu = self.klok()
        sleutel = (rol, persoon, client, int(nu.timestamp()) // 3600)
        if sleutel not in self._tokens:
            uitgever = ontwikkeluitgever(self.instellingen)
            self._tokens[sleutel] = uitgever.geef_token([Rol(rol)], persoon, nu=nu, client=client)
        return self._tokens[sleutel]

    def __getattr__(self, rol: str) -> Persoon:
        """`api.receptie`: someone of the reception."""
        return self.als(rol)

"""Talking to the service in tests, as someone with a role."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import httpx

from app.auth.ontwikkelmachines import geef_machinetoken
from app.main import ontwikkeluitgever
from app.services.identiteit import MACHINEROLLEN, Rol
from app.settings import Instellingen

_EEN: Mapping[str, str] = {Rol.UWV: "", Rol.GWS: "", Rol.OPDRACHTNEMER: "opdrachtnemer"}
"""Who has a machine role: no person, and for an opdrachtnemer its organisation."""
_NUMMERS = itertools.count(1)


def nieuwe_organisatie() -> str:
    """The kenmerk of an opdrachtnemer that no other test uses."""
    return f"organisatie-{next(_NUMMERS)}"


def fouten(antwoord: httpx.Response, status: int = 400) -> set[tuple[str, str]]:
    """Which fields were refused, and by which code; a clash with what is recorded (409) can name them too."""
    assert antwoord.status_code == status, antwoord.text
    return {(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]}


def strijd(antwoord: httpx.Response) -> str:
    """The code of a clash with what is recorded."""
    assert antwoord.status_code == 409, antwoord.text
    return str(antwoord.json()["type"]).removeprefix("/problemen/")


@dataclass
class Persoon:
    """A client that carries the token of one person with one role."""

    http: httpx.AsyncClient
    token: Callable[[], str]

    async def get(self, pad: str, **rest: Any) -> httpx.Response:
        """GET under /v1."""
        return await self._doe("GET", pad, **rest)

    async def alles(self, pad: str, **vraag: Any) -> list[dict[str, Any]]:
        """Read every page of a list, joined up; small ones with a small `limit`."""
        regels: list[dict[str, Any]] = []
        params: dict[str, Any] = {"limit": 200, **vraag}
        while True:
            antwoord = await self.get(pad, params=params)
            assert antwoord.status_code == 200, antwoord.text
            regels += antwoord.json()["resultaten"]
            if not antwoord.json()["volgende"]:
                return regels
            params["cursor"] = antwoord.json()["volgende"]

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
    _tokens: dict[tuple[str, str, int], str] = field(default_factory=dict)

    def als(self, rol: str, persoon: str = "") -> Persoon:
        """Someone with this role; another `persoon` is someone else.

        A machine role is its one machine's: `api.uwv`, `api.gws`, and `api.opdrachtnemer` of the organisation
        `opdrachtnemer`; of an opdrachtnemer with rows of its own, see `als_opdrachtnemer`.
        """
        wie = persoon or _EEN.get(rol, f"{rol}-een")
        return Persoon(self.http, lambda: self._token(rol, wie))

    def als_opdrachtnemer(self, organisatie: str) -> Persoon:
        """The machine of an opdrachtnemer, by the kenmerk that `nieuwe_organisatie` gave."""
        return self.als(Rol.OPDRACHTNEMER, organisatie)

    def _token(self, rol: str, wie: str) -> str:
        nu = self.klok()
        sleutel = (rol, wie, int(nu.timestamp()) // 3600)
        if sleutel not in self._tokens:
            uitgever = ontwikkeluitgever(self.instellingen)
            geef = partial(geef_machinetoken, uitgever) if rol in MACHINEROLLEN else uitgever.geef_token
            self._tokens[sleutel] = geef([Rol(rol)], wie, nu=nu)
        return self._tokens[sleutel]

    def __getattr__(self, rol: str) -> Persoon:
        """`api.receptie`: someone of the reception."""
        return self.als(rol)

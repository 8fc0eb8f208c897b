"""The raw side: Starlette and asyncpg, the statements of Trede, no token, no validation, no rules.

Written as fast as it goes and then left alone: a bare route, uvloop and httptools, a pool without a reset, statements
that asyncpg keeps prepared, orjson. What a rule would decide stands in the texts that Trede wrote once; only ids and
moments are filled in.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uuid_utils.compat import uuid7

from bench.opname import Opname, lees
from bench.sjablonen import Sjabloon, ids_in

JSON = "application/json"
_LIJST = 50


class Rauw:
    """The four endpoints on one pool."""

    pool: Any

    def __init__(self, dsn: str, opnamen: dict[str, Opname]) -> None:
        self._dsn = dsn
        self._klant, self._lijst, self._diep = (opnamen[n].opdrachten[0].sql for n in ("klant", "lijst", "diep"))
        self._velden = _velden(opnamen["klant"])
        self._schrijf = Schrijfvorm(opnamen["melding"])

    @asynccontextmanager
    async def leven(self, _app: Starlette) -> AsyncIterator[None]:
        """Open the pool and close it."""
        self.pool = await asyncpg.create_pool(self._dsn, min_size=1, max_size=10, reset=_laat_zo)
        yield
        await self.pool.close()

    async def klant(self, request: Request) -> Response:
        """Read by key."""
        async with self.pool.acquire() as verbinding:
            rij = await verbinding.fetchrow(self._klant, UUID(request.path_params["id"]))
        return Response(_json(self._draad(rij)), media_type=JSON)

    async def klanten(self, request: Request) -> Response:
        """A page; the cursor is the last key, readable."""
        cursor = request.query_params.get("cursor")
        if cursor:
            moment, _, kenmerk = cursor.partition("|")
            vraag: tuple[Any, ...] = (self._diep, datetime.fromisoformat(moment), UUID(kenmerk))
        else:
            vraag = (self._lijst,)
        async with self.pool.acquire() as verbinding:
            rijen = await verbinding.fetch(*vraag)
        laatste = rijen[_LIJST - 1] if len(rijen) > _LIJST else None
        volgende = f"{laatste['aangemaakt_op'].isoformat()}|{laatste['id']}" if laatste else None
        inhoud = {"resultaten": [self._draad(rij) for rij in rijen[:_LIJST]], "volgende": volgende}
        return Response(_json(inhoud), media_type=JSON)

    async def melding(self, request: Request) -> Response:
        """Write: the same transaction."""
        waarden = self._schrijf.waarden(orjson.loads(await request.body())["klantId"])
        async with self.pool.acquire() as verbinding:
            await self._schrijf.voer_uit(verbinding, waarden)
        return Response(self._schrijf.antwoord.vul(waarden), 201, media_type=JSON)

    def _draad(self, rij: Any) -> dict[str, Any]:
        return {sleutel: rij[kolom] for sleutel, kolom in self._velden}


class Schrijfvorm:
    """The write as Trede recorded it, with the places for new ids and moments."""

    def __init__(self, opname: Opname) -> None:
        stappen = opname.opdrachten
        teksten = [tekst for stap in stappen for soort, tekst in stap.argumenten if soort == "json"]
        klant = next(tekst for stap in stappen for soort, tekst in stap.argumenten if soort == "id")
        self._nieuw = tuple(kenmerk for kenmerk in ids_in(teksten) if kenmerk != klant)
        plaatsen = {kenmerk: kenmerk for kenmerk in self._nieuw}
        plaatsen |= {klant: "klant", orjson.loads(opname.antwoord)["aangemaaktOp"]: "nu"}
        self.antwoord = Sjabloon(opname.antwoord, plaatsen)
        self._stappen = tuple(
            (stap.sql, tuple((soort, Sjabloon(tekst, plaatsen)) for soort, tekst in stap.argumenten))
            for stap in stappen
        )

    def waarden(self, klant: str) -> dict[str, str]:
        """Fresh ids and the moment, for one request."""
        nu = datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        return {"klant": klant, "nu": nu, **{kenmerk: str(uuid7()) for kenmerk in self._nieuw}}

    async def voer_uit(self, verbinding: Any, waarden: dict[str, str]) -> None:
        """Execute every step; BEGIN and COMMIT are steps too."""
        try:
            for sql, argumenten in self._stappen:
                if argumenten:
                    await verbinding.fetchrow(sql, *(_argument(soort, s.vul(waarden)) for soort, s in argumenten))
                else:
                    await verbinding.execute(sql)
        except BaseException:
            await verbinding.execute("rollback")
            raise


def _json(inhoud: Any) -> bytes:
    return orjson.dumps(inhoud, default=str, option=orjson.OPT_UTC_Z)  # str: asyncpg has a UUID of its own


def _argument(soort: str, tekst: str) -> Any:
    return UUID(tekst) if soort == "id" else tekst


def _velden(opname: Opname) -> tuple[tuple[str, str], ...]:
    """The names in JSON with their columns."""
    namen = orjson.loads(opname.antwoord)
    return tuple((naam, "".join(f"_{t.lower()}" if t.isupper() else t for t in naam)) for naam in namen)


async def _laat_zo(_verbinding: Any) -> None:
    """No session state, no reset."""


def maak_app(dsn: str, opnamen: dict[str, Opname]) -> Starlette:
    """The application on this database."""
    rauw = Rauw(dsn, opnamen)
    routes = [
        Route("/v1/klanten/{id}", rauw.klant),
        Route("/v1/klanten", rauw.klanten),
        Route("/v1/meldingen", rauw.melding, methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=rauw.leven)


def uit_omgeving() -> Starlette:
    """For uvicorn: what to read stands in the environment."""
    return maak_app(os.environ["BENCH_DSN"], lees(Path(os.environ["BENCH_OPNAMEN"])))

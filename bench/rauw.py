"""The raw side: Starlette and asyncpg, the statements of Trede, no token, no validation, no rules.

Written as fast as it goes and then left alone: a bare route, uvloop and httptools, a pool without a reset, statements
that asyncpg keeps prepared, orjson. What a rule would decide stands in the texts that Trede wrote once; only ids,
moments and numbers of journals are filled in. Stored JSON is shown as Trede shows it, without being read.
"""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import cache
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
_NUMMER = re.compile(r'"volgnummer":\d+')
_NAAM = re.compile(r'"[a-z]+(?:_[a-z0-9]+)+": ')
"""A name of two words in stored JSON; within a text a quote is escaped, so this is none."""


class Rauw:
    """The endpoints on one pool."""

    pool: Any
    _orderkolommen: tuple[tuple[str, str, bool], ...]
    """Name in JSON, column, and whether that holds JSON."""

    def __init__(self, dsn: str, opnamen: dict[str, Opname]) -> None:
        self._dsn = dsn
        self._klant, self._lijst, self._diep = (opnamen[n].opdrachten[0].sql for n in ("klant", "lijst", "diep"))
        self._velden = _velden(opnamen["klant"])
        self._orders = opnamen["orders"].opdrachten[0]
        self._getoond = orjson.loads(opnamen["orders"].antwoord)["resultaten"][0].keys()
        """What Trede shows of an order: not what a firm may not see."""
        self._schrijf = Schrijfvorm(opnamen["melding"])
        self._groep = Groepvorm(opnamen["sessies"])

    @asynccontextmanager
    async def leven(self, _app: Starlette) -> AsyncIterator[None]:
        """Open the pool and close it."""
        self.pool = await asyncpg.create_pool(self._dsn, min_size=1, max_size=10, reset=_laat_zo)
        async with self.pool.acquire() as verbinding:
            kolommen = (await verbinding.prepare(self._orders.sql)).get_attributes()
        namen = {k.name: _in_json(k.name) for k in kolommen}
        self._orderkolommen = tuple(
            (namen[k.name], k.name, k.type.name == "jsonb") for k in kolommen if namen[k.name] in self._getoond
        )
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
        inhoud = {"resultaten": [self._draad(rij) for rij in rijen[:_LIJST]], "volgende": _sleutel(rijen)}
        return Response(_json(inhoud), media_type=JSON)

    async def orders(self, _request: Request) -> Response:
        """The first page of an opdrachtnemer's orders."""
        async with self.pool.acquire() as verbinding:
            rijen = await verbinding.fetch(self._orders.sql, *_argumenten(self._orders.argumenten))
        inhoud = {"resultaten": [self._order(rij) for rij in rijen[:_LIJST]], "volgende": _sleutel(rijen)}
        return Response(_json(inhoud), media_type=JSON)

    def _order(self, rij: Any) -> dict[str, Any]:
        return {
            sleutel: _fragment(rij[kolom]) if samengesteld else rij[kolom]
            for sleutel, kolom, samengesteld in self._orderkolommen
        }

    async def sessies(self, request: Request) -> Response:
        """Write for a group: the same transaction."""
        sessie = orjson.loads(await request.body())
        async with self.pool.acquire() as verbinding:
            antwoord = await self._groep.voer_uit(verbinding, sessie["inkooporders"], sessie["gehoudenOp"])
        return Response(antwoord, 201, media_type=JSON)

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
        klant = next(tekst for stap in opname.opdrachten for soort, tekst in stap.argumenten if soort == "id")
        nu = orjson.loads(opname.antwoord)["aangemaaktOp"]
        self._vorm = Vorm(opname, {klant: "klant", nu: "nu"})
        self.antwoord = self._vorm.antwoord

    def waarden(self, klant: str) -> dict[str, str]:
        """Fresh ids and the moment, for one request."""
        return {"klant": klant, **self._vorm.nieuw()}

    async def voer_uit(self, verbinding: Any, waarden: dict[str, str]) -> None:
        """Execute every step; BEGIN and COMMIT are steps too."""
        try:
            for sql, argumenten in self._vorm.stappen:
                if argumenten:
                    await verbinding.fetchrow(sql, *_gevuld(argumenten, waarden))
                else:
                    await verbinding.execute(sql)
        except BaseException:
            await verbinding.execute("rollback")
            raise


class Groepvorm:
    """The write for a group as Trede recorded it: which klanten and how far their journals are, the database tells.

    Everyone in a group has a journal of the same length, for a group always comes together.
    """

    def __init__(self, opname: Opname) -> None:
        sessies = orjson.loads(opname.antwoord)["sessies"]
        nummer = next(gevonden[0] for _, tekst in opname.argumenten if (gevonden := _NUMMER.search(tekst)))
        plaatsen = {nummer: "nummer", sessies[0]["aangemaaktOp"]: "nu", sessies[0]["gehoudenOp"]: "dag"}
        plaatsen |= {sessie["inkooporderId"]: f"order{n}" for n, sessie in enumerate(sessies)}
        plaatsen |= {sessie["klantId"]: f"klant{n}" for n, sessie in enumerate(sessies)}
        self._vorm = Vorm(opname, plaatsen)

    async def voer_uit(self, verbinding: Any, orders: list[str], dag: str) -> str:
        """Execute every step and return the answer."""
        (begin, _), (slot, ids), (lees, ook_ids), (tel, en_dag), (leg_vast, inhoud), (klaar, _) = self._vorm.stappen
        waarden = {f"order{n}": order for n, order in enumerate(orders)} | {"dag": dag} | self._vorm.nieuw()
        await verbinding.execute(begin)
        try:
            sloten = await verbinding.fetch(slot, *_gevuld(ids, waarden))
            waarden["nummer"] = f'"volgnummer":{sloten[0]["volgnummer"] + 1}'
            rijen = await verbinding.fetch(lees, *_gevuld(ook_ids, waarden))
            klanten = {str(rij["id"]): str(rij["klant_id"]) for rij in rijen}
            waarden |= {f"klant{n}": klanten[order] for n, order in enumerate(orders)}
            await verbinding.fetch(tel, *_gevuld(en_dag, waarden))
            await verbinding.fetchrow(leg_vast, *_gevuld(inhoud, waarden))
            await verbinding.execute(klaar)
        except BaseException:
            await verbinding.execute("rollback")
            raise
        return self._vorm.antwoord.vul(waarden)


Gaten = tuple[tuple[str, Sjabloon], ...]
"""Arguments as (type, text with places)."""


class Vorm:
    """The steps of a request and its answer, cut at the given places and at every id that is new each time."""

    def __init__(self, opname: Opname, plaatsen: dict[str, str]) -> None:
        teksten = [tekst for soort, tekst in opname.argumenten if soort == "json"]
        self._nieuw = tuple(kenmerk for kenmerk in ids_in(teksten) if kenmerk not in plaatsen)
        plaatsen = {kenmerk: kenmerk for kenmerk in self._nieuw} | plaatsen
        self.antwoord = Sjabloon(opname.antwoord, plaatsen)
        self.stappen: tuple[tuple[str, Gaten], ...] = tuple(
            (stap.sql, tuple((soort, Sjabloon(tekst, plaatsen)) for soort, tekst in stap.argumenten))
            for stap in opname.opdrachten
        )

    def nieuw(self) -> dict[str, str]:
        """Fresh ids and the moment, for one request."""
        nu = datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        return {"nu": nu, **{kenmerk: str(uuid7()) for kenmerk in self._nieuw}}


def _json(inhoud: Any) -> bytes:
    return orjson.dumps(inhoud, default=str, option=orjson.OPT_UTC_Z)  # str: asyncpg has a UUID of its own


def _gevuld(gaten: Gaten, waarden: dict[str, str]) -> list[Any]:
    return [_argument(soort, sjabloon.vul(waarden)) for soort, sjabloon in gaten]


def _argumenten(opgenomen: tuple[tuple[str, str], ...]) -> list[Any]:
    return [_argument(soort, tekst) for soort, tekst in opgenomen]


def _argument(soort: str, tekst: str) -> Any:
    if soort == "ids":
        return [UUID(kenmerk) for kenmerk in tekst.split(",")]
    if soort == "dag":
        return date.fromisoformat(tekst)
    return UUID(tekst) if soort == "id" else tekst


def _sleutel(rijen: list[Any]) -> str | None:
    """The cursor of the next page."""
    laatste = rijen[_LIJST - 1] if len(rijen) > _LIJST else None
    return f"{laatste['aangemaakt_op'].isoformat()}|{laatste['id']}" if laatste else None


def als_getoond(tekst: str) -> str:
    """Stored JSON as it is shown: only the names are spelt otherwise."""
    return _NAAM.sub(lambda gevonden: _in_json(gevonden[0]), tekst)


def _fragment(tekst: str | None) -> Any:
    return None if tekst is None else orjson.Fragment(als_getoond(tekst))


@cache
def _in_json(naam: str) -> str:
    eerste, *rest = naam.split("_")
    return eerste + "".join(map(str.capitalize, rest))


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
        Route("/v1/inkooporders", rauw.orders),
        Route("/v1/begeleidingssessies", rauw.sessies, methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=rauw.leven)


def uit_omgeving() -> Starlette:
    """For uvicorn: what to read stands in the environment."""
    return maak_app(os.environ["BENCH_DSN"], lees(Path(os.environ["BENCH_OPNAMEN"])))

"""Transactions: one per use case, run again after a deadlock, answered once per Idempotency-Key."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import uniform
from typing import Any, TypeVar

import asyncpg
import orjson
from sqlalchemy import bindparam, select
from sqlmodel import col

from app.persistence.botsingen import als_strijdig
from app.persistence.lezer import PostgresLezer
from app.persistence.schemastand import nieuwste, stand_van
from app.persistence.schrijver import Context, PostgresSchrijver
from app.persistence.tabellen.verloop import IdempotentieRow
from app.persistence.verbinding import Verbindingen
from app.persistence.vragen import Vraag
from app.services.fouten import OpslagOnbereikbaar, SchemaWijktAf, SleutelHergebruikt
from app.services.identiteit import Beller
from app.services.kluis import Kluis
from app.services.poorten import Antwoord, Herhaalsleutel, Lezer, Schrijver

T = TypeVar("T")
_PAUZES = (0.02, 0.08, 0.32)
"""About so many seconds before each next attempt. Without one, the victim of a deadlock takes the lock that it gave up
before the one that waits for it has woken, and they meet again."""
_BEWAARD = timedelta(hours=72)
_OPNIEUW = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)

# A parallel twin waits here on the key of the first; an expired key is taken over. Each claim takes a few other
# expired keys away, more than it adds, but none that someone else holds: so no job is needed and nobody waits.
_CLAIM = (
    "with verlopen as (select sleutel from idempotentie where verloopt_op < $4 and sleutel <> $1 "
    "order by verloopt_op limit 3 for update skip locked), "
    "weg as (delete from idempotentie o using verlopen v where o.sleutel = v.sleutel) "
    "insert into idempotentie (sleutel, lichaam, verloopt_op) values ($1, $2, $3) "
    "on conflict (sleutel) do update set lichaam = excluded.lichaam, verloopt_op = excluded.verloopt_op, "
    "antwoord = null where idempotentie.verloopt_op < $4 returning 1"
)
_EERDER = Vraag(
    select(col(IdempotentieRow.lichaam), col(IdempotentieRow.antwoord)).where(
        col(IdempotentieRow.sleutel) == bindparam("sleutel")
    )
)


class PostgresOpslag:
    """The store on PostgreSQL."""

    def __init__(self, verbindingen: Verbindingen, kluis: Kluis) -> None:
        self._verbindingen, self._kluis = verbindingen, kluis
        self._lezer = PostgresLezer(verbindingen, kluis)
        self._schema_klopt = False

    def lezer(self) -> Lezer:
        """Return a reader; each read takes a connection of its own."""
        return self._lezer

    async def peil(self) -> None:
        """Ask the database whether it can be worked with; raises OpslagOnbereikbaar and SchemaWijktAf.

        Once its schema is right it is not asked for that again: a next version may migrate while this one still serves.
        """
        async with self._verbindingen.een() as verbinding:
            if self._schema_klopt:
                await verbinding.fetchval("select 1")
            else:
                self._schema_klopt = await stand_van(verbinding) == nieuwste()
        if not self._schema_klopt:
            raise SchemaWijktAf("De database heeft niet het schema van deze versie; voer `trede migrate` uit.")

    async def schrijf(
        self,
        werk: Callable[[Schrijver], Awaitable[tuple[T, Antwoord]]],
        *,
        beller: Beller,
        nu: datetime,
        handeling: str,
        verzoek: str,
        herhaal: Herhaalsleutel | None,
    ) -> Antwoord:
        """Run a use case in one transaction; see the Protocol."""
        context = Context(beller, nu, handeling, verzoek)
        for pauze in _PAUZES:
            try:
                return await self._poging(werk, context, herhaal)
            except _OPNIEUW:
                # no two wait equally long
                await asyncio.sleep(uniform(pauze / 2, pauze * 3 / 2))  # noqa: S311  # no secret
        try:
            return await self._poging(werk, context, herhaal)
        except _OPNIEUW as fout:
            raise OpslagOnbereikbaar("Het is te druk in dit dossier; probeer het opnieuw.") from fout

    async def _poging(
        self,
        werk: Callable[[Schrijver], Awaitable[tuple[T, Antwoord]]],
        context: Context,
        herhaal: Herhaalsleutel | None,
    ) -> Antwoord:
        """Run it once; raises what a rule of the database means, in words of the house."""
        try:
            return await self._een_keer(werk, context, herhaal)
        except asyncpg.IntegrityConstraintViolationError as fout:
            strijdig = als_strijdig(fout)
            if strijdig is None:
                raise
            raise strijdig from None

    async def _een_keer(
        self,
        werk: Callable[[Schrijver], Awaitable[tuple[T, Antwoord]]],
        context: Context,
        herhaal: Herhaalsleutel | None,
    ) -> Antwoord:
        async with self._verbindingen.een() as verbinding, verbinding.transaction():
            if herhaal and (eerder := await self._eerder(verbinding, herhaal, context.nu)):
                return eerder
            schrijver = PostgresSchrijver(verbinding, self._kluis, context)
            _, antwoord = await werk(schrijver)
            await schrijver.leg_vast(self._te_bewaren(herhaal, antwoord))
            return antwoord

    async def _eerder(self, verbinding: Any, herhaal: Herhaalsleutel, nu: datetime) -> Antwoord | None:
        nieuw = await verbinding.fetchval(_CLAIM, herhaal.sleutel, herhaal.lichaam, nu + _BEWAARD, nu)
        if nieuw:
            return None
        rij = await _EERDER.rij(verbinding, sleutel=herhaal.sleutel)
        if rij is None or rij["lichaam"] != herhaal.lichaam:
            raise SleutelHergebruikt("Deze Idempotency-Key is al gebruikt met een ander verzoek.")
        status, koppen, lichaam = orjson.loads(self._kluis.open(rij["antwoord"]))
        return Antwoord(status, tuple((naam, waarde) for naam, waarde in koppen), lichaam.encode())

    def _te_bewaren(self, herhaal: Herhaalsleutel | None, antwoord: Antwoord) -> dict[str, Any] | None:
        if herhaal is None:
            return None
        inhoud = orjson.dumps([antwoord.status, antwoord.koppen, antwoord.lichaam.decode()])
        return {
            "sleutel": f"\\x{herhaal.sleutel.hex()}",
            "antwoord": f"\\x{self._kluis.sluit(inhoud).hex()}",
        }

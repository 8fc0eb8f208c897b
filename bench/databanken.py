"""The databases of the benchmark: made by the migrations, filled by COPY, kept until the schema or the data change."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from uuid import UUID

import asyncpg
from pydantic import SecretStr

from app.persistence.embedded import EmbeddedPostgres
from app.persistence.migraties import MAP, migreer
from app.settings import Instellingen
from bench import gegevens, orders
from bench.gegevens import Dossiervorm, Regels, dossiers, maak_vorm
from bench.trede import Trede

PER_KEER = 5000
GROEP = 12
"""Orders in one group session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Databank:
    """One database with so many klanten."""

    naam: str
    klanten: int
    dsn: str
    instellingen: Instellingen


def databank(server: EmbeddedPostgres, naam: str, klanten: int) -> Databank:
    """The database of this name on the server."""
    dsn = server.dsn.replace("/trede?", f"/{naam}?")
    instellingen = Instellingen(database_url=SecretStr(dsn), gegevensmap=server.map)
    return Databank(naam=naam, klanten=klanten, dsn=dsn, instellingen=instellingen)


def stempel(bank: Databank) -> str:
    """What the data follow from: another schema, generator or number asks for other data."""
    bronnen = [*sorted((MAP / "versions").glob("*.py")), Path(gegevens.__file__), Path(orders.__file__)]
    return hashlib.sha256(b"".join(pad.read_bytes() for pad in bronnen) + str(bank.klanten).encode()).hexdigest()


async def maak_leeg(bank: Databank, server: str) -> None:
    """Make the database anew; `server` is the address of another database of the same server."""
    verbinding = await asyncpg.connect(server)
    try:
        await verbinding.execute(f"drop database if exists {bank.naam} with (force)")
        await verbinding.execute(f"create database {bank.naam}")
    finally:
        await verbinding.close()


async def vul(bank: Databank) -> None:
    """Let Trede make one dossier and its orders in the empty database, and multiply them."""
    verbinding = await asyncpg.connect(bank.dsn)
    try:
        kolommen = await _kolommen(verbinding)
        kaal, met_melding = await _vormen(bank, verbinding, kolommen)
        await orders.maak_vormen(bank.instellingen, kaal.ids[0])
        await _voer_uit(verbinding, orders.VORMEN)
        await verbinding.execute("set session_replication_role = replica")  # the rows are right: no triggers, no checks
        await verbinding.execute(f"truncate {', '.join(kolommen)}")
        alle = dossiers(kaal, met_melding, bank.klanten)
        while groep := list(islice(alle, PER_KEER)):
            await _kopieer(verbinding, kolommen, groep)
        await _voer_uit(verbinding, orders.kopieen(kolommen, bank.klanten))
        await _voer_uit(verbinding, ("vacuum analyze", "checkpoint"))
    finally:
        await verbinding.close()


async def _voer_uit(verbinding: asyncpg.Connection, opdrachten: Iterable[str]) -> None:
    for opdracht in opdrachten:
        await verbinding.execute(opdracht)


async def _kolommen(verbinding: asyncpg.Connection) -> dict[str, tuple[str, ...]]:
    rijen = await verbinding.fetch(
        "select table_name, array_agg(column_name::text order by ordinal_position) as namen "
        "from information_schema.columns where table_schema = 'public' and is_identity = 'NO' "
        "and table_name <> 'alembic_version' group by table_name"
    )
    return {rij["table_name"]: tuple(rij["namen"]) for rij in rijen}


async def _vormen(
    bank: Databank, verbinding: asyncpg.Connection, kolommen: dict[str, tuple[str, ...]]
) -> tuple[Dossiervorm, Dossiervorm]:
    async with Trede.in_dit_proces(bank.instellingen, klok=lambda: gegevens.MOMENT) as trede:
        klant = await trede.post("/v1/klanten", gegevens.KLANT)
        kaal = await _regels(verbinding, kolommen)
        await trede.post("/v1/meldingen", {"klantId": klant["id"], "opgave": gegevens.OPGAVE})
        met_melding = await _regels(verbinding, kolommen)
    return maak_vorm(kaal, klant["id"]), maak_vorm(met_melding, klant["id"])


async def _regels(verbinding: asyncpg.Connection, kolommen: dict[str, tuple[str, ...]]) -> Regels:
    regels: dict[str, list[str]] = {}
    for tabel, namen in kolommen.items():
        stukken: list[bytes] = []

        async def neem(stuk: bytes, stukken: list[bytes] = stukken) -> None:
            stukken.append(stuk)

        await verbinding.copy_from_table(tabel, columns=namen, output=neem)
        regels[tabel] = [f"{regel}\n" for regel in b"".join(stukken).decode().split("\n") if regel]
    return regels


async def _kopieer(
    verbinding: asyncpg.Connection,
    kolommen: dict[str, tuple[str, ...]],
    groep: list[tuple[Dossiervorm, dict[str, str]]],
) -> None:
    per_tabel: dict[str, list[str]] = {tabel: [] for tabel in kolommen}
    for vorm, waarden in groep:
        for tabel, regel in vorm.regels:
            per_tabel[tabel].append(regel.vul(waarden))
    for tabel, regels in per_tabel.items():
        if regels:
            await verbinding.copy_to_table(tabel, columns=kolommen[tabel], source=_een("".join(regels).encode()))


async def _een(inhoud: bytes) -> AsyncIterator[bytes]:
    yield inhoud


def leg_klaar(bank: Databank, server: EmbeddedPostgres) -> bool:
    """Make and fill the database when it is not there yet; true when that was needed."""
    pad = server.map / f"{bank.naam}.stempel"
    if pad.exists() and pad.read_text() == stempel(bank):
        return False
    pad.unlink(missing_ok=True)
    asyncio.run(maak_leeg(bank, server.dsn))
    migreer(bank.dsn)
    asyncio.run(vul(bank))
    pad.write_text(stempel(bank))
    return True


async def vrije_klanten(bank: Databank, aantal: int) -> list[str]:
    """Ids of klanten all over the table who can report: no running melding, nothing in the journal but their start."""
    verbinding = await asyncpg.connect(bank.dsn)
    try:
        rijen = await verbinding.fetch(
            "select d.klant_id::text as id from dossier d where d.volgnummer = 1 "
            "and not exists (select 1 from open_melding o where o.klant_id = d.klant_id) "
            "order by hashtext(d.klant_id::text) limit $1",
            aantal,
        )
        return [rij["id"] for rij in rijen]
    finally:
        await verbinding.close()


async def groepen(bank: Databank) -> list[list[str]]:
    """The orders of the firm that is measured, by the group: always the same, so their journals stay as long."""
    verbinding = await asyncpg.connect(bank.dsn)
    try:
        rijen = await verbinding.fetch(
            "select id::text from inkooporder where organisatie = $1 order by id", orders.KENMERK
        )
        ids = [rij["id"] for rij in rijen]
        return [ids[begin : begin + GROEP] for begin in range(0, len(ids) - GROEP + 1, GROEP)]
    finally:
        await verbinding.close()


async def midden(bank: Databank) -> tuple[datetime, UUID]:
    """The key in the list of the klant half-way."""
    verbinding = await asyncpg.connect(bank.dsn)
    try:
        rij = await verbinding.fetchrow(
            "select aangemaakt_op, id from klant order by aangemaakt_op, id offset $1 limit 1", bank.klanten // 2
        )
        return rij["aangemaakt_op"], rij["id"]
    finally:
        await verbinding.close()

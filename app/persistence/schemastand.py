"""Whether a database has the schema of this version; loads alembic only for one that has not."""

import asyncio
from importlib import import_module
from pathlib import Path
from typing import Any

import asyncpg

MIGRATIES = Path(__file__).parent.parent.parent / "migrations" / "versions"


def nieuwste() -> str:
    """The last migration: files are named `<number>_<what>.py`, and the number is the revision."""
    return max(pad.name for pad in MIGRATIES.glob("[0-9]*_*.py")).partition("_")[0]


def werk_bij(dsn: str) -> None:
    """Apply every migration that the database does not have yet."""
    if asyncio.run(stand(dsn)) != nieuwste():
        # by name: alembic and what it brings take longer to load than the rest of a start
        import_module("app.persistence.migraties").migreer(dsn)


async def stand(dsn: str) -> str | None:
    """The migration that a database is at; None for one without any."""
    verbinding = await asyncpg.connect(dsn)
    try:
        return await stand_van(verbinding)
    finally:
        await verbinding.close()


async def stand_van(verbinding: Any) -> str | None:
    """The migration that the database of this connection is at; None for one without any."""
    try:
        versie: str | None = await verbinding.fetchval("select version_num from alembic_version")
    except asyncpg.UndefinedTableError:
        return None
    return versie

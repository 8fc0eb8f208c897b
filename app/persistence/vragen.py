"""Statements: SQLAlchemy Core on the SQLModel tables, compiled once, carried out by asyncpg itself.

See docs/decisions/0002-core-on-asyncpg.md: the session of SQLAlchemy costs more than the database does.
"""

from collections.abc import Mapping
from typing import Any

import asyncpg
from sqlalchemy import ClauseElement
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

MEESTE = 201
"""The most rows that a page asks for: 200, and one that tells whether there are more."""
_DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]  # untyped in SQLAlchemy


class Vraag:
    """One compiled statement with its named parameters."""

    __slots__ = ("_namen", "_vast", "sql")

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self._namen: tuple[str, ...] = tuple(compiled.positiontup or ())  # type: ignore[attr-defined]  # SQLCompiler
        self._vast: Mapping[str, Any] = compiled.params

    def _waarden(self, gegeven: Mapping[str, Any]) -> list[Any]:
        return [gegeven[naam] if naam in gegeven else self._vast[naam] for naam in self._namen]

    async def rij(self, verbinding: asyncpg.Connection, **waarden: Any) -> asyncpg.Record | None:
        """Return the first row."""
        return await verbinding.fetchrow(self.sql, *self._waarden(waarden))

    async def rijen(self, verbinding: asyncpg.Connection, **waarden: Any) -> list[asyncpg.Record]:
        """Return all rows."""
        rijen: list[asyncpg.Record] = await verbinding.fetch(self.sql, *self._waarden(waarden))
        return rijen

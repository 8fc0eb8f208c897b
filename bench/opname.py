"""What Trede executes for a request, statement by statement: the raw side executes exactly that."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import UUID

import asyncpg
import orjson


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One statement as it went to the database, with its arguments as (type, text)."""

    sql: str
    argumenten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opname:
    """One request: its statements in order, and the answer."""

    opdrachten: tuple[Opdracht, ...]
    antwoord: str

    @property
    def teksten(self) -> tuple[str, ...]:
        return tuple(opdracht.sql for opdracht in self.opdrachten)

    @property
    def argumenten(self) -> tuple[tuple[str, str], ...]:
        """Of all its statements."""
        return tuple(argument for opdracht in self.opdrachten for argument in opdracht.argumenten)


Gehoord = list[Opdracht]


@contextmanager
def luister() -> Iterator[Gehoord]:
    """Hear every statement of the connections that asyncpg makes from now on."""
    gehoord: Gehoord = []

    def onthoud(regel: Any) -> None:
        gehoord.append(Opdracht(regel.query, tuple(map(_als_tekst, regel.args))))

    class Luisterend(asyncpg.Connection):  # type: ignore[misc]  # asyncpg is untyped
        def __init__(self, *args: Any, **rest: Any) -> None:
            super().__init__(*args, **rest)
            self.add_query_logger(onthoud)

    pool = partial(asyncpg.create_pool, connection_class=Luisterend)
    with mock.patch.object(asyncpg, "create_pool", pool):
        yield gehoord


async def neem_op(gehoord: Gehoord, vraag: Callable[[], Awaitable[str]]) -> Opname:
    """Ask once to warm up (statements are prepared, types looked up), and once for the record."""
    await vraag()
    await asyncio.sleep(0.01)
    gehoord.clear()
    antwoord = await vraag()
    await asyncio.sleep(0.01)  # asyncpg tells its listeners in the next round of the loop
    return Opname(opdrachten=tuple(gehoord), antwoord=antwoord)


def _als_tekst(waarde: object) -> tuple[str, str]:
    match waarde:
        case UUID():
            return "id", str(waarde)
        case tuple() | list():
            return "ids", ",".join(map(str, waarde))
        case datetime():
            return "moment", waarde.isoformat()
        case date():
            return "dag", waarde.isoformat()
        case int():
            return "getal", str(waarde)
        case orjson.Fragment():
            return "json", orjson.dumps(waarde).decode()
        case str():  # as the raw side, which has no codec, gives its JSON
            return "json", waarde
        case _:
            raise TypeError(f"de ruwe kant kent geen argument van soort {type(waarde).__name__}")


def bewaar(opnamen: dict[str, Opname], pad: Path) -> None:
    """Write the records for the raw side's process."""
    pad.write_text(json.dumps({naam: asdict(opname) for naam, opname in opnamen.items()}), encoding="utf-8")


def lees(pad: Path) -> dict[str, Opname]:
    """Read the records back."""
    return {naam: _opname(ruw) for naam, ruw in json.loads(pad.read_text(encoding="utf-8")).items()}


def _opname(ruw: dict[str, Any]) -> Opname:
    opdrachten = tuple(Opdracht(o["sql"], tuple((s, w) for s, w in o["argumenten"])) for o in ruw["opdrachten"])
    return Opname(opdrachten=opdrachten, antwoord=ruw["antwoord"])

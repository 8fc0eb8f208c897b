"""The pool of connections, and what becomes of a connection that fails."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import asyncpg
import orjson

from app.services.fouten import OpslagOnbereikbaar

# These say by themselves that the database does not answer; a TimeoutError is of a statement that took too long.
_VERLOREN = (
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InternalClientError,  # the server said that it ends, and the connection is not closed yet
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
)
# These say so of a connection that is made or given back. Amid its use they can be a mistake in the program.
_WEG = (*_VERLOREN, OSError, asyncpg.InterfaceError)

# A connection that is lost while it commits does not tell whether it did.
_ONZEKER = "De database antwoordt niet. Probeer het later opnieuw, een wijziging met dezelfde Idempotency-Key."


def als_json(waarde: Any) -> str:
    """Encode a value for a JSONB parameter; dataclasses by their field names."""
    return orjson.dumps(waarde, default=str, option=orjson.OPT_UTC_Z).decode()


async def _bereid_voor(verbinding: Any) -> None:
    await verbinding.set_type_codec("jsonb", encoder=als_json, decoder=orjson.loads, schema="pg_catalog", format="text")


async def _laat_zo(_verbinding: Any) -> None:
    """No session state is ever set, so there is none to reset."""


async def antwoordt(dsn: str) -> bool:
    """Whether a database answers at this address."""
    try:
        await eis_antwoord(dsn)
    except OpslagOnbereikbaar:
        return False
    return True


def _zonder_adres(fout: Exception) -> str:
    """What an error says; of an address that cannot be read only its kind: its words quote the address."""
    return type(fout).__name__ if isinstance(fout, ValueError) else str(fout) or type(fout).__name__


async def eis_antwoord(dsn: str) -> None:
    """Raise OpslagOnbereikbaar, with what the database or the system says, unless one answers at this address."""
    try:
        verbinding = await asyncpg.connect(dsn, timeout=2)
    except (*_WEG, asyncpg.PostgresError, ValueError) as fout:
        detail = _zonder_adres(fout)
        raise OpslagOnbereikbaar(f"Op het adres in DATABASE_URL antwoordt geen database: {detail}") from None
    await verbinding.close()


class Verbindingen:
    """The pool; made when the app starts, closed when it stops."""

    def __init__(self, dsn: str, *, hoogstens: int = 10, wacht: float = 5.0) -> None:
        self._dsn, self._hoogstens, self._wacht = dsn, hoogstens, wacht
        self._pool: Any = None

    async def start(self) -> None:
        """Open the pool; raises OpslagOnbereikbaar."""
        try:
            self._pool = await asyncpg.create_pool(
                self._dsn,
                min_size=1,
                max_size=self._hoogstens,
                init=_bereid_voor,
                reset=_laat_zo,
                timeout=self._wacht,
                command_timeout=30,
                server_settings={"application_name": "trede", "jit": "off", "timezone": "UTC"},
            )
        except _WEG as fout:
            raise OpslagOnbereikbaar("De database antwoordt niet.") from fout

    async def stop(self) -> None:
        """Close the pool."""
        if self._pool is not None:
            await self._pool.close()

    @asynccontextmanager
    async def een(self) -> AsyncIterator[Any]:
        """Lend a connection; a lost one becomes OpslagOnbereikbaar."""
        with _weg_is_onbereikbaar():
            verbinding = await self._pool.acquire(timeout=self._wacht)
        try:
            with _verlies_is_onbereikbaar(verbinding):
                yield verbinding
        finally:
            with _weg_is_onbereikbaar():
                await self._pool.release(verbinding)


@contextmanager
def _weg_is_onbereikbaar() -> Iterator[None]:
    try:
        yield
    except _WEG as fout:
        raise OpslagOnbereikbaar(_ONZEKER) from fout


@contextmanager
def _verlies_is_onbereikbaar(verbinding: Any) -> Iterator[None]:
    """Turn what went wrong into OpslagOnbereikbaar when the connection is lost; anything else stays what it is."""
    try:
        yield
    except _WEG as fout:
        if isinstance(fout, _VERLOREN) or _is_gesloten(verbinding):
            raise OpslagOnbereikbaar(_ONZEKER) from fout
        raise


def _is_gesloten(verbinding: Any) -> bool:
    """Whether a lent connection is closed; the pool takes one back as soon as it closes, and then it tells nothing."""
    try:
        return bool(verbinding.is_closed())
    except asyncpg.InterfaceError:
        return True

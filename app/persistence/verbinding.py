"""The pool of connections, and what becomes of a connection that fails."""

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

    def een(self) -> "Lening":
        """Lend a connection for a `with`; a lost one becomes OpslagOnbereikbaar."""
        return Lening(self._pool, self._wacht)


class Lening:
    """A connection lent for as long as a `with` lasts. Every request has one: generators would cost it twice this."""

    __slots__ = ("_pool", "_verbinding", "_wacht")

    def __init__(self, pool: Any, wacht: float) -> None:
        self._pool, self._wacht = pool, wacht
        self._verbinding: Any = None

    async def __aenter__(self) -> Any:
        """Wait for a connection; raises OpslagOnbereikbaar."""
        try:
            self._verbinding = await self._pool.acquire(timeout=self._wacht)
        except _WEG as fout:
            raise OpslagOnbereikbaar(_ONZEKER) from fout
        return self._verbinding

    async def __aexit__(self, soort: type[BaseException] | None, fout: BaseException | None, _spoor: object) -> None:
        """Give it back; what went wrong with a lost one becomes OpslagOnbereikbaar, anything else stays what it is."""
        verloren = isinstance(fout, _WEG) and (isinstance(fout, _VERLOREN) or _is_gesloten(self._verbinding))
        try:
            await self._pool.release(self._verbinding)
        except _WEG as weg:
            raise OpslagOnbereikbaar(_ONZEKER) from (fout or weg)
        if verloren:
            raise OpslagOnbereikbaar(_ONZEKER) from fout


def _is_gesloten(verbinding: Any) -> bool:
    """Whether a lent connection is closed; the pool takes one back as soon as it closes, and then it tells nothing."""
    try:
        return bool(verbinding.is_closed())
    except asyncpg.InterfaceError:
        return True

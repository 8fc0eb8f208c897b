"""Logs: one JSON line per event on stdout, without personal data.

A request is logged by its route's template, never by its path or query. Of a crash the log keeps types and frames: what
an exception says can quote data, so it is left out, here and for every library that logs by the standard library.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, BinaryIO, Protocol

import orjson
import structlog

_MEESTE_REGELS = 40
_NIVEAUS = {
    "alembic": logging.WARNING,
    "httpx": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "uvicorn.access": logging.CRITICAL,
}
"""Loggers that would show parameters, paths or addresses at their usual level, or say nothing without them."""


class Logboek(Protocol):
    """The part of a structlog logger that the shell uses."""

    def info(self, event: str, **velden: Any) -> Any: ...  # noqa: D102 (structlog's own)
    def error(self, event: str, **velden: Any) -> Any: ...  # noqa: D102 (structlog's own)
    def log(self, level: int, event: str, **velden: Any) -> Any: ...  # noqa: D102 (structlog's own)


def maak_logboek(stroom: BinaryIO | None = None) -> Logboek:
    """A logger that writes a JSON line with level and UTC time to `stroom` (stdout)."""
    logboek: Logboek = structlog.wrap_logger(
        structlog.BytesLogger(stroom or sys.stdout.buffer),
        processors=[_als_regel],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    ).bind()  # what `wrap_logger` gives looks up the real one at every call
    return logboek


def _als_regel(_logger: Any, niveau: str, velden: MutableMapping[str, Any]) -> bytes:
    """Level, time and JSON in one step: every request writes a line."""
    nu = datetime.now(UTC)  # noqa: TID251 (the log tells its own time, to the microsecond)
    return orjson.dumps({**velden, "level": niveau, "tijd": nu}, _type, orjson.OPT_UTC_Z)


def _type(waarde: object) -> str:
    return type(waarde).__name__


def crash_velden(fout: BaseException) -> dict[str, Any]:
    """What the log keeps of an exception: types along the chain of causes and where it passed; no message or values."""
    return {"fout": _keten(fout), "regels": _regels(fout)}


def meld_crash(logboek: Logboek, fout: BaseException, verzoek: str | None) -> None:
    """One line about a crash, with the request id that the caller saw."""
    logboek.error("crash", verzoek=verzoek, **crash_velden(fout))


def _keten(fout: BaseException | None) -> list[str]:
    soorten: list[str] = []
    while fout is not None and len(soorten) < _MEESTE_REGELS:
        soorten.append(f"{type(fout).__module__}.{type(fout).__qualname__}")
        if isinstance(fout, BaseExceptionGroup):
            soorten += [soort for deel in fout.exceptions for soort in _keten(deel)]
        fout = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    return soorten


def _regels(fout: BaseException) -> list[str]:
    regels = [
        f"{frame.f_globals.get('__name__', '?')}:{regel} {frame.f_code.co_name}"
        for frame, regel in traceback.walk_tb(fout.__traceback__)
    ]
    return regels[-_MEESTE_REGELS:]


class _Doorgever(logging.Handler):
    """Standard-library records into the same log: the template of a sentence without its arguments.

    The server's own sentences (where it listens) are the exception: they know nothing of requests.
    """

    def __init__(self, logboek: Logboek) -> None:
        super().__init__(logging.INFO)
        self._logboek = logboek

    def emit(self, record: logging.LogRecord) -> None:
        velden: dict[str, Any] = {"logger": record.name}
        if record.exc_info and record.exc_info[1] is not None:
            velden |= crash_velden(record.exc_info[1])
        zin = record.getMessage() if record.name == "uvicorn.error" else str(record.msg)
        self._logboek.log(_niveau(record), zin, **velden)


def _niveau(record: logging.LogRecord) -> int:
    """The level as the log names it: one that a library made itself counts as the named one below it."""
    return min(record.levelno // 10 * 10, logging.CRITICAL)


def leid_om(logboek: Logboek) -> None:
    """Send what libraries log to `logboek`; the process calls this once, at its start."""
    logging.root.handlers = [_Doorgever(logboek)]
    logging.root.setLevel(logging.INFO)
    for naam in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(naam).handlers = []
        logging.getLogger(naam).propagate = True
    for naam, niveau in _NIVEAUS.items():
        logging.getLogger(naam).setLevel(niveau)

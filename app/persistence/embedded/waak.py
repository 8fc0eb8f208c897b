"""A watch over the embedded database: a server that dies is started again while the service answers 503."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.persistence.embedded.fout import EmbeddedPostgresFout
from app.persistence.embedded.supervisor import EmbeddedPostgres

_LOG = logging.getLogger(__name__)


@contextmanager
def bewaakt(postgres: EmbeddedPostgres, *, elke: float = 1.0) -> Iterator[None]:
    """Look every so many seconds whether a started server is still there; nobody else starts or stops it meanwhile."""
    klaar = threading.Event()
    wacht = threading.Thread(target=_waak, args=(postgres, klaar, elke), name="trede-waak", daemon=True)
    wacht.start()
    try:
        yield
    finally:
        klaar.set()
        wacht.join()


def _waak(postgres: EmbeddedPostgres, klaar: threading.Event, elke: float) -> None:
    while not klaar.wait(elke):
        if not postgres.leeft():
            _start(postgres)


def _start(postgres: EmbeddedPostgres) -> None:
    """Try once, and say so in sentences; the next look tries again."""
    _LOG.error("De ingebouwde database is gestopt en wordt opnieuw gestart.")
    try:
        postgres.start()
    except EmbeddedPostgresFout as fout:
        _LOG.error(fout.nl)

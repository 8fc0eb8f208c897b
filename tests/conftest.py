"""A real PostgreSQL, made by the migrations, and the service on it, with a clock that tests set."""

import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from stdnum.nl import bsn as bsn_nummer

from app.main import create_app
from app.persistence.embedded import EmbeddedPostgres, find_binaries
from app.persistence.migraties import migreer
from app.settings import Instellingen
from tests.api import Api

BEGIN = datetime(2021, 3, 15, 9, 0, tzinfo=UTC)


class Wijzer:
    """The clock of the service under test."""

    def __init__(self) -> None:
        self.nu = BEGIN

    def __call__(self) -> datetime:
        return self.nu

    def zet(self, moment: str) -> None:
        """Set it: `2021-03-15T09:00:00Z`."""
        self.nu = datetime.fromisoformat(moment)

    def op_dag(self, dag: str) -> None:
        """Set it to the morning of a day."""
        self.zet(f"{dag}T09:00:00Z")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def gegevensmap() -> Iterator[Path]:
    """A folder that root may share with an unprivileged PostgreSQL."""
    pad = Path(tempfile.mkdtemp(prefix="trede-test-"))
    pad.chmod(0o711)  # as Trede makes it; a test may put something else in it before the database comes
    yield pad
    shutil.rmtree(pad, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(gegevensmap: Path) -> Iterator[EmbeddedPostgres]:
    """The embedded server; TREDE_TEST_BIN names the folder of another PostgreSQL's binaries."""
    bin_map = os.environ.get("TREDE_TEST_BIN")
    binaries = find_binaries(Path(bin_map)) if bin_map else None
    server = EmbeddedPostgres(gegevensmap, binaries=binaries, instellingen={"fsync": "off"})
    with server:
        yield server


@pytest.fixture(scope="session")
def database(postgres: EmbeddedPostgres) -> str:
    """The address of a database at the newest schema; tests share it, so each makes its own klanten."""
    migreer(postgres.dsn)
    return postgres.dsn


@pytest.fixture(scope="session")
def wijzer() -> Wijzer:
    return Wijzer()


@pytest.fixture
def april_2025(wijzer: Wijzer) -> None:
    """A day on which the figures of version 7.1 of the overview hold, so that an order has its terms."""
    wijzer.op_dag("2025-04-07")


@pytest.fixture(autouse=True)
def _klok_terug(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "wijzer" in request.fixturenames:
        request.getfixturevalue("wijzer").nu = BEGIN


@pytest.fixture(scope="session")
def instellingen(database: str, gegevensmap: Path) -> Instellingen:
    return Instellingen(database_url=SecretStr(database), gegevensmap=gegevensmap)


@pytest.fixture(scope="session")
async def service(instellingen: Instellingen, wijzer: Wijzer) -> AsyncIterator[FastAPI]:
    """The application, started."""
    app = create_app(instellingen, klok=wijzer)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture(scope="session")
async def http(service: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client without a token."""
    transport = httpx.ASGITransport(app=service)
    async with httpx.AsyncClient(transport=transport, base_url="http://trede") as client:
        yield client


@pytest.fixture(scope="session")
def api(http: httpx.AsyncClient, instellingen: Instellingen, wijzer: Wijzer) -> Api:
    """Clients with a token, by role: `await api.receptie.post(...)`."""
    return Api(http, instellingen, wijzer)


_NUMMERS = itertools.count(90_000_000)


@pytest.fixture
def bsn() -> str:
    """A BSN that passes the 11-proef and that no other test uses."""
    return nieuw_bsn()


def nieuw_bsn() -> str:
    """Make the next BSN that passes the 11-proef."""
    return next(kandidaat for n in _NUMMERS for c in range(10) if bsn_nummer.is_valid(kandidaat := f"{n:08d}{c}"))

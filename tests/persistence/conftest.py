"""Databases on every PostgreSQL of this machine: scratch ones copied from a template, and one that tests share."""

import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from app.main import create_app
from app.persistence.embedded import Binaries, EmbeddedPostgres, find_all_binaries
from app.persistence.migraties import migreer
from app.persistence.opslag import PostgresOpslag
from app.persistence.verbinding import Verbindingen
from app.services.kluis import Kluis
from app.settings import Instellingen
from tests.api import Api
from tests.conftest import Wijzer
from tests.persistence.gereedschap import Kladserver

_NUMMERS = itertools.count(1)


@pytest.fixture(scope="session", params=find_all_binaries(), ids=lambda binaries: f"pg{binaries.versie}")
def kladserver(request: pytest.FixtureRequest) -> Iterator[Kladserver]:
    """A PostgreSQL with a template at the newest schema."""
    binaries: Binaries = request.param
    plek = Path(tempfile.mkdtemp(prefix="trede-klad-"))
    with EmbeddedPostgres(plek, binaries=binaries, instellingen={"fsync": "off"}) as postgres:
        server = Kladserver(postgres.dsn, binaries.hoofdversie)
        server.maak("sjabloon")
        migreer(server.adres("sjabloon"))
        yield server
    shutil.rmtree(plek, ignore_errors=True)


@pytest.fixture
def leeg(kladserver: Kladserver) -> Iterator[str]:
    """The address of an empty database."""
    yield from _klad(kladserver, "template0")


@pytest.fixture
def klad(kladserver: Kladserver) -> Iterator[str]:
    """The address of a database at the newest schema, without rows."""
    yield from _klad(kladserver, "sjabloon")


def _klad(server: Kladserver, sjabloon: str) -> Iterator[str]:
    naam = f"klad_{next(_NUMMERS)}"
    server.maak(naam, sjabloon)
    yield server.adres(naam)
    server.ruim_op(naam)


@pytest.fixture(scope="session")
def gedeeld(kladserver: Kladserver) -> str:
    """The address of a database at the newest schema; tests share it, so each makes its own klanten."""
    kladserver.maak("gedeeld", "sjabloon")
    return kladserver.adres("gedeeld")


@pytest.fixture
async def verbinding(gedeeld: str) -> AsyncIterator[Any]:
    """A connection to the shared database."""
    geopend = await asyncpg.connect(gedeeld)
    yield geopend
    await geopend.close()


@pytest.fixture
def kluis() -> Kluis:
    return Kluis({1: Fernet.generate_key().decode()}, "zoeksleutel-van-deze-test")


@pytest.fixture
async def opslag(gedeeld: str, kluis: Kluis) -> AsyncIterator[PostgresOpslag]:
    """The store on the shared database."""
    verbindingen = Verbindingen(gedeeld, hoogstens=5)
    await verbindingen.start()
    yield PostgresOpslag(verbindingen, kluis)
    await verbindingen.stop()


@pytest.fixture
def instellingen_klad(gedeeld: str, gegevensmap: Path) -> Instellingen:
    return Instellingen(database_url=SecretStr(gedeeld), gegevensmap=gegevensmap)


@pytest.fixture
async def dienst(instellingen_klad: Instellingen) -> AsyncIterator[Api]:
    """The whole service on the shared database of this PostgreSQL."""
    wijzer = Wijzer()
    app = create_app(instellingen_klad, klok=wijzer)
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://trede") as http,
    ):
        yield Api(http, instellingen_klad, wijzer)

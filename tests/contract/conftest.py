"""The service on its database, with everything that it logs kept."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from unittest.mock import patch

import httpx
import pytest

from app.main import create_app
from app.routers.schil import installatie
from app.routers.schil.logboek import maak_logboek
from app.settings import Instellingen
from tests.api import Api
from tests.conftest import Wijzer
from tests.contract.document import Beschreven, bezoek


@dataclass
class Contract:
    """Asks operations as the document describes them."""

    http: httpx.AsyncClient
    api: Api
    log: BytesIO

    async def doe(self, wat: Beschreven, *, rol: str = "", methode: str = "", **anders: Any) -> httpx.Response:
        """Ask an operation by its example; `anders` replaces parts of the request."""
        verzoek = {**bezoek(wat), **anders}
        if {"content", "json"} <= verzoek.keys():
            del verzoek["json"]
        return await self.api.als(rol or wat.rol)._doe(methode or wat.methode, wat.adres, **verzoek)

    def gelogd(self) -> str:
        """What was logged since the last call."""
        tekst = self.log.getvalue().decode()
        self.log.seek(0)
        self.log.truncate()
        return tekst


@pytest.fixture(scope="session")
async def contract(instellingen: Instellingen, wijzer: Wijzer) -> AsyncIterator[Contract]:
    log = BytesIO()
    with patch.object(installatie, "maak_logboek", lambda: maak_logboek(log)):
        app = create_app(instellingen, klok=wijzer)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://trede") as http:
            yield Contract(http, Api(http, instellingen, wijzer), log)

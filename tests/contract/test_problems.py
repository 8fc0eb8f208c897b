"""Each problem that the document declares can happen, and what happens is declared.

How each status is made:

| status | by |
| --- | --- |
| 400 | a query field that does not exist |
| 401 | no token |
| 403 | a role without the right, or a token without roles |
| 404 | a store that finds nothing |
| 408 | a body that does not come |
| 409 | a store that sees a conflict, or for a toets a policy set that is not there |
| 412 | a store that holds another version |
| 413, 415 | a body that is too large or of another type |
| 428 | a store that is asked for a change without If-Match |
| 503 | a store that does not answer |

A 500 is never declared: a store that breaks shows what it looks like.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import httpx
import pytest

from app.domain.fouten import NietGevonden, StapNietToegestaan
from app.integraties.documentmaker import Pdfmaker
from app.main import VERSIE, beleidsboek, maak_kluis, ontwikkeluitgever
from app.routers.api import bouw_api
from app.routers.schil.installatie import installeer
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.logboek import maak_logboek
from app.routers.verzoek import Diensten
from app.services.fouten import OpslagOnbereikbaar, VersieVerouderd, VoorwaardeOntbreekt
from app.services.identiteit import Beller, Rol
from app.services.rechten import RECHTEN
from app.settings import Instellingen
from tests.conftest import Wijzer
from tests.contract.conftest import Contract
from tests.contract.document import ALLE, Beschreven, bezoek
from tests.contract.test_behaviour import controleer_probleem

pytestmark = pytest.mark.anyio

KANARIE = "Kanariepiet"
ZONDER_OPSLAG = ("/toetsen", "/beleid")
UIT_DE_OPSLAG: dict[int, Exception] = {
    404: NietGevonden("Dit is er niet."),
    409: StapNietToegestaan("Dit", "gesloten", []),
    412: VersieVerouderd("Dit is gewijzigd."),
    428: VoorwaardeOntbreekt("Stuur If-Match mee."),
    503: OpslagOnbereikbaar("De database antwoordt niet."),
}
BESCHREVEN = [(wat, int(status)) for wat in ALLE for status in wat.tekst["responses"] if status > "300"]


class Iedereen:
    """A token check that lets everyone in, with every role."""

    async def controleer(self, _authorization: str | None) -> Beller:
        return Beller(uitgever="proef", persoon="een", client="proef", rollen=frozenset(Rol), organisatie="iedereen")


@dataclass
class KapotteOpslag:
    """A store in which everything raises the same error."""

    fout: Exception = field(default_factory=lambda: RuntimeError(KANARIE))
    eerst: asyncio.Event | None = None
    """What it waits for before it breaks."""

    async def schrijf(self, *_: Any, **__: Any) -> Any:
        if self.eerst:
            await self.eerst.wait()
        raise self.fout

    async def peil(self) -> None:
        raise self.fout

    def lezer(self) -> Any:
        return self

    def __getattr__(self, naam: str) -> Any:
        return self.schrijf


@dataclass
class Kapot:
    """The service on a store that breaks."""

    http: httpx.AsyncClient
    opslag: KapotteOpslag

    async def doe(self, wat: Beschreven) -> httpx.Response:
        verzoek = bezoek(wat)
        return await self.http.request(wat.methode, f"/v1{wat.adres}", headers=verzoek.pop("koppen"), **verzoek)

    async def doe_in_de_drukte(self, wat: Beschreven) -> httpx.Response:
        """Ask while the one place is taken."""
        self.opslag.eerst = asyncio.Event()
        bezig = asyncio.create_task(self.http.get("/v1/klanten"))
        await asyncio.sleep(0.01)
        antwoord = await self.doe(wat)
        self.opslag.eerst.set()
        await bezig
        return antwoord


@pytest.fixture
def kapot(service_op_niets: Kapot) -> Kapot:
    service_op_niets.opslag.fout, service_op_niets.opslag.eerst = RuntimeError(KANARIE), None
    return service_op_niets


@pytest.fixture(scope="module")
async def service_op_niets(instellingen: Instellingen, wijzer: Wijzer) -> AsyncIterator[Kapot]:
    opslag = KapotteOpslag()
    diensten = Diensten(
        opslag=opslag,
        beleid=beleidsboek(instellingen),
        tokens=Iedereen(),
        kluis=maak_kluis(instellingen),
        klok=wijzer,
        documenten=Pdfmaker(),
        softwareversie=VERSIE,
    )
    app = bouw_api(diensten, VERSIE, leven=None)  # type: ignore[arg-type]  # nothing to start
    krap = Schilinstellingen(
        api_version=VERSIE,
        cors_origins=instellingen.origins,
        leestijd=0.05,
        max_tegelijk=1,
        max_wachtend=0,
    )
    installeer(app, krap, maak_logboek(BytesIO()))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://trede") as http:
        yield Kapot(http, opslag)


async def _maak(status: int, wat: Beschreven, contract: Contract, kapot: Kapot) -> httpx.Response:
    """Bring about a status."""
    maker = PER_SOORT.get((status, wat.pad.split("/")[1])) or PER_STATUS.get(status)
    if maker:
        return await maker(wat, contract, kapot)
    kapot.opslag.fout = UIT_DE_OPSLAG[status]
    return await kapot.doe(wat)


async def _zonder_recht(wat: Beschreven, contract: Contract, _: Kapot) -> httpx.Response:
    zonder = min(set(Rol) - RECHTEN[wat.operatie.recht], default=None)
    if zonder:
        return await contract.doe(wat, rol=zonder)
    uitgever = ontwikkeluitgever(contract.api.instellingen)
    token = uitgever.geef_token([], "iemand", nu=contract.api.klok())
    return await contract.http.request(wat.methode, f"/v1{wat.adres}", headers={"Authorization": f"Bearer {token}"})


async def _komt_niet() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.sleep(60)


Maker = Callable[[Beschreven, Contract, Kapot], Awaitable[httpx.Response]]
PER_STATUS: dict[int, Maker] = {
    400: lambda wat, contract, _: contract.doe(wat, params={"onbekend": "1"}),
    401: lambda wat, contract, _: contract.http.request(wat.methode, f"/v1{wat.adres}"),
    403: _zonder_recht,
    408: lambda wat, _, kapot: kapot.http.request(wat.methode, f"/v1{wat.adres}", content=_komt_niet()),
    413: lambda wat, contract, _: contract.doe(wat, content=b" " * 2_000_000),
    415: lambda wat, contract, _: contract.doe(wat, content=b"{}"),
}
PER_SOORT: dict[tuple[int, str], Maker] = {
    (404, "beleid"): lambda wat, contract, _: contract.api.als(wat.rol).get("/beleid/onbekend"),
    (409, "toetsen"): lambda wat, contract, _: contract.doe(wat, json={**wat.voorbeeld, "beleid": "onbekend"}),
    (503, "toetsen"): lambda wat, _, kapot: kapot.doe_in_de_drukte(wat),
    (503, "beleid"): lambda wat, _, kapot: kapot.doe_in_de_drukte(wat),
}


@pytest.mark.parametrize(("wat", "status"), BESCHREVEN, ids=str)
async def test_a_declared_problem_can_happen(contract: Contract, kapot: Kapot, wat: Beschreven, status: int) -> None:
    inhoud = controleer_probleem(await _maak(status, wat, contract, kapot), status)
    assert status != 400 or inhoud["errors"]


@pytest.mark.parametrize("wat", [wat for wat in ALLE if not wat.pad.startswith(ZONDER_OPSLAG)], ids=str)
async def test_a_store_that_breaks_is_a_500_without_internals(kapot: Kapot, wat: Beschreven) -> None:
    antwoord = await kapot.doe(wat)
    controleer_probleem(antwoord, 500)
    assert KANARIE not in antwoord.text
    assert "500" not in wat.tekst["responses"]

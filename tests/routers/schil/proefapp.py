"""A small application in the shell, and two ways to call it: through httpx, and with a bare scope."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from io import BytesIO
from typing import Any

import httpx
import orjson
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.domain.fouten import NietGevonden, StapNietToegestaan
from app.routers.problemen import ProbleemFout, probleem_bij_status
from app.routers.schil.installatie import installeer
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.logboek import maak_logboek
from app.routers.schil.vertrek import zolang_aanwezig
from app.routers.schil.verzoek import CLIENT
from app.services.fouten import OpslagOnbereikbaar
from app.services.kluis import Ontsleutelfout

ORIGIN = "https://balie.example"
ANDERE_ORIGIN = "https://wijk.example"
GEHEIM = "123456782"
JSON = "application/json"


router = APIRouter()


class Melding(BaseModel):
    model_config = ConfigDict(extra="forbid")
    aantal: int


@router.get("/meldingen/{nummer}")
async def lees(nummer: str, request: Request) -> dict[str, str]:
    setattr(request.state, CLIENT, "balie-app")
    return {"nummer": nummer}


@router.patch("/meldingen/{nummer}")
async def wijzig(nummer: str) -> dict[str, str]:
    return {"nummer": nummer}


@router.get("/meldingen")
async def lijst(limiet: int = 1) -> Response:
    koppen = {"ETag": '"1"', "Vary": "Authorization", "Server": "geheim/1.0", "Cache-Control": "public"}
    return Response(b"[]", media_type=JSON, headers=koppen)


@router.post("/meldingen", status_code=201)
async def maak(melding: Melding) -> Melding:
    return melding


@router.delete("/meldingen", status_code=204)
async def wis() -> None:
    return None


@router.api_route("/haak", methods=["OPTIONS"])
async def haak() -> Response:
    return Response(status_code=200, headers={"WebHook-Allowed-Origin": "*"})


@router.get("/weg")
async def weg() -> None:
    raise NietGevonden("Deze melding is er niet.")


@router.get("/stap")
async def stap() -> None:
    raise StapNietToegestaan("Sluiten", "open", ["toetsen"])


@router.get("/media")
async def media() -> None:
    raise ProbleemFout(probleem_bij_status(415))


@router.get("/status/{status}")
async def met_status(status: int) -> None:
    raise HTTPException(status, detail=f"Bad value {GEHEIM}", headers={"X-Extra": "ja"})


@router.get("/crash")
async def crash() -> None:
    try:
        {}[GEHEIM]  # type: ignore[index]  # that is the crash
    except KeyError as oorzaak:
        raise ValueError(f"bsn {GEHEIM}") from oorzaak


@router.get("/onvoorzien")
async def onvoorzien() -> None:
    raise Ontsleutelfout(GEHEIM)


@router.get("/opslag-weg")
async def opslag_weg() -> None:
    raise OpslagOnbereikbaar("De database antwoordt niet.") from OSError(GEHEIM)


@router.get("/breekt")
async def breekt() -> StreamingResponse:
    async def stroom() -> AsyncIterator[bytes]:
        yield b"eerste"
        raise ValueError(GEHEIM)

    return StreamingResponse(stroom(), media_type="text/plain")


@router.get("/stroomt-traag")
async def stroomt_traag() -> StreamingResponse:
    async def stroom() -> AsyncIterator[bytes]:
        yield b"eerste"
        await asyncio.sleep(60)

    return StreamingResponse(stroom(), media_type="text/plain")


@router.get("/traag")
async def traag(request: Request) -> dict[str, str]:
    proef = request.app.state.proef
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        proef.vastgelegd.append("teruggedraaid")
        raise
    proef.vastgelegd.append("vastgelegd")
    return {}


@router.get("/tekent")
async def tekent(request: Request, lang: float = 60) -> dict[str, bool]:
    async def werk() -> dict[str, bool]:
        try:
            await asyncio.sleep(lang)
        except asyncio.CancelledError:
            request.app.state.proef.vastgelegd.append("gestopt")
            raise
        return {"klaar": True}

    return await zolang_aanwezig(request.receive, werk())


@router.get("/even")
async def even(request: Request) -> dict[str, str]:
    proef = request.app.state.proef
    proef.tegelijk += 1
    proef.hoogste = max(proef.hoogste, proef.tegelijk)
    await asyncio.sleep(0.02)
    proef.tegelijk -= 1
    return {}


@router.get("/time-out-van-een-ander")
async def andere_time_out() -> None:
    raise TimeoutError(GEHEIM)


@router.get("/bladzijde")
async def bladzijde(beleid: str) -> HTMLResponse:
    return HTMLResponse("<p>ja</p>", headers={"Content-Security-Policy": beleid})


@router.get("/kaal")
async def kaal() -> Response:
    return Response(b"iets")


class Proef:
    """The application, what it logged, and what its slow work got to do."""

    def __init__(self, **instellingen: Any) -> None:
        self.stroom = BytesIO()
        self.vastgelegd: list[str] = []
        self.tegelijk = self.hoogste = 0
        self.app = FastAPI(openapi_url=None)
        self.app.state.proef = self
        self.app.include_router(router, prefix="/v1")
        self.app.add_api_route("/v1/openapi.json", lambda: {"openapi": "3.1.0"}, methods=["GET"])
        self.app.add_api_route("/health/live", lambda: {"status": "ok"}, methods=["GET"])
        standaard: dict[str, Any] = {"api_version": "1.2.3", "cors_origins": (ORIGIN, ANDERE_ORIGIN)}
        installeer(self.app, Schilinstellingen(**(standaard | instellingen)), maak_logboek(self.stroom))

    @property
    def log(self) -> list[dict[str, Any]]:
        return [orjson.loads(regel) for regel in self.stroom.getvalue().splitlines()]

    def vraag(self, methode: str, pad: str, **meer: Any) -> httpx.Response:
        return asyncio.run(self.vraag_async(methode, pad, **meer))

    async def vraag_async(self, methode: str, pad: str, **meer: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="https://trede.example") as client:
            return await client.request(methode, pad, **meer)

    def rauw(
        self, scope: dict[str, Any] | None = None, berichten: Iterable[dict[str, Any]] = ()
    ) -> list[dict[str, Any]]:
        return asyncio.run(self.rauw_async(scope, berichten))

    async def rauw_async(
        self, scope: dict[str, Any] | None = None, berichten: Iterable[dict[str, Any]] = ()
    ) -> list[dict[str, Any]]:
        wachtrij = iter(berichten)
        verzonden: list[dict[str, Any]] = []

        async def ontvang() -> dict[str, Any]:
            if (bericht := next(wachtrij, None)) is not None:
                return bericht
            await asyncio.sleep(60)
            raise AssertionError

        async def verzend(bericht: Any) -> None:
            verzonden.append(bericht)

        await self.app(maak_scope(scope or {}), ontvang, verzend)
        return verzonden


def maak_scope(anders: dict[str, Any]) -> dict[str, Any]:
    pad = anders.get("path", "/v1/meldingen")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "headers": [],
        "scheme": "https",
        "path": pad,
        "raw_path": pad.encode("utf-8", "surrogatepass"),
        "query_string": b"",
        "server": ("trede.example", 443),
        "client": ("192.0.2.1", 1),
        "root_path": "",
    } | anders


def status_van(verzonden: list[dict[str, Any]]) -> int:
    status: int = verzonden[0]["status"]
    return status


def koppen_van(verzonden: list[dict[str, Any]]) -> httpx.Headers:
    return httpx.Headers(verzonden[0]["headers"])


def inhoud_van(verzonden: list[dict[str, Any]]) -> bytes:
    return b"".join(bericht.get("body", b"") for bericht in verzonden[1:])

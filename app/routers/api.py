"""The application: every resource on its path, the document, the documentation page and health."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import cache
from typing import Any

import orjson
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from app.routers import (
    aanvragen,
    afspraken,
    ambitiegesprekken,
    audit,
    begeleidingssessies,
    beleid,
    documentatie,
    gezondheid,
    groepsindelingen,
    groepswisselingen,
    inkooporders,
    klanten,
    meldingen,
    opdrachtnemers,
    orderdeclaraties,
    orderdocumenten,
    orderonderbrekingen,
    orderresultaten,
    orderuitvoering,
    screeningen,
    stuurinformatie,
    termijnen,
    toetsen,
    toewijzingen,
    werkvoorraad,
)
from app.routers.openapi.document import maak_document
from app.routers.operatie import Operaties
from app.routers.route import maak_route
from app.routers.verzoek import BASIS, JSON, Diensten
from app.routers.wegwijzer import Wegwijzer

BRONNEN: tuple[Operaties, ...] = (
    klanten.op,
    audit.op,
    meldingen.op,
    afspraken.op,
    screeningen.op,
    ambitiegesprekken.op,
    groepsindelingen.op,
    groepswisselingen.op,
    aanvragen.op,
    toewijzingen.op,
    opdrachtnemers.op,
    inkooporders.op,
    begeleidingssessies.op,
    orderdeclaraties.op,
    orderdocumenten.op,
    orderonderbrekingen.op,
    orderuitvoering.op,
    orderresultaten.op,
    termijnen.op,
    werkvoorraad.op,
    stuurinformatie.op,
    toetsen.op,
    beleid.op,
)
Leven = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def bouw_api(diensten: Diensten, versie: str, leven: Leven) -> FastAPI:
    """Make the FastAPI application of these services."""
    app = FastAPI(
        title="Trede",
        version=versie,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=leven,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # asked of the environment on every request
    )
    routes = [maak_route(operatie, lambda: diensten, BASIS) for operaties in BRONNEN for operatie in operaties.alle]
    app.router.routes.extend([Wegwijzer(routes), *routes])

    @cache
    def document() -> dict[str, Any]:
        """Made for the first who asks: the service starts without it."""
        return document_van(versie)

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way to replace it
    gezondheid.installeer(app, diensten)
    documentatie.installeer(app, versie)
    _publiceer(app, cache(lambda: orjson.dumps(document())))
    return app


def document_van(versie: str) -> dict[str, Any]:
    """Make the OpenAPI document."""
    uitleg = {operaties.onderwerp: operaties.uitleg for operaties in BRONNEN if operaties.uitleg}
    return maak_document([operatie for operaties in BRONNEN for operatie in operaties.alle], versie, uitleg)


def _publiceer(app: FastAPI, document: Callable[[], bytes]) -> None:
    async def openapi_json(_request: Request) -> Response:
        return Response(document(), media_type=JSON)

    app.add_route(f"{BASIS}/openapi.json", openapi_json, methods=["GET"], include_in_schema=False)

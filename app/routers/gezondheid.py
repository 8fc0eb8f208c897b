"""Health: alive, and ready to work."""

import asyncio

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from app.domain.fouten import Fout
from app.routers.problemen import probleem_antwoord, probleem_bij_fout
from app.routers.schil.verzoek import nummer_van
from app.routers.verzoek import JSON, Diensten
from app.services.fouten import OpslagOnbereikbaar, SchemaWijktAf
from app.services.poorten import Opslag


def installeer(app: FastAPI, diensten: Diensten) -> None:
    """Add the two health endpoints; they need no token and tell nothing but how it goes."""

    async def leeft(_request: Request) -> Response:
        return Response(b'{"status":"ok"}', media_type=JSON)

    async def klaar(request: Request) -> Response:
        if fout := await _hapering(diensten.opslag):
            return probleem_antwoord(probleem_bij_fout(fout), nummer_van(request.scope))
        return Response(b'{"status":"ok"}', media_type=JSON)

    app.add_route("/health/live", leeft, methods=["GET"], include_in_schema=False)
    app.add_route("/health/ready", klaar, methods=["GET"], include_in_schema=False)


async def _hapering(opslag: Opslag) -> Fout | None:
    """Why there is no work to be done now, if there is not."""
    try:
        async with asyncio.timeout(2):
            await opslag.peil()
    except (OpslagOnbereikbaar, TimeoutError):
        return OpslagOnbereikbaar("De database antwoordt niet.")
    except SchemaWijktAf as fout:
        return fout
    return None

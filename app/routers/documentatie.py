"""The front door and the documentation page: all of it served from here, without any outside address."""

from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

import orjson
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from app.routers.verzoek import BASIS, JSON

PAD = "/documentatie"
BELEID = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Scripts, styles and requests of this service only. Swagger UI draws its icons as `data:` images."""
SOORTEN = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".png": "image/png"}
VAN_SWAGGER_UI = ("swagger-ui.css", "swagger-ui-bundle.js", "favicon.png")
"""Files that the package fastapi-offline carries."""

EIGEN = ("stijl.css", "begin.js")
"""Files of Trede's own, in `bladzijde`."""

BLADZIJDE = f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trede: documentatie van de API</title>
<link rel="icon" href="{PAD}/favicon.png">
<link rel="stylesheet" href="{PAD}/swagger-ui.css">
<link rel="stylesheet" href="{PAD}/stijl.css">
</head>
<body>
<main id="documentatie">
<noscript>Zonder JavaScript: lees <a href="{BASIS}/openapi.json">het OpenAPI-document</a>.</noscript>
</main>
<script src="{PAD}/swagger-ui-bundle.js"></script>
<script src="{PAD}/begin.js"></script>
</body>
</html>
"""


def installeer(app: FastAPI, versie: str) -> None:
    """Add the front door, the page and what the page needs."""
    voordeur = {"naam": app.title, "versie": versie, "openapi": f"{BASIS}/openapi.json", "documentatie": PAD}
    _voeg_toe(app, "/", orjson.dumps(voordeur), JSON)
    _voeg_toe(app, PAD, BLADZIJDE.encode(), "text/html; charset=utf-8")
    for pakket, map_, namen in (("app.routers", "bladzijde", EIGEN), ("fastapi_offline", "static", VAN_SWAGGER_UI)):
        for naam in namen:
            _voeg_toe(app, f"{PAD}/{naam}", _bestand(pakket, map_, naam), SOORTEN[PurePosixPath(naam).suffix])


def _voeg_toe(app: FastAPI, pad: str, inhoud: bytes, soort: str) -> None:
    async def geef(_request: Request) -> Response:
        return Response(inhoud, headers={"Content-Security-Policy": BELEID}, media_type=soort)

    app.add_route(pad, geef, methods=["GET"], include_in_schema=False)


@cache
def _bestand(pakket: str, map_: str, naam: str) -> bytes:
    return files(pakket).joinpath(map_, naam).read_bytes()

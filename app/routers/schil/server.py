"""The server around the application: what it adds to an answer, logs and refuses by itself is the shell's."""

import uvicorn
from starlette.types import ASGIApp

from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.logboek import Logboek
from app.routers.schil.onleesbaar import lezer_voor


def maak_server(app: ASGIApp, instellingen: Schilinstellingen, logboek: Logboek) -> uvicorn.Server:
    """Make the server; who stops it waits at most twenty seconds for the requests that run."""
    config = uvicorn.Config(
        app,
        http=lezer_voor(instellingen, logboek),
        ws="none",
        proxy_headers=False,  # no answer and no log line depends on where a request came from
        server_header=False,
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=20,
    )
    return uvicorn.Server(config)

"""HEAD wherever GET: the same work and headers, without the body."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Hoofd:
    """Runs a HEAD as GET on a copy of the scope, so that the server still knows it must send no body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; a HEAD as a GET."""
        if scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def zonder_inhoud(bericht: Message) -> None:
            if bericht["type"] == "http.response.body":
                bericht = {**bericht, "body": b""}
            await send(bericht)

        als_get = {**scope, "method": "GET"}
        try:
            await self.app(als_get, receive, zonder_inhoud)
        finally:
            if "endpoint" in als_get:
                scope["endpoint"] = als_get["endpoint"]

"""Headers that every answer carries, whichever layer made it."""

from collections.abc import Iterable
from functools import lru_cache

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.verzoek import kop, nummer_van, opent

Koppenlijst = list[tuple[bytes, bytes]]

KADER = b"frame-ancestors 'none'"
LEESBAAR = b"API-Version, ETag, Link, Location, Retry-After, X-Request-ID"
"""What a browser may show to a page of another origin."""

_ONZE = frozenset(
    {
        b"access-control-allow-origin",
        b"access-control-expose-headers",
        b"api-version",
        b"cache-control",
        b"server",
        b"strict-transport-security",
        b"x-content-type-options",
        b"x-frame-options",
        b"x-powered-by",
        b"x-request-id",
    }
)
"""Set here or not at all: a route's own value is dropped."""
_ZONDER_INHOUD = frozenset({204, 304})


class Koppen:
    """Security headers, `API-Version`, `X-Request-ID` and the CORS headers of the answer itself.

    A route may set its own Content-Security-Policy and Vary; frame-ancestors and Origin are added where they lack.
    """

    def __init__(self, app: ASGIApp, instellingen: Schilinstellingen) -> None:
        self.app = app
        self.open_paden = instellingen.open_paden
        vast = _vaste_koppen(instellingen)
        per_origin = [origin.encode() for origin in instellingen.cors_origins]
        self.per_origin = {origin: (*vast, (b"access-control-allow-origin", origin)) for origin in per_origin}
        self.anders = self.per_origin[per_origin[0]]
        self.open = (*vast, (b"access-control-allow-origin", b"*"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and complete the headers of the answer."""
        nummer = (nummer_van(scope) or "").encode()
        is_open = scope["path"] in self.open_paden
        vast = self.open if is_open else self.per_origin.get(kop(scope, b"origin") or b"", self.anders)

        async def met_koppen(bericht: Message) -> None:
            if opent(bericht):
                eigen = bericht.get("headers", ())
                koppen = [*vast, (b"x-request-id", nummer), *_aangevuld(eigen, bericht["status"], vary=not is_open)]
                bericht = {**bericht, "headers": koppen}
            await send(bericht)

        await self.app(scope, receive, met_koppen)


def koppen_zonder_verzoek(instellingen: Schilinstellingen, nummer: str, antwoord: Response) -> Koppenlijst:
    """The headers of an answer to what never became a request; `nummer` is what it is known by."""
    return [
        *_vaste_koppen(instellingen),
        (b"access-control-allow-origin", instellingen.cors_origins[0].encode()),
        (b"x-request-id", nummer.encode()),
        *_aangevuld(antwoord.raw_headers, antwoord.status_code, vary=True),
    ]


def _vaste_koppen(instellingen: Schilinstellingen) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"api-version", instellingen.api_version.encode()),
        (b"cache-control", b"no-store"),
        (b"strict-transport-security", instellingen.hsts.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"access-control-expose-headers", LEESBAAR),
    )


def _aangevuld(eigen: Iterable[tuple[bytes, bytes]], status: int, *, vary: bool) -> Koppenlijst:
    """The answer's own headers without ours, with Content-Type, policy and Vary made whole."""
    uit: Koppenlijst = []
    soort = leeg = status in _ZONDER_INHOUD
    beleid = KADER
    varieert = b"Origin" if vary else b""
    for ruwe_naam, waarde in eigen:
        naam = ruwe_naam.lower()
        if naam in _ONZE:
            continue
        if naam == b"content-security-policy":
            beleid = waarde if b"frame-ancestors" in waarde.lower() else waarde.rstrip(b"; ") + b"; " + KADER
        elif naam == b"vary":
            varieert = _samen(waarde, varieert)
        else:
            uit.append((naam, waarde))
            soort = soort or naam == b"content-type"
            leeg = leeg or (naam == b"content-length" and waarde == b"0")
    uit.append((b"content-security-policy", beleid))
    if varieert:
        uit.append((b"vary", varieert))
    if not soort and not leeg:
        uit.append((b"content-type", b"application/octet-stream"))
    return uit


@lru_cache(maxsize=64)  # the routes know a handful of values
def _samen(eigen: bytes, erbij: bytes) -> bytes:
    """Two values of Vary as one, each name once; a star says everything already."""
    namen = [naam.strip() for naam in eigen.split(b",") if naam.strip()]
    bekend = {naam.lower() for naam in namen}
    nieuw = [naam.strip() for naam in erbij.split(b",") if naam.strip() and naam.strip().lower() not in bekend]
    return b"*" if b"*" in bekend else b", ".join(namen + nieuw)

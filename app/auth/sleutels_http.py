"""Keys of an issuer over HTTP. Apart from the other sources, so that who has no such issuer needs no HTTP client."""

import asyncio
from datetime import timedelta
from typing import Final

import httpx

from app.auth.jwks import MAX_BYTES, JwksOngeldig
from app.auth.sleutels import BewaardeSleutels
from app.services.loopback import is_loopback
from app.services.poorten import Klok

TIJDSLIMIET_S: Final = 3.0
"""In all, for one fetch."""


def maak_client() -> httpx.AsyncClient:
    """Make the client that all issuers share; who makes it closes it."""
    return httpx.AsyncClient(timeout=5.0, follow_redirects=False)


class HttpSleutels(BewaardeSleutels):
    """Keys from the issuer's `jwks_uri`: HTTPS (plain HTTP on loopback only), no redirects, short and small."""

    def __init__(self, url: str, client: httpx.AsyncClient, klok: Klok, **termijnen: timedelta) -> None:
        super().__init__(klok, **termijnen)
        adres = httpx.URL(url)
        if adres.scheme != "https" and not (adres.scheme == "http" and is_loopback(adres.host)):
            raise ValueError("De sleutels van een uitgever worden alleen over https opgehaald.")
        self._url = adres
        self._client = client

    async def _haal(self) -> bytes:
        try:
            async with asyncio.timeout(TIJDSLIMIET_S):
                return await self._lees()
        except httpx.HTTPError as fout:
            raise JwksOngeldig("niet opgehaald") from fout

    async def _lees(self) -> bytes:
        koppen = {"Accept": "application/jwk-set+json, application/json", "Accept-Encoding": "identity"}
        async with self._client.stream("GET", self._url, headers=koppen, follow_redirects=False) as antwoord:
            if antwoord.status_code != httpx.codes.OK:
                raise JwksOngeldig(f"status {antwoord.status_code}")
            if antwoord.headers.get("Content-Encoding", "identity") != "identity":
                raise JwksOngeldig("ingepakt")  # unpacking could fill the memory before the size is known
            inhoud = bytearray()
            async for stuk in antwoord.aiter_bytes():
                inhoud += stuk
                if len(inhoud) > MAX_BYTES:
                    raise JwksOngeldig(f"meer dan {MAX_BYTES} bytes")
            return bytes(inhoud)

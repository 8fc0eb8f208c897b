"""The issuer for development: a key in a folder on this machine, and tokens signed with it. Never in production.

Each key is a numbered file that is made once and never changed: two processes that start together agree, because
only one of them can make number 1. The highest number signs; the JWKS file lists the keys that still count.
"""

import json
import os
import secrets
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jose import jwk, jwt

from app.domain.fouten import Fout
from app.services.identiteit import Rol

UITGEVER: Final = "urn:trede:ontwikkeling"
AUDIENCE: Final = "trede"
CLIENT: Final = "trede-ontwikkeling"

_MAAK_SLEUTEL: Final[dict[str, Callable[[], rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey]]] = {
    "RS256": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
}


class OntwikkeluitgeverNietToegestaan(Fout):
    """The development issuer was asked for in production."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutelpaar:
    """One key pair as its file holds it."""

    nummer: int
    kid: str
    alg: str
    pem: str
    gemaakt: datetime


class Ontwikkeluitgever:
    """Makes its key on first use in `map_`; an old key stays in the JWKS for `bewaar` after a new one came."""

    def __init__(
        self,
        map_: Path,
        nu: datetime,
        *,
        productie: bool,
        alg: str = "RS256",
        bewaar: timedelta = timedelta(hours=24),
    ) -> None:
        if productie:
            raise OntwikkeluitgeverNietToegestaan(
                "De ontwikkeluitgever mag niet in productie: stel een echte uitgever in met zijn adres voor sleutels."
            )
        self._map = map_
        self._alg = alg
        self._bewaar = bewaar
        self._map.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._paren():
            self._maak(1, nu)
        self._schrijf_jwks(nu)

    @property
    def jwks(self) -> Path:
        """The file with the public keys, for BestandSleutels."""
        return self._map / "jwks.json"

    def roteer(self, nu: datetime) -> str:
        """Sign with a new key from now on; gives its `kid`. Drops private keys that no token needs any more."""
        self._maak(self._paren()[-1].nummer + 1, nu)
        self._schrijf_jwks(nu)
        geldig = {paar.nummer for paar in self._geldige(nu)}
        for paar in self._paren():
            if paar.nummer not in geldig:
                self._pad(paar.nummer).unlink(missing_ok=True)
        return self._paren()[-1].kid

    def geef_token(
        self,
        rollen: Collection[Rol],
        persoon: str | None,
        *,
        nu: datetime,
        geldig: timedelta = timedelta(hours=8),
        client: str = CLIENT,
        scope: Collection[Rol] | None = None,
    ) -> str:
        """A signed access token; `persoon` None for a machine client."""
        claims: dict[str, object] = {
            "iss": UITGEVER,
            "aud": [AUDIENCE],
            "azp": client,
            "jti": secrets.token_urlsafe(16),
            "iat": int(nu.timestamp()),
            "exp": int((nu + geldig).timestamp()),
            "roles": sorted(rollen),
        }
        if persoon is not None:
            claims["sub"] = persoon
        if scope is not None:
            claims["scope"] = " ".join(sorted(scope))
        paar = self._paren()[-1]
        return jwt.encode(claims, paar.pem, algorithm=paar.alg, headers={"kid": paar.kid, "typ": "at+jwt"})

    def _geldige(self, nu: datetime) -> list[Sleutelpaar]:
        """The key that signs, and those that were followed up less than `bewaar` ago."""
        paren = self._paren()
        return [oud for oud, opvolger in pairwise(paren) if nu - opvolger.gemaakt < self._bewaar] + paren[-1:]

    def _maak(self, nummer: int, nu: datetime) -> None:
        """Make key `nummer`, unless another process was first: then that one counts."""
        pem = _MAAK_SLEUTEL[self._alg]().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        inhoud = {"kid": secrets.token_hex(8), "alg": self._alg, "pem": pem.decode(), "gemaakt": nu.isoformat()}
        tijdelijk = self._schrijf_tijdelijk(inhoud)
        try:
            os.link(tijdelijk, self._pad(nummer))  # a whole file or none, and never over an existing one
        except FileExistsError:
            return
        finally:
            tijdelijk.unlink()

    def _schrijf_jwks(self, nu: datetime) -> None:
        """Write the JWKS, again when a key came while writing."""
        geschreven: list[Sleutelpaar] | None = None
        while geschreven != (geldig := self._geldige(nu)):
            tijdelijk = self._schrijf_tijdelijk({"keys": [_publiek(paar) for paar in geldig]})
            tijdelijk.replace(self.jwks)
            geschreven = geldig

    def _schrijf_tijdelijk(self, inhoud: object) -> Path:
        greep, naam = tempfile.mkstemp(dir=self._map, suffix=".tmp")  # mode 0600
        with os.fdopen(greep, "w", encoding="utf-8") as bestand:
            json.dump(inhoud, bestand)
            bestand.flush()
            os.fsync(bestand.fileno())
        return Path(naam)

    def _paren(self) -> list[Sleutelpaar]:
        gelezen = (_lees(pad) for pad in sorted(self._map.glob("sleutel-*.json")))
        return [paar for paar in gelezen if paar is not None]

    def _pad(self, nummer: int) -> Path:
        return self._map / f"sleutel-{nummer:06}.json"


def _lees(pad: Path) -> Sleutelpaar | None:
    try:
        ruw = json.loads(pad.read_text("utf-8"))
    except FileNotFoundError:
        return None  # another process rotated and cleaned up in between
    return Sleutelpaar(
        nummer=int(pad.stem.removeprefix("sleutel-")),
        kid=ruw["kid"],
        alg=ruw["alg"],
        pem=ruw["pem"],
        gemaakt=datetime.fromisoformat(ruw["gemaakt"]),
    )


def _publiek(paar: Sleutelpaar) -> dict[str, object]:
    # python-jose's `construct` takes a private PEM since 3.5; its public half gives the JWK.
    publiek = jwk.construct(paar.pem, paar.alg).public_key().to_dict()
    return {**publiek, "kid": paar.kid, "use": "sig"}

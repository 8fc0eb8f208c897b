"""A JWK Set read strictly: only public signature keys that Trede can check, everything else left out.

Trede checks RS256 (RSA of 2048 to 8192 bits) and ES256 (P-256). The algorithm follows from the key, never from the
token, so that a token cannot choose how it is checked.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from jose import jwk
from jose.backends.base import Key
from jose.exceptions import JOSEError

MAX_BYTES: Final = 64 * 1024
MAX_SLEUTELS: Final = 50
MAX_KID: Final = 200
RSA_BITS: Final = range(2048, 8192 + 1)
EXPONENT_BITS: Final = range(2, 32 + 1)
ALGORITMES: Final = frozenset({"RS256", "ES256"})

_BASE64URL = re.compile(r"[A-Za-z0-9_-]{1,2048}")


class JwksOngeldig(Exception):
    """What came in is no JWK Set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutel:
    """One public key of an issuer, bound to the one algorithm it is used with. Equal when the material is equal."""

    kid: str
    alg: str
    materiaal: tuple[str, ...]
    """The members that make the key: the modulus and exponent, or the point on the curve."""
    jose: Key = field(compare=False, repr=False)


def lees_jwks(inhoud: bytes) -> dict[str, Sleutel]:
    """The usable keys by `kid`; of two with the same `kid` the first. Raises JwksOngeldig when it is no JWK Set."""
    sleutels: dict[str, Sleutel] = {}
    for ruw in _leden(inhoud):
        sleutel = _lees_sleutel(ruw)
        if sleutel is not None:
            sleutels.setdefault(sleutel.kid, sleutel)
    return sleutels


def _leden(inhoud: bytes) -> list[object]:
    if len(inhoud) > MAX_BYTES:
        raise JwksOngeldig(f"meer dan {MAX_BYTES} bytes")
    try:
        document = json.loads(inhoud)
    except (ValueError, RecursionError) as fout:
        raise JwksOngeldig("geen JSON") from fout
    leden = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(leden, list):
        raise JwksOngeldig("geen lijst `keys`")
    if len(leden) > MAX_SLEUTELS:
        raise JwksOngeldig(f"meer dan {MAX_SLEUTELS} sleutels")
    return leden


def _lees_sleutel(ruw: object) -> Sleutel | None:
    if not isinstance(ruw, dict) or not _is_publiek_en_voor_handtekeningen(ruw):
        return None
    alg = _algoritme(ruw)
    kid = ruw.get("kid")
    if alg is None or not isinstance(kid, str) or not 0 < len(kid) <= MAX_KID or ruw.get("alg", alg) != alg:
        return None
    namen = ("kty", "n", "e") if alg == "RS256" else ("kty", "crv", "x", "y")
    kaal = {naam: str(ruw[naam]) for naam in namen}
    try:
        sleutel = jwk.construct(kaal, alg)
    except (JOSEError, ValueError):
        return None  # a point that is not on the curve, an even exponent
    return Sleutel(kid=kid, alg=alg, materiaal=tuple(kaal.values()), jose=sleutel)


def _is_publiek_en_voor_handtekeningen(ruw: Mapping[str, object]) -> bool:
    doelen = ruw.get("key_ops", ["verify"])
    return "d" not in ruw and ruw.get("use", "sig") == "sig" and isinstance(doelen, list) and "verify" in doelen


def _algoritme(ruw: Mapping[str, object]) -> str | None:
    """The algorithm that goes with this kind of key; None for a kind or size that Trede does not take."""
    if ruw.get("kty") == "RSA" and _bits(ruw.get("n")) in RSA_BITS and _bits(ruw.get("e")) in EXPONENT_BITS:
        return "RS256"
    if ruw.get("kty") == "EC" and ruw.get("crv") == "P-256" and _bits(ruw.get("x")) and _bits(ruw.get("y")):
        return "ES256"
    return None


def _bits(waarde: object) -> int:
    if not isinstance(waarde, str) or not _BASE64URL.fullmatch(waarde):
        return 0
    try:
        return int.from_bytes(base64.urlsafe_b64decode(waarde + "=" * (-len(waarde) % 4))).bit_length()
    except binascii.Error:
        return 0

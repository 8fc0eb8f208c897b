"""From an Authorization header to the parts of a token, strictly: what is odd is refused before anything is checked.

python-jose skips characters outside base64url, takes the last of two equal names, ignores `crit` and lets a deeply
nested text escape as RecursionError; so the parts are read here first.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from typing import Final

from app.auth.jwks import ALGORITMES, MAX_KID
from app.services.fouten import TokenOngeldig

MAX_TOKEN: Final = 8 * 1024

_BEARER = re.compile(r"\S+ +(\S+)")
_DEEL = re.compile(r"[A-Za-z0-9_-]+")
_SOORTEN: Final = frozenset({"jwt", "at+jwt", "application/at+jwt"})
_GEWEIGERD: Final = frozenset({"crit", "b64", "jku", "jwk", "x5u", "x5c", "zip", "enc"})
"""Headers that change how a token is read or bring a key of their own; Trede knows the keys from the issuer only."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The header of a token, as far as Trede uses it."""

    alg: str
    kid: str


@dataclass(frozen=True, slots=True)
class Ontleed:
    """A token taken apart; nothing of it is trusted yet."""

    kop: Kop
    claims: dict[str, object]


def lees_bearer(authorization: str) -> str:
    """The token of an Authorization header; 8 KB at most."""
    if not authorization.strip():
        raise TokenOngeldig("token-ontbreekt", "Er is geen token meegestuurd in de header Authorization.")
    if len(authorization) > MAX_TOKEN + len("Bearer "):
        raise TokenOngeldig("token-te-lang", f"Het token is langer dan {MAX_TOKEN} tekens.")
    if authorization.split(maxsplit=1)[0].lower() != "bearer":
        raise TokenOngeldig("token-schema", "De header Authorization moet het schema Bearer gebruiken.")
    match = _BEARER.fullmatch(authorization.strip(" "))
    if match is None:
        raise _misvormd("Na Bearer hoort precies één token te staan.")
    return match[1]


def ontleed(token: str) -> Ontleed:
    """Header and claims of a compact JWS in its one right spelling."""
    delen = token.split(".")
    if len(delen) != 3:  # noqa: PLR2004 (header, claims, signature)
        raise _misvormd("Het token bestaat niet uit drie delen.")
    kop, claims, _ = (_decodeer(deel) for deel in delen)
    return Ontleed(_lees_kop(_lees_object(kop)), _lees_object(claims))


def _lees_kop(kop: dict[str, object]) -> Kop:
    if _GEWEIGERD & kop.keys():
        raise TokenOngeldig("token-kop", "De kop van het token bevat een veld dat Trede niet aanneemt.")
    alg, kid, typ = kop.get("alg"), kop.get("kid"), kop.get("typ", "JWT")
    if not isinstance(alg, str) or alg not in ALGORITMES:
        raise TokenOngeldig("token-algoritme", "Het token is niet ondertekend met RS256 of ES256.")
    if not isinstance(typ, str) or typ.lower() not in _SOORTEN:
        raise TokenOngeldig("token-soort", "Dit is een ander soort token dan een access token.")
    if not isinstance(kid, str) or not 0 < len(kid) <= MAX_KID:
        raise TokenOngeldig("token-sleutel", "Het token noemt niet met welke sleutel (`kid`) het is ondertekend.")
    return Kop(alg, kid)


def _decodeer(deel: str) -> bytes:
    """Base64url without padding, and only the spelling that encoding gives back."""
    fout = _misvormd("Een deel van het token is geen base64url.")
    if not _DEEL.fullmatch(deel):
        raise fout
    try:
        inhoud = base64.urlsafe_b64decode(deel + "=" * (-len(deel) % 4))
    except binascii.Error:
        raise fout from None
    if base64.urlsafe_b64encode(inhoud).rstrip(b"=") != deel.encode("ascii"):
        raise fout
    return inhoud


def _lees_object(tekst: bytes) -> dict[str, object]:
    try:
        waarde = json.loads(tekst.decode(), object_pairs_hook=_eenmalig, parse_constant=_geen_getal)
    except (ValueError, RecursionError) as fout:
        raise _misvormd("Een deel van het token is geen JSON.") from fout
    if not isinstance(waarde, dict):
        raise _misvormd("Een deel van het token is geen JSON-object.")
    return waarde


def _eenmalig(paren: list[tuple[str, object]]) -> dict[str, object]:
    waarden = dict(paren)
    if len(waarden) != len(paren):
        raise ValueError("een naam komt twee keer voor")
    return waarden


def _geen_getal(naam: str) -> object:
    raise ValueError(f"{naam} is geen getal")


def _misvormd(detail: str) -> TokenOngeldig:
    return TokenOngeldig("token-misvormd", detail)

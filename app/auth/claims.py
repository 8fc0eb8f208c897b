"""The claims of a token, each of the right type and meant for us, now.

python-jose takes a text for a time, reads the wall clock and lets a missing claim pass; so each is checked here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.services.fouten import TokenOngeldig
from app.services.identiteit import Rol

Ruw = Mapping[str, object]

_TEKST = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,255}")
_LAATSTE_SECONDE: Final = 253_402_300_799
"""31 December of the year 9999: later than that is no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What Trede uses of a token."""

    iss: str
    azp: str
    sub: str | None
    exp: float
    rollen: frozenset[Rol]
    """Known roles of `roles`, cut by `scope` when present."""


def lees_claims(ruw: Ruw, audience: str, nu: float, speling: float) -> Claims:
    """The claims when every one of them holds at `nu` (seconds since 1970, `speling` seconds of grace)."""
    if "at_hash" in ruw or "c_hash" in ruw:
        raise TokenOngeldig("token-soort", "Dit is een id token; Trede vraagt een access token.")
    _eis_ontvanger(ruw.get("aud"), audience)
    exp = _eis_tijden(ruw, nu, speling)
    _eis_tekst(ruw, "jti")
    return Claims(
        iss=_eis_tekst(ruw, "iss"),
        azp=_eis_tekst(ruw, "azp"),
        sub=_eis_tekst(ruw, "sub") if "sub" in ruw else None,
        exp=exp,
        rollen=_rollen(ruw),
    )


def _eis_ontvanger(aud: object, audience: str) -> None:
    ontvangers = [aud] if isinstance(aud, str) else aud
    if not isinstance(ontvangers, list) or not all(isinstance(ontvanger, str) for ontvanger in ontvangers):
        raise TokenOngeldig("token-ontvanger", "Het token noemt niet voor wie het bedoeld is (`aud`).")
    if audience not in ontvangers:
        raise TokenOngeldig("token-ontvanger", "Het token is voor een andere dienst bedoeld (`aud`).")


def _eis_tijden(ruw: Ruw, nu: float, speling: float) -> float:
    exp = _eis_tijd(ruw, "exp")
    if exp <= nu - speling:
        raise TokenOngeldig("token-verlopen", "Het token is verlopen.")
    if "nbf" in ruw and _eis_tijd(ruw, "nbf") > nu + speling:
        raise TokenOngeldig("token-nog-niet-geldig", "Het token is nog niet geldig (`nbf`).")
    if "iat" in ruw and not _eis_tijd(ruw, "iat") <= min(nu + speling, exp):
        raise TokenOngeldig("token-claim", "Het token is volgens `iat` in de toekomst of na zijn einde uitgegeven.")
    return exp


def _eis_tijd(ruw: Ruw, naam: str) -> float:
    tijd = ruw.get(naam)
    if isinstance(tijd, bool) or not isinstance(tijd, int | float) or not 0 < tijd <= _LAATSTE_SECONDE:
        raise TokenOngeldig("token-claim", f"`{naam}` van het token ontbreekt of is geen tijdstip.")
    return tijd


def _eis_tekst(ruw: Ruw, naam: str) -> str:
    tekst = ruw.get(naam)
    if not isinstance(tekst, str) or not _TEKST.fullmatch(tekst):
        raise TokenOngeldig("token-claim", f"`{naam}` van het token ontbreekt of is geen tekst van 1 tot 255 tekens.")
    return tekst


def _rollen(ruw: Ruw) -> frozenset[Rol]:
    """RFC 9068 `roles`, of which unknown names are left out; with `scope`, only the roles that it names too."""
    namen, scope = ruw.get("roles", []), ruw.get("scope", "")
    if not isinstance(namen, list) or not all(isinstance(naam, str) for naam in namen):
        raise TokenOngeldig("token-claim", "`roles` van het token is geen lijst van teksten.")
    if not isinstance(scope, str):
        raise TokenOngeldig("token-claim", "`scope` van het token is geen tekst.")
    toegestaan = set(namen) & set(scope.split(" ")) if "scope" in ruw else set(namen)
    return frozenset(rol for rol in Rol if rol.value in toegestaan)

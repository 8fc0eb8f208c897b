"""Checking a bearer token: from the Authorization header to the Beller, or TokenOngeldig with the reason.

Cheap checks come before the signature and can only refuse; the Beller is made after python-jose has checked the
signature with the one algorithm that belongs to the issuer's key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from jose import jwt
from jose.exceptions import JOSEError

from app.auth.claims import Claims, lees_claims
from app.auth.geheugen import Geheugen, Gezien
from app.auth.jwks import Sleutel
from app.auth.ontleding import lees_bearer, ontleed
from app.auth.sleutels import Sleutels, SleutelsOnbereikbaar
from app.services.fouten import TokenOngeldig, UitgeverOnbereikbaar
from app.services.identiteit import MACHINEROLLEN, Beller, Rol
from app.services.poorten import Klok

_ONTHOUD_S: Final = 300.0

# `require_exp` would switch `verify_exp` on again, and that reads the wall clock: times are checked in claims.py.
_OPTIES: Final = {
    "verify_signature": True,
    "verify_aud": True,
    "verify_iss": True,
    "verify_jti": True,
    "require_aud": True,
    "require_iss": True,
    "require_jti": True,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A machine client of the register, found by `azp`."""

    oin: str | None = None
    """OIN of the organisation behind it."""
    organisatie: str | None = None
    """The opdrachtnemer it works for."""
    uitgever: str | None = None
    """When given, only tokens of this issuer make this client: another issuer may know the same `azp`."""


class Register(Protocol):
    """The machine clients that are known; a mapping from `azp` is one."""

    def get(self, azp: str, /) -> Client | None:
        """The client of this name, None when there is none."""
        ...


class Tokencontrole:
    """Checks tokens of known issuers for one audience; remembers those that passed for five minutes at most."""

    def __init__(
        self,
        uitgevers: Mapping[str, Sleutels],
        audience: str,
        clients: Register,
        klok: Klok,
        *,
        speling: timedelta = timedelta(seconds=30),
        onthoud: int = 4096,
    ) -> None:
        if any("|" in uitgever for uitgever in uitgevers):
            raise ValueError("De naam van een uitgever bevat geen |: dat teken scheidt uitgever en persoon.")
        self._uitgevers = uitgevers
        self._audience = audience
        self._clients = clients
        self._klok = klok
        self._speling = speling.total_seconds()
        self._geheugen = Geheugen(onthoud)

    async def controleer(self, authorization: str | None) -> Beller:
        """The caller that this header proves; raises TokenOngeldig, or UitgeverOnbereikbaar when no keys can be had."""
        kop = authorization or ""
        gezien = self._geheugen.geef(kop, self._klok().timestamp())
        if gezien is None:
            return await self._controleer(kop)
        if await self._sleutel(gezien.beller.uitgever, gezien.sleutel.kid) != gezien.sleutel:
            self._geheugen.vergeet(kop)
            return await self._controleer(kop)
        return gezien.beller

    async def _controleer(self, kop: str) -> Beller:
        nu = self._klok().timestamp()
        token = lees_bearer(kop)
        delen = ontleed(token)
        claims = lees_claims(delen.claims, self._audience, nu, self._speling)
        sleutel = await self._sleutel(claims.iss, delen.kop.kid)
        if sleutel.alg != delen.kop.alg:
            raise TokenOngeldig("token-algoritme", "Het algoritme van het token past niet bij de sleutel.")
        self._eis_handtekening(token, sleutel, claims.iss, delen.claims)
        beller = self._beller(claims)
        tot = min(claims.exp, nu + _ONTHOUD_S)
        self._geheugen.bewaar(kop, Gezien(beller=beller, sleutel=sleutel, vanaf=nu, tot=tot))
        return beller

    async def _sleutel(self, iss: str, kid: str) -> Sleutel:
        if iss not in self._uitgevers:
            raise TokenOngeldig("token-uitgever", "Het token komt van een uitgever die Trede niet kent.")
        try:
            sleutel = await self._uitgevers[iss].geef(kid)
        except SleutelsOnbereikbaar as fout:
            detail = "De sleutels van de uitgever zijn nu niet op te halen; het token kan niet worden gecontroleerd."
            raise UitgeverOnbereikbaar(detail) from fout
        if sleutel is None:
            raise TokenOngeldig("token-sleutel", "Het token is ondertekend met een sleutel die de uitgever niet heeft.")
        return sleutel

    def _eis_handtekening(self, token: str, sleutel: Sleutel, iss: str, gelezen: Mapping[str, object]) -> None:
        try:
            geldig = jwt.decode(
                token, sleutel.jose, algorithms=[sleutel.alg], audience=self._audience, issuer=iss, options=_OPTIES
            )
        except (JOSEError, ValueError, TypeError, RecursionError) as fout:
            raise TokenOngeldig("token-handtekening", "De handtekening van het token klopt niet.") from fout
        if geldig != gelezen:  # two readers of one text must read the same
            raise TokenOngeldig("token-misvormd", "Het token is op meer dan één manier te lezen.")

    def _beller(self, claims: Claims) -> Beller:
        client = self._client(claims)
        return Beller(
            uitgever=claims.iss,
            persoon=claims.azp if claims.sub is None else claims.sub,
            client=claims.azp,
            rollen=self._rollen(claims, client),
            oin=None if client is None else client.oin,
            organisatie=None if client is None else client.organisatie,
        )

    @staticmethod
    def _rollen(claims: Claims, client: Client | None) -> frozenset[Rol]:
        """A machine's roles are for clients of the register, a person's for tokens that name a person."""
        rollen = claims.rollen if client is not None else claims.rollen - MACHINEROLLEN
        return rollen if claims.sub is not None else rollen & MACHINEROLLEN

    def _client(self, claims: Claims) -> Client | None:
        client = self._clients.get(claims.azp)
        return client if client is not None and client.uitgever in {None, claims.iss} else None

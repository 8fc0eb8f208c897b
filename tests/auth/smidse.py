"""Where the tests forge keys and tokens, right ones and wrong ones."""

import asyncio
import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jose import jwk, jws

from app.auth.jwks import Sleutel, lees_jwks
from app.auth.sleutels import SleutelsOnbereikbaar
from app.auth.tokens import Client, Tokencontrole
from app.services.fouten import TokenOngeldig
from app.services.identiteit import Beller

ISS = "https://uitgever.voorbeeld"
AUD = "trede"
NU = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NU_S = int(NU.timestamp())


@dataclass
class Klok:
    """A clock that stands still until it is told to go on."""

    nu: datetime = NU

    def __call__(self) -> datetime:
        return self.nu

    def verder(self, **duur: float) -> None:
        self.nu += timedelta(**duur)


@cache
def pem(soort: str, naam: str = "") -> str:
    """A private key; another `naam` is another key."""
    sleutel: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    if soort == "P-256":
        sleutel = ec.generate_private_key(ec.SECP256R1())
    elif soort == "P-384":
        sleutel = ec.generate_private_key(ec.SECP384R1())
    else:
        sleutel = rsa.generate_private_key(public_exponent=65537, key_size=int(soort))
    return sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def publiek(kid: str, soort: str = "2048", /, *, naam: str = "", **anders: Any) -> dict[str, Any]:
    """The public JWK of that key; a member given as None is left out."""
    alg = {"P-256": "ES256", "P-384": "ES384"}.get(soort, "RS256")
    leden = {**jwk.construct(pem(soort, naam), alg).public_key().to_dict(), "kid": kid, "use": "sig", **anders}
    return {lid: waarde for lid, waarde in leden.items() if waarde is not None}


def jwks(*sleutels: Mapping[str, Any]) -> bytes:
    return json.dumps({"keys": sleutels}).encode()


@dataclass
class VasteSleutels:
    """Keys that change only when the test says so, and count how often they were asked."""

    sleutels: dict[str, Sleutel] = field(default_factory=dict)
    onbereikbaar: bool = False
    gevraagd: int = 0

    async def geef(self, kid: str) -> Sleutel | None:
        self.gevraagd += 1
        if self.onbereikbaar:
            raise SleutelsOnbereikbaar
        return self.sleutels.get(kid)


def claims(**anders: Any) -> dict[str, Any]:
    """Claims that pass; a claim given as None is left out."""
    alle = {
        "iss": ISS,
        "aud": [AUD],
        "azp": "frontend",
        "sub": "m-17",
        "jti": "kN5yVn2bQm6s0d8fJx3hZw",
        "iat": NU_S - 10,
        "exp": NU_S + 600,
        "roles": ["inkomensconsulent", "fiatteur"],
        **anders,
    }
    return {naam: waarde for naam, waarde in alle.items() if waarde is not None}


def onderteken(
    inhoud: object, *, kid: str = "rsa-1", soort: str = "2048", naam: str = "", kop: Mapping[str, Any] | None = None
) -> str:
    """A token signed with the key of that kind and name."""
    alg = "ES256" if soort == "P-256" else "RS256"
    tekst = json.dumps(inhoud).encode()
    return jws.sign(tekst, pem(soort, naam), headers={"kid": kid, **(kop or {})}, algorithm=alg)


def b64(tekst: str | bytes) -> str:
    ruw = tekst.encode() if isinstance(tekst, str) else tekst
    return base64.urlsafe_b64encode(ruw).rstrip(b"=").decode()


def onderteken_tekst(kop: str, inhoud: str) -> str:
    """A token rightly signed over texts as they are, also texts that are no good JSON."""
    te_tekenen = f"{b64(kop)}.{b64(inhoud)}"
    handtekening = jwk.construct(pem("2048"), "RS256").sign(te_tekenen.encode())
    return f"{te_tekenen}.{b64(handtekening)}"


@dataclass
class Poort:
    """A Tokencontrole with all that it leans on."""

    klok: Klok
    sleutels: VasteSleutels
    controle: Tokencontrole

    def vraag(self, authorization: str | None) -> Beller:
        return asyncio.run(self.controle.controleer(authorization))

    def laat_binnen(self, inhoud: object, **ondertekening: Any) -> Beller:
        return self.vraag(f"Bearer {onderteken(inhoud, **ondertekening)}")

    def weigert(self, authorization: str | None) -> str:
        """The code of the refusal."""
        with pytest.raises(TokenOngeldig) as gevangen:
            self.vraag(authorization)
        assert gevangen.value.detail.endswith(".")
        return gevangen.value.code

    def weigert_token(self, inhoud: object, **ondertekening: Any) -> str:
        return self.weigert(f"Bearer {onderteken(inhoud, **ondertekening)}")


REGISTER = {
    "uwv-koppeling": Client(oin="00000001823288444000"),
    "gws-koppeling": Client(oin="00000001001234567000", uitgever="https://andere.voorbeeld"),
}


def bouw_poort(**anders: Any) -> Poort:
    klok = Klok()
    sleutels = VasteSleutels(lees_jwks(jwks(publiek("rsa-1"), publiek("ec-1", "P-256"))))
    return Poort(klok, sleutels, Tokencontrole({ISS: sleutels}, AUD, REGISTER, klok, **anders))

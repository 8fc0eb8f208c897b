import json
from typing import Any

import pytest

from app.auth.jwks import MAX_BYTES, MAX_SLEUTELS, JwksOngeldig, lees_jwks
from tests.auth.smidse import b64, jwks, publiek


def test_rsa_and_p256_keys_are_taken_each_with_its_own_algorithm() -> None:
    sleutels = lees_jwks(jwks(publiek("a"), publiek("b", "P-256")))
    assert {kid: sleutel.alg for kid, sleutel in sleutels.items()} == {"a": "RS256", "b": "ES256"}


def test_a_key_without_alg_and_use_is_taken_for_what_it_is() -> None:
    assert lees_jwks(jwks(publiek("a", alg=None, use=None)))["a"].alg == "RS256"


@pytest.mark.parametrize(
    ("waarom", "lid"),
    [
        ("an RSA key below 2048 bits", publiek("x", "1024")),
        ("an RSA key above 8192 bits", publiek("x", n=b64(b"\xff" * 1025))),
        ("an exponent of 1", publiek("x", e="AQ")),
        ("an even exponent", publiek("x", e=b64(b"\x01\x00\x02"))),
        ("an exponent that makes checking dear", publiek("x", e=b64(b"\x01" * 64))),
        ("another curve", publiek("x", "P-384")),
        ("a point that is not on the curve", publiek("x", "P-256", y=publiek("x", "P-256")["x"])),
        ("a symmetric key", {"kty": "oct", "kid": "x", "k": "c2VjcmV0", "alg": "HS256"}),
        ("an Edwards key", {"kty": "OKP", "crv": "Ed25519", "kid": "x", "x": "AAAA"}),
        ("a private key", publiek("x", d="AQAB")),
        ("a key for encryption", publiek("x", use="enc")),
        ("a key whose operations leave out verify", publiek("x", key_ops=["encrypt"])),
        ("operations that are no list", publiek("x", key_ops="verify")),
        ("an algorithm that Trede does not check", publiek("x", alg="PS256")),
        ("an algorithm of another kind of key", publiek("x", "P-256", alg="RS256")),
        ("no kid", publiek("x", kid=None)),
        ("a kid that is no text", publiek("x", kid=7)),
        ("a kid without end", publiek("x" * 201)),
        ("a modulus that is no base64url", publiek("x", n="!" * 400)),
        ("a modulus of an impossible length", publiek("x", n="A" * 401)),
        ("a modulus that is no text", publiek("x", n=65537)),
        ("no modulus", publiek("x", n=None)),
        ("no object", "x"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_a_key_that_does_not_fit_is_left_out_and_the_others_stay(waarom: str, lid: Any) -> None:
    assert set(lees_jwks(jwks(lid, publiek("goed")))) == {"goed"}


def test_of_two_keys_with_one_kid_the_first_counts() -> None:
    assert lees_jwks(jwks(publiek("a"), publiek("a", "P-256")))["a"].alg == "RS256"


def test_a_set_without_keys_is_a_set() -> None:
    assert lees_jwks(jwks()) == {}


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"<html>",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"keys": {}}',
        b"[" * 50_000,
        b" " * MAX_BYTES + b'{"keys": []}',
        json.dumps({"keys": [{}] * (MAX_SLEUTELS + 1)}).encode(),
    ],
    ids=lambda inhoud: repr(inhoud[:12]),
)
def test_what_is_no_jwk_set_is_refused_whole(inhoud: bytes) -> None:
    with pytest.raises(JwksOngeldig):
        lees_jwks(inhoud)


def test_equal_material_is_an_equal_key_and_other_material_under_the_same_kid_is_not() -> None:
    een, nogmaals, ander = (lees_jwks(jwks(publiek("a", naam=naam)))["a"] for naam in ("", "", "ander"))
    assert een == nogmaals
    assert een != ander

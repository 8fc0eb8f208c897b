import hashlib
import hmac
import json
from typing import Any

import pytest
from jose import jws, jwt

from tests.auth.smidse import (
    AUD,
    ISS,
    NU_S,
    Poort,
    b64,
    claims,
    jwks,
    onderteken,
    onderteken_tekst,
    publiek,
)

KOP = '{"alg":"RS256","kid":"rsa-1"}'


# The header Authorization


@pytest.mark.parametrize("authorization", [None, "", "   "])
def test_without_a_token_nobody_enters(authorization: str | None, poort: Poort) -> None:
    assert poort.weigert(authorization) == "token-ontbreekt"


@pytest.mark.parametrize("authorization", ["Basic YTpi", "DPoP abc", "Bearer:abc", "abc.def.ghi", "\x00", "\ud800"])
def test_another_scheme_is_refused(authorization: str, poort: Poort) -> None:
    assert poort.weigert(authorization) == "token-schema"


@pytest.mark.parametrize(
    "rest", ["", "a b", "a, Bearer b", "a.b", "a.b.c.d", "..", "a.b.c", "\u00e9.a.a", "\ud800.a.a"]
)
def test_what_is_no_token_is_refused(rest: str, poort: Poort) -> None:
    assert poort.weigert(f"Bearer {rest}") == "token-misvormd"


def test_a_token_longer_than_8_kb_is_refused_before_it_is_read(poort: Poort) -> None:
    assert poort.weigert_token(claims(extra="x" * 8192)) == "token-te-lang"


def test_two_tokens_in_one_header_are_refused(poort: Poort) -> None:
    token = onderteken(claims())
    assert poort.weigert(f"Bearer {token} {token}") == "token-misvormd"


# The header of the token


def met_alg(alg: object, handtekening: bytes = b"x") -> str:
    kop = json.dumps({"alg": alg, "kid": "rsa-1"})
    return f"Bearer {b64(kop)}.{b64(json.dumps(claims()))}.{b64(handtekening)}"


@pytest.mark.parametrize("alg", ["none", "None", "HS256", "HS512", "RS384", "PS256", "ES384", "dir", "", None, 7, []])
def test_an_algorithm_outside_the_list_is_refused(alg: object, poort: Poort) -> None:
    assert poort.weigert(met_alg(alg)) == "token-algoritme"


def test_an_unsigned_token_is_refused(poort: Poort) -> None:
    kop, inhoud = b64('{"alg":"none","kid":"rsa-1"}'), b64(json.dumps(claims()))
    assert poort.weigert(f"Bearer {kop}.{inhoud}.") == "token-misvormd"


def test_the_public_key_is_no_secret_to_sign_with(poort: Poort) -> None:
    te_tekenen = met_alg("HS256").removeprefix("Bearer ").rsplit(".", 1)[0]
    for geheim in (jwks(publiek("rsa-1")), publiek("rsa-1")["n"].encode()):
        handtekening = hmac.new(geheim, te_tekenen.encode(), hashlib.sha256).digest()
        assert poort.weigert(f"Bearer {te_tekenen}.{b64(handtekening)}") == "token-algoritme"


@pytest.mark.parametrize(("kid", "soort"), [("ec-1", "2048"), ("rsa-1", "P-256")])
def test_the_key_fixes_the_algorithm_not_the_token(kid: str, soort: str, poort: Poort) -> None:
    assert poort.weigert_token(claims(), kid=kid, soort=soort) == "token-algoritme"


@pytest.mark.parametrize(
    "lid",
    [
        {"crit": ["exp"]},
        {"crit": []},
        {"b64": False},
        {"jku": "https://aanvaller.voorbeeld"},
        {"jwk": publiek("rsa-1")},
        {"x5u": "https://aanvaller.voorbeeld"},
        {"x5c": []},
        {"zip": "DEF"},
        {"enc": "A128GCM"},
    ],
    ids=lambda lid: next(iter(lid)),
)
def test_a_header_that_changes_the_reading_or_brings_a_key_is_refused(lid: dict[str, Any], poort: Poort) -> None:
    assert poort.weigert_token(claims(), kop=lid) == "token-kop"


@pytest.mark.parametrize("typ", ["id+jwt", "dpop+jwt", "logout+jwt", "", 1])
def test_another_type_of_token_is_refused(typ: object, poort: Poort) -> None:
    assert poort.weigert_token(claims(), kop={"typ": typ}) == "token-soort"


@pytest.mark.parametrize("kid", [None, "", 7, "x" * 201, ["rsa-1"]])
def test_a_token_that_does_not_name_its_key_is_refused(kid: Any, poort: Poort) -> None:
    assert poort.weigert_token(claims(), kid=kid) == "token-sleutel"


@pytest.mark.parametrize("kid", ["rsa-2", "RSA-1", "\ud800", "../rsa-1"])
def test_a_key_that_the_issuer_does_not_have_is_refused(kid: str, poort: Poort) -> None:
    assert poort.weigert_token(claims(), kid=kid) == "token-sleutel"


@pytest.mark.parametrize(
    ("kop", "inhoud"),
    [
        ('{"alg":"HS256","alg":"RS256","kid":"rsa-1"}', json.dumps(claims())),
        (KOP, json.dumps(claims())[:-1] + ', "sub": "iemand-anders"}'),
        (KOP, '{"roles": {"a": 1, "a": 2}}'),
        (KOP, json.dumps(claims(sub="PLAATS")).replace('"PLAATS"', "NaN")),
        (KOP, json.dumps(claims(sub="PLAATS")).replace('"PLAATS"', "-Infinity")),
        (KOP, json.dumps(claims(sub="PLAATS")).replace('"PLAATS"', "9" * 5000)),
        (KOP, "[" * 3000),
        ("[" * 3000, "{}"),
        (KOP, '{"a":' * 900 + "1" + "}" * 900),
        (KOP, "[]"),
        (KOP, "null"),
        ('"kop"', "{}"),
        (KOP, "{'iss': 1}"),
        (KOP, "\ufeff{}"),
    ],
    ids=lambda tekst: tekst[:24],
)
def test_json_that_can_be_read_in_two_ways_or_none_is_refused_though_signed(
    kop: str, inhoud: str, poort: Poort
) -> None:
    assert poort.weigert(f"Bearer {onderteken_tekst(kop, inhoud)}") in {"token-misvormd", "token-ontvanger"}


def test_bytes_that_are_no_utf_8_are_refused(poort: Poort) -> None:
    assert poort.weigert(f"Bearer {b64(KOP)}.{b64(bytes([0xFF, 0xFE, 0x80]))}.{b64(b'x')}") == "token-misvormd"


# The signature


def test_a_signature_by_another_key_under_the_same_kid_is_refused(poort: Poort) -> None:
    assert poort.weigert_token(claims(), naam="aanvaller") == "token-handtekening"


def test_claims_of_another_token_do_not_go_with_this_signature(poort: Poort) -> None:
    goed, ander = onderteken(claims()).split("."), onderteken(claims(roles=["manager"])).split(".")
    assert poort.weigert(f"Bearer {goed[0]}.{ander[1]}.{goed[2]}") == "token-handtekening"


def test_a_signature_spelled_with_other_idle_bits_is_refused_though_python_jose_takes_it(poort: Poort) -> None:
    token = onderteken(claims())
    ander = token[:-1] + chr(ord(token[-1]) + 1)  # of the last character only the two highest bits count
    assert jws.verify(ander, publiek("rsa-1"), "RS256")
    assert poort.weigert(f"Bearer {ander}") == "token-misvormd"


def test_a_text_in_which_python_jose_reads_something_else_is_refused(
    poort: Poort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jwt, "decode", lambda *_, **__: claims(roles=["manager"]))
    assert poort.weigert_token(claims()) == "token-misvormd"


@pytest.mark.parametrize("teken", ["!", "=", "\n", "%20", "+"])
def test_characters_that_a_lax_reader_skips_are_refused(teken: str, poort: Poort) -> None:
    assert poort.weigert(f"Bearer {onderteken(claims())}{teken}x") == "token-misvormd"


# The claims


@pytest.mark.parametrize("iss", ["https://andere.voorbeeld", ISS + "/", ISS.upper()])
def test_an_issuer_that_trede_does_not_know_is_refused(iss: str, poort: Poort) -> None:
    assert poort.weigert_token(claims(iss=iss)) == "token-uitgever"


@pytest.mark.parametrize("aud", [None, 7, {}, [AUD, 7], "iets-anders", ["iets-anders"], [], "", f"{AUD} x", "tred"])
def test_a_token_for_another_service_is_refused(aud: Any, poort: Poort) -> None:
    assert poort.weigert_token(claims(aud=aud)) == "token-ontvanger"


@pytest.mark.parametrize("exp", [NU_S - 30, NU_S - 31, 1])
def test_an_expired_token_is_refused(exp: int, poort: Poort) -> None:
    assert poort.weigert_token(claims(exp=exp, iat=None)) == "token-verlopen"


def test_a_token_for_later_is_refused(poort: Poort) -> None:
    assert poort.weigert_token(claims(nbf=NU_S + 31)) == "token-nog-niet-geldig"


@pytest.mark.parametrize("naam", ["exp", "nbf", "iat"])
@pytest.mark.parametrize("waarde", ["1800000000", True, [], {}, 0, -1, 10**20, 1e300])
def test_a_time_that_is_no_time_is_refused(naam: str, waarde: object, poort: Poort) -> None:
    assert poort.weigert_token(claims(**{naam: waarde})) == "token-claim"


@pytest.mark.parametrize("naam", ["exp", "azp", "jti", "iss"])
def test_a_token_without_a_claim_that_it_must_have_is_refused(naam: str, poort: Poort) -> None:
    assert poort.weigert_token(claims(**{naam: None})) == "token-claim"


@pytest.mark.parametrize("naam", ["exp", "nbf", "iat", "azp", "jti", "iss", "sub", "scope", "roles"])
def test_null_is_no_claim(naam: str, poort: Poort) -> None:
    assert poort.weigert_token({**claims(), naam: None}) == "token-claim"


@pytest.mark.parametrize("naam", ["azp", "jti", "iss", "sub"])
@pytest.mark.parametrize("waarde", [7, True, [], {}, "", "x" * 256, "a\x00b", "a\nb", "a\ud800b"])
def test_a_name_that_is_no_plain_text_is_refused(naam: str, waarde: object, poort: Poort) -> None:
    assert poort.weigert_token(claims(**{naam: waarde})) == "token-claim"


@pytest.mark.parametrize("iat", [NU_S + 31, NU_S + 10**6])
def test_a_token_issued_in_the_future_is_refused(iat: int, poort: Poort) -> None:
    assert poort.weigert_token(claims(iat=iat)) == "token-claim"


def test_a_token_issued_after_its_end_is_refused(poort: Poort) -> None:
    assert poort.weigert_token(claims(exp=NU_S - 10, iat=NU_S - 9)) == "token-claim"


@pytest.mark.parametrize("rollen", ["receptie", {"receptie": True}, [7], [["receptie"]], [None], 1, True])
def test_roles_that_are_no_list_of_texts_are_refused(rollen: object, poort: Poort) -> None:
    assert poort.weigert_token(claims(roles=rollen)) == "token-claim"


@pytest.mark.parametrize("scope", [["receptie"], 1, {}, False])
def test_a_scope_that_is_no_text_is_refused(scope: object, poort: Poort) -> None:
    assert poort.weigert_token(claims(scope=scope)) == "token-claim"


@pytest.mark.parametrize("naam", ["at_hash", "c_hash"])
def test_an_id_token_is_no_access_token(naam: str, poort: Poort) -> None:
    assert poort.weigert_token(claims(**{naam: "abc"})) == "token-soort"

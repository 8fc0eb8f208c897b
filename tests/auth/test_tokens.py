import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

import pytest
from jose import jws, jwt

from app.auth.jwks import lees_jwks
from app.auth.tokens import Tokencontrole
from app.services.fouten import TokenOngeldig, UitgeverOnbereikbaar
from app.services.identiteit import Beller, Rol
from tests.auth.smidse import (
    AUD,
    ISS,
    NU_S,
    Poort,
    b64,
    bouw_poort,
    claims,
    jwks,
    onderteken,
    onderteken_tekst,
    pem,
    publiek,
)

KOP = '{"alg":"RS256","kid":"rsa-1"}'


# What passes


def test_a_right_token_gives_the_caller(poort: Poort) -> None:
    assert poort.laat_binnen(claims()) == Beller(
        uitgever=ISS,
        persoon="m-17",
        client="frontend",
        rollen=frozenset({Rol.INKOMENSCONSULENT, Rol.FIATTEUR}),
    )


def test_a_token_signed_with_an_elliptic_curve_key_passes(poort: Poort) -> None:
    assert poort.laat_binnen(claims(), kid="ec-1", soort="P-256").persoon == "m-17"


@pytest.mark.parametrize("schema", ["bearer ", "BEARER ", "Bearer   ", "  Bearer "])
def test_the_scheme_may_be_written_in_any_case(schema: str, poort: Poort) -> None:
    assert poort.vraag(schema + onderteken(claims()) + " ").persoon == "m-17"


@pytest.mark.parametrize("typ", ["JWT", "at+jwt", "application/AT+JWT"])
def test_the_types_of_an_access_token_pass(typ: str, poort: Poort) -> None:
    poort.laat_binnen(claims(), kop={"typ": typ})


def test_a_thumbprint_in_the_header_does_no_harm(poort: Poort) -> None:
    poort.laat_binnen(claims(), kop={"x5t": "dGh1bWI", "x5t#S256": "dGh1bWI"})


@pytest.mark.parametrize("aud", [AUD, [AUD], ["iets-anders", AUD]])
def test_the_audience_may_be_a_text_or_a_list(aud: Any, poort: Poort) -> None:
    poort.laat_binnen(claims(aud=aud))


def test_clocks_may_differ_by_half_a_minute(poort: Poort) -> None:
    poort.laat_binnen(claims(exp=NU_S - 29, iat=NU_S - 600))
    poort.laat_binnen(claims(nbf=NU_S + 30, iat=NU_S + 30))


def test_the_grace_is_a_setting() -> None:
    assert bouw_poort(speling=timedelta(0)).weigert_token(claims(exp=NU_S - 1, iat=None)) == "token-verlopen"


def test_times_may_be_fractions(poort: Poort) -> None:
    poort.laat_binnen(claims(exp=NU_S + 0.5, iat=NU_S - 0.5, nbf=float(NU_S)))


# Rights


def test_unknown_roles_are_left_out(poort: Poort) -> None:
    assert poort.laat_binnen(claims(roles=["directeur", "receptie", "Receptie"])).rollen == {Rol.RECEPTIE}


def test_without_roles_there_is_a_caller_without_rights(poort: Poort) -> None:
    assert poort.laat_binnen(claims(roles=None)).rollen == frozenset()


def test_scope_cuts_the_roles(poort: Poort) -> None:
    assert poort.laat_binnen(claims(scope="openid fiatteur manager")).rollen == {Rol.FIATTEUR}


def test_an_empty_scope_leaves_no_role(poort: Poort) -> None:
    assert poort.laat_binnen(claims(scope="")).rollen == frozenset()


def test_a_machine_client_without_sub_is_its_azp_and_the_register_gives_its_oin(poort: Poort) -> None:
    beller = poort.laat_binnen(claims(sub=None, azp="uwv-koppeling", roles=["uwv"]))
    assert (beller.persoon, beller.client, beller.oin) == ("uwv-koppeling", "uwv-koppeling", "00000001823288444000")
    assert beller.rollen == {Rol.UWV}


@pytest.mark.parametrize("rol", ["uwv", "gws", "opdrachtnemer"])
def test_a_machine_role_is_only_for_a_client_of_the_register(rol: str, poort: Poort) -> None:
    beller = poort.laat_binnen(claims(azp="frontend", roles=[rol, "receptie"]))
    assert beller.rollen == {Rol.RECEPTIE}
    assert beller.oin is None


def test_a_client_of_the_register_counts_only_at_its_own_issuer(poort: Poort) -> None:
    beller = poort.laat_binnen(claims(sub=None, azp="gws-koppeling", roles=["gws"]))
    assert (beller.rollen, beller.oin) == (frozenset(), None)


def test_the_name_of_an_issuer_may_not_blur_who_a_person_is(poort: Poort) -> None:
    with pytest.raises(ValueError, match="scheidt uitgever en persoon"):
        Tokencontrole({"urn:a|b": poort.sleutels}, AUD, {}, poort.klok)


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


# Keys that come and go, and the memory


def test_after_rotation_the_new_key_passes_beside_the_old(poort: Poort) -> None:
    poort.laat_binnen(claims())
    poort.sleutels.sleutels |= lees_jwks(jwks(publiek("rsa-2", naam="nieuw")))
    poort.laat_binnen(claims(), kid="rsa-2", naam="nieuw")
    poort.laat_binnen(claims())


def tel_handtekeningen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    gezien: list[str] = []
    echt = jwt.decode

    def decode(token: str, *args: Any, **opties: Any) -> dict[str, Any]:
        gezien.append(token)
        return echt(token, *args, **opties)

    monkeypatch.setattr(jwt, "decode", decode)
    return gezien


def test_a_signature_is_checked_once_in_five_minutes(poort: Poort, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien, token = tel_handtekeningen(monkeypatch), f"Bearer {onderteken(claims())}"
    eerste = poort.vraag(token)
    poort.klok.verder(seconds=299)
    assert poort.vraag(token) == eerste
    assert len(gezien) == 1
    poort.klok.verder(seconds=1)
    assert poort.vraag(token) == eerste
    assert len(gezien) == 2


def test_a_token_that_passed_is_refused_once_it_has_expired(poort: Poort) -> None:
    token = f"Bearer {onderteken(claims(exp=NU_S + 60))}"
    poort.vraag(token)
    poort.klok.verder(seconds=90)
    assert poort.weigert(token) == "token-verlopen"


def test_a_token_that_passed_is_refused_when_the_clock_is_set_back_before_its_start(poort: Poort) -> None:
    token = f"Bearer {onderteken(claims(nbf=NU_S, iat=None))}"
    poort.vraag(token)
    poort.klok.verder(minutes=-5)
    assert poort.weigert(token) == "token-nog-niet-geldig"


def test_a_token_that_passed_is_refused_when_its_key_has_left(poort: Poort) -> None:
    token = f"Bearer {onderteken(claims())}"
    poort.vraag(token)
    del poort.sleutels.sleutels["rsa-1"]
    assert poort.weigert(token) == "token-sleutel"
    assert poort.weigert(token) == "token-sleutel"


def test_a_token_that_passed_is_refused_when_other_material_took_its_kid(poort: Poort) -> None:
    token = f"Bearer {onderteken(claims())}"
    poort.vraag(token)
    poort.sleutels.sleutels = lees_jwks(jwks(publiek("rsa-1", naam="ander")))
    assert poort.weigert(token) == "token-handtekening"


def test_a_token_stays_known_when_the_same_key_was_fetched_again(poort: Poort, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien, token = tel_handtekeningen(monkeypatch), f"Bearer {onderteken(claims())}"
    poort.vraag(token)
    poort.sleutels.sleutels = lees_jwks(jwks(publiek("rsa-1")))
    poort.vraag(token)
    assert len(gezien) == 1


def test_a_refused_token_is_not_remembered(poort: Poort, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien, token = tel_handtekeningen(monkeypatch), f"Bearer {onderteken(claims(), naam='aanvaller')}"
    assert poort.weigert(token) == poort.weigert(token) == "token-handtekening"
    assert len(gezien) == 2


def test_the_memory_has_a_bound() -> None:
    poort = bouw_poort(onthoud=3)
    for nummer in range(10):
        poort.laat_binnen(claims(sub=f"m-{nummer}"), kid="ec-1", soort="P-256")
    assert len(poort.controle._geheugen) == 3


def test_an_issuer_out_of_reach_is_no_fault_of_the_token(poort: Poort) -> None:
    token = f"Bearer {onderteken(claims())}"
    poort.vraag(token)
    poort.sleutels.onbereikbaar = True
    with pytest.raises(UitgeverOnbereikbaar):
        poort.vraag(token)


def test_a_token_that_names_no_person_has_no_role_of_a_person(poort: Poort) -> None:
    zonder_persoon = {naam: waarde for naam, waarde in claims(roles=["fiatteur"]).items() if naam != "sub"}
    assert poort.laat_binnen(zonder_persoon).rollen == frozenset()


def test_an_error_text_holds_nothing_of_the_token(poort: Poort) -> None:
    with pytest.raises(TokenOngeldig) as gevangen:
        poort.laat_binnen(claims(sub="geheim-persoon", iss="geheime-uitgever"))
    assert "geheim" not in str(gevangen.value)
    assert pem("2048") not in str(gevangen.value)

from datetime import timedelta
from typing import Any

import pytest

from app.auth.tokens import Tokencontrole
from app.services.identiteit import Beller, Rol
from tests.auth.smidse import (
    AUD,
    ISS,
    NU_S,
    Poort,
    bouw_poort,
    claims,
    onderteken,
)

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

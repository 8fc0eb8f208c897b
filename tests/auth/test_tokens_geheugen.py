from typing import Any

import pytest
from jose import jwt

from app.auth.jwks import lees_jwks
from app.services.fouten import TokenOngeldig, UitgeverOnbereikbaar
from tests.auth.smidse import (
    NU_S,
    Poort,
    bouw_poort,
    claims,
    jwks,
    onderteken,
    pem,
    publiek,
)

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

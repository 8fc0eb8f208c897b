import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from jose import jws, jwt

from app.auth.jwks import lees_jwks
from app.auth.ontwikkeluitgever import AUDIENCE, UITGEVER, Ontwikkeluitgever, OntwikkeluitgeverNietToegestaan
from app.auth.sleutels import BestandSleutels
from app.auth.tokens import Client, Tokencontrole
from app.services.fouten import TokenOngeldig
from app.services.identiteit import Rol
from tests.auth.smidse import NU, Klok


def maak(map_: Path, alg: str = "ES256") -> Ontwikkeluitgever:
    return Ontwikkeluitgever(map_, NU, productie=False, alg=alg)


def controle(uitgever: Ontwikkeluitgever, klok: Klok) -> Tokencontrole:
    return Tokencontrole({UITGEVER: BestandSleutels(uitgever.jwks, klok)}, AUDIENCE, {"uwv": Client(oin="1")}, klok)


def kids(uitgever: Ontwikkeluitgever) -> list[str]:
    return list(lees_jwks(uitgever.jwks.read_bytes()))


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_its_tokens_pass(alg: str, tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path, alg)
    token = uitgever.geef_token([Rol.RECEPTIE, Rol.MANAGER], "anna", nu=NU)
    beller = asyncio.run(controle(uitgever, klok).controleer(f"Bearer {token}"))
    assert (beller.wie, beller.rollen) == (f"{UITGEVER}|anna", frozenset({Rol.RECEPTIE, Rol.MANAGER}))


def test_its_key_is_rsa_unless_asked_otherwise(tmp_path: Path) -> None:
    token = Ontwikkeluitgever(tmp_path, NU, productie=False).geef_token([], "anna", nu=NU)
    assert jws.get_unverified_header(token)["alg"] == "RS256"


def test_scope_and_machine_clients_can_be_asked_for(tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path)
    token = uitgever.geef_token([Rol.UWV, Rol.BAD], None, nu=NU, client="uwv", scope=[Rol.UWV])
    beller = asyncio.run(controle(uitgever, klok).controleer(f"Bearer {token}"))
    assert (beller.persoon, beller.rollen, beller.oin) == ("uwv", frozenset({Rol.UWV}), "1")


def test_a_token_is_valid_as_long_as_asked(tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path)
    token = uitgever.geef_token([Rol.BAD], "anna", nu=NU, geldig=timedelta(minutes=1))
    klok.verder(minutes=2)
    with pytest.raises(TokenOngeldig) as gevangen:
        asyncio.run(controle(uitgever, klok).controleer(f"Bearer {token}"))
    assert gevangen.value.code == "token-verlopen"


def test_no_two_tokens_share_their_jti(tmp_path: Path) -> None:
    uitgever = maak(tmp_path)
    jtis = {jwt.get_unverified_claims(uitgever.geef_token([], "anna", nu=NU))["jti"] for _ in range(20)}
    assert len(jtis) == 20
    assert min(map(len, jtis)) >= 22  # 128 bits


def test_the_key_stays_after_a_restart(tmp_path: Path) -> None:
    assert kids(maak(tmp_path)) == kids(maak(tmp_path))


def test_only_the_owner_can_read_the_key_and_nothing_private_is_in_the_jwks(tmp_path: Path) -> None:
    uitgever = maak(tmp_path / "sleutels")
    assert (tmp_path / "sleutels").stat().st_mode & 0o777 == 0o700
    assert {pad.stat().st_mode & 0o777 for pad in (tmp_path / "sleutels").iterdir()} == {0o600}
    (lid,) = json.loads(uitgever.jwks.read_text())["keys"]
    assert set(lid) == {"kty", "crv", "x", "y", "alg", "kid", "use"}


def test_no_half_written_file_stays_behind(tmp_path: Path) -> None:
    maak(tmp_path).roteer(NU)
    assert {pad.name for pad in tmp_path.iterdir()} == {"sleutel-000001.json", "sleutel-000002.json", "jwks.json"}


def test_after_rotation_the_new_key_signs_and_old_tokens_still_pass(tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path)
    oud = uitgever.geef_token([Rol.BAD], "anna", nu=NU)
    kid = uitgever.roteer(NU)
    nieuw = uitgever.geef_token([Rol.BAD], "anna", nu=NU)
    assert jws.get_unverified_header(nieuw)["kid"] == kid != jws.get_unverified_header(oud)["kid"]
    poort = controle(uitgever, klok)
    for token in (oud, nieuw):
        assert asyncio.run(poort.controleer(f"Bearer {token}")).persoon == "anna"


def test_a_running_service_finds_the_rotated_key(tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path)
    poort = controle(uitgever, klok)
    asyncio.run(poort.controleer("Bearer " + uitgever.geef_token([], "anna", nu=NU)))
    uitgever.roteer(NU)
    klok.verder(seconds=15)
    asyncio.run(poort.controleer("Bearer " + uitgever.geef_token([], "anna", nu=NU)))


def test_an_old_key_leaves_a_day_after_it_was_followed_up(tmp_path: Path, klok: Klok) -> None:
    uitgever = maak(tmp_path)
    oud = uitgever.geef_token([], "anna", nu=NU, geldig=timedelta(days=9))
    poort = controle(uitgever, klok)
    asyncio.run(poort.controleer(f"Bearer {oud}"))
    uitgever.roteer(NU)
    klok.verder(days=1)
    uitgever.roteer(klok())
    assert [pad.name for pad in sorted(tmp_path.glob("sleutel-*"))] == ["sleutel-000002.json", "sleutel-000003.json"]
    assert len(kids(uitgever)) == 2
    with pytest.raises(TokenOngeldig) as gevangen:
        asyncio.run(poort.controleer(f"Bearer {oud}"))
    assert gevangen.value.code == "token-sleutel"


def test_a_restart_takes_old_keys_out_of_the_jwks(tmp_path: Path) -> None:
    maak(tmp_path).roteer(NU)
    uitgever = Ontwikkeluitgever(tmp_path, NU + timedelta(days=1), productie=False, alg="ES256")
    assert len(kids(uitgever)) == 1


def test_those_who_start_together_agree_on_the_key(tmp_path: Path) -> None:
    hek = Barrier(8)

    def start(_: int) -> tuple[str, list[str]]:
        hek.wait()
        uitgever = maak(tmp_path / "nieuw")
        return jws.get_unverified_header(uitgever.geef_token([], "anna", nu=NU))["kid"], kids(uitgever)

    with ThreadPoolExecutor(8) as starters:
        uitkomsten = list(starters.map(start, range(8)))
    kid = uitkomsten[0][0]
    assert uitkomsten == [(kid, [kid])] * 8


def test_the_second_to_make_a_key_takes_that_of_the_first(tmp_path: Path) -> None:
    uitgever = maak(tmp_path)
    eerst = kids(uitgever)
    uitgever._maak(1, NU)
    assert kids(maak(tmp_path)) == eerst


def test_a_key_that_another_process_makes_during_the_writing_is_in_the_jwks_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitgever, ander = maak(tmp_path), maak(tmp_path)
    echt = uitgever._schrijf_tijdelijk

    def schrijf(inhoud: object) -> Path:
        if not (tmp_path / "sleutel-000002.json").exists():
            ander.roteer(NU)
        return echt(inhoud)

    monkeypatch.setattr(uitgever, "_schrijf_tijdelijk", schrijf)
    uitgever._schrijf_jwks(NU)
    assert len(kids(uitgever)) == 2


def test_a_key_that_another_process_cleans_up_meanwhile_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitgever = maak(tmp_path)
    paden = [*tmp_path.glob("sleutel-*"), tmp_path / "sleutel-000000.json"]
    monkeypatch.setattr(Path, "glob", lambda *_: paden)
    assert len(uitgever._paren()) == 1


def test_it_refuses_to_be_built_in_production(tmp_path: Path) -> None:
    with pytest.raises(OntwikkeluitgeverNietToegestaan, match="mag niet in productie"):
        Ontwikkeluitgever(tmp_path / "x", NU, productie=True)
    assert not (tmp_path / "x").exists()

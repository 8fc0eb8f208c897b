"""The machines of the development issuer: what their tokens prove in development, and that they prove nothing else."""

import asyncio
from pathlib import Path

import pytest
from jose import jwt

from app.auth.ontwikkelmachines import MachineOngeldig, Ontwikkelregister, geef_machinetoken
from app.auth.ontwikkeluitgever import UITGEVER, Ontwikkeluitgever, OntwikkeluitgeverNietToegestaan
from app.auth.sleutels import BestandSleutels
from app.auth.tokens import Tokencontrole
from app.main import _tokencontrole, ontwikkeluitgever
from app.services.fouten import TokenOngeldig
from app.services.identiteit import Beller, Rol
from app.settings import Instellingen, Machine, Modus
from tests.auth.smidse import AUD, ISS, NU, Klok, Poort, bouw_poort, claims

PRODUCTIE = {
    "modus": Modus.PRODUCTIE,
    "database_url": "postgresql://trede@127.0.0.1:1/trede",
    "sleutels": {1: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="},
    "zoeksleutel": "geheim" * 6,
    "cors_origins": ["https://frontend.example"],
}


@pytest.fixture
def uitgever(tmp_path: Path) -> Ontwikkeluitgever:
    return Ontwikkeluitgever(tmp_path / "uitgever", NU, productie=False)


def vraag(controle: Tokencontrole, token: str) -> Beller:
    return asyncio.run(controle.controleer(f"Bearer {token}"))


def in_ontwikkeling(map_: Path, klok: Klok, **anders: object) -> Tokencontrole:
    return _tokencontrole(Instellingen.model_validate({"gegevensmap": map_, **anders}), {}, klok)


@pytest.mark.parametrize("rol", [Rol.UWV, Rol.GWS])
def test_in_development_a_machine_is_known_without_settings(
    rol: Rol, uitgever: Ontwikkeluitgever, tmp_path: Path, klok: Klok
) -> None:
    beller = vraag(in_ontwikkeling(tmp_path, klok), geef_machinetoken(uitgever, [rol], nu=NU))
    assert (beller.rollen, beller.persoon, beller.organisatie) == (frozenset({rol}), f"ontwikkeling-{rol}", None)


@pytest.mark.parametrize("organisatie", ["baanbrekend", "a", "7", "op-weg-", "x" * 60])
def test_in_development_any_organisatie_can_be_tried(
    organisatie: str, uitgever: Ontwikkeluitgever, tmp_path: Path, klok: Klok
) -> None:
    token = geef_machinetoken(uitgever, [Rol.OPDRACHTNEMER], organisatie, nu=NU)
    beller = vraag(in_ontwikkeling(tmp_path, klok), token)
    assert (beller.rollen, beller.organisatie) == (frozenset({Rol.OPDRACHTNEMER}), organisatie)


def test_a_machine_has_an_azp_and_no_sub(uitgever: Ontwikkeluitgever) -> None:
    inhoud = jwt.get_unverified_claims(geef_machinetoken(uitgever, [Rol.OPDRACHTNEMER], "baanbrekend", nu=NU))
    assert (inhoud["azp"], inhoud["roles"]) == ("ontwikkeling-opdrachtnemer-baanbrekend", ["opdrachtnemer"])
    assert "sub" not in inhoud


@pytest.mark.parametrize("organisatie", ["", "-weg", "Baanbrekend", "op weg", "x" * 61, "baanbrekend\n", "één"])
def test_what_is_no_kenmerk_is_refused_in_a_sentence(organisatie: str, uitgever: Ontwikkeluitgever) -> None:
    with pytest.raises(MachineOngeldig, match=r"1 tot 60 kleine letters.*\.$"):
        geef_machinetoken(uitgever, [Rol.OPDRACHTNEMER], organisatie, nu=NU)


@pytest.mark.parametrize(
    "rollen", [[], [Rol.RECEPTIE], [Rol.UWV, Rol.RECEPTIE], [Rol.UWV, Rol.GWS], [Rol.UWV, Rol.OPDRACHTNEMER]]
)
def test_a_machine_has_one_role_and_none_of_a_person(rollen: list[Rol], uitgever: Ontwikkeluitgever) -> None:
    with pytest.raises(MachineOngeldig, match="precies één rol, en geen rol van een mens"):
        geef_machinetoken(uitgever, rollen, nu=NU)


@pytest.mark.parametrize("rol", [Rol.UWV, Rol.GWS])
def test_only_an_opdrachtnemer_works_for_an_organisatie(rol: Rol, uitgever: Ontwikkeluitgever) -> None:
    with pytest.raises(MachineOngeldig, match="hoort alleen bij de rol opdrachtnemer"):
        geef_machinetoken(uitgever, [rol], "baanbrekend", nu=NU)


@pytest.mark.parametrize(
    "azp",
    [
        *("ontwikkeling-receptie", "ontwikkeling-", "ontwikkeling-opdrachtnemer", "ontwikkeling-opdrachtnemer-"),
        *("ontwikkeling-opdrachtnemer--weg", "ontwikkeling-opdrachtnemer-Weg", "baanbrekend", "uwv", ""),
        "x-ontwikkeling-opdrachtnemer-baanbrekend",
    ],
)
def test_another_name_is_no_machine(azp: str) -> None:
    assert Ontwikkelregister({}).get(azp) is None


def test_a_client_of_the_settings_goes_before_a_machine_of_the_same_name(
    uitgever: Ontwikkeluitgever, tmp_path: Path, klok: Klok
) -> None:
    controle = in_ontwikkeling(tmp_path, klok, clients={"ontwikkeling-uwv": Machine(oin="1")})
    assert vraag(controle, geef_machinetoken(uitgever, [Rol.UWV], nu=NU)).oin == "1"


@pytest.mark.parametrize(
    ("azp", "rol"), [("ontwikkeling-uwv", "uwv"), ("ontwikkeling-opdrachtnemer-x", "opdrachtnemer")]
)
def test_another_issuer_that_takes_the_name_of_a_machine_gives_no_role(azp: str, rol: str, poort: Poort) -> None:
    eigen = Tokencontrole({ISS: poort.sleutels}, AUD, Ontwikkelregister({}), poort.klok)
    beller = Poort(poort.klok, poort.sleutels, eigen).laat_binnen(claims(sub=None, azp=azp, roles=[rol]))
    assert (beller.rollen, beller.organisatie) == (frozenset(), None)


def test_production_makes_no_token_of_a_machine(tmp_path: Path) -> None:
    instellingen = Instellingen.model_validate(PRODUCTIE | {"uitgevers": {ISS: ISS}, "gegevensmap": tmp_path})
    with pytest.raises(OntwikkeluitgeverNietToegestaan):
        ontwikkeluitgever(instellingen)


def test_production_refuses_the_token_of_a_machine(uitgever: Ontwikkeluitgever, tmp_path: Path, klok: Klok) -> None:
    instellingen = Instellingen.model_validate(PRODUCTIE | {"uitgevers": {ISS: ISS}, "gegevensmap": tmp_path})
    controle = _tokencontrole(instellingen, {ISS: bouw_poort().sleutels}, klok)
    with pytest.raises(TokenOngeldig) as geweigerd:
        vraag(controle, geef_machinetoken(uitgever, [Rol.UWV], nu=NU))
    assert geweigerd.value.code == "token-uitgever"


@pytest.mark.parametrize(("rol", "organisatie"), [(Rol.UWV, ""), (Rol.GWS, ""), (Rol.OPDRACHTNEMER, "baanbrekend")])
def test_a_machine_has_no_role_in_production_even_when_its_settings_name_this_issuer(
    rol: Rol, organisatie: str, uitgever: Ontwikkeluitgever, tmp_path: Path, klok: Klok
) -> None:
    instellingen = Instellingen.model_validate(PRODUCTIE | {"uitgevers": {UITGEVER: ISS}, "gegevensmap": tmp_path})
    controle = _tokencontrole(instellingen, {UITGEVER: BestandSleutels(uitgever.jwks, klok)}, klok)
    beller = vraag(controle, geef_machinetoken(uitgever, [rol], organisatie, nu=NU))
    assert (beller.rollen, beller.organisatie) == (frozenset(), None)

"""Whose rows a caller sees: an opdrachtnemer its own, others all."""

import pytest

from app.domain.fouten import GeenRecht, NietGevonden
from app.services.identiteit import Beller, Rol
from app.services.zicht import alleen_eigen, eigen_rijen, eis_eigen


def beller(*rollen: Rol, organisatie: str | None = None) -> Beller:
    return Beller(uitgever="urn:proef", persoon="p", client="c", rollen=frozenset(rollen), organisatie=organisatie)


@pytest.mark.parametrize("rol", set(Rol) - {Rol.OPDRACHTNEMER})
def test_every_other_role_sees_all(rol: Rol) -> None:
    wie = beller(rol)
    assert alleen_eigen(wie) is None
    assert eigen_rijen(wie) == {}
    eis_eigen(wie, "ander")
    eis_eigen(wie, None)


@pytest.mark.parametrize(
    "rollen", [(Rol.OPDRACHTNEMER,), (Rol.OPDRACHTNEMER, Rol.UWV), (Rol.MANAGER, Rol.PRIVACY), (Rol.UWV,)]
)
def test_who_works_for_an_opdrachtnemer_sees_its_own_whatever_else_it_may(rollen: tuple[Rol, ...]) -> None:
    wie = beller(*rollen, organisatie="werkbedrijf")
    assert alleen_eigen(wie) == "werkbedrijf"
    assert eigen_rijen(wie) == {"organisatie": "werkbedrijf"}
    assert eigen_rijen(wie, "kenmerk") == {"kenmerk": "werkbedrijf"}
    eis_eigen(wie, "werkbedrijf")


@pytest.mark.parametrize("organisatie", ["ander", None])
def test_what_is_not_its_own_does_not_exist_for_it(organisatie: str | None) -> None:
    with pytest.raises(NietGevonden, match=r"^Dit kenmerk hoort bij geen inkooporder\.$"):
        eis_eigen(beller(Rol.OPDRACHTNEMER, organisatie="werkbedrijf"), organisatie)


def test_an_opdrachtnemer_without_organisation_is_told_what_the_register_lacks() -> None:
    with pytest.raises(GeenRecht, match="in het register van clients staat niet voor welke"):
        eis_eigen(beller(Rol.OPDRACHTNEMER), "werkbedrijf")

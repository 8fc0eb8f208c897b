"""Whose terms a caller sees, and for which roles a list can hold any."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.dossier.termijn import Termijn, Termijntoestand
from app.domain.fouten import GeenRecht, NietGevonden
from app.services.identiteit import Beller, Rol
from app.services.termijnzicht import beeld_van, eis_in_beeld
from app.services.werkvoorraad import rollen_in_beeld

NU = datetime(2025, 4, 7, 9, tzinfo=UTC)


def beller(*rollen: Rol, organisatie: str | None = None) -> Beller:
    return Beller(uitgever="urn:proef", persoon="p", client="c", rollen=frozenset(rollen), organisatie=organisatie)


FIRMA = beller(Rol.OPDRACHTNEMER, organisatie="werkbedrijf")
MIX = beller(Rol.OPDRACHTNEMER, Rol.WERKCONSULENT, Rol.MANAGER, organisatie="werkbedrijf")


def termijn(organisatie: str | None) -> Termijn:
    return Termijn(
        id=UUID(int=1),
        versie=1,
        aangemaakt_op=NU,
        gewijzigd_op=NU,
        klant_id=UUID(int=2),
        partner_id=None,
        soort="x",
        onderwerp_soort="inkooporder" if organisatie else "melding",
        onderwerp_id=UUID(int=3),
        organisatie=organisatie,
        regel="r",
        bron="b",
        vindplaats="v",
        rol="uwv",
        basis_op=NU.date(),
        uiterlijk_op=date(2025, 4, 8),
        uiterlijk_moment=None,
        herinnering=False,
        spoed=False,
        toestand=Termijntoestand.LOPEND,
        afgedaan_op=None,
    )


@pytest.mark.parametrize(
    ("wie", "ziet"),
    [
        (beller(Rol.RECEPTIE), {None}),
        (beller(Rol.WERKCONSULENT), {None, "werkbedrijf", "ander"}),
        (beller(Rol.UWV), {"werkbedrijf", "ander"}),
        (beller(Rol.UWV, Rol.RECEPTIE), {None, "werkbedrijf", "ander"}),
        (beller(Rol.BAD), set()),
        (FIRMA, {"werkbedrijf"}),
        (MIX, {"werkbedrijf"}),
        (beller(Rol.RECEPTIE, organisatie="werkbedrijf"), set()),
    ],
)
def test_a_term_is_seen_by_who_may_read_what_it_is_about(wie: Beller, ziet: set[str | None]) -> None:
    for organisatie in (None, "werkbedrijf", "ander"):
        een = termijn(organisatie)
        if organisatie in ziet:
            assert eis_in_beeld(wie, een) is een
        else:
            with pytest.raises(NietGevonden, match=r"^Dit kenmerk hoort bij geen termijn\.$"):
                eis_in_beeld(wie, een)


@pytest.mark.parametrize(
    ("wie", "rol", "kan"),
    [
        (beller(Rol.RECEPTIE), None, True),
        (beller(Rol.RECEPTIE), Rol.UWV, False),
        (beller(Rol.RECEPTIE), Rol.FIATTEUR, True),
        (beller(Rol.WERKCONSULENT), Rol.UWV, True),
        (beller(Rol.UWV), Rol.RECEPTIE, False),
        (beller(Rol.UWV), Rol.OPDRACHTNEMER, True),
        (MIX, Rol.WERKCONSULENT, False),
        (MIX, Rol.UWV, True),
        (beller(Rol.BAD), None, False),
    ],
)
def test_nothing_is_read_for_who_can_find_nothing(wie: Beller, rol: Rol | None, kan: bool) -> None:
    assert beeld_van(wie).toont(rol) is kan


def test_an_opdrachtnemer_without_organisation_sees_nothing() -> None:
    with pytest.raises(GeenRecht):
        beeld_van(beller(Rol.OPDRACHTNEMER))
    with pytest.raises(GeenRecht):
        rollen_in_beeld(beller(Rol.OPDRACHTNEMER, Rol.MANAGER), None)


class TestWerkvoorraad:
    def test_the_manager_sees_the_work_of_the_municipality_and_not_that_of_uwv_or_a_firm(self) -> None:
        rollen = rollen_in_beeld(beller(Rol.MANAGER), None)
        assert set(rollen) == set(Rol) - {Rol.UWV, Rol.OPDRACHTNEMER, Rol.GWS}
        for rol in (Rol.UWV, Rol.OPDRACHTNEMER):
            with pytest.raises(GeenRecht):
                rollen_in_beeld(beller(Rol.MANAGER), rol)

    def test_a_firm_sees_the_work_of_its_own_role_whatever_else_it_may(self) -> None:
        assert rollen_in_beeld(FIRMA, None) == rollen_in_beeld(MIX, None) == (Rol.OPDRACHTNEMER,)
        assert rollen_in_beeld(MIX, Rol.OPDRACHTNEMER) == (Rol.OPDRACHTNEMER,)
        assert rollen_in_beeld(MIX, Rol.WERKCONSULENT) == ()
        with pytest.raises(GeenRecht):
            rollen_in_beeld(MIX, Rol.UWV)

    def test_uwv_sees_its_own(self) -> None:
        assert rollen_in_beeld(beller(Rol.UWV), None) == (Rol.UWV,)
        assert set(rollen_in_beeld(beller(Rol.UWV, Rol.RECEPTIE), None)) == {Rol.UWV, Rol.RECEPTIE}

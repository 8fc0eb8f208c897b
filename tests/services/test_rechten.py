"""Who may do and see what: the lines that the table of rights may not cross, and what a refusal says."""

import pytest

from app.domain.fouten import GeenRecht
from app.services.identiteit import Beller, Rol
from app.services.rechten import RECHTEN, ZICHT, Recht, eis_recht, verborgen_voor


def beller(*rollen: Rol) -> Beller:
    return Beller(uitgever="urn:proef", persoon="p", client="c", rollen=frozenset(rollen))


def test_a_role_without_the_right_is_told_which_roles_have_it() -> None:
    with pytest.raises(GeenRecht) as geweigerd:
        eis_recht(beller(Rol.RECEPTIE), Recht.AANVRAAG_VERZENDEN)
    assert geweigerd.value.detail == "Uw rol mag dit niet. Wie dit mag: administratie, fiatteur."


def test_one_role_with_the_right_is_enough() -> None:
    eis_recht(beller(Rol.RECEPTIE, Rol.FIATTEUR), Recht.AANVRAAG_VERZENDEN)


def rechten_van(rol: Rol) -> set[Recht]:
    return {recht for recht, rollen in RECHTEN.items() if rol in rollen}


def test_every_right_is_in_the_table_and_somebody_has_it() -> None:
    assert set(RECHTEN) == set(Recht)
    assert all(RECHTEN.values())


def test_the_bad_sees_finances_only() -> None:
    lezen = {Recht.KLANT_ZOEKEN, Recht.KLANT_LEZEN, Recht.SCREENING_LEZEN, Recht.TOETSEN, Recht.BELEID_LEZEN}
    assert rechten_van(Rol.BAD) == lezen
    assert verborgen_voor(beller(Rol.BAD)) == ZICHT.keys()


def test_notes_of_the_sociale_recherche_are_for_that_role_and_the_inkomensconsulent() -> None:
    ziet = {rol for rol in Rol if "sr_notitie" not in verborgen_voor(beller(rol))}
    assert ziet == {Rol.SOCIAAL_RECHERCHEUR, Rol.INKOMENSCONSULENT}


def test_suspicions_are_not_for_the_receptie() -> None:
    assert Recht.AMBITIEGESPREK_LEZEN not in rechten_van(Rol.RECEPTIE)


def test_a_machine_of_another_domain_reads_the_policy_only() -> None:
    assert rechten_van(Rol.GWS) == {Recht.BELEID_LEZEN}


@pytest.mark.parametrize("rol", [Rol.UWV, Rol.OPDRACHTNEMER])
def test_uwv_and_its_opdrachtnemers_have_inkooporders_with_their_terms_and_no_dossier(rol: Rol) -> None:
    buiten = {recht for recht in rechten_van(rol) if not recht.startswith(("opdrachtnemer.", "inkooporder."))}
    assert buiten == {Recht.BELEID_LEZEN, Recht.TERMIJN_LEZEN, Recht.TERMIJN_AFDOEN, Recht.STUURINFORMATIE_LEZEN}


def test_an_opdrachtnemer_does_not_record_who_has_a_raamovereenkomst() -> None:
    assert RECHTEN[Recht.OPDRACHTNEMER_BEHEREN] == {Rol.UWV, Rol.MANAGER}


def test_who_proposes_has_no_right_to_check() -> None:
    assert not RECHTEN[Recht.AANVRAAG_BEHANDELEN] & RECHTEN[Recht.AANVRAAG_CONTROLEREN]
    assert not RECHTEN[Recht.SCREENING_VASTLEGGEN] & RECHTEN[Recht.MELDING_AFWIJZEN]


def test_one_more_role_shows_what_that_role_sees() -> None:
    assert verborgen_voor(beller(Rol.BAD, Rol.INKOMENSCONSULENT)) == verborgen_voor(beller(Rol.INKOMENSCONSULENT))

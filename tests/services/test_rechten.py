"""A refusal for lack of a right says who has it."""

import pytest

from app.domain.fouten import GeenRecht
from app.services.identiteit import Beller, Rol
from app.services.rechten import Recht, eis_recht


def beller(*rollen: Rol) -> Beller:
    return Beller(uitgever="urn:proef", persoon="p", client="c", rollen=frozenset(rollen))


def test_a_role_without_the_right_is_told_which_roles_have_it() -> None:
    with pytest.raises(GeenRecht) as geweigerd:
        eis_recht(beller(Rol.RECEPTIE), Recht.AANVRAAG_VERZENDEN)
    assert geweigerd.value.detail == "Uw rol mag dit niet. Wie dit mag: administratie, fiatteur."


def test_one_role_with_the_right_is_enough() -> None:
    eis_recht(beller(Rol.RECEPTIE, Rol.FIATTEUR), Recht.AANVRAAG_VERZENDEN)

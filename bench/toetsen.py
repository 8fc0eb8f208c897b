"""The toetsen that are measured; of the domain only, so that the echo can be made of them without Trede."""

from typing import Any

from app.domain.basisdienstverlening.groepsindeling import GROEPSINDELING
from app.domain.toets import Toets
from app.domain.uwv.begeleidingsuren import UWV_BEGELEIDINGSUREN
from app.domain.uwv.bijstelling import UWV_BIJSTELLING
from app.domain.uwv.inzet import UWV_DIENST
from app.domain.uwv.plaatsing import UWV_PLAATSING
from app.domain.uwv.termijnen import UWV_TERMIJNEN
from app.domain.uwv.versie import UWV_VERSIE
from app.domain.uwv.vervolg import UWV_VERVOLG
from app.domain.uwv.ziekte import UWV_ZIEKTE

VAN_UWV: tuple[Toets[Any, Any], ...] = (
    UWV_VERSIE,
    UWV_DIENST,
    UWV_TERMIJNEN,
    UWV_BEGELEIDINGSUREN,
    UWV_ZIEKTE,
    UWV_PLAATSING,
    UWV_BIJSTELLING,
    UWV_VERVOLG,
)
GEMETEN = (GROEPSINDELING, *VAN_UWV)


def pad_van(toets: Toets[Any, Any]) -> str:
    """Where it is asked, of Trede and of the echo."""
    return f"/v1/toetsen/{toets.naam}"

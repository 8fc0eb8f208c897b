"""The bijstandsnorm of a household, as screening and voorschot use it (PW art. 21)."""

from types import MappingProxyType

from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.beleid import Peil
from app.domain.parameter import Waarde

_HUISHOUDENS = MappingProxyType(
    {
        Leefvorm.ALLEENSTAAND: ("wet.pw.bijstandsnorm.alleenstaande", "een alleenstaande"),
        Leefvorm.SAMENWONEND: ("wet.pw.bijstandsnorm.gehuwden", "samenwonenden (als gehuwden)"),
        Leefvorm.GEHUWD: ("wet.pw.bijstandsnorm.gehuwden", "gehuwden"),
    }
)


def bijstandsnorm(peil: Peil, leefvorm: Leefvorm) -> tuple[Waarde, str]:
    """Give the norm of a household type from 21 to pension age, and that type in words."""
    parameter, huishouden = _HUISHOUDENS[leefvorm]
    return peil[parameter], huishouden

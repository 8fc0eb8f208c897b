"""Whose work one may see: one's own roles; the coordinator and the manager see every role's of the municipality."""

from app.domain.fouten import GeenRecht
from app.services.identiteit import Beller, Rol
from app.services.rechten import GEMEENTE
from app.services.termijnzicht import ORDERROLLEN, beeld_van

_ZIEN_ALLES = frozenset({Rol.COORDINATOR, Rol.MANAGER})


def rollen_in_beeld(beller: Beller, rol: Rol | None) -> tuple[Rol, ...]:
    """Return the roles whose work is shown, all that one may see or the one asked for; raises GeenRecht.

    None is left when the caller sees no term of the role that was asked for, as a firm of any role but its own.
    """
    mogen = GEMEENTE if _ZIEN_ALLES & beller.rollen else beller.rollen & GEMEENTE
    mogen |= beller.rollen & ORDERROLLEN
    if rol is not None and rol not in mogen:
        raise GeenRecht("U ziet alleen de werkvoorraad van uw eigen rollen.")
    beeld = beeld_van(beller)
    return tuple(een for een in sorted(mogen) if rol in (None, een) and beeld.toont(een))

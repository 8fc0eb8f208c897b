"""Whose work one may see: one's own roles; the coordinator and the manager see every role's."""

from app.domain.fouten import GeenRecht
from app.services.identiteit import Beller, Rol
from app.services.rechten import GEMEENTE

_ZIEN_ALLES = frozenset({Rol.COORDINATOR, Rol.MANAGER})


def rollen_in_beeld(beller: Beller, rol: Rol | None) -> tuple[Rol, ...]:
    """Return the roles whose work is shown, all that one may see or the one asked for; raises GeenRecht."""
    mogen = GEMEENTE if _ZIEN_ALLES & beller.rollen else beller.rollen & GEMEENTE
    if rol is None:
        return tuple(sorted(mogen))
    if rol not in mogen:
        raise GeenRecht("U ziet alleen de werkvoorraad van uw eigen rollen.")
    return (rol,)

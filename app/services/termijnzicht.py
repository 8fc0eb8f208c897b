"""Whose terms a caller sees: of inkooporders who may read those, and UWV and a firm see no others."""

from dataclasses import dataclass

from app.domain.dossier.termijn import Termijn
from app.domain.fouten import NietGevonden
from app.services.identiteit import Beller, Rol
from app.services.rechten import GEMEENTE, RECHTEN, Recht
from app.services.zicht import alleen_eigen

ORDERROLLEN = frozenset({Rol.UWV, Rol.OPDRACHTNEMER})
"""Whose turn it can be in an inkooporder, and in nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnbeeld:
    """Which terms a caller sees; one of an inkooporder has the organisatie of its opdrachtnemer, another has none."""

    van_orders: bool
    """Those of inkooporders."""
    overige: bool
    """All others."""
    organisatie: str | None
    """Of inkooporders: only those of this opdrachtnemer."""

    def toont(self, rol: Rol | None) -> bool:
        """Whether it can hold anything, for this role when one is asked for."""
        if rol is None:
            return self.van_orders or self.overige
        return self.van_orders if rol in ORDERROLLEN else self.overige

    def ziet(self, termijn: Termijn) -> bool:
        """Whether it holds this term."""
        if termijn.organisatie is None:
            return self.overige
        return self.van_orders and self.organisatie in (None, termijn.organisatie)


def beeld_van(beller: Beller) -> Termijnbeeld:
    """Return which terms a caller sees; raises GeenRecht for an opdrachtnemer without organisation.

    A term of an inkooporder says by its kind and its rule what the opdrachtnemer reported of the client. A firm sees
    of its own orders what their own list of terms shows, and nothing else, whatever roles its token has.
    """
    eigen = alleen_eigen(beller)
    return Termijnbeeld(
        van_orders=bool(RECHTEN[Recht.INKOOPORDER_LEZEN] & beller.rollen),
        overige=eigen is None and bool(RECHTEN[Recht.TERMIJN_LEZEN] & GEMEENTE & beller.rollen),
        organisatie=eigen,
    )


def eis_in_beeld(beller: Beller, termijn: Termijn) -> Termijn:
    """Return the term when the caller sees it; raises NietGevonden, as for what does not exist."""
    if not beeld_van(beller).ziet(termijn):
        raise NietGevonden("Dit kenmerk hoort bij geen termijn.")
    return termijn

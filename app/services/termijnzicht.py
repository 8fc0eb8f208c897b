"""Whose terms a caller sees: those of inkooporders are for who may read inkooporders."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from app.domain.dossier.termijn import Termijn
from app.domain.fouten import NietGevonden
from app.services.identiteit import Beller
from app.services.inkooporderverloop import SOORT
from app.services.rechten import RECHTEN, Recht

_ALLES: Mapping[str, Any] = MappingProxyType({})
_ZONDER_ORDERS: Mapping[str, Any] = MappingProxyType({"onderwerp_soort": SOORT})


def buiten_beeld(beller: Beller) -> Mapping[str, Any]:
    """Return what terms may not have, field to value, for this caller to see them; nothing for who sees all.

    A term of an inkooporder says by its kind and its rule what the opdrachtnemer reported of the client.
    """
    return _ALLES if RECHTEN[Recht.INKOOPORDER_LEZEN] & beller.rollen else _ZONDER_ORDERS


def eis_in_beeld(beller: Beller, termijn: Termijn) -> Termijn:
    """Return the term when the caller sees it; raises NietGevonden, as for what does not exist."""
    if any(getattr(termijn, veld) == waarde for veld, waarde in buiten_beeld(beller).items()):
        raise NietGevonden("Dit kenmerk hoort bij geen termijn.")
    return termijn

"""A merge patch inside a merge patch: of a nested thing only the named fields change (RFC 7396)."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar

from app.domain.fouten import OngeldigeInvoer, Veldfout
from app.services.veldpaden import met_pad

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deelwijziging(Generic[T]):
    """The named fields of a nested thing."""

    soort: type[T]
    velden: Mapping[str, Any]

    def op(self, oud: Any) -> T:
        """Return the thing with these fields changed; raises OngeldigeInvoer when a new one lacks what it needs."""
        bekend = {} if oud is None else {naam: getattr(oud, naam) for naam in _namen(self.soort)}
        nieuw = bekend | toegepast(oud, self.velden)
        ontbreekt = [naam for naam in _verplicht(self.soort) if naam not in nieuw]
        if ontbreekt:
            raise OngeldigeInvoer(Veldfout(naam, "verplicht", "Dit veld is nodig.") for naam in ontbreekt)
        return self.soort(**nieuw)


def toegepast(oud: Any, wijzigingen: Mapping[str, Any], **elders: str) -> dict[str, Any]:
    """Return changed fields as they become; `elders` names where the old value stands when not under its own name."""
    return {naam: _nieuw(oud, elders.get(naam, naam), naam, waarde) for naam, waarde in wijzigingen.items()}


def _nieuw(oud: Any, bron: str, naam: str, waarde: Any) -> Any:
    if not isinstance(waarde, Deelwijziging):
        return waarde
    with met_pad(naam):
        return waarde.op(getattr(oud, bron, None))


def _namen(soort: Any) -> tuple[str, ...]:
    return tuple(veld.name for veld in fields(soort))


def _verplicht(soort: Any) -> tuple[str, ...]:
    return tuple(v.name for v in fields(soort) if v.default is MISSING and v.default_factory is MISSING)

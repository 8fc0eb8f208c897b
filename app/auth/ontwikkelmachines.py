"""The machines of the development issuer: known by their name, so that each organisatie can be tried without settings.

Only the register of a service in development knows them, and only in tokens of that issuer.
"""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from app.auth.ontwikkeluitgever import UITGEVER, Ontwikkeluitgever
from app.auth.tokens import Client, Register
from app.domain.fouten import Fout
from app.services.identiteit import MACHINEROLLEN, Rol

_VOORVOEGSEL: Final = "ontwikkeling-"
_OPDRACHTNEMER: Final = f"{_VOORVOEGSEL}{Rol.OPDRACHTNEMER}-"
_ZONDER_ORGANISATIE: Final = frozenset(f"{_VOORVOEGSEL}{rol}" for rol in MACHINEROLLEN - {Rol.OPDRACHTNEMER})
_KENMERK: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
"""The form of an opdrachtnemer's kenmerk."""


class MachineOngeldig(Fout):
    """A token was asked for a machine that there cannot be."""


class Ontwikkelregister:
    """The register of a service in development: the clients of its settings, and after them the machines named here."""

    def __init__(self, ingesteld: Register) -> None:
        self._ingesteld = ingesteld

    def get(self, azp: str, /) -> Client | None:
        """The client of this name."""
        return self._ingesteld.get(azp) or _machine(azp)


def geef_machinetoken(
    uitgever: Ontwikkeluitgever,
    rollen: Collection[Rol],
    organisatie: str = "",
    *,
    nu: datetime,
    geldig: timedelta = timedelta(hours=8),
) -> str:
    """A token of the machine with this one role, an opdrachtnemer's for its organisatie; raises MachineOngeldig."""
    gevraagd = set(rollen)
    if organisatie and Rol.OPDRACHTNEMER not in gevraagd:
        raise MachineOngeldig("Een organisatie hoort alleen bij de rol opdrachtnemer.")
    if len(gevraagd) != 1 or not gevraagd <= MACHINEROLLEN:
        raise MachineOngeldig(
            "Een token van een machine draagt precies één rol, en geen rol van een mens. "
            f"Vraag een eigen token voor elke rol: {', '.join(sorted(gevraagd))}."
        )
    (rol,) = gevraagd
    return uitgever.geef_token([rol], None, nu=nu, geldig=geldig, client=_naam(rol, organisatie))


def _naam(rol: Rol, organisatie: str) -> str:
    """Name the machine as `azp` does."""
    if rol is not Rol.OPDRACHTNEMER:
        return f"{_VOORVOEGSEL}{rol}"
    if not _KENMERK.fullmatch(organisatie):
        raise MachineOngeldig(
            "Geef bij de rol opdrachtnemer de organisatie, zoals baanbrekend: 1 tot 60 kleine letters, cijfers en "
            "koppeltekens, niet met een koppelteken vooraan."
        )
    return f"{_OPDRACHTNEMER}{organisatie}"


def _machine(azp: str) -> Client | None:
    """The machine of this name; its issuer is part of it, because another may know the same `azp`."""
    if azp in _ZONDER_ORGANISATIE:
        return Client(uitgever=UITGEVER)
    organisatie = azp.removeprefix(_OPDRACHTNEMER)
    if organisatie != azp and _KENMERK.fullmatch(organisatie):
        return Client(organisatie=organisatie, uitgever=UITGEVER)
    return None

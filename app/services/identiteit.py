"""Who calls: the roles of the house and the identity that a checked token gives."""

from dataclasses import dataclass
from enum import StrEnum


class Rol(StrEnum):
    """The roles of the house.

    The sources' toetser is `fiatteur`, their intaker `trajectconsulent`; the college acts through `manager`.
    """

    RECEPTIE = "receptie"
    COORDINATOR = "coordinator"
    INKOMENSCONSULENT = "inkomensconsulent"
    TRAJECTCONSULENT = "trajectconsulent"
    WERKCONSULENT = "werkconsulent"
    PARTICIPATIEMAKELAAR = "participatiemakelaar"
    FIATTEUR = "fiatteur"
    ADMINISTRATIE = "administratie"
    SOCIAAL_RECHERCHEUR = "sociaal_rechercheur"
    BAD = "bad"
    BELEID = "beleid"
    MANAGER = "manager"
    PRIVACY = "privacy"
    UWV = "uwv"
    GWS = "gws"
    OPDRACHTNEMER = "opdrachtnemer"


MACHINEROLLEN = frozenset({Rol.UWV, Rol.GWS, Rol.OPDRACHTNEMER})
"""Roles of machine clients of the register; a person never has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beller:
    """The caller as a checked token shows it. A person is (`uitgever`, `persoon`)."""

    uitgever: str
    """`iss` of the token."""
    persoon: str
    """`sub`; for a machine client without `sub` its `azp`."""
    client: str
    """`azp`: the software that calls."""
    rollen: frozenset[Rol]
    """Known roles of the token, cut by its `scope` when present."""
    oin: str | None = None
    """OIN of the organisation of a machine client, by the register of clients."""
    organisatie: str | None = None
    """The opdrachtnemer that a machine client works for, by the same register."""

    @property
    def wie(self) -> str:
        """The person in one word, as audit and four eyes compare it."""
        return f"{self.uitgever}|{self.persoon}"

"""The four klantgroepen and the way a klant takes part."""

from enum import StrEnum


class Klantgroep(StrEnum):
    """The groups of Inzet op Maat, from nearest to work to furthest."""

    MATCHEN = "matchen"
    GROEIEN = "groeien"
    FACILITEREN = "faciliteren"
    ZORGEN = "zorgen"


class Participatie(StrEnum):
    """Whether the klant takes part in society, wants to, cannot or will not."""

    NEEMT_DEEL = "neemt_deel"
    WIL = "wil"
    KAN_NIET = "kan_niet"
    WIL_NIET = "wil_niet"

    @property
    def afzijdig(self) -> bool:
        """Cannot or will not take part."""
        return self in (Participatie.KAN_NIET, Participatie.WIL_NIET)

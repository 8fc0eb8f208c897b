"""What the services ask of the policy: which set answers, by id or by theme and day."""

from datetime import date
from typing import Protocol

from app.domain.beleid import Beleidsset


class Beleidsbron(Protocol):
    """The loaded policy sets and which of them answers for a theme on a day."""

    def set(self, beleid: str) -> Beleidsset:
        """The set with this id; raises BeleidOnbekend."""
        ...

    def voor(self, thema: str, peildatum: date) -> Beleidsset:
        """The set that answers for a theme on a day; raises BeleidOnbekend where none is assigned."""
        ...

    def alle(self) -> tuple[Beleidsset, ...]:
        """Every loaded set, by id."""
        ...

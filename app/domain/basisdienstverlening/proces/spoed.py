"""Broodnood, on the form or in the talk, puts everything of a melding before other work (IOM PB §2.4.1)."""

from collections.abc import Iterable

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening


def heeft_spoed(melding: Melding, screeningen: Iterable[Screening]) -> bool:
    """Whether the form or a talk says that there is broodnood: the one place that does."""
    return melding.spoed or any(screening.feiten.broodnood for screening in screeningen)

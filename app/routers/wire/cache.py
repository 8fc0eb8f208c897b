"""Deriving something of a type once."""

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")


def per_type(functie: Callable[[type], R]) -> Callable[[type], R]:
    """Keep what a function made of each type; functools.cache cannot tell mypy that a type is hashable."""
    bewaard: dict[type, R] = {}

    def gekend(cls: type) -> R:
        if cls not in bewaard:
            bewaard[cls] = functie(cls)
        return bewaard[cls]

    return gekend

"""Texts that Trede itself made, with places in them that get another value in every copy.

Rows to load and parameters of the raw side both come from what Trede wrote once, so no column is named twice.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from uuid_utils.compat import uuid7

UUID_VORM = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Sjabloon:
    """A text cut at the places that vary; `vul` gives each place its value."""

    __slots__ = ("_delen", "namen")

    def __init__(self, tekst: str, plaatsen: Mapping[str, str]) -> None:
        """`plaatsen`: piece of the text to the name of its value; of two that match, the longest counts."""
        stukken = sorted(plaatsen, key=len, reverse=True)
        geknipt = re.split(f"({'|'.join(map(re.escape, stukken))})", tekst) if stukken else [tekst]
        self._delen: list[str] = geknipt
        self.namen: tuple[str, ...] = tuple(plaatsen[stuk] for stuk in geknipt[1::2])

    def vul(self, waarden: Mapping[str, str]) -> str:
        """The text with these values."""
        delen = self._delen.copy()
        delen[1::2] = [waarden[naam] for naam in self.namen]
        return "".join(delen)


def ids_in(teksten: Sequence[str]) -> tuple[str, ...]:
    """Every id that occurs, each once, in order."""
    return tuple(dict.fromkeys(gevonden for tekst in teksten for gevonden in UUID_VORM.findall(tekst)))


def nieuw_id() -> UUID:
    """An id as Trede makes it, without importing Trede."""
    return uuid7()


Vuller = Callable[[Mapping[str, str]], str]

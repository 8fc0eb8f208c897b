"""Names that stand twice in one JSON object: two readers could each believe another value, so it is refused."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Plaats = tuple[str | int, ...]


class _Paren(tuple[tuple[str, Any], ...]):
    """An object as its pairs, in order; an array stays a list."""

    __slots__ = ()


_LEZER = json.JSONDecoder(object_pairs_hook=_Paren, parse_int=float)
"""Digits are of no concern here, and Python refuses thousands of them as an int."""


class _Gezien(Exception):
    """A name stands twice somewhere."""


def _eis_enkel(paren: list[tuple[str, Any]]) -> None:
    if len(dict(paren)) < len(paren):
        raise _Gezien


_VLUG = json.JSONDecoder(object_pairs_hook=_eis_enkel, parse_int=float)
"""Sees that a name stands twice, not where: nearly every body needs no more."""


def dubbele_namen(lichaam: bytes) -> Iterator[Plaats]:
    """Where a name stands again, in JSON that was read before; raises ValueError when this reader sees no JSON."""
    tekst = lichaam.decode()
    try:
        _VLUG.decode(tekst)
    except _Gezien:
        yield from _dubbel(_LEZER.decode(tekst), ())


def _dubbel(waarde: Any, plaats: Plaats) -> Iterator[Plaats]:
    if isinstance(waarde, _Paren):
        namen = sorted(naam for naam, _ in waarde)
        yield from ((*plaats, naam) for naam in dict.fromkeys(een for een, twee in pairwise(namen) if een == twee))
        for naam, deel in waarde:
            yield from _dubbel(deel, (*plaats, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _dubbel(deel, (*plaats, nummer))

"""Names that stand twice in one JSON object: two readers could each believe another value, so it is refused."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import orjson

Plaats = tuple[str | int, ...]


class _Paren(tuple[tuple[str, Any], ...]):
    """An object as its pairs, in order; an array stays a list."""

    __slots__ = ()


_LEZER = json.JSONDecoder(object_pairs_hook=_Paren, parse_int=float)
"""Digits are of no concern here, and Python refuses thousands of them as an int."""


def dubbele_namen(lichaam: bytes) -> Iterator[Plaats]:
    """Where a name stands again, in JSON that was read before; raises ValueError when this reader sees no JSON."""
    if not _is_enkel(lichaam):
        yield from _dubbel(_LEZER.decode(lichaam.decode()), ())


def _is_enkel(lichaam: bytes) -> bool:
    """Whether no name can stand twice: no more colons in the text than names were kept of it.

    That misses a body with a colon in a text, which is then read slowly; nearly every other one needs no more.
    """
    try:
        return lichaam.count(b":") == _namen(orjson.loads(lichaam))
    except orjson.JSONDecodeError:
        return False


def _namen(waarde: Any) -> int:
    """How many names stand in all objects of a value."""
    if isinstance(waarde, dict):
        return len(waarde) + sum([_namen(deel) for deel in waarde.values() if isinstance(deel, dict | list)])
    return sum([_namen(deel) for deel in waarde]) if isinstance(waarde, list) else 0


def _dubbel(waarde: Any, plaats: Plaats) -> Iterator[Plaats]:
    if isinstance(waarde, _Paren):
        namen = sorted(naam for naam, _ in waarde)
        yield from ((*plaats, naam) for naam in dict.fromkeys(een for een, twee in pairwise(namen) if een == twee))
        for naam, deel in waarde:
            yield from _dubbel(deel, (*plaats, naam))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _dubbel(deel, (*plaats, nummer))

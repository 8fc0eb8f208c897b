"""Things of any type of the domain, made up by a seed: every field filled in, also those with a default."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from annotated_types import Ge, Le, MaxLen, MinLen

T = TypeVar("T")
_DAGEN = (date(2199, 12, 31) - date(1900, 1, 1)).days
_TEKSTEN = ("a", "Coëlho-Ünal", "twee\nregels", 'met "aanhaling" \\ en \' erin', "€ 12 – 漢字 😀", "null", "{}")


def voorbeeld(soort: type[T], lot: Random) -> T:
    """Make a value of a dataclass."""
    hints = get_type_hints(soort, include_extras=True)
    return soort(**{veld.name: _waarde(hints[veld.name], lot) for veld in fields(soort)})  # type: ignore[arg-type]  # T is a dataclass


def _waarde(hint: Any, lot: Random) -> Any:
    if get_origin(hint) is Annotated:
        soort, *grenzen = get_args(hint)
        return _begrensd(_waarde(soort, lot), soort, grenzen, lot)
    if get_origin(hint) in (Union, UnionType):
        return _waarde(lot.choice(get_args(hint)), lot)
    if get_origin(hint) is tuple:
        return tuple(_waarde(get_args(hint)[0], lot) for _ in range(lot.randrange(3)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lot.choice(list(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return voorbeeld(hint, lot)
    return _enkel(hint, lot)


def _begrensd(waarde: Any, soort: Any, grenzen: list[Any], lot: Random) -> Any:
    for grens in grenzen:
        if isinstance(waarde, tuple) and isinstance(grens, MinLen):
            waarde = waarde or (_waarde(get_args(soort)[0], lot),)
        elif isinstance(waarde, str):
            waarde = _op_lengte(waarde, grens)
        elif isinstance(waarde, int | Decimal):
            waarde = _in_bereik(waarde, grens)
    return waarde


def _op_lengte(tekst: str, grens: Any) -> str:
    if isinstance(grens, MinLen):
        return tekst.ljust(grens.min_length, "x")
    return tekst[: grens.max_length] if isinstance(grens, MaxLen) else tekst


def _in_bereik(getal: Any, grens: Any) -> Any:
    if isinstance(grens, Ge):
        return max(getal, grens.ge)
    return min(getal, grens.le) if isinstance(grens, Le) else getal


def _enkel(soort: type, lot: Random) -> Any:
    dag = date(1900, 1, 1) + timedelta(days=lot.randrange(_DAGEN))
    return {
        str: lot.choice(_TEKSTEN),
        bool: lot.random() < 0.5,
        int: lot.randrange(2_000_000_000),
        UUID: UUID(int=lot.getrandbits(128)),
        date: dag,
        datetime: datetime(dag.year, dag.month, dag.day, lot.randrange(24), lot.randrange(60), 7, tzinfo=UTC),
        Decimal: Decimal(lot.randrange(1_000_000_000)).scaleb(-2),
        NoneType: None,
    }[soort]

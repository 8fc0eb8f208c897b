"""Wire models derived from the domain's dataclasses: a fact is defined once, in the domain."""

import ast
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from dataclasses import Field as DataclassField
from enum import Enum
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from annotated_types import MaxLen
from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.alias_generators import to_camel

from app.domain.soorten import Afgeschermd
from app.routers.wire.cache import per_type
from app.routers.wire.scalars import JSON_SOORTEN, TEKST_SOORTEN, tekst

MAX_LIJST = 100


class Invoer(BaseModel):
    """What comes in: strict, in camelCase, unknown fields refused."""

    model_config = ConfigDict(
        alias_generator=to_camel, extra="forbid", strict=True, validate_by_alias=True, use_enum_values=False
    )


class Deel(Invoer):
    """What a JSON merge patch names of a thing: every field may be left out, in nested things as well."""


class Uitvoer(BaseModel):
    """What goes out, as the OpenAPI document tells it."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


@per_type
def beschrijvingen(cls: type) -> Mapping[str, str]:
    """The attribute docstrings of a dataclass and its bases, by field name."""
    gevonden: dict[str, str] = {}
    for basis in reversed([k for k in cls.__mro__ if is_dataclass(k)]):
        for veld, volgende in pairwise(_klassen(basis.__module__)[basis.__qualname__].body):
            match veld, volgende:
                case ast.AnnAssign(target=ast.Name(naam)), ast.Expr(value=ast.Constant(value=str(uitleg))):
                    gevonden[naam] = inspect.cleandoc(uitleg)
    return gevonden


@cache
def _klassen(module: str) -> Mapping[str, ast.ClassDef]:
    """The classes of a module by name, read once: `inspect` reads the whole file again for each class."""
    regels = ast.parse(inspect.getsource(sys.modules[module])).body
    return {regel.name: regel for regel in regels if isinstance(regel, ast.ClassDef)}


@per_type
def invoer(cls: type) -> type[BaseModel]:
    """Derive the strict model of a JSON body."""
    return _model(cls, Invoer, f"{cls.__name__}Invoer", JSON_SOORTEN)


@per_type
def zoekvraag(cls: type) -> type[BaseModel]:
    """Derive the model of a query string: the same facts, read from text."""
    return _model(cls, Invoer, cls.__name__, TEKST_SOORTEN)


@per_type
def uitvoer(cls: type) -> type[BaseModel]:
    """Derive the model that documents an answer: every field is there, but for what a role may not see."""
    return _model(cls, Uitvoer, cls.__name__, JSON_SOORTEN)


@per_type
def wijziging(cls: type) -> type[BaseModel]:
    """Derive the model of a JSON merge patch: every field may be left out."""
    naam = cls.__name__ if cls.__name__.endswith("wijziging") else f"{cls.__name__}Wijziging"
    return _model(cls, Deel, naam, JSON_SOORTEN)


_PER_BASIS: Mapping[type[BaseModel], Callable[[type], type[BaseModel]]] = {
    Invoer: invoer,
    Deel: wijziging,
    Uitvoer: uitvoer,
}


def _model(cls: type, basis: type[BaseModel], naam: str, soorten: Mapping[Any, Any]) -> type[BaseModel]:
    hints, uitleg = get_type_hints(cls, include_extras=True), beschrijvingen(cls)
    velden: dict[str, Any] = {}
    for veld in fields(cls):
        soort = _soort(hints[veld.name], basis, soorten)
        standaard = _standaard(veld, hints[veld.name], basis)
        if standaard is not ... and basis is Invoer:
            soort = soort | None
        toon = _getoonde_standaard(veld) if basis is Invoer else None
        velden[veld.name] = (soort, Field(standaard, description=uitleg.get(veld.name), json_schema_extra=toon))
    return create_model(naam, __base__=basis, __module__=__name__, **velden)


def _getoonde_standaard(veld: DataclassField[Any]) -> dict[str, Any] | None:
    """What a reader of the document may count on; the domain fills it in."""
    waarde = None if veld.default is MISSING else veld.default
    return {"default": waarde} if isinstance(waarde, str | int) else None


def _standaard(veld: DataclassField[Any], hint: Any, basis: type[BaseModel]) -> Any:
    if basis is Uitvoer:
        return None if any(isinstance(merk, Afgeschermd) for merk in _merken(hint)) else ...
    if basis is Deel:
        return None
    return ... if veld.default is MISSING and veld.default_factory is MISSING else None


def _merken(hint: Any) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _soort(hint: Any, basis: type[BaseModel], soorten: Mapping[Any, Any]) -> Any:
    """Translate a domain type to its wire type, with its bounds."""
    if get_origin(hint) is Annotated:
        kern, *merken = get_args(hint)
        return _begrensd(kern, tuple(merken), basis, soorten)
    return _begrensd(hint, (), basis, soorten)


def _begrensd(kern: Any, merken: tuple[Any, ...], basis: type[BaseModel], soorten: Mapping[Any, Any]) -> Any:
    grenzen = tuple(merk for merk in merken if not isinstance(merk, Afgeschermd | Enum))
    if get_origin(kern) in (Union, UnionType):
        return _keuze(kern, merken, basis, soorten)
    if get_origin(kern) is tuple:
        lengte = () if any(isinstance(merk, MaxLen) for merk in grenzen) or basis is Uitvoer else (MaxLen(MAX_LIJST),)
        element = Invoer if basis is Deel else basis  # a merge patch replaces a list as a whole
        return _met(list[_soort(get_args(kern)[0], element, soorten)], grenzen + lengte)  # type: ignore[misc]  # built at run time
    if kern is str:
        return _met(tekst(merken), grenzen)
    if isinstance(kern, type) and is_dataclass(kern):
        return _PER_BASIS[basis](kern)
    if isinstance(kern, type) and issubclass(kern, Enum) and soorten is TEKST_SOORTEN:
        return Annotated[kern, Field(strict=False)]  # a query holds text where JSON's strict reader sees members
    return _scalair(soorten.get(kern, kern), grenzen)


def _scalair(soort: Any, grenzen: tuple[Any, ...]) -> Any:
    """Put the bounds before the strict reader, so that JSON Schema shows them."""
    if get_origin(soort) is Annotated:
        kern, *lezers = get_args(soort)
        return _met(kern, (*grenzen, *lezers))
    return _met(soort, grenzen)


def _keuze(kern: Any, merken: tuple[Any, ...], basis: type[BaseModel], soorten: Mapping[Any, Any]) -> Any:
    keuzen = [k if k is NoneType else _begrensd(*_uit_elkaar(k, merken), basis, soorten) for k in get_args(kern)]
    return Union[tuple(keuzen)]  # noqa: UP007  # the members are known at run time only


def _uit_elkaar(hint: Any, merken: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    return (get_args(hint)[0], get_args(hint)[1:] + merken) if get_origin(hint) is Annotated else (hint, merken)


def _met(soort: Any, grenzen: tuple[Any, ...]) -> Any:
    for grens in grenzen:
        soort = Annotated[soort, grens]
    return soort

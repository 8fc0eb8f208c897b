"""From a checked wire model to the domain's value, and from a value to JSON."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import orjson
from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from app.domain.soorten import Afgeschermd
from app.routers.wire.cache import per_type
from app.routers.wire.models import Deel
from app.services.deelwijziging import Deelwijziging

T = TypeVar("T")
Omzetter = Callable[[Any], Any]
_OPTIES = orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS | orjson.OPT_PASSTHROUGH_DATACLASS


def naar_domein(model: BaseModel, cls: type[T], **aanvulling: Any) -> T:
    """Make the domain's value of a checked body; `aanvulling` gives the fields that the client does not send."""
    gegeven = model.__dict__
    waarden = {
        naam: zet_om(gegeven[naam]) if zet_om else gegeven[naam]
        for naam, standaard, zet_om in _lezers(cls)
        if naam in gegeven and not (standaard and gegeven[naam] is None)
    }
    return cls(**waarden, **aanvulling)


def gewijzigd(model: BaseModel, cls: type) -> dict[str, Any]:
    """Return the fields that a merge patch names, as domain values; of a nested thing what it names of that."""
    lezers = {naam: zet_om for naam, _, zet_om in _lezers(cls)}
    delen = _delen(cls)
    return {naam: _gewijzigd(getattr(model, naam), lezers[naam], delen.get(naam)) for naam in model.model_fields_set}


def _gewijzigd(ruw: Any, zet_om: Omzetter | None, deel: type | None) -> Any:
    if deel is not None and isinstance(ruw, Deel):
        return Deelwijziging(deel, gewijzigd(ruw, deel))
    return zet_om(ruw) if zet_om else ruw


@per_type
def _delen(cls: type) -> Mapping[str, type]:
    """The dataclasses that stand in a dataclass itself, so not in its lists, by field name."""
    hints = get_type_hints(cls)
    keuzen = {v.name: get_args(hints[v.name]) or (hints[v.name],) for v in fields(cls)}
    return {
        naam: soort
        for naam, soorten in keuzen.items()
        if get_origin(hints[naam]) is not tuple
        for soort in soorten
        if isinstance(soort, type) and is_dataclass(soort)
    }


@per_type
def _lezers(cls: type) -> tuple[tuple[str, bool, Omzetter | None], ...]:
    hints = get_type_hints(cls)
    return tuple((veld.name, _heeft_standaard(veld), _lezer(hints[veld.name])) for veld in fields(cls))


def _heeft_standaard(veld: Field[Any]) -> bool:
    return veld.default is not MISSING or veld.default_factory is not MISSING


def _lezer(hint: Any) -> Omzetter | None:
    if get_origin(hint) in (Union, UnionType):
        binnen = next((lezer for k in get_args(hint) if (lezer := _lezer(k))), None)
        return (lambda ruw: None if ruw is None else binnen(ruw)) if binnen else None
    if get_origin(hint) is tuple:
        per_stuk = _lezer(get_args(hint)[0])
        return (lambda ruw: tuple(per_stuk(r) for r in ruw)) if per_stuk else tuple
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda ruw: naar_domein(ruw, hint)
    return None


def naar_json(waarde: Any) -> bytes:
    """Encode an answer; days as dates, moments in UTC, amounts as text with two digits."""
    return orjson.dumps(waarde, default=_overig, option=_OPTIES)


def _overig(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return f"{waarde:.2f}"
    if isinstance(waarde, UUID):
        return str(waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return naar_draad(waarde)
    raise TypeError(type(waarde).__name__)


def naar_draad(waarde: Any, verborgen: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Turn a dataclass into what JSON shows; leaves out the shielded fields named in `verborgen`."""
    return {
        sleutel: zet_om(getattr(waarde, naam), verborgen) if zet_om else getattr(waarde, naam)
        for naam, sleutel, schild, zet_om in _schrijvers(type(waarde))
        if schild is None or schild not in verborgen
    }


Schrijver = Callable[[Any, frozenset[str]], Any]


@per_type
def _schrijvers(cls: type) -> tuple[tuple[str, str, str | None, Schrijver | None], ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple((v.name, to_camel(v.name), _schild(hints[v.name]), _schrijver(hints[v.name])) for v in fields(cls))


def _schild(hint: Any) -> str | None:
    merken = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((merk.veld for merk in merken if isinstance(merk, Afgeschermd)), None)


def _schrijver(hint: Any) -> Schrijver | None:
    if get_origin(hint) is Annotated:
        return _schrijver(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return next((s for k in get_args(hint) if (s := _schrijver(k))), None)
    if get_origin(hint) is tuple:
        return _lijst if _schrijver(get_args(hint)[0]) else None
    if isinstance(hint, type) and is_dataclass(hint):
        return _een
    return None


def _een(waarde: Any, verborgen: frozenset[str]) -> Any:
    return None if waarde is None else naar_draad(waarde, verborgen)


def _lijst(waarden: Any, verborgen: frozenset[str]) -> Any:
    return None if waarden is None else [naar_draad(waarde, verborgen) for waarde in waarden]

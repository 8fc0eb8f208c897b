"""The form of the policy files: strict, so that a slip of the pen is refused and never read as something else."""

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from annotated_types import Ge, Le, MinLen
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG

T = TypeVar("T", bound=Hashable)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*\z", max_length=100)]
Regeltekst = Annotated[
    str, StringConstraints(pattern=r"^[^\s\x00-\x1f]([^\x00-\x1f]*[^\s\x00-\x1f])?\z", max_length=500)
]
Dag = Annotated[date, Ge(EERSTE_DAG), Le(LAATSTE_DAG)]
Soort = Literal["getal", "bedrag", "percentage", "tekst", "namen", "dagen"]


class Bestandsdeel(BaseModel):
    """Strict: no conversion between types and no unknown key."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SetBestand(Bestandsdeel):
    """`set.toml`: what the policy set is called and which sets it includes."""

    id: Id
    titel: Regeltekst
    omschrijving: Regeltekst
    omvat: list[Id]


class PeriodeDeel(Bestandsdeel):
    """One value and the days on which it holds; without `waarde` a named gap."""

    vanaf: Dag
    tot_en_met: Dag | None = None
    waarde: Any = None
    voorlopig: bool = False
    toelichting: Regeltekst | None = None


class ParameterDeel(Bestandsdeel):
    """One `[parameters."id"]` table."""

    omschrijving: Regeltekst
    soort: Soort
    eenheid: Regeltekst | None = None
    bron: Regeltekst
    vindplaats: Regeltekst
    gecontroleerd_tot: Dag | None = None
    perioden: Annotated[list[PeriodeDeel], MinLen(1)]


def _verschillend(waarden: list[T]) -> tuple[T, ...]:
    if len(set(waarden)) < len(waarden):
        raise PydanticCustomError("dubbel", "bevat een dubbele waarde")
    return tuple(waarden)


def _decimaal(cijfers: str) -> Decimal:
    return Decimal(cijfers).quantize(Decimal("0.01"))


_STRENG = ConfigDict(strict=True)
_BEDRAG = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,6})\.[0-9]{2}\z"), AfterValidator(_decimaal)]
_PERCENTAGE = Annotated[
    str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?\z"), AfterValidator(_decimaal)
]
INHOUD: Mapping[str, TypeAdapter[Any]] = MappingProxyType(
    {
        "getal": TypeAdapter(Annotated[int, Ge(0), Le(9_999_999)], config=_STRENG),
        "bedrag": TypeAdapter(_BEDRAG, config=_STRENG),
        "percentage": TypeAdapter(_PERCENTAGE, config=_STRENG),
        "tekst": TypeAdapter(Regeltekst, config=_STRENG),
        "namen": TypeAdapter(Annotated[list[Regeltekst], AfterValidator(_verschillend)], config=_STRENG),
        "dagen": TypeAdapter(Annotated[list[Dag], AfterValidator(_verschillend)], config=_STRENG),
    }
)
"""What a value of each kind looks like in a file; amounts and percentages become Decimal, lists become tuples."""

_NEDERLANDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "ontbreekt",
        "extra_forbidden": "is een onbekende sleutel",
        "int_type": "moet een geheel getal zijn",
        "string_type": "moet tekst tussen aanhalingstekens zijn",
        "bool_type": "moet true of false zijn",
        "date_type": "moet een dag zijn zonder aanhalingstekens en zonder tijd",
        "list_type": "moet een lijst zijn",
        "model_type": "moet een tabel zijn",
        "too_short": "is leeg",
        "string_too_long": "is langer dan {max_length} tekens",
        "string_pattern_mismatch": "heeft niet de goede vorm ({pattern})",
        "literal_error": "moet een van deze zijn: {expected}",
        "greater_than_equal": "is kleiner of eerder dan {ge}",
        "less_than_equal": "is groter of later dan {le}",
    }
)


def gebreken(fout: ValidationError) -> list[tuple[tuple[int | str, ...], str]]:
    """Each fault that pydantic found: the path to it and a Dutch sentence part."""
    return [(gebrek["loc"], _zin(gebrek)) for gebrek in fout.errors(include_url=False)]


def _zin(gebrek: ErrorDetails) -> str:
    return _NEDERLANDS.get(gebrek["type"], gebrek["msg"]).format(**gebrek.get("ctx", {}))

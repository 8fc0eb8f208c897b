"""Pydantic's faults in Dutch, with stable codes, and without the value that was sent.

Pydantic's own sentences and contexts can hold the input (`uuid_parsing` quotes a character, `union_tag_invalid` the
tag), and the input can be personal data. So a sentence is built from the schema only: from the bounds in `_GRENZEN`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, NamedTuple

from app.routers.problemen import Veldprobleem
from app.routers.wire.scalars import PATROONZINNEN

MEESTE_FOUTEN = 100
"""A body of 1 MiB can hold a hundred thousand faults: the first hundred are enough to mend it."""


class Zin(NamedTuple):
    """A stable code and the Dutch sentence, with schema bounds in braces."""

    code: str
    detail: str


ONBEKENDE_FOUT = Zin("ongeldig", "Deze waarde is niet geldig.")

_VERPLICHT = Zin("ontbreekt", "Dit veld is verplicht.")
_ONBEKEND_VELD = Zin("onbekend-veld", "Dit veld bestaat niet.")
_OBJECT = Zin("geen-object", "Geef hier een JSON-object.")
_LIJST = Zin("geen-lijst", "Geef hier een lijst.")
_TEKST = Zin("geen-tekst", "Geef hier tekst.")
_GEHEEL = Zin("geen-geheel-getal", "Geef hier een geheel getal.")
_GETAL = Zin("geen-getal", "Geef hier een getal.")
_JA_NEE = Zin("geen-boolean", "Geef hier true of false.")
_DATUM = Zin("geen-datum", "Geef een datum die bestaat, als JJJJ-MM-DD.")
_TIJD = Zin("geen-tijd", "Geef een tijd als UU:MM:SS.")
_MOMENT = Zin("geen-moment", "Geef een moment als JJJJ-MM-DDTUU:MM:SS met Z of een afstand tot UTC.")
_DUUR = Zin("geen-duur", "Geef een duur volgens ISO 8601, zoals P1D.")
_UUID = Zin("geen-uuid", "Geef een UUID met streepjes.")
_ADRES = Zin("geen-adres", "Geef een volledige URL.")
_JSON = Zin("ongeldige-json", "De inhoud is geen geldige JSON.")
_KEUZE = Zin("onbekende-waarde", "Kies een van: {expected}.")
_VARIANT = Zin("onbekende-soort", "De soort ontbreekt of is onbekend.")
_TEKENS = Zin("ongeldige-tekens", "Deze tekst bevat tekens die niet mogen.")
_TE_KORT = Zin("te-kort", "Dit is te kort: het minimum is {min_length}.")
_TE_LANG = Zin("te-lang", "Dit mag ten hoogste {max_length} lang zijn.")
_TEKST_TE_KORT = Zin("te-kort", "Deze tekst is te kort: het minimum is {min_length}.")
_TEKST_TE_LANG = Zin("te-lang", "Dit mag ten hoogste {max_length} tekens hebben.")
_ZONE = Zin("geen-tijdzone", "Geef een tijdzone: Z of een afstand tot UTC.")
_PATROON = Zin("verkeerde-vorm", "Deze tekst heeft niet de gevraagde vorm.")

ZINNEN: Mapping[str, Zin] = MappingProxyType(
    {
        "missing": _VERPLICHT,
        "missing_argument": _VERPLICHT,
        "missing_keyword_only_argument": _VERPLICHT,
        "missing_positional_only_argument": _VERPLICHT,
        "extra_forbidden": _ONBEKEND_VELD,
        "unexpected_keyword_argument": _ONBEKEND_VELD,
        "unexpected_positional_argument": _ONBEKEND_VELD,
        "invalid_key": _ONBEKEND_VELD,
        "none_required": Zin("niet-leeg", "Hier mag alleen null staan."),
        "json_invalid": _JSON,
        "json_type": _JSON,
        "recursion_loop": _JSON,
        "recursion_depth_exceeded": Zin("te-diep", "De inhoud is te diep genest."),
        "model_type": _OBJECT,
        "model_attributes_type": _OBJECT,
        "dataclass_type": _OBJECT,
        "dataclass_exact_type": _OBJECT,
        "dict_type": _OBJECT,
        "frozen_dict_type": _OBJECT,
        "ordered_dict_type": _OBJECT,
        "mapping_type": _OBJECT,
        "arguments_type": _OBJECT,
        "named_tuple_type": _LIJST,
        "list_type": _LIJST,
        "tuple_type": _LIJST,
        "set_type": _LIJST,
        "frozen_set_type": _LIJST,
        "deque_type": _LIJST,
        "iterable_type": _LIJST,
        "too_short": Zin("te-kort", "Dit zijn te weinig waarden: het minimum is {min_length}."),
        "too_long": Zin("te-lang", "Geef hier ten hoogste {max_length} waarden."),
        "string_type": _TEKST,
        "string_unicode": _TEKENS,
        "string_not_ascii": _TEKENS,
        "string_too_short": _TEKST_TE_KORT,
        "string_too_long": _TEKST_TE_LANG,
        "string_pattern_mismatch": _PATROON,
        "bytes_type": _TEKST,
        "bytes_too_short": _TE_KORT,
        "bytes_too_long": _TE_LANG,
        "bytes_invalid_encoding": _TEKENS,
        "enum": _KEUZE,
        "literal_error": _KEUZE,
        "union_tag_invalid": _VARIANT,
        "union_tag_not_found": _VARIANT,
        "bool_type": _JA_NEE,
        "bool_parsing": _JA_NEE,
        "int_type": _GEHEEL,
        "int_parsing": _GEHEEL,
        "int_parsing_size": _GEHEEL,
        "int_from_float": _GEHEEL,
        "float_type": _GETAL,
        "float_parsing": _GETAL,
        "finite_number": _GETAL,
        "decimal_type": _GETAL,
        "decimal_parsing": _GETAL,
        "fraction_type": _GETAL,
        "fraction_parsing": _GETAL,
        "decimal_max_digits": Zin("te-veel-cijfers", "Dit getal mag ten hoogste {max_digits} cijfers hebben."),
        "decimal_max_places": Zin("te-veel-decimalen", "Dit getal mag ten hoogste {decimal_places} decimalen hebben."),
        "decimal_whole_digits": Zin(
            "te-veel-cijfers", "Dit getal mag ten hoogste {whole_digits} cijfers voor de komma hebben."
        ),
        "greater_than": Zin("te-klein", "Dit moet groter zijn dan {gt}."),
        "greater_than_equal": Zin("te-klein", "Dit moet ten minste {ge} zijn."),
        "less_than": Zin("te-groot", "Dit moet kleiner zijn dan {lt}."),
        "less_than_equal": Zin("te-groot", "Dit mag ten hoogste {le} zijn."),
        "multiple_of": Zin("geen-veelvoud", "Dit moet een veelvoud zijn van {multiple_of}."),
        "date_type": _DATUM,
        "date_parsing": _DATUM,
        "date_from_datetime_parsing": _DATUM,
        "date_from_datetime_inexact": _DATUM,
        "date_past": Zin("niet-verleden", "Deze dag moet voorbij zijn."),
        "date_future": Zin("niet-toekomst", "Deze dag moet nog komen."),
        "time_type": _TIJD,
        "time_parsing": _TIJD,
        "datetime_type": _MOMENT,
        "datetime_parsing": _MOMENT,
        "datetime_object_invalid": _MOMENT,
        "datetime_from_date_parsing": _MOMENT,
        "datetime_past": Zin("niet-verleden", "Dit moment moet voorbij zijn."),
        "datetime_future": Zin("niet-toekomst", "Dit moment moet nog komen."),
        "timezone_naive": Zin("wel-tijdzone", "Geef dit moment zonder tijdzone."),
        "timezone_aware": _ZONE,
        "timezone_offset": _ZONE,
        "time_delta_type": _DUUR,
        "time_delta_parsing": _DUUR,
        "uuid_type": _UUID,
        "uuid_parsing": _UUID,
        "uuid_version": _UUID,
        "url_type": _ADRES,
        "url_parsing": _ADRES,
        "url_syntax_violation": _ADRES,
        "url_scheme": _ADRES,
        "url_too_long": Zin("te-lang", "Deze URL mag ten hoogste {max_length} tekens hebben."),
    }
)
"""By pydantic error type. What JSON or a query cannot cause (callables, sets that do not hash) is `ONBEKENDE_FOUT`."""

_GRENZEN = frozenset(
    {"gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "expected"}
    | {"max_digits", "decimal_places", "whole_digits"}
)
_EIGEN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAAM = re.compile(r"[A-Za-z_$][A-Za-z0-9_-]{0,63}")
_CIJFERREEKS = re.compile(r"\d{4}")
_VERTAKKING = re.compile(r"[\[(]|^(?:str|int|float|bool|none|date|datetime|decimal|uuid|nullable|constrained-\w+)$")


def veldproblemen(fouten: Iterable[Mapping[str, Any]]) -> tuple[Veldprobleem, ...]:
    """Pydantic's error details as field problems: each once, in order, at most `MEESTE_FOUTEN`.

    Takes `ValidationError.errors(include_url=False, include_input=False)` as well as FastAPI's
    `RequestValidationError.errors()`: a leading `body` is dropped; `query`, `path`, `header` and `cookie` stay.
    """
    uniek: dict[Veldprobleem, None] = {}
    for fout in fouten:
        uniek[_veldprobleem(fout)] = None
        if len(uniek) == MEESTE_FOUTEN:
            break
    return tuple(uniek)


def _veldprobleem(fout: Mapping[str, Any]) -> Veldprobleem:
    loc = () if fout["type"] == "json_invalid" else fout["loc"]
    return Veldprobleem(pad_van(loc), *_zin(fout))


def _zin(fout: Mapping[str, Any]) -> Zin:
    """A fault of our own brings its code and sentence; every other one is looked up.

    Ours are `PydanticCustomError("geen-bsn", "Dutch sentence")`: no context, so the sentence cannot hold the input, and
    a kebab-case code, where pydantic and the libraries around it write underscores.
    """
    soort, context = fout["type"], fout.get("ctx") or {}
    zin = ZINNEN.get(soort)
    if zin is None:
        return Zin(soort, fout["msg"]) if not context and _EIGEN.fullmatch(soort) else ONBEKENDE_FOUT
    if zin is _PATROON:
        return Zin(zin.code, PATROONZINNEN.get(context.get("pattern", ""), zin.detail))
    if "{" not in zin.detail:
        return zin
    grenzen = {naam: _als_tekst(waarde) for naam, waarde in context.items() if naam in _GRENZEN}
    try:
        return Zin(zin.code, zin.detail.format_map(grenzen))
    except KeyError:
        return Zin(zin.code, ONBEKENDE_FOUT.detail)


def _als_tekst(waarde: object) -> str:
    """Bounds as the API writes them; pydantic joins choices in English."""
    if isinstance(waarde, date | datetime | time):
        return waarde.isoformat()
    return str(waarde).replace("'", "").replace(" or ", ", ")


def pad_van(loc: Sequence[str | int]) -> str:
    """A pydantic location as `feiten.opschortingen[0].verzoekOp`; the whole body is the empty path.

    Names of unions' branches are left out. A key that does not look like a name of ours is shown as `?`:
    unknown fields are named by the caller, and a key can be a BSN.
    """
    delen = loc[1:] if loc and loc[0] == "body" else loc
    pad = ""
    for plaats, deel in enumerate(delen):
        if isinstance(deel, int):
            pad += f"[{deel}]"
        elif plaats == 0 or not _VERTAKKING.search(deel):
            pad += ("." if pad else "") + _veilig(deel)
    return pad


def _veilig(naam: str) -> str:
    return naam if _NAAM.fullmatch(naam) and not _CIJFERREEKS.search(naam) else "?"

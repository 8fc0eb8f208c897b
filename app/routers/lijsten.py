"""Lists: filters, a stated sort and an encrypted cursor; page 10,000 costs what page 1 costs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, TypedDict, TypeVar, Unpack
from uuid import UUID

import orjson
from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, Field, create_model
from starlette.responses import Response

from app.domain.dossier.stuk import Stuk
from app.domain.fouten import OngeldigeInvoer, Veldfout
from app.routers.operatie import Modelmaker
from app.routers.verzoek import Verzoek
from app.routers.wire.cache import per_type
from app.routers.wire.models import Uitvoer, uitvoer
from app.routers.wire.values import naar_draad
from app.services.kluis import Kluis, Ontsleutelfout
from app.services.poorten import Paginavraag

S = TypeVar("S", bound=Stuk)
Cursor = Annotated[str, MinLen(1), MaxLen(2000)]
STANDAARD = 50
_GEEN: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladeren:
    """Where in a list, and how much of it."""

    limit: Annotated[int, Ge(1), Le(200)] = STANDAARD
    """Hoeveel resultaten hoogstens; standaard 50."""
    cursor: Cursor | None = None
    """De waarde van volgende uit het vorige antwoord; met dezelfde zoekvelden."""


class Verder(TypedDict, total=False):
    """What an endpoint asks of the store beside what the caller asked; see Paginavraag."""

    leeg: tuple[str, ...]
    gevuld: tuple[str, ...]
    bereikt: Mapping[str, tuple[date, bool]]


def lijst_van(soort: type) -> Modelmaker:
    """Tell how the model of a list's answer is made."""
    return partial(_lijst, soort)


@per_type
def _lijst(soort: type) -> type[BaseModel]:
    naam = f"{soort.__name__}Lijst"
    volgende = "Cursor van de volgende bladzijde; null op de laatste."
    velden: dict[str, Any] = {
        "resultaten": (list[uitvoer(soort)], Field(description="Deze bladzijde, in de volgorde van de lijst.")),  # type: ignore[misc]  # made at run time
        "volgende": (str | None, Field(description=volgende)),
    }
    return create_model(naam, __base__=Uitvoer, **velden)


async def toon_lijst(
    verzoek: Verzoek,
    soort: type[S],
    vraag: Bladeren,
    *,
    sorteer: str,
    tussen: Mapping[str, str] = _GEEN,
    vast: Mapping[str, Any] = _GEEN,
    beeld: Callable[[S], object] = lambda stuk: stuk,
    niets: bool = False,
    **verder: Unpack[Verder],
) -> Response:
    """Answer with a page of things, as the caller may see them, each as its `beeld`.

    Fields of `vraag` are equal filters, but for those of `tussen`: query field to "column:van", "column:tot" or both.
    `vast` takes the place of what was asked, where the store names it otherwise; `niets` tells that the caller sees
    none of what was asked, so that nothing is read for it; the rest are the page's.
    """
    filters, kenmerk = _gevraagd(verzoek, vraag, sorteer)
    pagina = Paginavraag(
        gelijk={n: w for n, w in filters.items() if w is not None and n not in tussen} | dict(vast),
        tussen=_grenzen(filters, tussen),
        sorteer=sorteer,
        na=_open(verzoek.diensten.kluis, vraag.cursor, kenmerk) if vraag.cursor else None,
        limiet=vraag.limit + 1,
        **verder,
    )
    gelezen = () if niets else await verzoek.lezer.pagina(soort, pagina)
    return _blad(verzoek, gelezen, pagina, kenmerk, beeld)


def _blad(
    verzoek: Verzoek, gelezen: Sequence[S], pagina: Paginavraag, kenmerk: list[Any], beeld: Callable[[S], object]
) -> Response:
    """Show what was read but for the one too many, which tells that there is a next page."""
    getoond, verborgen, volgende = gelezen[: pagina.limiet - 1], verzoek.verborgen, None
    if len(gelezen) > len(getoond):
        sleutel = [getattr(getoond[-1], pagina.sorteer.lstrip("-")), getoond[-1].id]
        volgende = sluit_cursor(verzoek.diensten.kluis, kenmerk, sleutel)
    return verzoek.geef({"resultaten": [naar_draad(beeld(stuk), verborgen) for stuk in getoond], "volgende": volgende})


def _gevraagd(verzoek: Verzoek, vraag: Bladeren, sorteer: str) -> tuple[dict[str, Any], list[Any]]:
    """Return the search fields, and the name that they give the list."""
    filters = {v.name: getattr(vraag, v.name) for v in fields(vraag) if v.name not in ("limit", "cursor", "sorteer")}
    return filters, kenmerk_van(verzoek, sorteer, filters)


def kenmerk_van(verzoek: Verzoek, sorteer: str, filters: Mapping[str, Any]) -> list[Any]:
    """Name the list that a cursor belongs to."""
    return [verzoek.operatie.naam, sorteer, {n: str(w) for n, w in filters.items() if w is not None}]


def _grenzen(filters: Mapping[str, Any], tussen: Mapping[str, str]) -> dict[str, tuple[Any, Any]]:
    grenzen: dict[str, tuple[Any, Any]] = {}
    for naam, plaatsen in tussen.items():
        for plaats in plaatsen.split():
            kolom, _, kant = plaats.partition(":")
            van, tot = grenzen.get(kolom, (None, None))
            grenzen[kolom] = (filters[naam], tot) if kant == "van" else (van, filters[naam])
    return grenzen


def sluit_cursor(kluis: Kluis, kenmerk: list[Any], sleutel: list[Any]) -> str:
    """Make an opaque cursor of the last key and what it belongs to."""
    getypeerd = [[type_, str(waarde)] for type_, waarde in map(_getypeerd, sleutel)]
    return kluis.sluit(orjson.dumps([kenmerk, getypeerd])).decode()


def _open(kluis: Kluis, cursor: str, kenmerk: list[Any]) -> tuple[Any, UUID]:
    waarde, stuk_id = open_cursor(kluis, cursor, kenmerk)
    return waarde, stuk_id


def open_cursor(kluis: Kluis, cursor: str, kenmerk: list[Any]) -> list[Any]:
    """Read a cursor back; raises OngeldigeInvoer for another list, another filter or no cursor at all."""
    try:
        van, sleutel = orjson.loads(kluis.open(cursor.encode()))
    except (Ontsleutelfout, ValueError):
        raise _ongeldig("Deze cursor is niet van deze service.") from None
    if van != kenmerk:
        raise _ongeldig("Deze cursor hoort bij een andere lijst of bij andere zoekvelden.")
    return [_LEZERS[type_](waarde) for type_, waarde in sleutel]


def _ongeldig(detail: str) -> OngeldigeInvoer:
    return OngeldigeInvoer([Veldfout("cursor", "cursor-ongeldig", detail)])


_LEZERS: dict[str, Callable[[str], Any]] = {
    "moment": datetime.fromisoformat,
    "dag": date.fromisoformat,
    "id": UUID,
    "ja": lambda tekst: tekst == "True",
    "getal": int,
    "tekst": str,
}


def _getypeerd(waarde: Any) -> tuple[str, Any]:
    match waarde:
        case datetime():
            return "moment", waarde.isoformat()
        case date():
            return "dag", waarde.isoformat()
        case UUID():
            return "id", waarde
        case bool():
            return "ja", waarde
        case int():
            return "getal", waarde
        case _:
            return "tekst", waarde

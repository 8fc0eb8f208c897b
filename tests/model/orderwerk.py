"""Random steps on an inkooporder: bodies from the examples of the document, and who may take which step."""

from copy import deepcopy
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic.alias_generators import to_camel

from app.routers.api import BRONNEN
from app.routers.operatie import Operatie

VOOR = "/inkooporders/{inkooporder_id}/"
STAPPEN: dict[str, Operatie] = {
    operatie.pad.removeprefix(VOOR): operatie
    for bron in BRONNEN
    for operatie in bron.alle
    if operatie.methode == "POST" and operatie.pad.startswith(VOOR)
}
"""Every step of an order, by its collection."""

VAN_UWV = frozenset(
    {
        "opdrachten",
        "verstrekkingen",
        "planoordelen",
        "vervallenverklaringen",
        "evaluatiebesluiten",
        "bijstellingsbesluiten",
        "terugmeldbesluiten",
        "bezwaarschorsingen",
        "bezwaarbeslissingen",
        "resultaatoordelen",
    }
)
VAN_BEIDE = frozenset({"beeindigingen"})
VAN_BEGELEIDERS = frozenset({"orientatiegesprekken", "bezwaren"})
"""Of UWV and of the consulent; every other step is of the opdrachtnemer."""

OVERGANGEN: dict[str, frozenset[str]] = {
    "werkplan": frozenset({"opdracht_verstrekt", "in_uitvoering", "vervallen"}),
    "opdracht_verstrekt": frozenset({"plan_ingediend", "vervallen"}),
    "plan_ingediend": frozenset({"plan_afgekeurd", "in_uitvoering", "vervallen"}),
    "plan_afgekeurd": frozenset({"plan_herzien", "vervallen"}),
    "plan_herzien": frozenset({"in_uitvoering", "vervallen"}),
    "in_uitvoering": frozenset({"beeindigd", "voortijdig_teruggemeld"}),
    "beeindigd": frozenset({"eindrapportage_ingediend"}),
    "voortijdig_teruggemeld": frozenset({"eindrapportage_ingediend"}),
    "eindrapportage_ingediend": frozenset({"beoordeeld"}),
    "beoordeeld": frozenset(),
    "vervallen": frozenset(),
}
"""The states of the catalogue, and which may follow which; a step may also leave a state as it is."""


def partijen(stap: str) -> frozenset[str]:
    """Who may take a step, by the catalogue."""
    if stap in VAN_UWV:
        return frozenset({"uwv"})
    if stap in VAN_BEIDE:
        return frozenset({"uwv", "opdrachtnemer"})
    return frozenset({"uwv", "consulent"}) if stap in VAN_BEGELEIDERS else frozenset({"opdrachtnemer"})


@dataclass(frozen=True)
class Zet:
    """A step that is tried, not yet on a day."""

    stap: str
    wie: str
    dagen_terug: int
    anders: dict[str, Any]


def zetten(stap: str) -> st.SearchStrategy[Zet]:
    """Tries of one step: mostly by the right party with the example, sometimes with something else."""
    goed = st.sampled_from(sorted(partijen(stap)))
    wie = st.one_of(goed, goed, goed, st.sampled_from(["uwv", "opdrachtnemer", "consulent", "ander"]))
    return st.builds(Zet, st.just(stap), wie, st.sampled_from([0, 0, 0, 1, 20]), _afwijkingen(STAPPEN[stap]))


def _afwijkingen(operatie: Operatie) -> st.SearchStrategy[dict[str, Any]]:
    """At most two fields of the body that are not as in the example."""
    assert operatie.body is not None
    hints = get_type_hints(operatie.body, include_extras=True)
    per_veld = {to_camel(veld.name): _waarde(hints[veld.name]) for veld in fields(operatie.body)}
    keuzen = {naam: waarde for naam, waarde in per_veld.items() if waarde is not None}
    if not keuzen:
        return st.just({})
    namen = st.sets(st.sampled_from(sorted(keuzen)), max_size=2)
    return namen.flatmap(lambda gekozen: st.fixed_dictionaries({naam: keuzen[naam] for naam in sorted(gekozen)}))


def _waarde(hint: Any) -> st.SearchStrategy[Any] | None:
    if get_origin(hint) is Annotated:
        return _waarde(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        binnen = next((w for keuze in get_args(hint) if (w := _waarde(keuze)) is not None), None)
        return None if binnen is None else st.one_of(binnen, st.none())
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.sampled_from([0, 1, 3, 5, 6, 12, 18, 21, 26, 36, 41, 60])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from([keuze.value for keuze in hint])
    return None


def lichaam(zet: Zet, vandaag: date, opdrachtnemer_id: str) -> dict[str, Any]:
    """The body of a try: the example with its days on the day of the try, and what differs."""
    voorbeeld = deepcopy(dict(STAPPEN[zet.stap].voorbeeld or {}))
    dag = (vandaag - timedelta(days=zet.dagen_terug)).isoformat()
    body = {naam: _op_dag(waarde, dag) for naam, waarde in voorbeeld.items()} | zet.anders
    if "opdrachtnemerId" in body:
        body["opdrachtnemerId"] = opdrachtnemer_id
    return body


def _op_dag(waarde: Any, dag: str) -> Any:
    if isinstance(waarde, dict):
        return {naam: _op_dag(deel, dag) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_op_dag(deel, dag) for deel in waarde]
    if isinstance(waarde, str) and len(waarde) == len("2025-09-01") and waarde[:2] == "20" and waarde[4] == "-":
        return dag
    return waarde

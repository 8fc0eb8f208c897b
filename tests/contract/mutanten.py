"""Bodies that are wrong in one place, made from an operation's example by its own schema."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.contract.document import Beschreven, volg, vormen

KANARIE = "Kanariepiet"
"""Stands in every text that is sent: it may come back nowhere, neither in the answer nor in the log."""
Plaats = tuple[str | int, ...]
_GEEN_TEKST: list[Any] = [5, 1.5, True, [], {}]
_DAGEN: list[Any] = [
    *_GEEN_TEKST,
    0,
    KANARIE,
    "0001-01-01",
    "9999-12-31",
    "2021-02-30",
    "2021-13-01",
    "15-03-2021",
    "2021-03-15T00:00:00Z",
    "2021-03-15\n",
    "٢٠٢١-٠٣-١٥",
]
_MOMENTEN: list[Any] = [
    *_GEEN_TEKST,
    0,
    KANARIE,
    "2021-03-15",
    "2021-03-15T09:00:00",
    "2021-03-15T09:00:00-00:00",
    "2021-03-15t09:00:00z",
    "2021-03-15 09:00:00Z",
    "2021-02-30T09:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "2021-03-15T24:00:00Z",
    "1900-01-01T00:00:00+01:00",
    "2199-12-31T23:59:59-01:00",
]
_PER_VORM: dict[str, list[Any]] = {
    "date": _DAGEN,
    "date-time": _MOMENTEN,
    "uuid": [*_GEEN_TEKST, KANARIE, "018F0000-0000-7000-8000-000000000000", "{018f0000-0000-7000-8000-000000000000}"],
    "bedrag": [*_GEEN_TEKST, KANARIE, "5", "5.0", "1,00", "-1.00", "NaN", "1e3", "٥.٠٠"],
    "bsn": [*_GEEN_TEKST, KANARIE, "123456789", "12345678", 123456782, "١٢٣٤٥٦٧٨٢"],
}


@dataclass(frozen=True)
class Mutant:
    """A body with one fault and the path that the answer must name."""

    pad: str
    lichaam: bytes

    def __str__(self) -> str:
        """Show where and what."""
        return f"{self.pad}: {self.lichaam[:200]!r}"


def mutanten(wat: Beschreven) -> Iterator[Mutant]:
    """Every field of the body with every wrong value of its kind."""
    for plaats, waarde in _in_object(wat.schema, ()):
        yield Mutant(pad(plaats), json.dumps(gezet(wat.voorbeeld, plaats, waarde)).encode())
    for veld in wat.schema.get("required", []):
        zonder = {naam: waarde for naam, waarde in wat.voorbeeld.items() if naam != veld}
        yield Mutant(veld, json.dumps(zonder).encode())


def velden(schema: dict[str, Any]) -> Iterator[tuple[Plaats, dict[str, Any]]]:
    """Every field of a body with its schema, at any depth."""
    for naam, deel in volg(schema).get("properties", {}).items():
        for tak in vormen(deel):
            yield (naam,), tak
            yield from (((naam, *onder), vorm) for onder, vorm in velden(tak))
            if tak.get("type") == "array":
                for element in vormen(tak["items"]):
                    yield (naam, 0), element
                    yield from (((naam, 0, *onder), vorm) for onder, vorm in velden(element))


def _in_object(schema: dict[str, Any], voor: Plaats) -> Iterator[tuple[Plaats, Any]]:
    yield (*voor, "onbekendVeld"), KANARIE
    verplicht = set(volg(schema).get("required", []))
    for naam, deel in volg(schema)["properties"].items():
        plaats = (*voor, naam)
        if naam in verplicht and "anyOf" not in deel:
            yield plaats, None
        for tak in vormen(deel):
            yield from _in_waarde(tak, plaats)


def _in_waarde(tak: dict[str, Any], plaats: Plaats) -> Iterator[tuple[Plaats, Any]]:
    yield from ((plaats, fout) for fout in _fouten(tak))
    if tak["type"] == "object":
        yield from _in_object(tak, plaats)
    if tak["type"] == "array":
        for element in vormen(tak["items"]):
            yield from _in_waarde(element, (*plaats, 0))


def _fouten(tak: dict[str, Any]) -> list[Any]:
    match tak:
        case {"enum": _}:
            return [*_GEEN_TEKST, KANARIE, ""]
        case {"format": vorm} if vorm in _PER_VORM:
            return _PER_VORM[vorm]
        case {"type": "string"}:
            return [*_GEEN_TEKST, *_lengten(tak), f"{KANARIE}\x00", f"{KANARIE}\x1b", f"{KANARIE}\u2028"]
        case {"type": "integer"}:
            return ["5", KANARIE, True, 1.5, [], tak["maximum"] + 1, tak["minimum"] - 1, 10**400]
        case {"type": "boolean"}:
            return ["true", KANARIE, 1, 0, []]
        case {"type": "array"}:
            return [{}, KANARIE, 1, [None] * (tak["maxItems"] + 1)]
        case {"type": "object"}:
            return [[], KANARIE, 1]
    raise AssertionError(tak)


def _lengten(tak: dict[str, Any]) -> list[str]:
    te_lang = KANARIE * 500
    return [te_lang, ""] if tak.get("minLength") or tak["pattern"].startswith("^[1-9") else [te_lang]


def pad(plaats: Plaats) -> str:
    """The path as the answer writes it: `feiten.lijst[0].veld`."""
    return "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in plaats).removeprefix(".")


def gezet(voorbeeld: Any, plaats: Plaats, waarde: Any) -> Any:
    """A copy with the value put in a place; what lies between is made when it is not there."""
    if not plaats:
        return waarde
    deel, *rest = plaats
    if isinstance(deel, int):
        lijst = copy.copy(voorbeeld) if isinstance(voorbeeld, list) and voorbeeld else [None]
        lijst[deel] = gezet(lijst[deel], tuple(rest), waarde)
        return lijst
    kopie = dict(voorbeeld) if isinstance(voorbeeld, dict) else {}
    kopie[deel] = gezet(kopie.get(deel), tuple(rest), waarde)
    return kopie

"""The document and its operations, as the contract tests walk over them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.main import VERSIE
from app.routers.api import BRONNEN, document_van
from app.routers.operatie import Operatie
from app.services.rechten import RECHTEN

DOCUMENT: dict[str, Any] = document_van(VERSIE)
GEEN_STUK = "018f0000-0000-7000-8000-000000000000"
"""An id that no test makes."""
METHODEN = {"get", "put", "post", "patch", "delete"}


@dataclass(frozen=True)
class Beschreven:
    """An operation with what the document says of it."""

    operatie: Operatie
    pad: str
    """As the document has it: `/klanten/{klantId}`."""
    tekst: dict[str, Any]

    @property
    def adres(self) -> str:
        """A path that can be asked, with ids of things that are not there."""
        return re.sub(r"\{(\w+)\}", lambda naam: GEEN_STUK if naam[1].endswith("Id") else "x", self._beleid())

    def _beleid(self) -> str:
        return self.pad.replace("{beleidId}", "deventer-2021")

    @property
    def methode(self) -> str:
        """GET, POST or PATCH."""
        return self.operatie.methode

    @property
    def rol(self) -> str:
        """A role that may do it."""
        return min(RECHTEN[self.operatie.recht])

    @property
    def goed(self) -> tuple[str, dict[str, Any]]:
        """Status and description of the answer when all goes well."""
        return next((s, a) for s, a in self.tekst["responses"].items() if s.startswith("2"))

    @property
    def schema(self) -> dict[str, Any]:
        """Schema of the body."""
        inhoud = self.tekst["requestBody"]["content"]
        return volg(next(iter(inhoud.values()))["schema"])

    @property
    def voorbeeld(self) -> dict[str, Any]:
        """The example body."""
        inhoud = self.tekst["requestBody"]["content"]
        voorbeeld: dict[str, Any] = next(iter(inhoud.values())).get("example", {})
        return voorbeeld

    def __str__(self) -> str:
        """The operation id, as pytest shows it."""
        return str(self.tekst["operationId"])


def _alle() -> Iterator[Beschreven]:
    per_naam = {operatie.naam: operatie for bron in BRONNEN for operatie in bron.alle}
    for pad, methoden in DOCUMENT["paths"].items():
        for methode, tekst in methoden.items():
            assert methode in METHODEN
            yield Beschreven(per_naam[tekst["operationId"]], pad, tekst)


ALLE = tuple(_alle())
LEZEND = tuple(b for b in ALLE if b.methode == "GET")
MET_LICHAAM = tuple(b for b in ALLE if "requestBody" in b.tekst)
EEN_DING = {"bsn", "contact", "declaratie", "eindrapportage", "groepsindeling", "reintegratieplan"}
"""Resources of which each klant or order has one: no lists."""
PADEN = tuple({b.pad: b for b in ALLE}.values())
"""One operation per path."""


def volg(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a $ref."""
    while "$ref" in schema:
        schema = zoek(schema["$ref"])
    return schema


def zoek(ref: str) -> dict[str, Any]:
    """Look up a $ref; raises KeyError when it points to nothing."""
    assert ref.startswith("#/"), ref
    gevonden = DOCUMENT
    for deel in ref[2:].split("/"):
        gevonden = gevonden[deel]
    return gevonden


def parameters(beschreven: Beschreven) -> list[dict[str, Any]]:
    """The parameters of an operation, refs followed."""
    return [volg(parameter) for parameter in beschreven.tekst["parameters"]]


def loop(knoop: Any, plaats: str = "#") -> Iterator[tuple[str, Any]]:
    """Every object and list of the document with its place."""
    yield plaats, knoop
    if isinstance(knoop, dict):
        for naam, deel in knoop.items():
            yield from loop(deel, f"{plaats}/{naam}")
    elif isinstance(knoop, list):
        for nummer, deel in enumerate(knoop):
            yield from loop(deel, f"{plaats}/{nummer}")


def eigenschappen() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property of every schema: schema, name, description."""
    for naam, schema in DOCUMENT["components"]["schemas"].items():
        for _, deel in loop(schema):
            if isinstance(deel, dict) and isinstance(deel.get("properties"), dict) and deel.get("type") == "object":
                yield from ((naam, veld, vorm) for veld, vorm in deel["properties"].items())


def vormen(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema itself, or its branches; null left out."""
    gevolgd = volg(schema)
    takken = [volg(tak) for tak in gevolgd.get("anyOf", gevolgd.get("oneOf", [gevolgd]))]
    return [tak for tak in takken if tak.get("type") != "null"]


def bezoek(beschreven: Beschreven) -> dict[str, Any]:
    """Keyword arguments for a request that is right in form."""
    koppen = {"If-Match": '"1"'} if beschreven.operatie.if_match else {}
    lichaam = {"json": beschreven.voorbeeld} if beschreven in MET_LICHAAM else {}
    verplicht = {p["name"]: _waarde(p["schema"]) for p in parameters(beschreven) if _moet_mee(p)}
    return {"koppen": koppen, **lichaam, **({"params": verplicht} if verplicht else {})}


def _moet_mee(parameter: dict[str, Any]) -> bool:
    return parameter["in"] == "query" and bool(parameter["required"])


def _waarde(schema: dict[str, Any]) -> str:
    voorbeelden = {"uuid": GEEN_STUK, "date": "2021-03-15", "date-time": "2021-03-15T09:00:00Z"}
    if "enum" in schema:
        return str(schema["enum"][0])
    return voorbeelden.get(schema.get("format", ""), str(schema.get("minimum", "x")))

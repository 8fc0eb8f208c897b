"""Links: from what an operation makes to its reads and next steps, so that a client can follow the process."""

from typing import Any

from pydantic.alias_generators import to_camel

from app.routers.operatie import Operatie


def koppelingen(operatie: Operatie, alle: list[Operatie]) -> dict[str, Any]:
    """Derive the links of an operation that answers with one thing of a collection."""
    collectie = operatie.pad.split("/")[1]
    if operatie.methode == "GET" or not operatie.etag:
        return {}
    links = {ander.naam: _naar(ander) for ander in alle if ander is not operatie and _hoort_bij(ander, collectie)}
    if operatie.status == 201:  # noqa: PLR2004  # HTTP's own number for Created
        volgende = (ander for ander in alle if collectie in ander.velden_uit.values() and not ander.ids)
        links |= {ander.naam: _met_veld(ander, collectie) for ander in volgende}
    return links


def _hoort_bij(operatie: Operatie, collectie: str) -> bool:
    return operatie.pad.startswith(f"/{collectie}/{{") and operatie.pad.count("{") == 1


def _naar(operatie: Operatie) -> dict[str, Any]:
    naam = operatie.pad.partition("{")[2].partition("}")[0]
    parameters = {f"path.{to_camel(naam)}": "$response.body#/id"}
    if operatie.if_match:
        parameters["header.If-Match"] = "$response.header.ETag"
    return {"operationId": operatie.naam, "parameters": parameters}


def _met_veld(operatie: Operatie, collectie: str) -> dict[str, Any]:
    velden = {veld: "$response.body#/id" for veld, uit in operatie.velden_uit.items() if uit == collectie}
    return {"operationId": operatie.naam, "requestBody": velden}

"""Links: from what an operation makes to its reads and next steps, so that a client can follow the process."""

from typing import Any

from pydantic.alias_generators import to_camel

from app.routers.operatie import Operatie

_ID = "$response.body#/id"


def koppelingen(operatie: Operatie, alle: list[Operatie]) -> dict[str, Any]:
    """Derive the links of an operation that answers with one thing of a collection, or with several.

    Several have no ETag together: of the first one only what needs none can follow.
    """
    collectie = operatie.pad.split("/")[1]
    if operatie.methode == "GET" or not (operatie.etag or operatie.lid):
        return {}
    id_ = f"$response.body#/{operatie.lid}/id" if operatie.lid else _ID
    anderen = [ander for ander in alle if ander is not operatie and _hoort_bij(ander, collectie)]
    links = {ander.naam: _naar(ander, id_) for ander in anderen if operatie.etag or not ander.if_match}
    if operatie.status == 201:  # noqa: PLR2004  # HTTP's own number for Created
        volgende = (ander for ander in alle if collectie in ander.velden_uit.values() and not ander.ids)
        links |= {ander.naam: _met_veld(ander, collectie) for ander in volgende}
    return links


def _hoort_bij(operatie: Operatie, collectie: str) -> bool:
    return operatie.pad.startswith(f"/{collectie}/{{") and operatie.pad.count("{") == 1


def _naar(operatie: Operatie, id_: str) -> dict[str, Any]:
    naam = operatie.pad.partition("{")[2].partition("}")[0]
    parameters = {f"path.{to_camel(naam)}": id_}
    if operatie.if_match:
        parameters["header.If-Match"] = "$response.header.ETag"
    return {"operationId": operatie.naam, "parameters": parameters}


def _met_veld(operatie: Operatie, collectie: str) -> dict[str, Any]:
    """A field with the name of the collection holds several of it."""
    velden = {veld: [_ID] if veld == uit else _ID for veld, uit in operatie.velden_uit.items() if uit == collectie}
    return {"operationId": operatie.naam, "requestBody": velden}

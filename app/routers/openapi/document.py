"""The OpenAPI document: made of the operations, so that it cannot say anything else than the service does."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.alias_generators import to_camel
from pydantic.json_schema import models_json_schema

from app.routers.openapi.delen import KOPPEN, PARAMETERS, PROBLEEM, antwoorden, problemen
from app.routers.openapi.koppelingen import koppelingen
from app.routers.operatie import MERGE_PATCH, PDF, Operatie
from app.routers.verzoek import BASIS, JSON
from app.routers.wire.scalars import UUID_VORM
from app.services.identiteit import Rol
from app.services.rechten import RECHTEN

BEVEILIGING = "token"
INFO = {
    "title": "Trede",
    "description": (
        "Re-integratie onder de Participatiewet: van melding tot groepsindeling, met bij elk besluit de regels "
        "die het maakten. Volgens de NL GOV REST API Design Rules 2.2."
    ),
    "contact": {
        "name": "Trede",
        "email": "trede@voorbeeld.example",
        "url": "https://trede.voorbeeld.example",
    },
    "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
}


def maak_document(operaties: list[Operatie], versie: str, uitleg: Mapping[str, str]) -> dict[str, Any]:
    """Make the document; paths stand without the base path, which is the server's; `uitleg` is by collection."""
    return {
        "openapi": "3.1.0",
        "info": {**INFO, "version": versie},
        "servers": [{"url": BASIS, "description": "Deze service."}],
        "tags": [{"name": naam, "description": wat} for naam, wat in uitleg.items()],
        "paths": _paden(operaties),
        "components": {
            "schemas": _schemas(operaties),
            "headers": KOPPEN,
            "parameters": PARAMETERS,
            "responses": antwoorden(operaties),
            "securitySchemes": {BEVEILIGING: _beveiliging()},
        },
    }


def _beveiliging() -> dict[str, Any]:
    return {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": (
            "Bearer-token (JWT) van de uitgever van de gemeente, met de rollen in de claim roles. Bij elke bewerking "
            "staat welke rollen haar mogen doen: één daarvan is genoeg. In ontwikkeling geeft `trede token` er een. "
            f"Rollen: {', '.join(Rol)}."
        ),
    }


def _paden(operaties: list[Operatie]) -> dict[str, Any]:
    paden: dict[str, Any] = {}
    for operatie in operaties:
        paden.setdefault(_pad(operatie.pad), {})[operatie.methode.lower()] = _operatie(operatie, operaties)
    return paden


def _pad(pad: str) -> str:
    begin, *delen = pad.split("{")
    return begin + "".join("{" + to_camel(naam) + "}" + rest for naam, _, rest in (d.partition("}") for d in delen))


def _operatie(operatie: Operatie, alle: list[Operatie]) -> dict[str, Any]:
    rollen = sorted(RECHTEN[operatie.recht])
    beschreven = {
        "operationId": operatie.naam,
        "tags": [operatie.onderwerp],
        "summary": operatie.samenvatting,
        "description": f"{operatie.uitleg} Rollen: {', '.join(rollen)}.".strip(),
        "security": [{BEVEILIGING: [rol]} for rol in rollen],
        "parameters": list(_parameters(operatie)),
        "responses": {str(operatie.status): _antwoord(operatie, alle), **problemen(operatie)},
    }
    if operatie.body_model is not None:
        beschreven["requestBody"] = _body(operatie)
    return beschreven


def _parameters(operatie: Operatie) -> Iterable[dict[str, Any]]:
    for naam in (deel.partition("}")[0] for deel in operatie.pad.split("{")[1:]):
        schema = (
            {"type": "string", "format": "uuid", "pattern": UUID_VORM}
            if naam in operatie.ids
            else {"type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{0,59}$"}
        )
        yield {"name": to_camel(naam), "in": "path", "required": True, "description": _uitleg(naam), "schema": schema}
    if operatie.vraag_model is not None:
        yield from _zoekvelden(operatie)
    if operatie.if_match:
        yield {"$ref": "#/components/parameters/IfMatch"}
    if operatie.idempotent:
        yield {"$ref": "#/components/parameters/IdempotencyKey"}


def _uitleg(naam: str) -> str:
    wat = naam.rpartition("_")[0].replace("_", " ")
    return f"Kenmerk van dit stuk: {wat}."


def _zoekvelden(operatie: Operatie) -> Iterable[dict[str, Any]]:
    if operatie.vraag_model is None:
        return
    schema = operatie.vraag_model.model_json_schema(ref_template="#/components/schemas/{model}")
    gedefinieerd, verplicht = schema.get("$defs", {}), schema.get("required", [])
    for naam, veld in schema["properties"].items():
        kern = next((k for k in veld.get("anyOf", []) if k.get("type") != "null"), None)
        vorm = {k: w for k, w in (kern or veld).items() if k not in ("title", "description", "default")}
        if (standaard := veld.get("default")) is not None:
            vorm["default"] = standaard
        if "$ref" in vorm:
            vorm = _kaal(gedefinieerd[vorm["$ref"].rpartition("/")[2]])
        yield {
            "name": naam,
            "in": "query",
            "required": naam in verplicht,
            "description": veld.get("description", ""),
            "schema": vorm,
        }


def _body(operatie: Operatie) -> dict[str, Any]:
    if operatie.body_model is None:
        return {}
    inhoud: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{operatie.body_model.__name__}"}}
    if operatie.voorbeeld is not None:
        inhoud["example"] = operatie.voorbeeld
    soorten = (MERGE_PATCH, JSON) if operatie.patch else (JSON,)
    return {"required": True, "content": dict.fromkeys(soorten, inhoud)}


def _antwoord(operatie: Operatie, alle: list[Operatie]) -> dict[str, Any]:
    koppen = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}
    if operatie.etag:
        koppen["ETag"] = {"$ref": "#/components/headers/ETag"}
    if operatie.status == 201:  # noqa: PLR2004  # HTTP's own number for Created
        koppen["Location"] = {"$ref": "#/components/headers/Location"}
    antwoord: dict[str, Any] = {"description": operatie.samenvatting, "headers": koppen}
    if operatie.antwoord is not None:
        antwoord["content"] = {JSON: {"schema": {"$ref": f"#/components/schemas/{operatie.antwoord.__name__}"}}}
    if operatie.pdf:
        antwoord["content"][PDF] = {"schema": {"type": "string", "format": "binary"}}
    if links := koppelingen(operatie, alle):
        antwoord["links"] = links
    return antwoord


def _schemas(operaties: list[Operatie]) -> dict[str, Any]:
    modellen = {model for o in operaties for model in (o.body_model, o.antwoord) if model is not None}
    geordend = sorted(modellen, key=lambda model: model.__name__)
    _, schema = models_json_schema(
        [(model, "validation") for model in geordend], ref_template="#/components/schemas/{model}"
    )
    gedefinieerd: dict[str, Any] = schema.get("$defs", {})
    return {naam: _kaal(gedefinieerd[naam]) for naam in sorted(gedefinieerd)} | {"Probleem": PROBLEEM}


def _kaal(schema: Any) -> Any:
    """Drop titles, defaults of null and the English words about Python classes; keep what says something."""
    zonder = {k: w for k, w in schema.items() if k not in ("title", "description")}
    if "properties" in zonder:
        zonder["properties"] = {naam: _veld(veld) for naam, veld in zonder["properties"].items()}
    return zonder


def _veld(veld: Any) -> Any:
    return {k: w for k, w in veld.items() if k != "title" and not (k == "default" and w is None)}

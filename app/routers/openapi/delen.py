"""Parts of the document that every operation shares: headers, parameters and the problem answers."""

from collections.abc import Iterable
from typing import Any

import orjson

from app.routers.operatie import Operatie
from app.routers.problemen import (
    EIGEN_WOORDEN,
    MEDIATYPE,
    Veldprobleem,
    probleem_antwoord,
    probleem_bij_status,
    probleem_bij_velden,
)
from app.routers.wire.scalars import ETAG_VORM, SLEUTEL_VORM

KOPPEN: dict[str, Any] = {
    "ApiVersion": {
        "description": "Versie van deze API.",
        "schema": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
    },
    "ETag": {
        "description": "De versie van het stuk; stuur haar terug in If-Match.",
        "schema": {"type": "string", "pattern": ETAG_VORM},
    },
    "Location": {"description": "Adres van wat is gemaakt.", "schema": {"type": "string", "format": "uri-reference"}},
}
PARAMETERS: dict[str, Any] = {
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": "De ETag van de versie die u wijzigt. Zonder: 428; een andere versie: 412.",
        "schema": {"type": "string", "pattern": ETAG_VORM},
    },
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "description": (
            "Herhaal een verzoek veilig: dezelfde sleutel en inhoud geven 72 uur lang het eerste antwoord, "
            "ook met een andere If-Match."
        ),
        "schema": {"type": "string", "pattern": SLEUTEL_VORM},
    },
}
PROBLEEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "Vaste naam van het soort probleem."},
        "title": {"type": "string", "description": "Het soort probleem in woorden."},
        "status": {"type": "integer", "minimum": 400, "maximum": 599, "description": "De HTTP-status."},
        "detail": {"type": "string", "description": "Wat er aan de hand is, in één of meer zinnen."},
        "instance": {"type": "string", "format": "uri", "description": "Nummer van dit verzoek."},
        "errors": {
            "type": "array",
            "description": "Alle fouten per veld.",
            "items": {
                "type": "object",
                "required": ["path", "code", "detail"],
                "properties": {
                    "path": {"type": "string", "description": "Het veld."},
                    "code": {"type": "string", "description": "Vaste naam van de fout."},
                    "detail": {"type": "string", "description": "De fout in woorden."},
                },
            },
        },
        "toestand": {"type": "string", "description": "Bij een stap op een verkeerd moment: de toestand nu."},
        "toegestaan": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Bij een stap op een verkeerd moment: wat nu wel kan.",
        },
    },
}
_ALTIJD = frozenset({400, 401, 403, 503})
_VERZOEK = "01783a4f-7c00-7000-8000-000000000009"


def antwoorden(operaties: Iterable[Operatie]) -> dict[str, Any]:
    """Describe each problem status of these operations once."""
    statussen = frozenset[int]().union(*map(_statussen, operaties))
    return {f"Probleem{status}": _antwoord(status) for status in sorted(statussen)}


def _antwoord(status: int) -> dict[str, Any]:
    soort, detail = EIGEN_WOORDEN[status]
    return {
        "description": f"{soort.title}. {detail}",
        "headers": {"API-Version": {"$ref": "#/components/headers/ApiVersion"}},
        "content": {MEDIATYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}, "example": _voorbeeld(status)}},
    }


def _voorbeeld(status: int) -> dict[str, Any]:
    """A problem of this status as the service sends it."""
    velden = (Veldprobleem("geboortedatum", "ontbreekt", "Dit veld is verplicht."),)
    probleem = probleem_bij_velden(velden) if status == 400 else probleem_bij_status(status)  # noqa: PLR2004  # HTTP's own
    inhoud: dict[str, Any] = orjson.loads(probleem_antwoord(probleem, _VERZOEK).body)
    return inhoud


def problemen(operatie: Operatie) -> dict[str, Any]:
    """Refer to the problems that an operation can answer with."""
    return {
        str(status): {"$ref": f"#/components/responses/Probleem{status}"} for status in sorted(_statussen(operatie))
    }


def _statussen(operatie: Operatie) -> frozenset[int]:
    statussen = set(_ALTIJD)
    if "{" in operatie.pad or operatie.velden_uit:
        statussen.add(404)
    if operatie.body_model is not None:
        statussen |= {408, 413, 415}
    if operatie.conflict or operatie.idempotent:
        statussen.add(409)
    if operatie.if_match:
        statussen |= {412, 428}
    return frozenset(statussen)

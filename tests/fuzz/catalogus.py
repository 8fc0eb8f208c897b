"""The operations by name, and what links them: which field holds the id of which collection."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from pydantic.alias_generators import to_camel

from app.main import VERSIE
from app.routers.api import BRONNEN, document_van
from app.routers.operatie import Operatie
from app.services.rechten import RECHTEN

OPERATIES: Mapping[str, Operatie] = {o.naam: o for bron in BRONNEN for o in bron.alle}


def label_van(operatie: Operatie) -> str:
    """Name an operation as schemathesis does."""
    return f"{operatie.methode} {'/'.join(map(_deel, operatie.pad.split('/')))}"


def _deel(deel: str) -> str:
    return "{" + to_camel(deel[1:-1]) + "}" if deel.startswith("{") else deel


def rollen_van(operatie: Operatie) -> list[str]:
    """Name the roles that may do this."""
    return sorted(RECHTEN[operatie.recht])


@cache
def veld_van(collectie: str) -> str | None:
    """Name the field that elsewhere holds the id of a thing of this collection: `klanten` gives `klantId`."""
    leest = lezer_van(collectie)
    return to_camel(leest.ids[0]) if leest else None


@cache
def lezer_van(collectie: str) -> Operatie | None:
    """Return the operation that reads one thing of a collection."""
    gezocht = (
        o for o in OPERATIES.values() if o.methode == "GET" and o.pad.split("/")[1:2] == [collectie] and len(o.ids) == 1
    )
    return next((o for o in gezocht if o.pad == f"/{collectie}/{{{o.ids[0]}}}"), None)


@cache
def toestanden_van(collectie: str) -> tuple[str, ...]:
    """List the states of a kind of thing, in the order of the domain; empty when it has none."""
    leest = lezer_van(collectie)
    soort = get_type_hints(leest.geeft).get("toestand") if leest and leest.geeft else None
    return tuple(soort) if isinstance(soort, type) and issubclass(soort, StrEnum) else ()


@cache
def maker_van(veld: str) -> Operatie | None:
    """Return the operation that makes the thing whose id this field holds."""
    makers = (o for o in OPERATIES.values() if o.methode == "POST" and o.pad.count("/") == 1)
    return next((o for o in makers if veld_van(o.pad[1:]) == veld), None)


def nodige_velden(operatie: Operatie) -> list[str]:
    """Name the ids that an operation asks for, in its path or its body."""
    uit_body = (eigen_veld(veld, uit) for veld, uit in operatie.velden_uit.items())
    return [*map(to_camel, operatie.ids), *filter(None, uit_body)]


def eigen_veld(veld: str, collectie: str) -> str | None:
    """Name the id in a dossier that this field of a body takes; None when it takes something apart from it.

    A field with the name of the collection takes a list of ids.
    """
    eigen = veld_van(collectie)
    return eigen if veld in (eigen, collectie) else None


def gemaakt(operatie: Operatie, inhoud: Any) -> Any:
    """Return the thing that an answer holds; the first, when it holds several."""
    for deel in filter(None, operatie.lid.split("/")):
        inhoud = inhoud[int(deel)] if deel.isdigit() else inhoud[deel]
    return inhoud


def document() -> dict[str, Any]:
    """Return the document, with the token as the bearer header that an OpenID token is sent in.

    Schemathesis cannot tell how `openIdConnect` sends its token, and would skip its checks of credentials.
    """
    inhoud = document_van(VERSIE)
    schema = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    inhoud["components"]["securitySchemes"] = dict.fromkeys(inhoud["components"]["securitySchemes"], schema)
    return inhoud

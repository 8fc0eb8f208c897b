"""An operation of the API, told once: routing, rights, strictness and the OpenAPI document all read it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from inspect import signature
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from app.routers.wire import models
from app.services.rechten import Recht

Eindpunt = Callable[..., Awaitable[Response]]
Modelmaker = Callable[[], type[BaseModel]]
MERGE_PATCH = "application/merge-patch+json"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operatie:
    """What one method on one path takes, gives and asks of the caller."""

    methode: str
    pad: str
    naam: str
    """The operation id: camelCase, unique."""
    onderwerp: str
    """The tag: the collection that it belongs to."""
    samenvatting: str
    uitleg: str = ""
    recht: Recht
    eindpunt: Eindpunt
    status: int = 200
    body: type | None
    """Dataclass of the body."""
    maak_body: Modelmaker | None
    """Gives the model of the body: when first asked for, as every model, for a start makes none that nobody asks."""
    vraag: type | None
    """Dataclass of the query."""
    geeft: type | Modelmaker | None
    """Dataclass of the answer, or what gives its model."""
    if_match: bool = False
    idempotent: bool = False
    etag: bool = False
    pdf: bool = False
    """Answers with PDF too, for who asks."""
    conflict: bool = False
    """May answer 409."""
    voorbeeld: Mapping[str, Any] | None = None
    velden_uit: Mapping[str, str] = field(default_factory=dict)
    """Body fields (JSON names) that hold the id of a thing of a collection, or a list of ids: they become links."""
    lid: str = ""
    """Of an answer that holds several things: the JSON pointer of the first, without the slash before it."""
    ids: tuple[str, ...]
    """Path parameters that are UUIDs."""

    @property
    def body_model(self) -> type[BaseModel] | None:
        """The model of the body."""
        return None if self.maak_body is None else self.maak_body()

    @property
    def vraag_model(self) -> type[BaseModel] | None:
        """The model of the query."""
        return None if self.vraag is None else models.zoekvraag(self.vraag)

    @property
    def antwoord(self) -> type[BaseModel] | None:
        """The model of the answer: only the document asks for it."""
        if self.geeft is None:
            return None
        return models.uitvoer(self.geeft) if isinstance(self.geeft, type) else self.geeft()

    @property
    def patch(self) -> bool:
        """The body is a JSON merge patch."""
        return self.methode == "PATCH"


class Operaties:
    """Gathers the operations of one resource on a router."""

    def __init__(self, onderwerp: str, uitleg: str = "") -> None:
        self.onderwerp = onderwerp
        self.uitleg = uitleg
        """What the collection is, in Dutch; empty for more operations on one that is explained elsewhere."""
        self.alle: list[Operatie] = []

    def get(
        self,
        pad: str,
        recht: Recht,
        samenvatting: str,
        *,
        geeft: type | Modelmaker,
        uitleg: str = "",
        vraag: type | None = None,
        etag: bool = False,
        pdf: bool = False,
        conflict: bool = False,
    ) -> Callable[[Eindpunt], Eindpunt]:
        """Register a read."""
        velden = {"geeft": geeft, "uitleg": uitleg, "vraag": vraag, "etag": etag, "pdf": pdf, "conflict": conflict}
        return self._operatie("GET", pad, recht, samenvatting, **velden)

    def post(self, pad: str, recht: Recht, samenvatting: str, **rest: Any) -> Callable[[Eindpunt], Eindpunt]:
        """Register a creation or a step; takes an Idempotency-Key and answers 201 unless told otherwise."""
        standaard = {"status": 201, "idempotent": True, "etag": True, "conflict": True}
        return self._operatie("POST", pad, recht, samenvatting, **{**standaard, **rest})

    def stap(self, pad: str, recht: Recht, samenvatting: str, **rest: Any) -> Callable[[Eindpunt], Eindpunt]:
        """Register a step on a stored thing: a POST with its If-Match, answered by 200 with its next version."""
        return self.post(pad, recht, samenvatting, **{"if_match": True, "status": 200, **rest})

    def patch(self, pad: str, recht: Recht, samenvatting: str, **rest: Any) -> Callable[[Eindpunt], Eindpunt]:
        """Register a JSON merge patch with If-Match."""
        return self._operatie("PATCH", pad, recht, samenvatting, if_match=True, etag=True, conflict=True, **rest)

    def _operatie(
        self, methode: str, pad: str, recht: Recht, samenvatting: str, **rest: Any
    ) -> Callable[[Eindpunt], Eindpunt]:
        def registreer(eindpunt: Eindpunt) -> Eindpunt:
            operatie = Operatie(
                methode=methode,
                pad=pad,
                naam=to_camel(eindpunt.__name__),
                onderwerp=self.onderwerp,
                samenvatting=samenvatting,
                recht=recht,
                eindpunt=eindpunt,
                ids=_ids(eindpunt),
                **_met_body(methode, **rest),
            )
            self.alle.append(operatie)
            return eindpunt

        return registreer


def _met_body(
    methode: str, *, body: type | None = None, maak_body: Modelmaker | None = None, **rest: Any
) -> dict[str, Any]:
    """What an operation takes, with what gives the model of its wire form, and the rest as it is."""
    if maak_body is None and body is not None:
        maak_body = partial(models.wijziging if methode == "PATCH" else models.invoer, body)
    return {"body": body, "maak_body": maak_body, "vraag": None, **rest}


def _ids(eindpunt: Eindpunt) -> tuple[str, ...]:
    return tuple(naam for naam, deel in signature(eindpunt).parameters.items() if deel.annotation is UUID)

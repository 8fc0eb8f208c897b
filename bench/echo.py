"""FastAPI as its documentation shows it: validates the body of a toets and gives it back."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, create_model
from pydantic.alias_generators import to_camel

from app.domain.basisdienstverlening.groepsindeling import GroepsindelingFeiten


class _Basis(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


def _velden() -> dict[str, Any]:
    """The fields of the toets with pydantic's own types and the same bounds; none of Trede's strict readers."""
    hints = get_type_hints(GroepsindelingFeiten, include_extras=True)
    return {v.name: (hints[v.name], ... if v.default is not None else None) for v in fields(GroepsindelingFeiten)}


Feiten = create_model("Feiten", __base__=_Basis, **_velden())


class Toetsvraag(_Basis):
    """The same body as POST /v1/toetsen/groepsindeling."""

    peildatum: date
    feiten: Feiten  # type: ignore[valid-type]  # made at run time
    beleid: str | None = None


def maak_app() -> FastAPI:
    """One endpoint."""
    app = FastAPI()

    @app.post("/v1/toetsen/groepsindeling")
    async def echo(vraag: Toetsvraag) -> Toetsvraag:
        return vraag

    return app

"""FastAPI as its documentation shows it: validates the body of a toets and gives it back."""

from collections.abc import Awaitable, Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, create_model
from pydantic.alias_generators import to_camel

from bench.toetsen import GEMETEN, pad_van


class _Basis(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


class Toetsvraag(_Basis):
    """What the body of every toets has."""

    peildatum: date
    beleid: str | None = None


def _model(soort: type) -> type[BaseModel]:
    """The facts with pydantic's own types and the same bounds; none of Trede's strict readers."""
    hints = get_type_hints(soort, include_extras=True)
    velden: dict[str, Any] = {
        veld.name: (_type(hints[veld.name]), ... if veld.default is MISSING else veld.default) for veld in fields(soort)
    }
    return create_model(soort.__name__, __base__=_Basis, **velden)


def _type(hint: Any) -> Any:
    """The same type with a model for each dataclass in it: pydantic gives only models their names in JSON."""
    soort, delen = get_origin(hint), get_args(hint)
    if soort is Annotated:
        return Annotated[_type(delen[0]), *delen[1:]]
    if soort is tuple:
        return tuple[_type(delen[0]), ...]  # type: ignore[misc]  # made at run time
    if soort in (Union, UnionType):
        return Union[tuple(map(_type, delen))]  # noqa: UP007 - of types that are known only now
    return _model(hint) if isinstance(hint, type) and is_dataclass(hint) else hint


def vraagmodel(feiten: type) -> type[BaseModel]:
    """The same body as Trede's for these facts."""
    return create_model(f"{feiten.__name__}Vraag", __base__=Toetsvraag, feiten=(_model(feiten), ...))


def maak_app() -> FastAPI:
    """One endpoint per toets."""
    app = FastAPI()
    for toets in GEMETEN:
        app.post(pad_van(toets))(_echo(vraagmodel(toets.feiten)))
    return app


def _echo(model: Any) -> Callable[..., Awaitable[Any]]:
    async def echo(vraag: model) -> model:
        return vraag

    return echo

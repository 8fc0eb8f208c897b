"""The signpost finds what trying every route would find."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Match

from app.routers.api import BRONNEN
from app.routers.route import maak_route
from app.routers.wegwijzer import Wegwijzer

ROUTES = [maak_route(operatie, lambda: None, "/v1") for operaties in BRONNEN for operatie in operaties.alle]  # type: ignore[arg-type, return-value]  # no request is made
WEGWIJZER = Wegwijzer(ROUTES)


def scope(methode: str, pad: str, root_path: str = "") -> dict[str, Any]:
    return {"type": "http", "method": methode, "path": root_path + pad, "root_path": root_path}


@pytest.mark.parametrize("root_path", ["", "/trede"])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_operation_is_found_by_its_path_and_method(route: Any, root_path: str) -> None:
    pad = route.path_format.replace("{", "").replace("}", "")
    for methode in route.methods:
        gevonden, erbij = WEGWIJZER.matches(scope(methode, pad, root_path))
        assert (gevonden, erbij["route"]) == (Match.FULL, route)


@pytest.mark.parametrize(
    ("methode", "pad"),
    [
        ("DELETE", "/v1/klanten"),
        ("GET", "/v1/klanten/_zoek"),
        ("GET", "/v1"),
        ("GET", "/"),
        ("GET", "/v1/klanten/a/b/c"),
    ],
)
def test_what_no_operation_takes_is_left_to_the_routes_themselves(methode: str, pad: str) -> None:
    assert WEGWIJZER.matches(scope(methode, pad)) == (Match.NONE, {})


def test_it_stands_before_the_routes_and_hides_none() -> None:
    app = FastAPI()
    app.router.routes.extend([WEGWIJZER, *ROUTES])
    assert {r.path for r in iter_route_contexts(app.routes) if r.methods} >= {route.path for route in ROUTES}

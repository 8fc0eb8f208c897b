"""Which methods an address has, over all its routes."""

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import Scope

VOLGORDE = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def eigen_methoden(app: FastAPI, scope: Scope) -> frozenset[str]:
    """The union of the methods that the routes of this path declare; empty for an address that does not exist."""
    pad = routepad(scope)
    gevonden: set[str] = set()
    for route in iter_route_contexts(app.routes):
        if route.methods and route.path_regex.match(pad):
            gevonden |= route.methods
    return frozenset(gevonden)


def toegestane_methoden(app: FastAPI, scope: Scope) -> tuple[str, ...]:
    """What `Allow` says: the declared methods, HEAD where GET, OPTIONS everywhere; empty where no route is."""
    eigen = eigen_methoden(app, scope)
    if not eigen:
        return ()
    alle = eigen | {"OPTIONS"} | ({"HEAD"} if "GET" in eigen else set())
    bekend = tuple(methode for methode in VOLGORDE if methode in alle)
    return bekend + tuple(sorted(alle - set(VOLGORDE)))


def routepad(scope: Scope) -> str:
    """The path without the prefix under which a server mounted the application."""
    pad: str = scope["path"]
    voor = scope.get("root_path", "")
    return pad[len(voor) :] if voor and pad.startswith(voor + "/") else pad

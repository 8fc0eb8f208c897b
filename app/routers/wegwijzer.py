"""Finds the route of a path by its segments, where the framework tries every route in turn."""

from collections import defaultdict
from collections.abc import Iterable

from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from app.routers.schil.methoden import routepad


class Wegwijzer(BaseRoute):
    """One route for many: put before them, it hands a request that one of them fully matches to that one.

    The routes themselves stay in the application, for 405, `Allow` and whoever lists them.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._vast: dict[str, list[Route]] = defaultdict(list)
        self._met_id: dict[tuple[int, str], list[Route]] = defaultdict(list)
        for route in routes:
            if route.param_convertors:
                self._met_id[_vorm(route.path)].append(route)
            else:
                self._vast[route.path].append(route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether one of the routes takes this path and method, and which."""
        pad = routepad(scope) if scope["type"] == "http" else ""
        for route in self._vast.get(pad, []) or self._met_id.get(_vorm(pad), []):
            gevonden, erbij = route.matches(scope)
            if gevonden is Match.FULL:
                return gevonden, {**erbij, "route": route}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand over to the route that matched."""
        await scope["route"].handle(scope, receive, send)


def _vorm(pad: str) -> tuple[int, str]:
    """How many segments, and the collection: no path of ours has an id there."""
    delen = pad.split("/")
    return len(delen), "/".join(delen[:3])

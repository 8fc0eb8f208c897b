"""What schemathesis is taught about Trede: who calls, what to put into a request, what to remember of an answer."""

import json
from collections.abc import Callable
from typing import Any
from zlib import crc32

import schemathesis
from schemathesis import AuthContext, AuthProvider, Case, HookContext, Response

from app.routers.operatie import Operatie
from tests.fuzz.catalogus import OPERATIES, rollen_van
from tests.fuzz.dienst import Dienst
from tests.fuzz.voorraad import Voorraad
from tests.fuzz.vuller import SLEUTEL, Vuller, ids_in


def operatie_van(case: Case[Any]) -> Operatie | None:
    """Return the operation that a case is of."""
    return OPERATIES.get(str(case.operation.definition.raw.get("operationId")))


def installeer(dienst: Dienst, voorraad: Voorraad) -> None:
    """Register the hooks for this service, in the place of those for the one before it."""
    schemathesis.auths.unregister()
    schemathesis.hooks.unregister_all()
    schemathesis.auth(refresh_interval=None)(_rollen(dienst))
    schemathesis.hook("before_call")(_vul(voorraad))
    schemathesis.hook("after_call")(_leer(voorraad))


def _rollen(dienst: Dienst) -> type[AuthProvider[str]]:
    class Rollen:
        """Someone with one of the operation's roles: by turns each role, and two people of each."""

        def get(self, case: Case[Any], _context: AuthContext) -> str | None:
            operatie = operatie_van(case)
            if operatie is None:
                return None
            rollen, lot = rollen_van(operatie), crc32(case.id.encode())
            rol = rollen[lot % len(rollen)]
            return dienst.token(rol, f"{rol}-{('een', 'twee')[lot // len(rollen) % 2]}")

        def set(self, case: Case[Any], data: str, _context: AuthContext) -> None:
            case.headers["Authorization"] = f"Bearer {data}"

    return Rollen


def _vul(voorraad: Voorraad) -> Callable[[HookContext, Case[Any], dict[str, Any]], None]:
    def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
        operatie = operatie_van(case)
        if operatie is not None and case.meta is not None:
            with voorraad.slot:
                Vuller(voorraad, operatie, case).vul()

    return before_call


def _leer(voorraad: Voorraad) -> Callable[[HookContext, Case[Any], Response], None]:
    def after_call(context: HookContext, case: Case[Any], response: Response) -> None:
        operatie = operatie_van(case)
        if operatie is None or response.status_code // 100 != 2:  # HTTP's own class of success
            return
        if case.method.upper() != operatie.methode:
            return  # the coverage phase asks every path with other methods too, and OPTIONS is answered
        with voorraad.slot:
            voorraad.gelukt.add(operatie.naam)
            voorraad.sleutels.add(case.headers.get(SLEUTEL, ""))
            inhoud = inhoud_van(response)
            if operatie.methode == "POST":
                voorraad.leer(operatie, ids_in(case), inhoud)
            elif isinstance(inhoud.get("volgende"), str):
                voorraad.leer_cursor(operatie, {**(case.query or {}), "cursor": inhoud["volgende"]})

    return after_call


def inhoud_van(response: Response) -> dict[str, Any]:
    """Read an answer that is an object; empty for anything else, such as a PDF."""
    is_json = any(soort.startswith("application/json") for soort in response.headers.get("content-type", ()))
    inhoud = json.loads(response.content) if is_json else None
    return inhoud if isinstance(inhoud, dict) else {}

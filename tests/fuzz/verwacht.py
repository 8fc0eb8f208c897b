"""Which statuses are right beyond those that schemathesis expects, per operation and with the reason."""

import json
from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, Response
from schemathesis.config import SchemathesisConfig
from schemathesis.config._checks import (
    MISSING_REQUIRED_HEADER_EXPECTED_STATUSES,
    NEGATIVE_DATA_REJECTION_EXPECTED_STATUSES,
    POSITIVE_DATA_ACCEPTANCE_EXPECTED_STATUSES,
)
from schemathesis.core.failures import Failure

from app.routers.operatie import Operatie
from app.services.identiteit import Rol
from tests.fuzz.catalogus import OPERATIES, rollen_van
from tests.fuzz.haken import operatie_van
from tests.fuzz.tegenspraak import TEGENSPRAAK, inhoudelijke_codes

HOOGSTENS_SECONDEN = 10.0
"""No answer takes longer, even on a busy machine."""


def verwachtingen(operatie: Operatie) -> dict[str, Any]:
    """Give the check settings of one operation."""
    goed, fout, zonder_kop = set[str](), set[str](), set[str]()
    if operatie.if_match:
        goed.add("412")  # a version that was overtaken, or a generated one, is refused
        fout.add("412")  # ... also when the rest is wrong
        zonder_kop.add("428")  # RFC 6585: what a missing If-Match is told
    if operatie.naam in TEGENSPRAAK:
        goed.add("400")  # the reasons are beside them in tegenspraak.py; the codes are checked below
    return {
        "include-operation-id": operatie.naam,
        "checks": {
            "ensure_resource_availability": {"enabled": not _kan_ontbreken(operatie)},
            "positive_data_acceptance": {
                "expected-statuses": [*POSITIVE_DATA_ACCEPTANCE_EXPECTED_STATUSES, *sorted(goed)]
            },
            "negative_data_rejection": {
                "expected-statuses": [*NEGATIVE_DATA_REJECTION_EXPECTED_STATUSES, *sorted(fout)]
            },
            "missing_required_header": {
                "expected-statuses": [*MISSING_REQUIRED_HEADER_EXPECTED_STATUSES, *sorted(zonder_kop)]
            },
        },
    }


def _kan_ontbreken(operatie: Operatie) -> bool:
    """Whether a link from what was just made may lead to a 404 that is right.

    An opdrachtnemer does not see an order before its Opdracht, nor another's, and its documents come with later steps.
    """
    return Rol.OPDRACHTNEMER in rollen_van(operatie)


def instellingen(adres: str, zaad: int, fase: str, voorbeelden: int) -> SchemathesisConfig:
    """Give the settings of schemathesis for one phase: every check is on."""
    return SchemathesisConfig.from_dict(
        {
            "seed": zaad,
            "cache": {"enabled": False},
            "base-url": adres,
            "continue-on-failure": True,
            "request-timeout": 30,
            "generation": {"max-examples": voorbeelden, "no-shrink": True, "database": "none"},
            "phases": {naam: {"enabled": naam == fase} for naam in ("examples", "coverage", "fuzzing")}
            | {"stateful": {"enabled": fase == "stateful", "max-steps": 15}},
            "checks": {"max_response_time": HOOGSTENS_SECONDEN},
            "operations": [verwachtingen(operatie) for operatie in OPERATIES.values()],
        }
    )


class VormGeweigerd(Failure):
    """Valid data was refused for its form, or without any reason that the domain or a use case knows."""

    __slots__ = ()


def registreer() -> None:
    """Add the check of our own."""

    inhoudelijk = inhoudelijke_codes()

    @schemathesis.check
    def alleen_inhoudelijk_geweigerd(_ctx: CheckContext, response: Response, case: Case[Any]) -> bool | None:
        if operatie_van(case) is None or case.meta is None or response.status_code != 400:  # HTTP's own
            return None
        if not case.meta.generation.mode.is_positive:
            return None
        codes = {fout["code"] for fout in json.loads(response.content or b"{}").get("errors", ())}
        if not codes or codes - inhoudelijk:
            raise VormGeweigerd(
                operation=case.operation.label,
                title="Geldige gegevens geweigerd om hun vorm",
                message=", ".join(sorted(codes - inhoudelijk)) or "zonder code",
            )
        return None

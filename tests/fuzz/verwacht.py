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
from tests.fuzz.catalogus import OPERATIES
from tests.fuzz.haken import operatie_van
from tests.fuzz.tegenspraak import TEGENSPRAAK

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
        goed.add("400")  # see tegenspraak.py; the codes are checked below
    return {
        "include-operation-id": operatie.naam,
        "checks": {
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


class OnbekendeTegenspraak(Failure):
    """Valid data was refused with an error that is not in the closed list."""

    __slots__ = ()


def registreer() -> None:
    """Add the check of our own."""

    @schemathesis.check
    def bekende_tegenspraak(_ctx: CheckContext, response: Response, case: Case[Any]) -> bool | None:
        operatie = operatie_van(case)
        if operatie is None or case.meta is None or response.status_code != 400:  # HTTP's own
            return None
        if not case.meta.generation.mode.is_positive:
            return None
        codes = {fout["code"] for fout in json.loads(response.content or b"{}").get("errors", ())}
        onbekend = codes - TEGENSPRAAK.get(operatie.naam, frozenset())
        if onbekend or not codes:
            raise OnbekendeTegenspraak(
                operation=case.operation.label,
                title="Geldige gegevens geweigerd met een code die niet op de lijst staat",
                message=", ".join(sorted(onbekend)) or "zonder code",
            )
        return None

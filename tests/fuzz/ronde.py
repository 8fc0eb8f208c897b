"""One phase of one seed: schemathesis' engine over the operations that are still to do."""

from collections.abc import Callable, Collection
from typing import Any

import schemathesis
from schemathesis import BaseSchema, Case, Response
from schemathesis.engine import Status, StopReason, events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from tests.fuzz.catalogus import OPERATIES, document, toestanden_van
from tests.fuzz.haken import inhoud_van
from tests.fuzz.staat import Uitslag
from tests.fuzz.verwacht import instellingen

Klaar = Callable[[str, Uitslag], None]
_MEESTE_FOUTEN = 15
"""Per unit: enough to see what is wrong."""


class Onderbroken(Exception):
    """The run was stopped before its end; what was finished is kept."""


def draai(adres: str, zaad: int, fase: str, voorbeelden: int, operaties: Collection[str], klaar: Klaar) -> None:
    """Run one phase over these operations, or over all when none is named.

    Calls `klaar` with each operation that is done (in the stateful phase: once, with all).
    """
    schema: BaseSchema = schemathesis.openapi.from_dict(document(), config=instellingen(adres, zaad, fase, voorbeelden))
    if operaties and (overige := OPERATIES.keys() - set(operaties)):
        schema = schema.exclude(operation_id=sorted(overige))  # `include` would add to what the settings name
    samen = Uitslag()
    for event in from_schema(schema).execute():
        _eis_heel(event)
        if isinstance(event, events.NonFatalError):
            samen.fouten.append(f"{event.label}: {event.info.title}: {event.info.message}")
        elif isinstance(event, events.ScenarioFinished):
            uitslag = samen if fase == "stateful" else Uitslag()
            verzamel(event.recorder, uitslag)
            if uitslag is not samen:
                klaar(event.label or "?", uitslag)
    if fase == "stateful" or samen.fouten:
        klaar(fase, samen)


def _eis_heel(event: events.EngineEvent) -> None:
    """Raise when the engine stopped before its end."""
    if isinstance(event, events.FatalError):
        raise event.exception
    onderbroken = isinstance(event, events.ScenarioFinished) and event.status is Status.INTERRUPTED
    if onderbroken or isinstance(event, events.Interrupted):
        raise Onderbroken
    if isinstance(event, events.EngineFinished) and event.stop_reason is not StopReason.COMPLETED:
        raise SystemExit(f"Schemathesis hield op: {event.stop_reason}; zie het logboek van de dienst.")


def verzamel(verslag: ScenarioRecorder, uitslag: Uitslag) -> None:
    """Count the answers of one scenario and keep its failures, each kind once."""
    for case_id, wisseling in verslag.interactions.items():
        knoop = verslag.cases[case_id]
        case, nagevraagd = knoop.value, knoop.parent_id is not None and knoop.transition is None
        if nagevraagd or wisseling.response is None:
            continue  # a check asked again in its own way
        if case.method.upper() == case.operation.method.upper():
            uitslag.tel(case.operation.label, wisseling.response.status_code)
            _zag(uitslag, case, wisseling.response)
    gezien = {fout.partition("\n")[0] for fout in uitslag.fouten}
    for case_id, controles in verslag.checks.items():
        for info in (c.failure_info for c in controles if c.failure_info is not None):
            kop = (
                f"{verslag.cases[case_id].value.operation.label}: {info.failure.title}: {_eerste(info.failure.message)}"
            )
            if kop not in gezien and len(gezien) < _MEESTE_FOUTEN:
                gezien.add(kop)
                uitslag.fouten.append(
                    "\n".join([kop, info.failure.message, _antwoord(verslag, case_id), info.code_sample])
                )


def _zag(uitslag: Uitslag, case: Case[Any], antwoord: Response) -> None:
    """Keep the state of the one thing that an answer shows."""
    collectie = case.path.split("/")[1]
    toestand = inhoud_van(antwoord).get("toestand")
    if antwoord.status_code // 100 == 2 and toestand in toestanden_van(collectie):  # HTTP's own class of success
        uitslag.zag(collectie, toestand)


def _eerste(tekst: str) -> str:
    return tekst.strip().partition("\n")[0]


def _antwoord(verslag: ScenarioRecorder, case_id: str) -> str:
    antwoord = verslag.interactions[case_id].response if case_id in verslag.interactions else None
    if antwoord is None:
        return "(geen antwoord)"
    return f"{antwoord.status_code} {(antwoord.content or b'')[:800].decode(errors='replace')}"

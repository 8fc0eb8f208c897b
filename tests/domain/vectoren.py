"""The sample cases of the catalogue, read as a client sends them and judged at domain level."""

import json
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import ValidationError

from app.domain.besluit import Motivering
from app.domain.fouten import OngeldigeInvoer
from app.domain.toets import Toets
from app.routers.wire.models import invoer
from app.routers.wire.values import naar_domein, naar_json
from tests.domain.peilen import boek, dag

Geval = dict[str, Any]
Feiten = TypeVar("Feiten")
Uitkomst = TypeVar("Uitkomst")

_MAP = Path(__file__).parent.parent / "vectoren"


def gevallen(toets: str) -> list[Any]:
    """The cases of a toets, as parameters for `pytest.mark.parametrize`."""
    inhoud = json.loads((_MAP / f"{toets}.json").read_text(encoding="utf-8"))
    return [pytest.param(geval, id=geval["id"]) for geval in inhoud]


def lees_feiten(toets: Toets[Feiten, Uitkomst], feiten: Geval) -> Feiten:
    """The domain's facts from JSON names and values; raises pydantic's ValidationError for what the wire refuses."""
    soort: type[Feiten] = toets.feiten
    model = invoer(soort).model_validate_json(json.dumps(feiten))
    return naar_domein(model, soort)


def besluit(toets: Toets[Feiten, Uitkomst], geval: Geval) -> tuple[Geval, Motivering]:
    """The outcome as JSON shows it, and the reasons; the policy set is the one that the theme is assigned to."""
    peildatum = dag(geval["peildatum"])
    feiten = lees_feiten(toets, geval["feiten"])
    beleidsdag = toets.beleidsdag(feiten, peildatum)
    oordeel = toets.beoordeel(boek().voor(toets.thema, beleidsdag).op(beleidsdag), feiten)
    return json.loads(naar_json(oordeel.uitkomst)), oordeel.motivering


def beoordeel(toets: Toets[Feiten, Uitkomst], geval: Geval) -> Geval:
    """The outcome of a case as JSON shows it; raises for facts that the wire or the domain refuses."""
    return besluit(toets, geval)[0]


def controleer(toets: Toets[Feiten, Uitkomst], geval: Geval) -> None:
    """Assert that a case comes out as expected, with every reason complete; or is refused where it must be."""
    if geval.get("status") is not None:
        with pytest.raises((ValidationError, OngeldigeInvoer)):
            besluit(toets, geval)
        return
    uitkomst, motivering = besluit(toets, geval)
    gevonden = {naam: uitkomst.get(naam, "ontbreekt") for naam in geval["verwacht"]}
    assert json.dumps(gevonden) == json.dumps(geval["verwacht"])
    assert motivering
    assert all(grond.regel and grond.bron and grond.vindplaats and grond.tekst for grond in motivering)

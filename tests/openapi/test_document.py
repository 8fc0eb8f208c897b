"""The committed document is the one that the service generates."""

import json
from pathlib import Path

from app.main import VERSIE
from app.routers.api import document_van

BESTAND = Path(__file__).parents[2] / "openapi" / "openapi.json"


def test_the_committed_document_is_what_the_service_generates() -> None:
    assert json.loads(BESTAND.read_text(encoding="utf-8")) == document_van(VERSIE), "run `make openapi`"

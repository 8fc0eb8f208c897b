"""The made-up caseload: the same people for the same seed, through the service's own door."""

from datetime import UTC, date, datetime

import pytest
from rich.console import Console
from stdnum.nl import bsn as bsn_nummer

from app.demo.bestand import Opdracht, maak_bestand
from app.demo.personen import Bevolking
from app.settings import Instellingen

pytestmark = pytest.mark.anyio
NU = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)


def mensen(seed: int, aantal: int = 30) -> list[dict[str, object]]:
    bevolking = Bevolking(seed, date(2026, 6, 15))
    return [bevolking.mens().gegevens for _ in range(aantal)]


def test_the_same_seed_gives_the_same_people() -> None:
    assert mensen(7) == mensen(7)
    assert mensen(7) != mensen(8)


def test_a_bsn_passes_the_11_proef_and_is_given_to_no_one() -> None:
    for mens in mensen(1, 200):
        bsn = str(mens["bsn"])
        assert bsn_nummer.is_valid(bsn)
        assert bsn.startswith("9")


async def test_a_caseload_comes_through_the_door_once(instellingen: Instellingen) -> None:
    opdracht, stil = Opdracht(klanten=12, seed=4711, nu=NU), Console(quiet=True)
    eerst = await maak_bestand(instellingen, opdracht, stil)
    assert sum(eerst.values()) == opdracht.klanten
    assert "aanvraag besloten" in eerst
    assert all(stand.startswith(("melding ", "aanvraag ")) for stand in eerst)
    nogmaals = await maak_bestand(instellingen, opdracht, stil)
    assert sum(nogmaals.values()) == 0

"""The made-up caseload: the same people for the same seed, through the service's own door."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from rich.console import Console
from stdnum.nl import bsn as bsn_nummer

from app.cli import demo
from app.demo.bestand import BEKEND, HALVERWEGE, Opdracht, maak_bestand
from app.demo.deur import Geweigerd
from app.demo.levensloop import Levensloop
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
    assert nogmaals == {BEKEND: opdracht.klanten}


async def test_a_larger_or_another_caseload_comes_beside_one_that_is_there(instellingen: Instellingen) -> None:
    """The same colleagues have the same hours, so what was planned before stands in the way."""
    for klanten, seed, bekend in ((6, 4712, 0), (12, 4712, 6), (6, 4713, 0)):
        telling = await maak_bestand(instellingen, Opdracht(klanten=klanten, seed=seed, nu=NU), Console(quiet=True))
        assert (sum(telling.values()), telling[BEKEND], telling[HALVERWEGE]) == (klanten, bekend, 0)


async def test_a_klant_for_whom_a_step_is_refused_is_told_and_the_others_go_on(
    instellingen: Instellingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, gescreend = Levensloop._screen, list[str]()

    async def de_eerste_niet(leven: Levensloop) -> bool:
        gescreend.append(leven.ids["klant"])
        if len(gescreend) == 1:
            raise Geweigerd("/screeningen: 409 /problemen/iets-anders")
        return await screen(leven)

    monkeypatch.setattr(Levensloop, "_screen", de_eerste_niet)
    gezegd = StringIO()
    telling = await maak_bestand(instellingen, Opdracht(klanten=5, seed=4714, nu=NU), Console(file=gezegd))
    assert (sum(telling.values()), telling[HALVERWEGE]) == (5, 1)
    assert f"Klant {gescreend[0]} bleef halverwege: /screeningen: 409 /problemen/iets-anders" in gezegd.getvalue()


def test_a_run_in_which_everyone_was_known_says_so(
    instellingen: Instellingen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("app.cli.lees_instellingen", instellingen.model_copy)
    demo(klanten=3, seed=4715)
    assert "Er kwam niemand bij." not in capsys.readouterr().err
    demo(klanten=3, seed=4715)
    gezegd = capsys.readouterr().err
    assert "3 was al bekend" in gezegd
    assert "Er kwam niemand bij." in gezegd

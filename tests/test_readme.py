"""The README's walk, typed as written, ends with a klant in a group and the reasons on screen."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import nieuw_bsn

WORTEL = Path(__file__).parents[1]
POORT = "8000"


@pytest.fixture(scope="module")
def poort(database: str, gegevensmap: Path) -> Iterator[int]:
    """A service of its own process, as `make run` starts it, on the database of the tests."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        nummer = vrij.getsockname()[1]
    omgeving = os.environ | {"PORT": str(nummer), "DATABASE_URL": database, "TREDE_GEGEVENSMAP": str(gegevensmap)}
    proces = subprocess.Popen([sys.executable, "-m", "app.cli", "serve"], cwd=WORTEL, env=omgeving)
    try:
        _wacht_op(nummer)
        yield nummer
    finally:
        proces.terminate()
        proces.wait(30)


def _wacht_op(poort: int) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{poort}/health/ready", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("De service antwoordt niet.")


@dataclass(frozen=True)
class Wandeling:
    """Types the blocks of a text in a shell of its own, as a newcomer would."""

    poort: int
    gegevensmap: Path
    map: Path

    def loop(self, tekst: str) -> str:
        """Everything that came on screen; nothing of it may fail."""
        tekst = tekst.replace(f":{POORT}/", f":{self.poort}/").replace("999990019", nieuw_bsn())
        tekst = tekst.replace(".venv/bin/python", sys.executable)
        tekst = tekst.replace(".venv/bin/trede", f"{sys.executable} -m app.cli")
        klaar = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", tekst],
            cwd=self.map,
            env=os.environ | {"TREDE_GEGEVENSMAP": str(self.gegevensmap), "PYTHONPATH": str(WORTEL)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert klaar.returncode == 0, klaar.stderr
        return klaar.stdout


@pytest.fixture
def wandeling(poort: int, gegevensmap: Path, tmp_path: Path) -> Wandeling:
    return Wandeling(poort, gegevensmap, tmp_path)


def blokken(bestand: str) -> list[str]:
    return re.findall(r"```bash\n(.*?)```", (WORTEL / bestand).read_text(encoding="utf-8"), re.DOTALL)


def test_the_walk_ends_with_a_klant_in_a_group_and_the_reasons(wandeling: Wandeling) -> None:
    scherm = wandeling.loop("\n".join(blokken("README.md")))
    laatste = json.loads(scherm[scherm.rindex("\n{") :])
    assert laatste["klasse"] == laatste["advies"] == "matchen"
    assert {"iom.indeling.mogelijkheid", "iom.indeling.matchen"} <= {g["regel"] for g in laatste["motivering"]}
    assert all(g["bron"] and g["vindplaats"] and g["tekst"] for g in laatste["motivering"])


def test_the_walk_of_an_inkooporder_ends_with_its_plan_and_its_terms(wandeling: Wandeling) -> None:
    begin, klant = blokken("README.md")[:2]
    scherm = wandeling.loop("\n".join([begin, klant.partition("\n\n")[0], *blokken("docs/inkooporders.md")]))
    lezer = json.JSONDecoder()
    order, einde = lezer.raw_decode(scherm)
    termijnen = json.loads(scherm[einde:])
    assert order["toestand"] == "in_uitvoering"
    assert {termijn["soort"] for termijn in termijnen["resultaten"]} >= {"einde_dienst", "evaluatiemoment"}
    assert (wandeling.map / "plan.pdf").read_bytes().startswith(b"%PDF")

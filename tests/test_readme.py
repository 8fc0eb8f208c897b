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


def test_the_walk_ends_with_a_klant_in_a_group_and_the_reasons(poort: int, gegevensmap: Path, tmp_path: Path) -> None:
    blokken = re.findall(r"```bash\n(.*?)```", (WORTEL / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    tekst = "\n".join(blokken).replace(f":{POORT}/", f":{poort}/").replace("999990019", nieuw_bsn())
    tekst = tekst.replace(".venv/bin/python", sys.executable).replace(".venv/bin/trede", f"{sys.executable} -m app.cli")
    omgeving = os.environ | {"TREDE_GEGEVENSMAP": str(gegevensmap), "PYTHONPATH": str(WORTEL)}
    klaar = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", tekst],
        cwd=tmp_path,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    laatste = json.loads(klaar.stdout[klaar.stdout.rindex("\n{") :])
    assert laatste["klasse"] == laatste["advies"] == "matchen"
    assert {"iom.indeling.mogelijkheid", "iom.indeling.matchen"} <= {g["regel"] for g in laatste["motivering"]}
    assert all(g["bron"] and g["vindplaats"] and g["tekst"] for g in laatste["motivering"])

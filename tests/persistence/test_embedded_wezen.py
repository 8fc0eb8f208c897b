import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.persistence.embedded import Binaries, EmbeddedPostgres, find_all_binaries
from app.persistence.embedded.draad import vraag
from app.persistence.embedded.mappen import socket_pad

PROJECT = Path(__file__).parents[2]
SNEL = {"fsync": "off"}
ROOT = os.geteuid() == 0
NIEMAND = 65534

# A process that holds a database until it is told to end: the parent in the tests about orphans.
HOUDER = """
import sys, threading
from pathlib import Path
from app.persistence.embedded import EmbeddedPostgres, EmbeddedPostgresFout, find_binaries

def houd():
    try:
        binaries = find_binaries(Path(sys.argv[2]))
        with EmbeddedPostgres(Path(sys.argv[1]), binaries=binaries, instellingen={"fsync": "off"}):
            print("klaar", flush=True)
            sys.stdin.read()
    except EmbeddedPostgresFout as fout:
        print("fout", fout.nl, flush=True)

if sys.argv[3] == "draad":
    draad = threading.Thread(target=houd)
    draad.start()
    draad.join()
else:
    houd()
"""


@dataclass(frozen=True)
class Geval:
    """One PostgreSQL under one account, with an interpreter that the account can reach."""

    binaries: Binaries
    uid: int
    python: str

    def __str__(self) -> str:
        return f"{self.binaries.versie}-uid{self.uid}"


def bereikbare_python(uid: int) -> str | None:
    for python in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        try:
            proef = subprocess.run(
                [python, "-c", "import app.persistence.embedded"], cwd=PROJECT, user=uid, check=False
            )
        except OSError:
            continue
        if proef.returncode == 0:
            return python
    return None


def gevallen() -> list[Geval]:
    """Whatever this machine has: each PostgreSQL as ourselves and, when we are root, as an ordinary user too."""
    alle = find_all_binaries()
    zelf = [Geval(binaries, os.geteuid(), sys.executable) for binaries in alle]
    python = bereikbare_python(NIEMAND) if ROOT else None
    return [*zelf, *(Geval(binaries, NIEMAND, python) for binaries in alle if python)]


GEVALLEN = gevallen()


@pytest.fixture(scope="module", params=GEVALLEN, ids=str)
def geval(request: pytest.FixtureRequest) -> Geval:
    gevonden: Geval = request.param
    return gevonden


def nieuwe_map(uid: int) -> Path:
    plek = Path(tempfile.mkdtemp(prefix="trede-test-"))
    os.chown(plek, uid, -1)
    return plek


@pytest.fixture(scope="module")
def gevuld(geval: Geval) -> Iterator[Path]:
    """A data folder made by the account of the case, without a server."""
    plek = nieuwe_map(geval.uid)
    with houder(geval, plek) as proces:
        assert not vraag(socket_pad(EmbeddedPostgres(plek).socket_map), "trede", "CREATE TABLE klant AS SELECT 1 AS id")
        proces.communicate(timeout=20)
    yield plek
    shutil.rmtree(plek)


def start_houder(geval: Geval, plek: Path, hoe: str = "hoofd") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [geval.python, "-c", HOUDER, str(plek), str(geval.binaries.bin), hoe],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        user=geval.uid,
        group=geval.uid if ROOT else None,
        extra_groups=[] if ROOT else None,
        start_new_session=True,
    )


def houder(geval: Geval, plek: Path, hoe: str = "hoofd") -> "subprocess.Popen[str]":
    proces = start_houder(geval, plek, hoe)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    return proces


def postmaster(plek: Path) -> int:
    return int(next(plek.glob("*/postmaster.pid")).read_text().split()[0])


def is_weg(pid: int) -> bool:
    """Gone, or a zombie that waits for whoever took it over."""
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True


def wacht_tot_weg(pid: int) -> None:
    uiterlijk = time.monotonic() + 10
    while not is_weg(pid):
        assert time.monotonic() < uiterlijk, f"wees {pid} leeft nog"
        time.sleep(0.01)


@pytest.mark.parametrize("hoe", ["hoofd", "draad"])
def test_kill_9_of_the_parent_leaves_no_orphan_and_the_next_start_finds_the_rows(
    geval: Geval, gevuld: Path, hoe: str
) -> None:
    with houder(geval, gevuld, hoe) as proces:
        pid = postmaster(gevuld)
        proces.kill()
    with houder(geval, gevuld) as proces:
        assert is_weg(pid)
        stopcontact = socket_pad(EmbeddedPostgres(gevuld).socket_map)
        assert not vraag(stopcontact, "trede", "SELECT 1 / count(*) FROM klant")
        proces.communicate(timeout=20)


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda sein: sein.name)
def test_ctrl_c_and_a_polite_end_of_the_parent_leave_no_orphan(
    geval: Geval, gevuld: Path, sein: signal.Signals
) -> None:
    with houder(geval, gevuld) as proces:
        pid = postmaster(gevuld)
        os.killpg(proces.pid, sein)
    wacht_tot_weg(pid)
    assert not list(gevuld.glob("*/postmaster.pid"))


def test_the_server_never_runs_as_root(geval: Geval, gevuld: Path) -> None:
    with houder(geval, gevuld) as proces:
        assert Path(f"/proc/{postmaster(gevuld)}").stat().st_uid == (geval.uid or NIEMAND)
        proces.communicate(timeout=20)


def test_of_two_processes_that_start_together_on_a_new_folder_one_wins() -> None:
    geval = GEVALLEN[0]
    plek = nieuwe_map(geval.uid)
    with start_houder(geval, plek) as een, start_houder(geval, plek) as ander:
        assert een.stdout is not None
        assert ander.stdout is not None
        woorden = sorted([een.stdout.readline(), ander.stdout.readline()])
        een.communicate(timeout=20)
        ander.communicate(timeout=20)
    assert woorden[0].startswith("fout De databasemap")
    assert woorden[1] == "klaar\n"
    shutil.rmtree(plek)

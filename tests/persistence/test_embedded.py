import asyncio
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from app.persistence.embedded import (
    Binaries,
    EmbeddedPostgres,
    EmbeddedPostgresFout,
    find_all_binaries,
)
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
    """Whatever this machine has: each PostgreSQL, as ourselves and, when we are root, as an ordinary user too."""
    accounts = [(os.geteuid(), sys.executable)]
    if ROOT and (python := bereikbare_python(NIEMAND)):
        accounts.append((NIEMAND, python))
    return [Geval(binaries, uid, python) for binaries in find_all_binaries() for uid, python in accounts]


GEVALLEN = gevallen()


@pytest.fixture(scope="module", params=find_all_binaries(), ids=lambda binaries: binaries.versie)
def binaries(request: pytest.FixtureRequest) -> Binaries:
    gevonden: Binaries = request.param
    return gevonden


@pytest.fixture(scope="module", params=GEVALLEN, ids=str)
def geval(request: pytest.FixtureRequest) -> Geval:
    gevonden: Geval = request.param
    return gevonden


def nieuwe_map(uid: int) -> Path:
    plek = Path(tempfile.mkdtemp(prefix="trede-test-"))
    os.chown(plek, uid, -1)
    return plek


@pytest.fixture
def plek() -> Iterator[Path]:
    """An empty folder (pytest's own lie below a folder that only root enters)."""
    plek = nieuwe_map(os.geteuid())
    yield plek
    shutil.rmtree(plek)


@pytest.fixture(scope="module")
def kast() -> Iterator[dict[tuple[str, int], Path]]:
    """Data folders with a row in them, by version and account: a cold start is dear."""
    kast: dict[tuple[str, int], Path] = {}
    yield kast
    for plek in kast.values():
        shutil.rmtree(plek)


def vul(kast: dict[tuple[str, int], Path], geval: Geval) -> Path:
    sleutel = (geval.binaries.versie, geval.uid)
    if sleutel not in kast:
        kast[sleutel] = nieuwe_map(geval.uid)
        with houder(geval, kast[sleutel]) as proces:
            sql(
                EmbeddedPostgres(kast[sleutel]).dsn, "CREATE TABLE klant (naam text); INSERT INTO klant VALUES ('Noor')"
            )
            proces.communicate(timeout=20)
    return kast[sleutel]


@pytest.fixture
def gevuld_van(kast: dict[tuple[str, int], Path], geval: Geval) -> Path:
    """A data folder with a row in it, made from nothing by the account of the case, without a server."""
    return vul(kast, geval)


@pytest.fixture
def gevuld(kast: dict[tuple[str, int], Path], binaries: Binaries) -> Path:
    """The same, made by ourselves."""
    return vul(kast, Geval(binaries, os.geteuid(), sys.executable))


def sql(dsn: str, opdracht: str) -> object:
    async def vraag() -> object:
        verbinding = await asyncpg.connect(dsn)
        try:
            rijen = await verbinding.fetch(opdracht) if opdracht.startswith("S") else await verbinding.execute(opdracht)
            return [rij[0] for rij in rijen] if isinstance(rijen, list) else rijen
        finally:
            await verbinding.close()

    return asyncio.run(vraag())


def start_houder(geval: Geval, plek: Path, hoe: str = "hoofd") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [geval.python, "-c", HOUDER, str(plek), str(geval.binaries.bin), hoe],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        user=geval.uid,
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


# Starting and stopping


def test_a_warm_start_finds_the_rows_of_the_cold_one_on_a_private_socket(
    binaries: Binaries, gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "1")
    with EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as postgres:
        assert sql(postgres.dsn, "SELECT naam FROM klant") == ["Noor"]
        assert sql(postgres.dsn, "SELECT current_user || current_database() || upper('é')") == ["tredetredeÉ"]
        assert sql(postgres.dsn, "SELECT setting FROM pg_settings WHERE name = 'listen_addresses'") == [""]
        assert sql(postgres.dsn, "SELECT 1 FROM pg_settings WHERE name = 'TimeZone' AND setting = 'UTC'") == [1]
        assert stat.S_IMODE(postgres.socket_map.stat().st_mode) == 0o700
        assert socket_pad(postgres.socket_map).exists()
    assert not postgres.leeft()


def test_starting_twice_is_starting_once_and_stopping_twice_is_stopping_once(binaries: Binaries, gevuld: Path) -> None:
    postgres = EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL)
    postgres.start()
    eerste = postmaster(gevuld)
    postgres.start()
    assert postmaster(gevuld) == eerste
    postgres.stop()
    postgres.stop()
    assert is_weg(eerste)


def test_a_database_that_went_missing_is_made_again(binaries: Binaries, gevuld: Path) -> None:
    postgres = EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL)
    beheer = postgres.dsn.replace("/trede?", "/postgres?")
    with postgres:
        sql(beheer, "ALTER DATABASE trede RENAME TO elders")
    with postgres:
        assert sql(postgres.dsn, "SELECT count(*) FROM pg_tables WHERE tablename = 'klant'") == [0]
        sql(beheer, "DROP DATABASE trede")
        sql(beheer, "ALTER DATABASE elders RENAME TO trede")


def test_a_killed_postmaster_is_noticed_and_the_next_start_brings_every_row_back(
    binaries: Binaries, gevuld: Path
) -> None:
    with EmbeddedPostgres(gevuld, binaries=binaries) as postgres:
        sql(postgres.dsn, "CREATE TABLE na (naam text); INSERT INTO na SELECT 'x' FROM generate_series(1, 1000)")
        os.kill(postmaster(gevuld), signal.SIGKILL)
        uiterlijk = time.monotonic() + 5
        while postgres.leeft() and time.monotonic() < uiterlijk:
            time.sleep(0.005)
        assert not postgres.leeft()
        postgres.start()
        assert sql(postgres.dsn, "SELECT count(*) FROM na") == [1000]
        sql(postgres.dsn, "DROP TABLE na")


def test_a_start_from_another_thread_outlives_the_thread(binaries: Binaries, gevuld: Path) -> None:
    postgres = EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL)
    draad = threading.Thread(target=postgres.start)
    draad.start()
    draad.join()
    time.sleep(0.1)
    assert sql(postgres.dsn, "SELECT naam FROM klant") == ["Noor"]
    postgres.stop()
    assert not postgres.leeft()


def test_a_forked_copy_does_not_stop_the_server(
    binaries: Binaries, gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as postgres:
        with monkeypatch.context() as kopie:
            kopie.setattr(os, "getpid", lambda: 1)
            postgres.stop()
        assert postgres.leeft()


def test_the_log_holds_no_values_of_a_refused_statement(binaries: Binaries, gevuld: Path) -> None:
    with EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as postgres:
        sql(postgres.dsn, "CREATE TABLE uniek (bsn text PRIMARY KEY); INSERT INTO uniek VALUES ('geheim')")
        with pytest.raises(asyncpg.UniqueViolationError):
            sql(postgres.dsn, "INSERT INTO uniek VALUES ('geheim')")
        assert "uniek_pkey" in postgres.log.read_text()
        assert "geheim" not in postgres.log.read_text()


# No orphans


@pytest.mark.parametrize("hoe", ["hoofd", "draad"])
def test_kill_9_of_the_parent_leaves_no_orphan_and_the_next_start_finds_the_rows(
    geval: Geval, gevuld_van: Path, hoe: str
) -> None:
    with houder(geval, gevuld_van, hoe) as proces:
        pid = postmaster(gevuld_van)
        proces.kill()
    with houder(geval, gevuld_van) as proces:
        assert is_weg(pid)
        assert sql(EmbeddedPostgres(gevuld_van).dsn, "SELECT naam FROM klant") == ["Noor"]
        proces.communicate(timeout=20)


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda sein: sein.name)
def test_ctrl_c_and_a_polite_end_of_the_parent_leave_no_orphan(
    geval: Geval, gevuld_van: Path, sein: signal.Signals
) -> None:
    with houder(geval, gevuld_van) as proces:
        pid = postmaster(gevuld_van)
        os.killpg(proces.pid, sein)
    wacht_tot_weg(pid)
    assert not list(gevuld_van.glob("*/postmaster.pid"))


def test_the_server_never_runs_as_root(geval: Geval, gevuld_van: Path) -> None:
    with houder(geval, gevuld_van) as proces:
        assert Path(f"/proc/{postmaster(gevuld_van)}").stat().st_uid == (geval.uid or NIEMAND)
        proces.communicate(timeout=20)


# One at a time


def test_a_second_start_on_the_same_folder_says_who_holds_it(binaries: Binaries, gevuld: Path) -> None:
    with (
        EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as eerste,
        pytest.raises(EmbeddedPostgresFout, match=f"al in gebruik door proces {os.getpid()}"),
    ):
        EmbeddedPostgres(gevuld, binaries=binaries).start()
    assert not eerste.leeft()


def test_of_two_processes_that_start_together_on_a_new_folder_one_wins(plek: Path) -> None:
    geval = GEVALLEN[0]
    with start_houder(geval, plek) as een, start_houder(geval, plek) as ander:
        assert een.stdout is not None
        assert ander.stdout is not None
        woorden = sorted([een.stdout.readline(), ander.stdout.readline()])
        een.communicate(timeout=20)
        ander.communicate(timeout=20)
    assert woorden[0].startswith("fout De databasemap")
    assert woorden[1] == "klaar\n"


def test_a_pid_file_that_names_a_process_of_another_kind_does_not_stop_a_start(
    binaries: Binaries, gevuld: Path
) -> None:
    account = NIEMAND if ROOT else os.geteuid()
    with subprocess.Popen(["sleep", "60"], user=account) as vreemd:
        regels = [str(vreemd.pid), str(gevuld), "1", "5432", str(gevuld / "socket"), "", "1 1", "ready"]
        (gevuld / str(binaries.hoofdversie) / "postmaster.pid").write_text("\n".join(regels))
        with EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as postgres:
            assert sql(postgres.dsn, "SELECT naam FROM klant") == ["Noor"]
        vreemd.kill()


def test_a_data_folder_open_to_others_is_refused(binaries: Binaries, gevuld: Path) -> None:
    gegevens = gevuld / str(binaries.hoofdversie)
    gegevens.chmod(0o755)
    with pytest.raises(EmbeddedPostgresFout, match="rechten 0755"):
        EmbeddedPostgres(gevuld, binaries=binaries).start()
    gegevens.chmod(0o700)


def test_a_server_that_refuses_to_start_is_quoted_and_the_folder_let_go(binaries: Binaries, gevuld: Path) -> None:
    postgres = EmbeddedPostgres(gevuld, binaries=binaries, instellingen={"shared_buffers": "onzin"})
    for _ in range(2):
        with pytest.raises(EmbeddedPostgresFout, match="start niet") as fout:
            postgres.start()
        assert "shared_buffers" in fout.value.detail

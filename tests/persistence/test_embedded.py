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
    find_binaries,
    standaard_map,
)
from app.persistence.embedded.mappen import Eigenaar, bereikbare_binaries, maak_hoofdmap, socket_pad

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
def gevuld(binaries: Binaries) -> Iterator[Path]:
    """A data folder with a row in it, without a server."""
    plek = nieuwe_map(os.geteuid())
    with EmbeddedPostgres(plek, binaries=binaries, instellingen=SNEL) as postgres:
        sql(postgres.dsn, "CREATE TABLE klant (naam text); INSERT INTO klant VALUES ('Noor')")
    yield plek
    shutil.rmtree(plek)


@pytest.fixture(scope="module")
def gevuld_van(geval: Geval) -> Iterator[Path]:
    """The same, made and held by the account of the case."""
    plek = nieuwe_map(geval.uid)
    with houder(geval, plek) as proces:
        sql(EmbeddedPostgres(plek).dsn, "CREATE TABLE klant (naam text); INSERT INTO klant VALUES ('Noor')")
        proces.communicate(timeout=20)
    yield plek
    shutil.rmtree(plek)


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


def test_a_cold_start_gives_a_database_on_a_private_socket_and_a_warm_start_finds_the_rows(
    binaries: Binaries, plek: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "1")
    with EmbeddedPostgres(plek, binaries=binaries, instellingen=SNEL) as postgres:
        sql(postgres.dsn, "CREATE TABLE klant (naam text); INSERT INTO klant VALUES ('Noor')")
        assert sql(postgres.dsn, "SELECT current_user || current_database() || upper('é')") == ["tredetredeÉ"]
        assert sql(postgres.dsn, "SELECT setting FROM pg_settings WHERE name = 'listen_addresses'") == [""]
        assert stat.S_IMODE(postgres.socket_map.stat().st_mode) == 0o700
        assert socket_pad(postgres.socket_map).exists()
    assert not postgres.leeft()
    with EmbeddedPostgres(plek, binaries=binaries, instellingen=SNEL) as postgres:
        assert sql(postgres.dsn, "SELECT naam FROM klant") == ["Noor"]


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


# Clear messages


def test_without_postgresql_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedPostgresFout, match="DATABASE_URL") as fout:
        find_binaries(tmp_path)
    assert "No PostgreSQL 15 or later found" in fout.value.en


def nepversie(plek: Path, versie: str, initdb: str) -> Path:
    plek.mkdir(parents=True)
    for naam, tekst in (("postgres", f"echo 'postgres (PostgreSQL) {versie}'"), ("initdb", initdb)):
        (plek / naam).write_text(f"#!/bin/sh\n{tekst}\n")
        (plek / naam).chmod(0o755)
    return plek


def test_a_postgresql_before_15_is_not_used(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedPostgresFout, match="Geen PostgreSQL 15 of hoger"):
        find_binaries(nepversie(tmp_path / "bin", "14.9", "exit 0"))


def test_a_full_disk_is_named_and_nothing_half_stays(plek: Path) -> None:
    bin_map = nepversie(
        plek / "nep" / "bin", "16.1", "echo 'could not write file: No space left on device' >&2; exit 1"
    )
    plek.chmod(0o711)
    with pytest.raises(EmbeddedPostgresFout, match=r"De schijf van .* is vol"):
        EmbeddedPostgres(plek / "db", binaries=find_binaries(bin_map)).start()
    assert not list((plek / "db").glob("16*"))


def test_a_folder_that_cannot_be_made_is_named(binaries: Binaries, plek: Path) -> None:
    (plek / "bestand").touch()
    with pytest.raises(EmbeddedPostgresFout, match="niet te gebruiken voor de database") as fout:
        EmbeddedPostgres(plek / "bestand" / "db", binaries=binaries).start()
    assert "Traceback" not in str(fout.value)


def test_data_of_another_major_version_is_refused_until_a_new_beginning_is_asked_for(plek: Path) -> None:
    binaries = find_binaries()
    plek.chmod(0o711)
    (plek / "14").mkdir()
    (plek / "14" / "PG_VERSION").write_text("14\n")
    postgres = EmbeddedPostgres(plek, binaries=binaries, instellingen=SNEL)
    with pytest.raises(EmbeddedPostgresFout, match="gegevens van PostgreSQL 14"):
        postgres.start()
    (plek / str(binaries.hoofdversie)).mkdir()
    postgres.start()
    postgres.stop()
    (plek / str(binaries.hoofdversie) / "PG_VERSION").write_text("14\n")
    with pytest.raises(EmbeddedPostgresFout, match=f"hier draait versie {binaries.versie}"):
        postgres.start()


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


def test_on_windows_the_message_names_the_way_out(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EmbeddedPostgresFout, match="WSL"):
        EmbeddedPostgres(plek)


# Folders


def test_a_path_too_long_for_a_socket_gets_its_socket_elsewhere(plek: Path) -> None:
    plek.chmod(0o711)
    lang = plek / ("x" * 90)
    with EmbeddedPostgres(lang, instellingen=SNEL) as postgres:
        assert not postgres.socket_map.is_relative_to(plek)
        assert sql(postgres.dsn, "SELECT 1") == [1]
    shutil.rmtree(postgres.socket_map)


def test_binaries_out_of_reach_are_copied_when_root_drops_its_rights(plek: Path) -> None:
    eigen = find_binaries()
    huis = plek / "huis"
    huis.mkdir(mode=0o700)
    plek.chmod(0o711)
    pakket = eigen.bin.parents[1]
    for bron in pakket.parent.glob(f"{pakket.name}*"):
        shutil.copytree(bron, huis / bron.name)
    elders = find_binaries(huis / pakket.name / eigen.bin.parent.name / "bin")
    with EmbeddedPostgres(plek / "db", binaries=elders, instellingen=SNEL) as postgres:
        assert sql(postgres.dsn, "SELECT 1") == [1]
    assert (plek / "db" / f"binaries-{eigen.versie}").exists() == ROOT
    assert stat.S_IMODE(huis.stat().st_mode) == 0o700


def test_a_copy_of_the_binaries_can_be_run_by_all_and_changed_by_none(plek: Path) -> None:
    bron = nepversie(plek / "huis" / "pg" / "bin", "18.6", "exit 0")
    (bron / "initdb").chmod(0o700)
    (plek / "huis").chmod(0o700)
    kopie = bereikbare_binaries(Binaries(bin=bron, versie="18.6"), plek, Eigenaar(uid=12345, gid=12345))
    assert kopie.bin == plek / "binaries-18.6" / "huis" / "pg" / "bin"
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in kopie.bin.iterdir()} == {0o755}


def test_a_folder_below_a_private_one_is_refused_and_nothing_is_opened(plek: Path) -> None:
    with pytest.raises(EmbeddedPostgresFout, match="niet mag betreden"):
        maak_hoofdmap(plek / "db", Eigenaar(uid=12345, gid=12345))
    assert stat.S_IMODE(plek.stat().st_mode) == 0o700


def test_the_default_folder_is_the_project_for_a_user_and_the_system_for_root(
    plek: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert standaard_map(plek) == plek / ".trede" / "postgres"
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setenv("XDG_DATA_HOME", "/gegevens")
    elders = standaard_map(plek)
    assert elders.is_relative_to("/gegevens")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert standaard_map(plek) == Path("/var/lib") / elders.parent.name
    assert standaard_map(plek) != standaard_map(plek / "andere-kloon")

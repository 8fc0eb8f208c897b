import asyncio
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from app.persistence.embedded import Binaries, EmbeddedPostgres, EmbeddedPostgresFout, bewaakt, find_all_binaries
from app.persistence.embedded.mappen import socket_pad

SNEL = {"fsync": "off"}
ROOT = os.geteuid() == 0
NIEMAND = 65534


@pytest.fixture(scope="module", params=find_all_binaries(), ids=lambda binaries: binaries.versie)
def binaries(request: pytest.FixtureRequest) -> Binaries:
    gevonden: Binaries = request.param
    return gevonden


@pytest.fixture(scope="module")
def gevuld(binaries: Binaries) -> Iterator[Path]:
    """A data folder with a row in it, without a server; a cold start is dear."""
    plek = Path(tempfile.mkdtemp(prefix="trede-test-"))
    with EmbeddedPostgres(plek, binaries=binaries, instellingen=SNEL) as postgres:
        sql(postgres.dsn, "CREATE TABLE klant (naam text); INSERT INTO klant VALUES ('Noor')")
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


def postmaster(plek: Path) -> int:
    return int(geschreven_pid(plek))


def geschreven_pid(plek: Path) -> str:
    """What a server wrote of itself; nothing while it is about to, or has cleared away what another left."""
    try:
        return next(plek.glob("*/postmaster.pid")).read_text().partition("\n")[0]
    except (StopIteration, FileNotFoundError):
        return ""


def is_weg(pid: int) -> bool:
    """Gone, or a zombie that waits for whoever took it over."""
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True


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


def test_a_second_start_on_the_same_folder_says_who_holds_it(binaries: Binaries, gevuld: Path) -> None:
    with (
        EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as eerste,
        pytest.raises(EmbeddedPostgresFout, match=f"al in gebruik door proces {os.getpid()}"),
    ):
        EmbeddedPostgres(gevuld, binaries=binaries).start()
    assert not eerste.leeft()


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


def test_data_that_another_version_wrote_into_our_folder_is_refused(binaries: Binaries, gevuld: Path) -> None:
    versie = gevuld / str(binaries.hoofdversie) / "PG_VERSION"
    eigen = versie.read_text()
    versie.write_text("14\n")
    with pytest.raises(EmbeddedPostgresFout, match=f"hier draait versie {binaries.versie}"):
        EmbeddedPostgres(gevuld, binaries=binaries).start()
    versie.write_text(eigen)


def test_a_path_too_long_for_a_socket_gets_its_socket_elsewhere(binaries: Binaries, gevuld: Path) -> None:
    lang = gevuld / ("x" * 90)
    lang.symlink_to(gevuld)
    with EmbeddedPostgres(lang, binaries=binaries, instellingen=SNEL) as postgres:
        assert not postgres.socket_map.is_relative_to(gevuld)
        assert sql(postgres.dsn, "SELECT naam FROM klant") == ["Noor"]
    shutil.rmtree(postgres.socket_map)
    lang.unlink()


def test_a_watched_server_that_is_killed_comes_back_and_a_folder_that_refuses_is_tried_again(
    binaries: Binaries, gevuld: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with EmbeddedPostgres(gevuld, binaries=binaries, instellingen=SNEL) as postgres, bewaakt(postgres, elke=0.01):
        eerste = postmaster(gevuld)
        weg = gevuld.with_name(f"{gevuld.name}-weg")
        gevuld.rename(weg)
        gevuld.write_text("")
        os.kill(eerste, signal.SIGKILL)
        wacht(lambda: "is niet te gebruiken" in caplog.text)
        gevuld.unlink()
        weg.rename(gevuld)
        wacht(lambda: postgres.leeft() and geschreven_pid(gevuld) not in {"", str(eerste)})
        wacht(lambda: noor(postgres.dsn))
    assert not postgres.leeft()
    assert "De ingebouwde database is gestopt en wordt opnieuw gestart." in caplog.text


def noor(dsn: str) -> bool:
    try:
        return sql(dsn, "SELECT naam FROM klant") == ["Noor"]
    except (OSError, asyncpg.PostgresError):
        return False


def wacht(klaar: Callable[[], bool]) -> None:
    uiterlijk = time.monotonic() + 30
    while not klaar():
        assert time.monotonic() < uiterlijk
        time.sleep(0.01)

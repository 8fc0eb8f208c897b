import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.persistence.embedded import Binaries, EmbeddedPostgres, EmbeddedPostgresFout, find_binaries, standaard_map
from app.persistence.embedded.draad import vraag
from app.persistence.embedded.mappen import Eigenaar, bereikbare_binaries, maak_hoofdmap, socket_pad

SNEL = {"fsync": "off"}
ROOT = os.geteuid() == 0


@pytest.fixture
def plek() -> Iterator[Path]:
    """An empty folder (pytest's own lie below a folder that only root enters)."""
    plek = Path(tempfile.mkdtemp(prefix="trede-test-"))
    yield plek
    shutil.rmtree(plek)


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


def test_a_folder_that_cannot_be_made_is_named(plek: Path) -> None:
    (plek / "bestand").touch()
    with pytest.raises(EmbeddedPostgresFout, match="niet te gebruiken voor de database") as fout:
        EmbeddedPostgres(plek / "bestand" / "db").start()
    assert "Traceback" not in str(fout.value)


def test_data_of_another_major_version_is_refused_until_a_new_beginning_is_asked_for(plek: Path) -> None:
    bin_map = nepversie(plek / "nep" / "bin", "16.1", "echo 'ik begin' >&2; exit 1")
    (plek / "14").mkdir()
    (plek / "14" / "PG_VERSION").write_text("14\n")
    plek.chmod(0o711)
    postgres = EmbeddedPostgres(plek, binaries=find_binaries(bin_map))
    with pytest.raises(EmbeddedPostgresFout, match="staan gegevens van PostgreSQL 14"):
        postgres.start()
    (plek / "16").mkdir()
    with pytest.raises(EmbeddedPostgresFout, match="ik begin"):
        postgres.start()


def test_on_windows_the_message_names_the_way_out(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(EmbeddedPostgresFout, match="WSL"):
        EmbeddedPostgres(plek)


# Folders


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
        assert not vraag(socket_pad(postgres.socket_map), "trede", "SELECT 1")
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

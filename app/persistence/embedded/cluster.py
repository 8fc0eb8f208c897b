"""What the supervisor must know of a data folder: how to make it, which version it is, who runs on it."""

import os
import shutil
import sys
import time
from pathlib import Path

from app.persistence.embedded.binaries import Binaries
from app.persistence.embedded.fout import EmbeddedPostgresFout, schijf_vol

_BUILTIN_VANAF = 17
_VORIGE_WEG_BINNEN = 20.0
_TE_WEINIG = 1_000_000  # bytes


def initdb_opdrachten(binaries: Binaries, gegevens: Path, *, fsync: bool) -> list[list[str]]:
    """The commands to try in turn: code point order and Unicode case, or plain C where the machine lacks C.UTF-8."""
    basis = [str(binaries.bin / "initdb"), "-D", str(gegevens), "-U", "trede", "--encoding=UTF8", "--no-clean"]
    basis += ["--auth-local=trust", "--auth-host=reject"]
    if not fsync:
        basis.append("--no-sync")
    if binaries.hoofdversie >= _BUILTIN_VANAF:
        return [[*basis, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]]
    return [[*basis, "--locale=C.UTF-8"], [*basis, "--locale=C"]]


def eis_zelfde_versie(gegevens: Path, binaries: Binaries) -> None:
    """Refuse data of another major version: it cannot be opened, and an empty database beside it would look like loss.

    Whoever does want to begin anew beside older data makes the empty folder by hand.
    """
    andere = sorted(pad.parent for pad in gegevens.parent.glob("[0-9]*/PG_VERSION") if pad.parent != gegevens)
    bron = gegevens if (gegevens / "PG_VERSION").exists() else next(iter(andere), None)
    if bron is None or (bron != gegevens and gegevens.exists()):
        return
    versie = (bron / "PG_VERSION").read_text().strip()
    if bron == gegevens and versie == str(binaries.hoofdversie):
        return
    raise EmbeddedPostgresFout(
        f"In {bron} staan gegevens van PostgreSQL {versie}, maar hier draait versie {binaries.versie}. Zet ze over met "
        f"pg_dump, installeer versie {versie}, of kies een andere map.",
        f"{bron} holds data of PostgreSQL {versie}, but this is version {binaries.versie}. Move them with pg_dump, "
        f"install version {versie}, or choose another folder.",
    )


def wacht_op_vorige(gegevens: Path) -> None:
    """Let a server whose supervisor died finish its shutdown; clear a pid file that names a process of another kind."""
    uiterlijk = time.monotonic() + _VORIGE_WEG_BINNEN
    while pid := _levende_postmaster(gegevens):
        if time.monotonic() > uiterlijk:
            raise EmbeddedPostgresFout(
                f"Op {gegevens} draait al een PostgreSQL (proces {pid}) die niet van Trede is; stop die eerst.",
                f"A PostgreSQL (process {pid}) that is not Trede's runs on {gegevens}; stop it first.",
            )
        time.sleep(0.02)


def _levende_postmaster(gegevens: Path) -> int | None:
    """The pid of the server on this folder. On Linux a pid that now is another process's clears the file."""
    regels = lees_regels(gegevens / "postmaster.pid")
    if not regels or not regels[0].lstrip("-").isdigit():
        return None
    pid = abs(int(regels[0]))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    if sys.platform != "linux" or _werkt_in(pid, gegevens):
        return pid
    (gegevens / "postmaster.pid").unlink(missing_ok=True)
    return None


def _werkt_in(pid: int, gegevens: Path) -> bool:
    """A postmaster's working folder is its data folder; a zombie has none."""
    proces = Path("/proc") / str(pid)
    try:
        return (proces / "cwd").samefile(gegevens)
    except PermissionError:  # root in a container may not look there
        return b"postgres" in (proces / "cmdline").read_bytes().split(b"\0")[0]
    except OSError:
        return False


def lees_regels(bestand: Path) -> list[str]:
    """The lines of a small file of the server, stripped; none while it is not there."""
    try:
        return [regel.strip() for regel in bestand.read_text(errors="replace").splitlines()]
    except FileNotFoundError:
        return []


def vertaal(plek: Path, logboek: str) -> EmbeddedPostgresFout:
    """The last words of initdb or the server, with what helps."""
    detail = "\n".join(logboek.strip().splitlines()[-6:])
    # The log may lie on the same full disk, and then lacks the very words.
    vol = shutil.disk_usage(plek).free < _TE_WEINIG
    if vol or "No space left on device" in logboek or "Disk quota exceeded" in logboek:
        return schijf_vol(plek, detail)
    return EmbeddedPostgresFout(
        f"De ingebouwde database in {plek} start niet; PostgreSQL zegt hieronder waarom.",
        f"The embedded database in {plek} does not start; PostgreSQL says why below.",
        detail,
    )

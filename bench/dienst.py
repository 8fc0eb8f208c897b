"""Services as processes of their own, each on the same one core, and what they cost."""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.belasting import verzoek, vraag

KERN_DIENST = 0
KERN_KLANT = 1
_START_BINNEN = 60.0
_STOP_BINNEN = 20.0
_TIK = os.sysconf("SC_CLK_TCK")
TREDE = (sys.executable, "-c", "from app.cli import main; main()", "serve")


def uvicorn(app: str) -> tuple[str, ...]:
    """A server as `trede serve` starts its own, for another application."""
    return (
        sys.executable,
        "-m",
        "uvicorn",
        app,
        "--factory",
        "--no-access-log",
        "--no-server-header",
        "--log-level=error",
    )


@contextmanager
def op_kern(kern: int) -> Iterator[None]:
    """What is started here stays on this core; on a machine with one core everything does."""
    voorheen = os.sched_getaffinity(0)
    with suppress(OSError):
        os.sched_setaffinity(0, {kern})
    try:
        yield
    finally:
        os.sched_setaffinity(0, voorheen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienst:
    """A running service."""

    naam: str
    poort: int
    proces: int
    starttijd: float
    """Seconds from the start of the process to its first good answer."""

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        velden = Path(f"/proc/{self.proces}/stat").read_text().rpartition(")")[2].split()
        return (int(velden[11]) + int(velden[12])) / _TIK

    def geheugen(self) -> float:
        """Most megabytes (MiB) it ever held in memory."""
        regels = Path(f"/proc/{self.proces}/status").read_text().splitlines()
        return next(int(regel.split()[1]) for regel in regels if regel.startswith("VmHWM")) / 1024


@asynccontextmanager
async def dienst(
    naam: str, opdracht: tuple[str, ...], omgeving: Mapping[str, str], *, gereed: str
) -> AsyncIterator[Dienst]:
    """Start a service on its core, wait until `gereed` answers 200, and stop it in the end."""
    poort = _vrije_poort()
    if "uvicorn" in opdracht:
        opdracht = (*opdracht, f"--port={poort}")
    with tempfile.TemporaryFile() as log, op_kern(KERN_DIENST):
        begin = perf_counter()
        proces = subprocess.Popen(  # noqa: ASYNC220 - nothing else runs meanwhile
            opdracht,
            env={**os.environ, **omgeving, "PORT": str(poort)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            with op_kern(KERN_KLANT):
                await _wacht_op(poort, gereed, proces)
            yield Dienst(naam=naam, poort=poort, proces=proces.pid, starttijd=perf_counter() - begin)
        finally:
            proces.terminate()
            try:
                proces.wait(_STOP_BINNEN)
            except subprocess.TimeoutExpired:
                proces.kill()
                proces.wait()


async def _wacht_op(poort: int, pad: str, proces: subprocess.Popen[bytes]) -> None:
    uiterlijk = perf_counter() + _START_BINNEN
    while proces.poll() is None and perf_counter() < uiterlijk:
        with suppress(OSError):
            if (await vraag(poort, verzoek("GET", pad))).status == 200:  # noqa: PLR2004  # HTTP's own number for OK
                return
        await asyncio.sleep(0.005)
    raise SystemExit(f"de dienst antwoordt niet op {pad} (afgesloten met {proces.poll()})")


def _vrije_poort() -> int:
    with socket.socket() as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        poort: int = stopcontact.getsockname()[1]
        return poort

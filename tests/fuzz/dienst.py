"""The service under fuzz: an own process with an own database and clock; it ends when its starter does.

`python -m tests.fuzz.dienst MAP GREEP START` is that process: it serves the socket that it gets, until its input ends.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import uvicorn
from pydantic import SecretStr

from app.auth.ontwikkelmachines import geef_machinetoken
from app.auth.ontwikkeluitgever import Ontwikkeluitgever
from app.main import create_app, schilinstellingen
from app.persistence.embedded import EmbeddedPostgres
from app.persistence.migraties import migreer
from app.routers.schil.logboek import maak_logboek
from app.routers.schil.server import maak_server
from app.services.handeling import dag_van
from app.services.identiteit import MACHINEROLLEN, Rol
from app.settings import Instellingen

BEGIN = datetime(2025, 9, 15, 9, 0, tzinfo=UTC)
"""The service's first moment, whatever day it is when the fuzz runs: for orders from 2025 on the figures are known."""
SNELHEID = 20
"""A second lasts twenty in the service, so that what is planned comes."""
GELDIG = timedelta(days=365)
"""Tokens outlive any run."""
ORGANISATIE = "baanbrekend"
"""Kenmerk of the one opdrachtnemer whose machine calls."""


@dataclass
class Dienst:
    """The running service, for whoever calls it."""

    adres: str
    """Address with the base path."""
    gegevensmap: Path
    nu: "Schuifklok"
    """The service's clock."""
    _tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    def token(self, rol: str, persoon: str) -> str:
        """A token of the development issuer for one person with one role; a machine's role is its one machine's."""
        sleutel = (rol, persoon)
        if sleutel not in self._tokens:
            self._tokens[sleutel] = self._geef(Rol(rol), persoon)
        return self._tokens[sleutel]

    def kent(self, token: str) -> bool:
        """Whether this is a token given out here."""
        return token in self._tokens.values()

    @property
    def vandaag(self) -> str:
        """The day in the service."""
        return dag_van(self.nu()).isoformat()

    def _geef(self, rol: Rol, persoon: str) -> str:
        uitgever = Ontwikkeluitgever(self.gegevensmap / "uitgever", BEGIN, productie=False)
        if rol not in MACHINEROLLEN:
            return uitgever.geef_token([rol], persoon, nu=BEGIN, geldig=GELDIG)
        organisatie = ORGANISATIE if rol is Rol.OPDRACHTNEMER else ""
        return geef_machinetoken(uitgever, [rol], organisatie, nu=BEGIN, geldig=GELDIG)


@contextmanager
def draaiende_dienst(logboek: Path) -> Iterator[Dienst]:
    """Start the service in a folder of its own; ends it by closing its input, and removes the folder."""
    klok = Schuifklok(time.time())
    gegevensmap = Path(tempfile.mkdtemp(prefix="trede-fuzz-"))
    with socket.create_server(("127.0.0.1", 0)) as luisteraar, logboek.open("wb") as log:
        poort, greep = luisteraar.getsockname()[1], luisteraar.fileno()
        proces = subprocess.Popen(  # our own module
            [sys.executable, "-m", "tests.fuzz.dienst", str(gegevensmap), str(greep), str(klok.start)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            pass_fds=[greep],
            start_new_session=True,  # Ctrl-C is for us: we end it
        )
    try:
        _wacht_tot_klaar(proces, f"http://127.0.0.1:{poort}/health/ready", logboek)
        yield Dienst(adres=f"http://127.0.0.1:{poort}/v1", gegevensmap=gegevensmap, nu=klok)
    finally:
        _stop(proces)
        shutil.rmtree(gegevensmap, ignore_errors=True)


def _wacht_tot_klaar(proces: subprocess.Popen[bytes], adres: str, logboek: Path) -> None:
    """Connections wait in the socket's queue until the service takes them."""
    while proces.poll() is None:
        with suppress(httpx.TransportError):
            if httpx.get(adres, timeout=5).is_success:
                return
    raise SystemExit(f"De dienst is niet gestart; de reden staat in {logboek}.")


def _stop(proces: subprocess.Popen[bytes]) -> None:
    if proces.stdin:
        proces.stdin.close()
    try:
        proces.wait(timeout=30)
    except subprocess.TimeoutExpired:
        proces.kill()
        proces.wait()


class Schuifklok:
    """The clock of the service and of who calls it: stands at BEGIN at `start`, and then runs fast."""

    def __init__(self, start: float) -> None:
        self.start = start

    def __call__(self) -> datetime:
        """Now, in whole seconds."""
        return BEGIN + timedelta(seconds=int((time.time() - self.start) * SNELHEID))


def serveer(gegevensmap: Path, luisteraar: socket.socket, klok: Schuifklok) -> None:
    """Be the service until the input ends."""
    with EmbeddedPostgres(gegevensmap, instellingen={"fsync": "off"}) as postgres:
        migreer(postgres.dsn)
        instellingen = Instellingen(database_url=SecretStr(postgres.dsn), gegevensmap=gegevensmap)
        logboek = maak_logboek()
        app = create_app(instellingen, klok=klok, logboek=logboek)
        server = maak_server(app, schilinstellingen(instellingen), logboek)
        threading.Thread(target=_wacht_op_einde, args=(server,), daemon=True).start()
        server.run(sockets=[luisteraar])


def _wacht_op_einde(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    serveer(Path(sys.argv[1]), socket.socket(fileno=int(sys.argv[2])), Schuifklok(float(sys.argv[3])))

"""The command `trede`: serve, migrate, demo, herversleutel, token, openapi.

A command imports what it needs when it runs: a token needs no web server, and a service no alembic or demo.
"""

import asyncio
import gc
import json
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import SettingsError

from app.beleid.fouten import BeleidOngeldig
from app.domain.fouten import Fout
from app.ontwikkeluitgever import ontwikkeluitgever, systeemklok
from app.persistence.embedded import EmbeddedPostgres, EmbeddedPostgresFout, bewaakt, standaard_map
from app.services.identiteit import MACHINEROLLEN, Rol
from app.settings import Instellingen, Modus

if TYPE_CHECKING:
    from uvicorn import Server

    from app.routers.schil.logboek import Logboek

WORTEL = Path(__file__).parent.parent
app = typer.Typer(
    help="Trede: re-integratie onder de Participatiewet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def lees_instellingen() -> Instellingen:
    """Read the settings; ends with a clear message when they are wrong."""
    try:
        instellingen = Instellingen()
    except ValidationError as fout:
        regels = "\n".join(map(_regel, fout.errors(include_input=False, include_url=False)))
        raise SystemExit(f"De instellingen kloppen niet:\n{regels}") from None
    except SettingsError as fout:
        raise SystemExit(f"Een instelling met een lijst of tabel wordt als JSON gegeven: {fout}.") from None
    if instellingen.gegevensmap is None:
        instellingen.gegevensmap = standaard_map(WORTEL)
    return instellingen


def _regel(fout: ErrorDetails) -> str:
    """What is wrong with a setting, by the name that it has in the environment."""
    from app.routers.schil.veldfouten import veldproblemen

    eigen = fout["type"] == "value_error"
    zin = fout["msg"].removeprefix("Value error, ") if eigen else veldproblemen([fout])[0].detail
    if not fout["loc"]:
        return f"  {zin}"
    eerst, *dieper = map(str, fout["loc"])
    naam = eerst if eerst.isupper() else f"TREDE_{eerst.upper()}"
    return f"  {'.'.join([naam, *dieper])}: {zin}"


@contextmanager
def database(instellingen: Instellingen, *, deel: bool = True) -> Iterator[str]:
    """Give the address of the database; starts the embedded one when there is no other, and stops it.

    With `deel` one that another process of ours runs already is shared: a demo beside a running service.
    """
    from app.persistence.verbinding import antwoordt, eis_antwoord

    if instellingen.database_url is not None:
        dsn = instellingen.database_url.get_secret_value()
        asyncio.run(eis_antwoord(dsn))
        yield dsn
        return
    if instellingen.gegevensmap is None:
        raise SystemExit("Er is geen map voor de ingebouwde database.")
    ingebouwd = EmbeddedPostgres(instellingen.gegevensmap)
    if deel and asyncio.run(antwoordt(ingebouwd.dsn)):
        yield ingebouwd.dsn
        return
    with ingebouwd, bewaakt(ingebouwd):
        yield ingebouwd.dsn


@app.command()
def serve(
    migratie: Annotated[bool, typer.Option("--migratie/--geen-migratie", help="Eerst de database bijwerken.")] = True,
) -> None:
    """Start de service; zonder DATABASE_URL met een eigen PostgreSQL."""
    gc.disable()  # until `_ruim_voortaan_op`: hardly anything made at the start is garbage; looking costs a fifth of it
    from app.main import VERSIE
    from app.persistence.schemastand import werk_bij
    from app.routers.schil.logboek import leid_om, maak_logboek

    instellingen = lees_instellingen()
    with _plek(instellingen) as plek, database(instellingen, deel=False) as dsn:
        logboek = maak_logboek()
        leid_om(logboek)
        instellingen.database_url = SecretStr(dsn)
        instellingen.port = plek.getsockname()[1]  # PORT=0 takes one that is free
        if migratie:
            werk_bij(dsn)
        server = _server(instellingen, logboek)
        typer.echo(f"Trede {VERSIE} op http://{_adres(plek)} (stop met Ctrl-C)", err=True)
        _ruim_voortaan_op()
        with suppress(KeyboardInterrupt):  # given again by uvicorn, once every request is answered
            server.run(sockets=[plek])
    if not server.started:
        raise SystemExit("De service is niet gestart; het logboek zegt waarom.")


def _server(instellingen: Instellingen, logboek: "Logboek") -> "Server":
    from app.main import create_app, schilinstellingen
    from app.routers.schil.server import maak_server

    return maak_server(create_app(instellingen, logboek=logboek), schilinstellingen(instellingen), logboek)


def _ruim_voortaan_op() -> None:
    """Collect garbage from now on, but never look again through all that was made before the first request."""
    gc.freeze()
    gc.enable()


def _plek(instellingen: Instellingen) -> socket.socket:
    """Take the address before anything else starts; it listens once the service can answer."""
    soort = socket.AF_INET6 if ":" in instellingen.host else socket.AF_INET
    plek = socket.socket(soort)
    plek.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        plek.bind((instellingen.host, instellingen.port))
    except OSError as fout:
        plek.close()
        waar, waarom = f"{instellingen.host}:{instellingen.port}", fout.strerror
        raise SystemExit(
            f"Trede kan niet luisteren op {waar} ({waarom}). Stop wat daar draait of kies een andere poort: PORT=8001."
        ) from None
    return plek


def _adres(plek: socket.socket) -> str:
    host, poort = plek.getsockname()[:2]
    return f"[{host}]:{poort}" if plek.family == socket.AF_INET6 else f"{host}:{poort}"


@app.command()
def migrate() -> None:
    """Breng de database naar het schema van deze versie."""
    from app.persistence.schemastand import werk_bij

    with database(lees_instellingen()) as dsn:
        werk_bij(dsn)


@app.command()
def demo(
    klanten: Annotated[int, typer.Option(min=1, max=100_000, help="Hoeveel klanten.")] = 60,
    seed: Annotated[int, typer.Option(min=0, help="Hetzelfde getal geeft dezelfde mensen.")] = 1,
) -> None:
    """Vul de service met verzonnen klanten; alleen voor ontwikkeling."""
    from rich.console import Console

    from app.demo.bestand import BEKEND, Opdracht, maak_bestand
    from app.persistence.schemastand import werk_bij

    instellingen = lees_instellingen()
    if instellingen.modus is Modus.PRODUCTIE:
        raise SystemExit("De demo vult geen productie.")
    console = Console(stderr=True)
    with database(instellingen) as dsn:
        instellingen.database_url = SecretStr(dsn)
        werk_bij(dsn)
        opdracht = Opdracht(klanten=klanten, seed=seed, nu=systeemklok())
        telling = asyncio.run(maak_bestand(instellingen, opdracht, console))
    for stap, aantal in telling.most_common():
        console.print(f"{aantal:6} {stap}")
    if telling[BEKEND] == klanten:
        console.print("Er kwam niemand bij. Vraag meer klanten (--klanten) of andere mensen (--seed).")


@app.command()
def herversleutel() -> None:
    """Versleutel burgerservicenummers opnieuw met de nieuwste sleutel."""
    instellingen = lees_instellingen()
    with database(instellingen) as dsn:
        aantal = asyncio.run(_herversleutel(dsn, instellingen))
    typer.echo(f"{aantal} burgerservicenummers zijn opnieuw versleuteld.")


async def _herversleutel(dsn: str, instellingen: Instellingen) -> int:
    from app.main import maak_kluis
    from app.persistence.herversleutelen import herversleutel as herversleutel_bsn
    from app.persistence.verbinding import Verbindingen

    verbindingen = Verbindingen(dsn, hoogstens=1)
    await verbindingen.start()
    try:
        return await herversleutel_bsn(verbindingen, maak_kluis(instellingen))
    finally:
        await verbindingen.stop()


@app.command()
def token(
    rol: Annotated[list[Rol], typer.Option(help="Een rol; mag vaker.")],
    persoon: Annotated[str, typer.Option(help="Wie het token draagt (sub).")] = "",
    organisatie: Annotated[str, typer.Option(help="Kenmerk van de opdrachtnemer, bij die rol.")] = "",
    uren: Annotated[int, typer.Option(min=1, max=24, help="Hoe lang het geldt.")] = 8,
) -> None:
    """Geef een token van de ontwikkeluitgever, van een mens of van een machine; alleen voor ontwikkeling."""
    from app.auth.ontwikkelmachines import geef_machinetoken

    van_mens = MACHINEROLLEN.isdisjoint(rol)
    if persoon and not van_mens:
        raise SystemExit("Een token van een machine noemt geen persoon: laat --persoon weg.")
    uitgever = ontwikkeluitgever(lees_instellingen())
    nu, geldig = systeemklok(), timedelta(hours=uren)
    if van_mens and not organisatie:
        typer.echo(uitgever.geef_token(rol, persoon or "-".join(rol), nu=nu, geldig=geldig))
    else:
        typer.echo(geef_machinetoken(uitgever, rol, organisatie, nu=nu, geldig=geldig))


@app.command()
def openapi() -> None:
    """Schrijf het OpenAPI-document naar de uitvoer."""
    from app.main import VERSIE
    from app.routers.api import document_van

    json.dump(document_van(VERSIE), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def main() -> None:
    """Run the command; what a person can mend is said in one sentence."""
    try:
        app()
    except (EmbeddedPostgresFout, BeleidOngeldig, Fout) as fout:
        raise SystemExit(str(fout)) from None


if __name__ == "__main__":
    main()

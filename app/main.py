"""The only composition root: everything is made and handed out here."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from app.auth.ontwikkelmachines import Ontwikkelregister
from app.auth.ontwikkeluitgever import UITGEVER
from app.auth.sleutels import BestandSleutels, Sleutels
from app.auth.tokens import Client, Register, Tokencontrole
from app.beleid.beleidsboek import STANDAARD, Beleidsboek
from app.beleid.fouten import BeleidOngeldig, Beleidsfout
from app.beleid.loader import laad_sets, standaard_map
from app.integraties.documentmaker import Pdfmaker
from app.ontwikkeling import ontwikkelsleutels
from app.ontwikkeluitgever import gegevensmap, ontwikkeluitgever, systeemklok
from app.persistence.opslag import PostgresOpslag
from app.persistence.verbinding import Verbindingen
from app.routers.api import bouw_api
from app.routers.schil.installatie import installeer
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.logboek import Logboek
from app.routers.verzoek import Diensten
from app.services.kluis import Kluis
from app.services.poorten import Klok
from app.settings import Instellingen, Modus

VERSIE = version("trede")
__all__ = ["VERSIE", "beleidsboek", "create_app", "maak_kluis", "ontwikkeluitgever", "schilinstellingen", "systeemklok"]


def create_app(
    instellingen: Instellingen | None = None, *, klok: Klok = systeemklok, logboek: Logboek | None = None
) -> FastAPI:
    """Build the service; it needs an address of a database and, outside development, keys and issuers."""
    gekozen = instellingen or Instellingen()
    verbindingen = Verbindingen(_dsn(gekozen), hoogstens=gekozen.verbindingen)
    over_http, sluit_http = _sleutels_over_http(gekozen, klok)
    kluis = maak_kluis(gekozen)
    diensten = Diensten(
        opslag=PostgresOpslag(verbindingen, kluis),
        beleid=beleidsboek(gekozen),
        tokens=_tokencontrole(gekozen, over_http, klok),
        kluis=kluis,
        klok=klok,
        documenten=Pdfmaker(),
        softwareversie=VERSIE,
    )

    @asynccontextmanager
    async def leven(_app: FastAPI) -> AsyncIterator[None]:
        await verbindingen.start()
        try:
            yield
        finally:
            await verbindingen.stop()
            await sluit_http()

    app = bouw_api(diensten, VERSIE, leven)
    installeer(app, schilinstellingen(gekozen), logboek)
    return app


def schilinstellingen(instellingen: Instellingen) -> Schilinstellingen:
    """What the settings choose about the shell."""
    return Schilinstellingen(api_version=VERSIE, cors_origins=instellingen.origins)


def _dsn(instellingen: Instellingen) -> str:
    if instellingen.database_url is None:
        raise SystemExit("Er is geen DATABASE_URL; start met `trede serve` voor de ingebouwde database.")
    return instellingen.database_url.get_secret_value()


def beleidsboek(instellingen: Instellingen) -> Beleidsboek:
    """Load the policy sets and who decides by which."""
    eigen = {thema: tuple(regels) for thema, regels in instellingen.beleid.items()}
    if onbekend := sorted(eigen.keys() - STANDAARD.keys()):
        kiesbaar = f"is geen thema; kies uit: {', '.join(STANDAARD)}"
        raise BeleidOngeldig([Beleidsfout("TREDE_BELEID", thema, kiesbaar) for thema in onbekend])
    return Beleidsboek(laad_sets(standaard_map()), {**STANDAARD, **eigen})


def maak_kluis(instellingen: Instellingen) -> Kluis:
    """Make the vault with the keys of the settings, or in development with those of this machine."""
    if instellingen.sleutels and instellingen.zoeksleutel:
        geheim = {versie: sleutel.get_secret_value() for versie, sleutel in instellingen.sleutels.items()}
        return Kluis(geheim, instellingen.zoeksleutel.get_secret_value())
    sleutel, zoeksleutel = ontwikkelsleutels(gegevensmap(instellingen))
    return Kluis({1: sleutel}, zoeksleutel)


def _sleutels_over_http(
    instellingen: Instellingen, klok: Klok
) -> tuple[Mapping[str, Sleutels], Callable[[], Awaitable[None]]]:
    """Give the keys of each issuer that has an address, and what closes their client."""
    if not instellingen.uitgevers:
        return {}, _niets_te_sluiten
    from app.auth.sleutels_http import HttpSleutels, maak_client

    client = maak_client()
    return {naam: HttpSleutels(adres, client, klok) for naam, adres in instellingen.uitgevers.items()}, client.aclose


async def _niets_te_sluiten() -> None:
    """Nobody was asked for keys over HTTP."""


def _tokencontrole(instellingen: Instellingen, over_http: Mapping[str, Sleutels], klok: Klok) -> Tokencontrole:
    uitgevers = dict(over_http)
    clients: Register = {
        azp: Client(oin=m.oin, organisatie=m.organisatie, uitgever=m.uitgever)
        for azp, m in instellingen.clients.items()
    }
    if instellingen.modus is Modus.ONTWIKKELING and instellingen.gegevensmap is not None:
        uitgevers[UITGEVER] = BestandSleutels(ontwikkeluitgever(instellingen).jwks, klok)
        clients = Ontwikkelregister(clients)
    return Tokencontrole(uitgevers, instellingen.audience, clients, klok)

"""The only composition root: everything is made and handed out here."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version

import httpx
from fastapi import FastAPI

from app.auth.ontwikkeluitgever import UITGEVER
from app.auth.sleutels import BestandSleutels, HttpSleutels, Sleutels
from app.auth.tokens import Client, Tokencontrole
from app.beleid.fouten import BeleidOngeldig, Beleidsfout
from app.beleid.loader import laad_sets, standaard_map
from app.beleid.toewijzing import STANDAARD, Beleidsboek
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
__all__ = ["VERSIE", "beleidsboek", "create_app", "maak_kluis", "ontwikkeluitgever", "systeemklok"]


def create_app(
    instellingen: Instellingen | None = None, *, klok: Klok = systeemklok, logboek: Logboek | None = None
) -> FastAPI:
    """Build the service; it needs an address of a database and, outside development, keys and issuers."""
    gekozen = instellingen or Instellingen()
    verbindingen = Verbindingen(_dsn(gekozen), hoogstens=gekozen.verbindingen)
    client = httpx.AsyncClient(timeout=5.0, follow_redirects=False) if gekozen.uitgevers else None
    kluis = maak_kluis(gekozen)
    diensten = Diensten(
        opslag=PostgresOpslag(verbindingen, kluis),
        beleid=beleidsboek(gekozen),
        tokens=_tokencontrole(gekozen, client, klok),
        kluis=kluis,
        klok=klok,
        softwareversie=VERSIE,
    )

    @asynccontextmanager
    async def leven(_app: FastAPI) -> AsyncIterator[None]:
        await verbindingen.start()
        try:
            yield
        finally:
            await verbindingen.stop()
            if client is not None:
                await client.aclose()

    app = bouw_api(diensten, VERSIE, leven)
    installeer(app, Schilinstellingen(api_version=VERSIE, cors_origins=gekozen.cors_origins), logboek)
    return app


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


def _tokencontrole(instellingen: Instellingen, client: httpx.AsyncClient | None, klok: Klok) -> Tokencontrole:
    uitgevers: dict[str, Sleutels] = {}
    if client is not None:
        uitgevers = {naam: HttpSleutels(adres, client, klok) for naam, adres in instellingen.uitgevers.items()}
    if instellingen.modus is Modus.ONTWIKKELING and instellingen.gegevensmap is not None:
        uitgevers[UITGEVER] = BestandSleutels(ontwikkeluitgever(instellingen).jwks, klok)
    clients: Mapping[str, Client] = {
        azp: Client(oin=m.oin, organisatie=m.organisatie, uitgever=m.uitgever)
        for azp, m in instellingen.clients.items()
    }
    return Tokencontrole(uitgevers, instellingen.audience, clients, klok)

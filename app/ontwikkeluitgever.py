"""The development issuer of these settings: apart from `main`, for `trede token` needs no service."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from time import time

from app.auth.ontwikkeluitgever import Ontwikkeluitgever
from app.settings import Instellingen, Modus


def systeemklok() -> datetime:
    """The one clock: now, in UTC and whole seconds."""
    return _als_moment(int(time()))


@lru_cache(maxsize=1)  # every request asks a few times, and thousands ask within one second
def _als_moment(seconde: int) -> datetime:
    return datetime.fromtimestamp(seconde, UTC)


def gegevensmap(instellingen: Instellingen) -> Path:
    """The folder of this machine's own keys; ends with a clear message when there is none."""
    if instellingen.gegevensmap is None:
        raise SystemExit("Geef TREDE_GEGEVENSMAP, of sleutels en uitgevers; `trede serve` kiest zelf een map.")
    return instellingen.gegevensmap


def ontwikkeluitgever(instellingen: Instellingen) -> Ontwikkeluitgever:
    """Make the development issuer; refuses in production."""
    productie = instellingen.modus is Modus.PRODUCTIE
    return Ontwikkeluitgever(gegevensmap(instellingen) / "uitgever", systeemklok(), productie=productie)

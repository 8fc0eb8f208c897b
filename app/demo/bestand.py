"""The caseload: many lives, reproducible by seed."""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from rich.console import Console
from rich.progress import Progress

from app.demo.afhandeling import Afhandeling
from app.demo.deur import Deur, Geweigerd, Wijzer, open_deur
from app.demo.levensloop import Levensloop
from app.demo.personen import Bevolking
from app.main import create_app, ontwikkeluitgever
from app.routers.schil.logboek import maak_logboek
from app.services.identiteit import Rol
from app.settings import Instellingen

_WEKEN = 8
BEKEND = "was al bekend"
"""Of a klant who was there before: the demo ran earlier, and whoever stopped half-way then stays as is."""
HALVERWEGE = "bleef halverwege"
"""Of a klant for whom the service refused a step; which one, and why, is told when it happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """How many klanten, from which seed, up to which moment."""

    klanten: int
    seed: int
    nu: datetime


async def maak_bestand(instellingen: Instellingen, opdracht: Opdracht, console: Console) -> Counter[str]:
    """Make the caseload through the service itself; returns how many klanten came how far."""
    wijzer = Wijzer(opdracht.nu)
    with open(os.devnull, "wb") as niets:  # noqa: PTH123, ASYNC230  # opened once, before anything runs
        app = create_app(instellingen, klok=wijzer, logboek=maak_logboek(niets))
        async with open_deur(app, wijzer, _tokens(instellingen)) as deur:
            return await _leef(deur, opdracht, console)


def _tokens(instellingen: Instellingen) -> Callable[[Rol, str, datetime], str]:
    uitgever = ontwikkeluitgever(instellingen)

    def geef(rol: Rol, wie: str, nu: datetime) -> str:
        return uitgever.geef_token([rol], wie, nu=nu)

    return geef


async def _leef(deur: Deur, opdracht: Opdracht, console: Console) -> Counter[str]:
    kans = Random(opdracht.seed)  # noqa: S311  # made-up lives, no secrets
    bevolking = Bevolking(opdracht.seed, opdracht.nu.date())
    agenda: dict[str, set[datetime]] = {}
    telling: Counter[str] = Counter()
    with Progress(console=console, transient=True) as voortgang:
        for _ in voortgang.track(range(opdracht.klanten), description="Klanten"):
            mens = bevolking.mens()
            deur.wijzer.nu = _begin(kans, opdracht.nu)
            leven = Levensloop(deur, Random(kans.random()), opdracht.nu, mens, agenda)  # noqa: S311  # idem
            telling[await _een(leven, console)] += 1
    return telling


async def _een(leven: Levensloop, console: Console) -> str:
    """Live one life; returns how far the klant came. One that is refused half-way is told and ends; others go on."""
    try:
        await leven.leef()
        return await Afhandeling(leven).werk_af()
    except Geweigerd as fout:
        if "klant" not in leven.ids and "/problemen/bsn-bekend" in str(fout):
            return BEKEND
        console.print(f"Klant {leven.ids.get('klant', '?')} bleef halverwege: {fout}", markup=False, soft_wrap=True)
        return HALVERWEGE


def _begin(kans: Random, nu: datetime) -> datetime:
    """A moment in office hours on a working day of the past weeks."""
    dag = (nu - timedelta(days=kans.randint(0, _WEKEN * 7))).date()
    while dag.weekday() > 4:  # noqa: PLR2004  # Monday to Friday
        dag -= timedelta(days=1)
    moment = datetime.combine(dag, time(8 + kans.randint(0, 6), kans.randrange(0, 60, 5)), tzinfo=nu.tzinfo)
    return min(moment, nu - timedelta(minutes=15))

"""One run: capture what Trede executes, start every service on the same core, and let the sides take turns."""

import json
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from app.main import systeemklok
from app.services.identiteit import Rol
from bench import rauw
from bench.belasting import belast
from bench.databanken import Databank, groepen, midden, vrije_klanten
from bench.dienst import TREDE, Dienst, dienst, uvicorn
from bench.gevallen import Diepte, Firma, Kant, diepte, kanten, neem_op_van
from bench.meting import Beurt, Beurten
from bench.opname import Opname, bewaar, luister
from bench.orders import KENMERK
from bench.trede import Trede, machinetoken, token_voor
from bench.verslag import Verslag

LIJNEN = 16
_WARM = 0.5
"""Seconds of load on each side before the first round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omvang:
    """How much is measured."""

    rondes: int
    seconden: float
    """Per side and round."""
    meldingen: int
    """Most writes per side and round."""


async def meet(groot: Databank, klein: Databank, omvang: Omvang) -> Verslag:
    """Everything between data and report."""
    nodig = 2 * omvang.meldingen * (omvang.rondes + 1) + 2000
    vrij = await vrije_klanten(groot, nodig)
    diep = diepte(groot, *await midden(groot))
    firma = Firma(token=machinetoken(groot.instellingen, Rol.OPDRACHTNEMER, KENMERK), groepen=await groepen(groot))
    opnamen = await _neem_op(groot, vrij, diep, firma)
    with tempfile.TemporaryDirectory() as map_:
        bewaar(opnamen, pad := Path(map_) / "opnamen.json")
        async with _diensten(groot, klein, pad) as diensten:
            alle = kanten(token_voor(groot.instellingen), vrij, diep, omvang.meldingen, firma)
            beurten = await _rondes(alle, diensten, omvang)
            gebruik = [(d, d.geheugen()) for d in diensten.values()]
    return Verslag(
        dag=systeemklok().date(),
        klanten=groot.klanten,
        rondes=omvang.rondes,
        postgres=await _versie(groot),
        beurten=beurten,
        opdrachten={kant: len(opnamen[k.opname].opdrachten) for kant, k in alle.items() if k.opname},
        diensten=gebruik,
    )


async def _neem_op(bank: Databank, vrij: list[str], diep: Diepte, firma: Firma) -> dict[str, Opname]:
    """Hear Trede and then the raw side; raises when they do not execute the same."""
    with luister() as gehoord:
        async with Trede.in_dit_proces(bank.instellingen) as trede:
            opnamen = await neem_op_van(trede.http, gehoord, vrij, diep.trede, firma)
        app = rauw.maak_app(bank.dsn, opnamen)
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://rauw") as http,
        ):
            opnamen_rauw = await neem_op_van(http, gehoord, vrij, diep.rauw, firma)
    for naam, opname in opnamen.items():
        if opnamen_rauw[naam].teksten != opname.teksten:
            raise SystemExit(f"de ruwe kant doet iets anders dan Trede bij {naam}: {opnamen_rauw[naam].teksten}")
    if _getoond(opnamen_rauw) != _getoond(opnamen):
        raise SystemExit("de ruwe kant geeft een ander antwoord dan Trede")
    return opnamen


def _getoond(opnamen: dict[str, Opname]) -> tuple[Any, ...]:
    """What both sides must read the same; a cursor each writes its own way."""
    klant, orders = (json.loads(opnamen[naam].antwoord) for naam in ("klant", "orders"))
    return klant, orders["resultaten"]


@asynccontextmanager
async def _diensten(groot: Databank, klein: Databank, opnamen: Path) -> AsyncIterator[Mapping[str, Dienst]]:
    """Every service that takes part, one after the other so that none slows the start of another."""
    rauw_omgeving = {"BENCH_DSN": groot.dsn, "BENCH_OPNAMEN": str(opnamen)}
    async with AsyncExitStack() as stapel:
        gestart = [
            await stapel.enter_async_context(d)
            for d in (
                dienst("trede", TREDE, _omgeving(groot), gereed="/health/ready"),
                dienst("trede klein", TREDE, _omgeving(klein), gereed="/health/ready"),
                dienst("rauw", uvicorn("bench.rauw:uit_omgeving"), rauw_omgeving, gereed="/v1/klanten"),
                dienst("echo", uvicorn("bench.echo:maak_app"), {}, gereed="/openapi.json"),
            )
        ]
        yield {d.naam: d for d in gestart}


def _omgeving(bank: Databank) -> dict[str, str]:
    return {"DATABASE_URL": bank.dsn, "TREDE_GEGEVENSMAP": str(bank.instellingen.gegevensmap)}


async def _rondes(alle: Mapping[str, Kant], diensten: Mapping[str, Dienst], omvang: Omvang) -> Beurten:
    """So many rounds, every other one backwards: who goes first has no advantage."""
    for kant in alle.values():
        await _beurt(kant, diensten[kant.dienst], _WARM * kant.deel)
    beurten: dict[str, list[Beurt]] = defaultdict(list)
    for ronde in range(omvang.rondes):
        volgorde = list(alle.items())
        for naam, kant in volgorde if ronde % 2 else reversed(volgorde):
            beurten[naam].append(await _beurt(kant, diensten[kant.dienst], omvang.seconden * kant.deel))
    return {naam: beurten[naam] for naam in alle}


async def _beurt(kant: Kant, dienst_: Dienst, seconden: float) -> Beurt:
    voor = dienst_.cpu()
    uitslag = await belast(
        dienst_.poort, kant.werk, status=kant.status, lijnen=LIJNEN, seconden=seconden, hoogstens=kant.hoogstens
    )
    cpu = (dienst_.cpu() - voor) / uitslag.aantal
    return Beurt(per_seconde=uitslag.per_seconde, wachttijden=uitslag.wachttijden, cpu=cpu)


async def _versie(bank: Databank) -> str:
    verbinding = await asyncpg.connect(bank.dsn)
    try:
        versie: str = await verbinding.fetchval("show server_version")
        return versie
    finally:
        await verbinding.close()

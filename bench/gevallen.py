"""What is measured: the requests of each side, and which sides are compared with which target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, product, repeat
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx
import orjson

from app.domain.basisdienstverlening.groepsindeling import GROEPSINDELING
from app.domain.toets import Toets
from app.main import maak_kluis
from app.routers.lijsten import sluit_cursor
from bench.belasting import verzoek
from bench.databanken import GROEP, Databank
from bench.gegevens import OPGAVE
from bench.meting import Vergelijking
from bench.opname import Gehoord, Opname, neem_op
from bench.orders import SESSIEDAGEN
from bench.toetsen import VAN_UWV, pad_van
from bench.trede import met_token

LIJST = "/v1/klanten?limit=50"
ORDERS = "/v1/inkooporders?limit=50"
SESSIES = "/v1/begeleidingssessies"
SESSIE = {
    "soort": "activiteit",
    "activiteit": "Sollicitatietraining in een groep",
    "minuten": 1,
}
"""So short that each day of an order holds what runs after one another record on it."""
TOETSDEEL = 0.3
"""Part of a turn that a toets of UWV needs: many short requests, and sixteen sides."""
VERGELIJKINGEN = (
    Vergelijking(naam="POST /v1/meldingen", boven="schrijf trede", onder="schrijf rauw", minstens=0.35),
    Vergelijking(naam="GET /v1/klanten/{id}", boven="lees trede", onder="lees rauw", minstens=0.4),
    Vergelijking(naam="GET /v1/klanten, 50 of 1,000,000", boven="lijst trede", onder="lijst rauw", minstens=0.4),
    Vergelijking(naam="POST /v1/toetsen/groepsindeling", boven="toets trede", onder="toets echo", minstens=0.7),
    Vergelijking(
        naam="page at 1,000,000 costs x page at 1,000", boven="klein trede", onder="lijst trede", hoogstens=1.5
    ),
    Vergelijking(
        naam="page deep in the list costs x first page", boven="lijst trede", onder="diep trede", hoogstens=1.5
    ),
    Vergelijking(naam=f"POST {SESSIES}, group of {GROEP}", boven="sessies trede", onder="sessies rauw"),
    Vergelijking(
        naam="GET /v1/inkooporders, 50 of an opdrachtnemer's among 1,000,000", boven="orders trede", onder="orders rauw"
    ),
    *(
        Vergelijking(naam=f"POST {pad_van(toets)}", boven=f"{toets.naam} trede", onder=f"{toets.naam} echo")
        for toets in VAN_UWV
    ),
)
"""Against raw, throughput of Trede divided by raw's; for pages, the cost of the one divided by the other's.

No target was set for the cases of UWV.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kant:
    """One side of a comparison: a service and the requests that it gets."""

    dienst: str
    werk: Iterator[bytes]
    status: int = 200
    hoogstens: int = 1_000_000
    """Requests per round."""
    deel: float = 1.0
    """How much of the seconds of a turn."""
    opname: str = ""
    """Which record tells its statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diepte:
    """A cursor half-way the list, as each side writes it."""

    trede: str
    rauw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Firma:
    """The opdrachtnemer that is measured."""

    token: str
    groepen: list[list[str]]
    """Ids of its orders, as many together as a group session has."""


def diepte(bank: Databank, moment: datetime, klant_id: UUID) -> Diepte:
    """The cursors after this klant."""
    cursor = sluit_cursor(maak_kluis(bank.instellingen), ["toonKlanten", "-aangemaakt_op", {}], [moment, klant_id])
    return Diepte(trede=cursor, rauw=quote(f"{moment.isoformat()}|{klant_id}"))


def kanten(token: str, klanten: list[str], diep: Diepte, meldingen: int, firma: Firma) -> Mapping[str, Kant]:
    """Every side, in the order of a round."""
    lezen = klanten[:2000]
    vrij = iter(klanten)  # each klant reports once, whichever side writes it
    toets = _toets(GROEPSINDELING, "2021-06-15", token)
    return {
        "schrijf trede": Kant(
            dienst="trede", werk=_meldingen(vrij, token), status=201, hoogstens=meldingen, opname="melding"
        ),
        "schrijf rauw": Kant(
            dienst="rauw", werk=_meldingen(vrij, ""), status=201, hoogstens=meldingen, opname="melding"
        ),
        "lees trede": Kant(dienst="trede", werk=_klanten(lezen, token), opname="klant"),
        "lees rauw": Kant(dienst="rauw", werk=_klanten(lezen, ""), opname="klant"),
        "lijst trede": Kant(dienst="trede", werk=repeat(verzoek("GET", LIJST, token=token)), opname="lijst"),
        "lijst rauw": Kant(dienst="rauw", werk=repeat(verzoek("GET", LIJST)), opname="lijst"),
        "klein trede": Kant(dienst="trede klein", werk=repeat(verzoek("GET", LIJST, token=token)), opname="lijst"),
        "diep trede": Kant(
            dienst="trede", werk=repeat(verzoek("GET", f"{LIJST}&cursor={diep.trede}", token=token)), opname="diep"
        ),
        "toets trede": Kant(dienst="trede", werk=repeat(toets)),
        "toets echo": Kant(dienst="echo", werk=repeat(toets)),
        "sessies trede": Kant(dienst="trede", werk=_sessies(firma, firma.token), status=201, opname="sessies"),
        "sessies rauw": Kant(dienst="rauw", werk=_sessies(firma, ""), status=201, opname="sessies"),
        "orders trede": Kant(dienst="trede", werk=repeat(verzoek("GET", ORDERS, token=firma.token)), opname="orders"),
        "orders rauw": Kant(dienst="rauw", werk=repeat(verzoek("GET", ORDERS)), opname="orders"),
        **{
            f"{toets.naam} {dienst}": Kant(
                dienst=dienst, werk=repeat(_toets(toets, toets.voorbeeld_peildatum, token)), deel=TOETSDEEL
            )
            for toets in VAN_UWV
            for dienst in ("trede", "echo")
        },
    }


def _toets(toets: Toets[Any, Any], peildatum: str, token: str) -> bytes:
    inhoud = orjson.dumps({"peildatum": peildatum, "feiten": toets.voorbeeld})
    return verzoek("POST", pad_van(toets), token=token, inhoud=inhoud)


def _sessies(firma: Firma, token: str) -> Iterator[bytes]:
    inhouden = [_sessie(groep, dag) for dag, groep in product(SESSIEDAGEN, firma.groepen)]
    return cycle([verzoek("POST", SESSIES, token=token, inhoud=inhoud) for inhoud in inhouden])


def _sessie(groep: list[str], dag: str) -> bytes:
    return orjson.dumps({**SESSIE, "gehoudenOp": dag, "clientAkkoordOp": dag, "inkooporders": groep})


def _meldingen(vrij: Iterator[str], token: str) -> Iterator[bytes]:
    for klant in vrij:
        yield verzoek("POST", "/v1/meldingen", token=token, inhoud=_melding(klant))


def _melding(klant: str) -> bytes:
    return orjson.dumps({"klantId": klant, "opgave": OPGAVE})


def _klanten(ids: list[str], token: str) -> Iterator[bytes]:
    return cycle([verzoek("GET", f"/v1/klanten/{klant}", token=token) for klant in ids])


async def neem_op_van(
    http: httpx.AsyncClient, gehoord: Gehoord, vrij: list[str], cursor: str, firma: Firma
) -> dict[str, Opname]:
    """What a side executes for each case; for the writes klanten of `vrij` report, who then are free no more."""
    eigen = met_token(firma.token)

    async def haal(pad: str, koppen: Mapping[str, str] | None = None) -> str:
        return (await http.get(pad, headers=koppen)).raise_for_status().text

    async def stuur(pad: str, inhoud: bytes, koppen: Mapping[str, str]) -> str:
        alle = {"Content-Type": "application/json", **koppen}
        return (await http.post(pad, content=inhoud, headers=alle)).raise_for_status().text

    return {
        "melding": await neem_op(gehoord, lambda: stuur("/v1/meldingen", _melding(vrij.pop()), {})),
        "klant": await neem_op(gehoord, lambda: haal(f"/v1/klanten/{vrij[0]}")),
        "lijst": await neem_op(gehoord, lambda: haal(LIJST)),
        "diep": await neem_op(gehoord, lambda: haal(f"{LIJST}&cursor={cursor}")),
        "orders": await neem_op(gehoord, lambda: haal(ORDERS, eigen)),
        "sessies": await neem_op(gehoord, lambda: stuur(SESSIES, _sessie(firma.groepen[0], SESSIEDAGEN[0]), eigen)),
    }

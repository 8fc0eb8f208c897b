"""What is measured: the requests of each side, and which sides are compared with which target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle, repeat
from urllib.parse import quote
from uuid import UUID

import httpx
import orjson

from app.domain.basisdienstverlening.groepsindeling import GROEPSINDELING
from app.main import maak_kluis
from app.routers.lijsten import sluit_cursor
from bench.belasting import verzoek
from bench.databanken import Databank
from bench.gegevens import OPGAVE
from bench.meting import Vergelijking
from bench.opname import Gehoord, Opname, neem_op

LIJST = "/v1/klanten?limit=50"
TOETS = {"peildatum": "2021-06-15", "feiten": GROEPSINDELING.voorbeeld}
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
)
"""Against raw, throughput of Trede divided by raw's; for pages, the cost of the one divided by the other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kant:
    """One side of a comparison: a service and the requests that it gets."""

    dienst: str
    werk: Iterator[bytes]
    status: int = 200
    hoogstens: int = 1_000_000
    """Requests per round."""
    opname: str = ""
    """Which record tells its statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diepte:
    """A cursor half-way the list, as each side writes it."""

    trede: str
    rauw: str


def diepte(bank: Databank, moment: datetime, klant_id: UUID) -> Diepte:
    """The cursors after this klant."""
    cursor = sluit_cursor(maak_kluis(bank.instellingen), ["toonKlanten", "-aangemaakt_op", {}], [moment, klant_id])
    return Diepte(trede=cursor, rauw=quote(f"{moment.isoformat()}|{klant_id}"))


def kanten(token: str, klanten: list[str], diep: Diepte, meldingen: int) -> Mapping[str, Kant]:
    """Every side, in the order of a round."""
    lezen = klanten[:2000]
    vrij = iter(klanten)  # each klant reports once, whichever side writes it
    toets = verzoek("POST", "/v1/toetsen/groepsindeling", token=token, inhoud=orjson.dumps(TOETS))
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
    }


def _meldingen(vrij: Iterator[str], token: str) -> Iterator[bytes]:
    for klant in vrij:
        yield verzoek("POST", "/v1/meldingen", token=token, inhoud=_melding(klant))


def _melding(klant: str) -> bytes:
    return orjson.dumps({"klantId": klant, "opgave": OPGAVE})


def _klanten(ids: list[str], token: str) -> Iterator[bytes]:
    return cycle([verzoek("GET", f"/v1/klanten/{klant}", token=token) for klant in ids])


async def neem_op_van(http: httpx.AsyncClient, gehoord: Gehoord, vrij: list[str], cursor: str) -> dict[str, Opname]:
    """What a side executes for each case; for the writes klanten of `vrij` report, who then are free no more."""

    async def haal(pad: str) -> str:
        return (await http.get(pad)).raise_for_status().text

    async def meld() -> str:
        koppen = {"Content-Type": "application/json"}
        return (await http.post("/v1/meldingen", content=_melding(vrij.pop()), headers=koppen)).raise_for_status().text

    return {
        "melding": await neem_op(gehoord, meld),
        "klant": await neem_op(gehoord, lambda: haal(f"/v1/klanten/{vrij[0]}")),
        "lijst": await neem_op(gehoord, lambda: haal(LIJST)),
        "diep": await neem_op(gehoord, lambda: haal(f"{LIJST}&cursor={cursor}")),
    }

"""Synthetic inkooporders: Trede makes one on each of a row of days, PostgreSQL copies them over klanten and firms.

Their history, journal and terms are left out: nothing that is measured reads them.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.routers.inkooporders import PLAN, WERKPLAN
from app.routers.opdrachtnemers import NIEUW
from app.services.identiteit import Rol
from app.settings import Instellingen
from bench.trede import Trede, machinetoken, met_token

FIRMAS = 200
KENMERK = "bedrijf-000"
"""The firm that is measured: its klanten, one in 200, all have a running melding, so no other case writes there."""
TUSSENTIJD = timedelta(days=28)
MOMENTEN = tuple(datetime(2025, 7, 28, 9, 0, tzinfo=UTC) + n * TUSSENTIJD for n in range(12))
"""When Trede makes the orders that are copied."""
SESSIEDAGEN = tuple((date(2026, 6, 8) + timedelta(days=n)).isoformat() for n in range(40))
"""Days on which every order runs; several, for a day of an order holds no more than its 24 hours."""
_ZINNEN = 4
"""A sentence of the examples so many times: about as long as people write."""
_KENMERK_VAN = "'bedrijf-' || lpad({n}::text, 3, '0')"
VORMEN = (
    "create temp table firmavorm as table opdrachtnemer",
    "create temp table ordervorm as select *, row_number() over (order by id) - 1 as nummer from inkooporder",
)
"""Keep what Trede made from the emptying of its tables."""


async def maak_vormen(instellingen: Instellingen, klant_id: str) -> None:
    """Let Trede make a firm, and an order of this klant on each of the days."""
    nu = MOMENTEN[0]

    def klok() -> datetime:
        return nu

    async with Trede.in_dit_proces(instellingen, klok=klok) as trede:
        uwv = met_token(machinetoken(instellingen, Rol.UWV, klok=klok))
        firma = await trede.post("/v1/opdrachtnemers", NIEUW | {"kenmerk": KENMERK}, uwv)
        for nu in MOMENTEN:
            uwv = met_token(machinetoken(instellingen, Rol.UWV, klok=klok))
            eigen = met_token(machinetoken(instellingen, Rol.OPDRACHTNEMER, KENMERK, klok))
            await _maak_order(trede, klant_id, firma["id"], nu.date().isoformat(), uwv, eigen)


async def _maak_order(
    trede: Trede, klant_id: str, firma_id: str, dag: str, uwv: Mapping[str, str], eigen: Mapping[str, str]
) -> None:
    """From werkplan to a running service on one day."""
    werkplan = {"dienst": "werkfit_maken", "client": {"clientsoort": "ww"}, "werkplan": _uitgebreid(WERKPLAN)}
    order = await trede.post("/v1/inkooporders", {"klantId": klant_id, **werkplan}, uwv)
    plan = _uitgebreid(PLAN) | {"gezienOp": dag}
    for wie, stap, inhoud in (
        (uwv, "opdrachten", {"opdrachtnemerId": firma_id, "opdrachtOp": dag}),
        (eigen, "plannen", {"plan": plan, "ontvangenOp": dag}),
        (uwv, "planoordelen", {"akkoord": True, "oordeelOp": dag, "inkooporderOp": dag, "beschikkingOp": dag}),
    ):
        versie = {"If-Match": f'"{order["versie"]}"'}
        order = await trede.post(f"/v1/inkooporders/{order['id']}/{stap}", inhoud, {**wie, **versie})


def _uitgebreid(inhoud: dict[str, Any]) -> dict[str, Any]:
    """The same with longer sentences."""
    return {
        naam: " ".join([waarde] * _ZINNEN) if isinstance(waarde, str) and waarde.endswith(".") else waarde
        for naam, waarde in inhoud.items()
    }


def kopieen(kolommen: Mapping[str, tuple[str, ...]], aantal: int) -> Iterator[str]:
    """Statements that make the firms, and an order for each of so many klanten, oldest first."""
    kenmerk = _KENMERK_VAN.format(n="n")
    firma = {"id": _id("v.aangemaakt_op", kenmerk), "kenmerk": kenmerk, "naam": kenmerk}
    yield _kopie("opdrachtnemer", kolommen, firma, f"firmavorm v cross join generate_series(0, {FIRMAS - 1}) as n")
    order = {
        "id": _id("op", "n::text"),
        "aangemaakt_op": "op",
        "klant_id": "k.id",
        "opdrachtnemer_id": "f.id",
        "organisatie": "f.kenmerk",
    }
    yield _kopie("inkooporder", kolommen, order, _over_klanten(aantal))


def _over_klanten(aantal: int) -> str:
    """Each klant with the next firm and its share of the time between one form and the one before."""
    vormen = len(MOMENTEN)
    return (
        "(select id, row_number() over (order by aangemaakt_op, id) - 1 as n from klant) k "
        f"join ordervorm v on v.nummer = n * {vormen} / {aantal} "
        f"join opdrachtnemer f on f.kenmerk = {_KENMERK_VAN.format(n=f'(n % {FIRMAS})')} "
        "cross join lateral date_trunc('second', v.aangemaakt_op - "
        f"interval '{TUSSENTIJD.days} days' * (1 - (n * {vormen} % {aantal})::float / {aantal})) as op"
    )


def _kopie(tabel: str, kolommen: Mapping[str, tuple[str, ...]], anders: Mapping[str, str], bron: str) -> str:
    namen = kolommen[tabel]
    waarden = (anders.get(naam, f"v.{naam}") for naam in namen)
    return f"insert into {tabel} ({', '.join(namen)}) select {', '.join(waarden)} from {bron}"


def _id(moment: str, zaad: str) -> str:
    """A UUIDv7 of a moment, the same in every run."""
    tijd, toeval = f"lpad(to_hex((extract(epoch from {moment}) * 1000)::bigint), 12, '0')", f"md5({zaad})"
    return f"({tijd} || '7' || substr({toeval}, 1, 3) || '8' || substr({toeval}, 4, 15))::uuid"

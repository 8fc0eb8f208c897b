"""Leg begeleidingssessies vast: the time of one session, for everyone of this firm who was in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from annotated_types import MaxLen, MinLen

from app.domain.fouten import Strijdig, Veldfout, eis, eis_geen
from app.domain.soorten import KorteTekst
from app.domain.uwv.begeleidingsuren import UREN, Sessiesoort
from app.domain.uwv.order.bezwaar import eis_niet_opgeschort
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.sessie import (
    Begeleidingssessie,
    Bijeenkomst,
    Deelnemers,
    Minuten,
    bezwaren_voor,
    etmaalfouten,
    sessiedagfout,
)
from app.domain.uwv.order.toestand import Orderstap, eis_orderstap
from app.services.handeling import Handeling
from app.services.ids import nieuw_id
from app.services.inkooporderverloop import RECHT_VAN_STAP, eis_dag
from app.services.rechten import eis_recht
from app.services.zicht import eis_eigen


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweSessies:
    """A session as it was held, with the orders on which it counts."""

    gehouden_op: date
    """De dag van de sessie."""
    soort: Sessiesoort
    """Activiteit voor de cliënt, administratie (plan en rapportages) of overhead (planning, facturen)."""
    activiteit: KorteTekst
    """Wat er is gedaan."""
    minuten: Minuten
    """Hoe lang de sessie duurde."""
    inkooporders: Annotated[tuple[UUID, ...], MinLen(1), MaxLen(100)]
    """De orders waarop de tijd telt: van elke deelnemer hoogstens één."""
    deelnemers: Deelnemers | None = None
    """Hoeveel deelnemers er waren, ook wie hier geen order heeft; leeg: één per order."""
    client_akkoord_op: date | None = None
    """De dag waarop elke cliënt akkoord ging met de tijd."""


async def leg_sessies_vast(h: Handeling, nieuw: NieuweSessies) -> Bijeenkomst:
    """Record one session per order, all or none; the time is divided by everyone who was there (uwv.uren).

    Raises GeenRecht, NietGevonden (also for another firm's order), StapNietToegestaan, Strijdig for a day on which
    an objection suspends the execution or that would get more than its 24 hours on one order, and OngeldigeInvoer for
    days outside the service, paperwork in a group, and fewer participants than orders.
    """
    eis_recht(h.beller, RECHT_VAN_STAP[Orderstap.SESSIE])
    deelnemers = _deelnemers(nieuw)
    orders = await _orders(h, nieuw)
    eis_dag(h, nieuw.gehouden_op, "gehouden_op", vanaf=None)
    if nieuw.client_akkoord_op is not None:
        eis_dag(h, nieuw.client_akkoord_op, "client_akkoord_op", vanaf=nieuw.gehouden_op, wat="de sessie")
    await _eis_ruimte_op(h, orders, nieuw)
    bijeenkomst_id = nieuw_id()
    sessies = tuple(_sessie(h, order, nieuw, bijeenkomst_id, deelnemers) for order in orders)
    for sessie in sessies:
        h.bewaar(sessie, "begeleidingssessie.gehouden", grond=UREN.id, geldig_vanaf=nieuw.gehouden_op)
    return Bijeenkomst(id=bijeenkomst_id, sessies=sessies)


def _deelnemers(nieuw: NieuweSessies) -> int:
    aantal = len(nieuw.inkooporders)
    dubbel = "Noem elke inkooporder één keer."
    eis(len(set(nieuw.inkooporders)) == aantal, "inkooporders", "dubbel", dubbel)
    deelnemers = nieuw.deelnemers or aantal
    te_weinig = f"Er zijn {aantal} inkooporders: dan waren er ten minste {aantal} deelnemers."
    eis(deelnemers >= aantal, "deelnemers", "te-weinig", te_weinig)
    alleen = f"Administratie en overhead zijn van één cliënt ({UREN.id})."
    eis(nieuw.soort is Sessiesoort.ACTIVITEIT or deelnemers == 1, "deelnemers", "geen-groep", alleen)
    return deelnemers


async def _orders(h: Handeling, nieuw: NieuweSessies) -> tuple[Inkooporder, ...]:
    """Lock every dossier, and return the orders as they were named, each open for this session."""
    orders = await h.tx.open_alle(Inkooporder, nieuw.inkooporders)
    for order in orders:
        eis_eigen(h.beller, order.organisatie)
    for plaats, order in enumerate(orders):
        eis_orderstap(Orderstap.SESSIE, order.toestand, order.dienst, f"Sessie op inkooporder {order.id}")
        eis_niet_opgeschort(bezwaren_voor(order, nieuw.soort), nieuw.gehouden_op, f"inkooporders[{plaats}]")
    eis_geen((*_dubbele_clienten(orders), *_dagfouten(orders, nieuw)))
    return orders


async def _eis_ruimte_op(h: Handeling, orders: tuple[Inkooporder, ...], nieuw: NieuweSessies) -> None:
    """The dossiers are locked: nobody adds to this day meanwhile."""
    bezet = await h.tx.minuten_op(nieuw.inkooporders, nieuw.gehouden_op)
    fouten = tuple(etmaalfouten(orders, bezet, nieuw.minuten, nieuw.gehouden_op))
    if fouten:
        raise Strijdig("etmaal-vol", "Op één order gaan op één dag niet meer dan 24 uur.", fouten)


def _dubbele_clienten(orders: tuple[Inkooporder, ...]) -> Iterator[Veldfout]:
    keren = Counter(order.klant_id for order in orders)
    for plaats, order in enumerate(orders):
        if keren[order.klant_id] > 1:
            tekst = "Deze order is van een cliënt die hier vaker staat: een cliënt doet één keer mee."
            yield Veldfout(f"inkooporders[{plaats}]", "dubbele-client", tekst)


def _dagfouten(orders: tuple[Inkooporder, ...], nieuw: NieuweSessies) -> Iterator[Veldfout]:
    for order in orders:
        waarom = sessiedagfout(order, nieuw.soort, nieuw.gehouden_op)
        if waarom is not None:
            yield Veldfout("gehouden_op", "buiten-dienst", f"{waarom} (inkooporder {order.id}).")


def _sessie(
    h: Handeling, order: Inkooporder, nieuw: NieuweSessies, bijeenkomst_id: UUID, deelnemers: int
) -> Begeleidingssessie:
    return h.nieuw(
        Begeleidingssessie,
        klant_id=order.klant_id,
        inkooporder_id=order.id,
        organisatie=order.organisatie,
        bijeenkomst_id=bijeenkomst_id,
        gehouden_op=nieuw.gehouden_op,
        soort=nieuw.soort,
        activiteit=nieuw.activiteit,
        minuten=nieuw.minuten,
        deelnemers=deelnemers,
        client_akkoord_op=nieuw.client_akkoord_op,
    )

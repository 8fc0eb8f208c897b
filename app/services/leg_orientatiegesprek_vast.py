"""Leg een oriënterend gesprek vast: the client talks with firms before the choice."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.uwv.opdrachtnemer import Opdrachtnemer, eis_raamovereenkomst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.werkplan import KEUZE_CLIENT, Orientatiegesprek
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwOrientatiegesprek:
    """A talk as it was held."""

    opdrachtnemer_id: UUID
    """Met welke opdrachtnemer; die heeft een raamovereenkomst voor deze dienst."""
    gesproken_op: date
    """De dag van het gesprek."""
    gekozen: bool
    """De cliënt kiest deze opdrachtnemer."""


async def leg_orientatiegesprek_vast(h: Handeling, order_id: UUID, nieuw: NieuwOrientatiegesprek) -> Inkooporder:
    """Record a talk; it is paid for by nobody, and the last choice counts.

    Raises OngeldigeInvoer for a firm without the perceel or a day to come, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.ORIENTATIEGESPREK)
    eis_dag(h, nieuw.gesproken_op, "gesproken_op", vanaf=None)
    opdrachtnemer = await h.tx.haal(Opdrachtnemer, nieuw.opdrachtnemer_id)
    eis_raamovereenkomst(opdrachtnemer, order.dienst, nieuw.gesproken_op, "opdrachtnemer_id")
    gesprek = Orientatiegesprek(
        opdrachtnemer_id=opdrachtnemer.id,
        gesproken_op=nieuw.gesproken_op,
        gekozen=nieuw.gekozen,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_order(
        h,
        order,
        "inkooporder.orientatiegesprek_gevoerd",
        grond=KEUZE_CLIENT.id,
        geldig_vanaf=nieuw.gesproken_op,
        motivering=order.motivering,
        orientatiegesprekken=(*order.orientatiegesprekken, gesprek),
    )

"""Verklaar een order vervallen: from the plan states no order comes of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.soorten import LangeTekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.termijnen import PLAN_HERSTEL
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order
from app.services.ordereinde import zet_vervallen


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweVervallenverklaring:
    """Why no order comes of it."""

    vervallen_op: date
    """Vanaf welke dag."""
    reden: LangeTekst
    """Waarom."""


async def verklaar_order_vervallen(h: Handeling, order_id: UUID, nieuw: NieuweVervallenverklaring) -> Inkooporder:
    """Record that no order comes of it; hours for a plan cannot be claimed. What was overdue by then is missed.

    Raises OngeldigeInvoer, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.VERVALLENVERKLARING)
    eis_dag(h, nieuw.vervallen_op, "vervallen_op", vanaf=order.beleidsdag, wat="de Opdracht")
    return await zet_vervallen(h, order, nieuw.vervallen_op, nieuw.reden, grond=PLAN_HERSTEL.id)

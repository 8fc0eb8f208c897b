"""Verklaar een order vervallen: from the plan states no order comes of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.soorten import LangeTekst
from app.domain.uwv.order.inkoop import Vervallenverklaring
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.termijnen import PLAN_HERSTEL
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order


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
    verklaring = Vervallenverklaring(vervallen_op=nieuw.vervallen_op, reden=nieuw.reden, door=h.beller.wie, op=h.nu)
    return await zet_order(
        h,
        order,
        "inkooporder.vervallen",
        grond=PLAN_HERSTEL.id,
        geldig_vanaf=nieuw.vervallen_op,
        einde=nieuw.vervallen_op,
        toestand=Ordertoestand.VERVALLEN,
        vervallenverklaring=verklaring,
    )

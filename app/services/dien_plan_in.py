"""Dien een re-integratieplan in: the opdrachtnemer hands in a plan, or adapts a refused one once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.uwv.inzet import UWV_DIENST
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import PLAN_INHOUD, Ingediendplan, Reintegratieplan
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van, zet_order
from app.services.plankeuring import keur_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwPlan:
    """A plan as it is handed in."""

    plan: Reintegratieplan
    """De inhoud; wat ontbreekt wordt genoemd."""
    ontvangen_op: date
    """De dag waarop UWV het ontving."""


async def dien_plan_in(h: Handeling, order_id: UUID, nieuw: NieuwPlan) -> Inkooporder:
    """Record a whole plan within the bounds of the service; the one before it made room when it was refused.

    Raises OngeldigeInvoer with everything that is missing or too much, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.PLAN)
    vorige = order.plannen[-1].oordeel.oordeel_op if order.plannen and order.plannen[-1].oordeel else None
    basis = vorige or order.beleidsdag
    eis_dag(h, nieuw.ontvangen_op, "ontvangen_op", vanaf=basis, wat="de afkeuring" if vorige else "de Opdracht")
    peil = peil_van(h, order)
    motivering = keur_plan(h, order, nieuw.plan, peil, ontvangen_op=nieuw.ontvangen_op)
    plan = Ingediendplan(inhoud=nieuw.plan, ontvangen_op=nieuw.ontvangen_op, door=h.beller.wie, op=h.nu)
    return await zet_order(
        h,
        order,
        "inkooporder.plan_herzien" if vorige else "inkooporder.plan_ingediend",
        grond=PLAN_INHOUD.id,
        geldig_vanaf=nieuw.ontvangen_op,
        klaar={Termijnsoort.PLANHERSTEL if vorige else Termijnsoort.REINTEGRATIEPLAN: nieuw.ontvangen_op},
        motivering=motivering,
        peil=peil,
        toets=UWV_DIENST.naam,
        toestand=Ordertoestand.PLAN_HERZIEN if vorige else Ordertoestand.PLAN_INGEDIEND,
        plannen=(*order.plannen, plan),
    )

"""Dien een re-integratieplan in: the opdrachtnemer hands in a plan, or adapts a refused one once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Veldfout
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.inzet import UWV_DIENST, UwvDienstUitkomst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import PLAN_INHOUD, Ingediendplan, Reintegratieplan, ontbreekt
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.order.werkplan import Werkplan
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, eis_geen, open_order, peil_van, zet_order
from app.services.verstrek_opdracht import dienstfeiten


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
    if nieuw.plan.gezien_op is not None:
        eis_dag(h, nieuw.plan.gezien_op, "plan.gezien_op", vanaf=None)
    peil = peil_van(h, order)
    besluit = UWV_DIENST.beoordeel(peil, dienstfeiten(order, order.beleidsdag or h.vandaag))
    eis_geen(tuple(planfouten(order, nieuw.plan, besluit.uitkomst)))
    plan = Ingediendplan(inhoud=nieuw.plan, ontvangen_op=nieuw.ontvangen_op, door=h.beller.wie, op=h.nu)
    return await zet_order(
        h,
        order,
        "inkooporder.plan_herzien" if vorige else "inkooporder.plan_ingediend",
        grond=PLAN_INHOUD.id,
        geldig_vanaf=nieuw.ontvangen_op,
        klaar={Termijnsoort.PLANHERSTEL if vorige else Termijnsoort.REINTEGRATIEPLAN: nieuw.ontvangen_op},
        motivering=besluit.motivering,
        peil=peil,
        toets=UWV_DIENST.naam,
        toestand=Ordertoestand.PLAN_HERZIEN if vorige else Ordertoestand.PLAN_INGEDIEND,
        plannen=(*order.plannen, plan),
    )


def planfouten(order: Inkooporder, plan: Reintegratieplan, grens: UwvDienstUitkomst) -> Iterator[Veldfout]:
    """Everything against a plan: what is missing, above a maximum, not whole, or different without a reason."""
    for fout in ontbreekt(plan, order.dienst):
        yield Veldfout(f"plan.{fout.pad}", fout.code, fout.detail)
    regel = f" ({PLAN_INHOUD.id})."
    if plan.uren % 1:
        yield Veldfout("plan.activiteiten", "geen-hele-uren", f"Alle uren samen zijn een heel aantal uren{regel}")
    if grens.maximum_uren is not None and plan.uren > grens.maximum_uren:
        tekst = f"Het plan vraagt {plan.uren} uren en het maximum is {grens.maximum_uren}{regel}"
        yield Veldfout("plan.activiteiten", "boven-maximum", tekst)
    if grens.administratie_uren is not None and (plan.administratie_uren or 0) > grens.administratie_uren:
        tekst = f"Voor administratie kunnen ten hoogste {grens.administratie_uren} uren{regel}"
        yield Veldfout("plan.administratie_uren", "boven-maximum", tekst)
    if (plan.doorlooptijd_maanden or 0) > grens.maximum_maanden:
        tekst = f"De dienst duurt ten hoogste {grens.maximum_maanden} maanden ({DOORLOOPTIJD.id})."
        yield Veldfout("plan.doorlooptijd_maanden", "boven-maximum", tekst)
    if plan.afwijking is None and _wijkt_af(order.werkplan, plan):
        tekst = f"Het plan wijkt af van het werkplan: onderbouw waarom{regel}"
        yield Veldfout("plan.afwijking", "verplicht", tekst)


def _wijkt_af(werkplan: Werkplan, plan: Reintegratieplan) -> bool:
    """Whether hours or months are others than UWV indicated; hours count where UWV gave any."""
    andere_uren = werkplan.uren > 0 and plan.uren != werkplan.uren
    return andere_uren or plan.doorlooptijd_maanden not in (None, werkplan.doorlooptijd_maanden)

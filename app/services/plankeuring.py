"""What is asked of every re-integratieplan: whole, within the bounds of its service, and seen by the client."""

from collections.abc import Iterator
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Motivering
from app.domain.fouten import Veldfout, eis, eis_geen
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.inzet import UWV_DIENST, UwvDienstUitkomst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import PLAN_INHOUD, Reintegratieplan, planfouten
from app.domain.uwv.order.werkplan import Werkplan
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag
from app.services.verstrek_opdracht import dienstfeiten


def keur_plan(
    h: Handeling, order: Inkooporder, plan: Reintegratieplan, peil: Peil, *ook: Veldfout, ontvangen_op: date
) -> Motivering:
    """Say by which rules a plan passes; the body holds it as `plan`, and `ook` is what the step itself found wrong.

    Raises OngeldigeInvoer with everything that is missing, too much, or without a reason.
    """
    if plan.gezien_op is not None:
        eis_dag(h, plan.gezien_op, "plan.gezien_op", vanaf=None)
        na = f"De cliënt tekent voor gezien voordat het plan wordt ingediend ({PLAN_INHOUD.id})."
        eis(plan.gezien_op <= ontvangen_op, "plan.gezien_op", "na-ontvangst", na)
    besluit = UWV_DIENST.beoordeel(peil, dienstfeiten(order, order.beleidsdag or h.vandaag))
    eis_geen((*_planfouten(order, plan, besluit.uitkomst), *ook))
    return besluit.motivering


def _planfouten(order: Inkooporder, plan: Reintegratieplan, grens: UwvDienstUitkomst) -> Iterator[Veldfout]:
    """Everything against a plan: what is missing or not its own, too much, not whole, or different without a reason."""
    for fout in planfouten(plan, order.dienst):
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

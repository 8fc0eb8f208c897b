"""Beoordeel een re-integratieplan: UWV agrees and buys, or refuses; a plan refused twice ends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort, genummerd
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.domain.uwv.looptijd import START
from app.domain.uwv.order.inkoop import Inkoop
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import Ingediendplan, Planoordeel
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.termijnen import PLAN_HERSTEL
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order
from app.services.ordereinde import zet_vervallen
from app.services.toelichting import eis_toelichting

TWEE_KEER = "Het plan is twee keer afgekeurd: er komt geen inkooporder, en de uren voor het plan tellen niet."


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwPlanoordeel:
    """A judgement as it is given."""

    akkoord: bool
    """UWV gaat akkoord: er komt een inkooporder en een beschikking."""
    oordeel_op: date
    """De dag van het oordeel; bij akkoord begint de dienst die dag."""
    inkooporder_op: date | None = None
    """De dagtekening van de Inkooporder; verplicht bij akkoord."""
    beschikking_op: date | None = None
    """De dag van de beschikking aan de cliënt; verplicht bij akkoord."""
    toelichting: LangeTekst | None = None
    """Waarom niet; verplicht zonder akkoord."""


async def beoordeel_plan(h: Handeling, order_id: UUID, nieuw: NieuwPlanoordeel) -> Inkooporder:
    """Record the judgement: the service begins on the day of agreement; a first refusal gives one chance to adapt.

    Raises OngeldigeInvoer, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.PLANOORDEEL)
    plan = order.plannen[-1]
    eis_dag(h, nieuw.oordeel_op, "oordeel_op", vanaf=plan.ontvangen_op, wat="de ontvangst van het plan")
    oordeel = {
        "klaar": {genummerd(Termijnsoort.PLANOORDEEL, len(order.plannen)): nieuw.oordeel_op},
        "plannen": (*order.plannen[:-1], _beoordeeld(h, plan, nieuw)),
    }
    if not nieuw.akkoord:
        return await _keur_af(h, order, nieuw, oordeel)
    velden = _akkoord(h, order, plan, nieuw) | oordeel
    return await zet_order(h, order, "inkooporder.verstrekt", grond=START.id, geldig_vanaf=nieuw.oordeel_op, **velden)


def _beoordeeld(h: Handeling, plan: Ingediendplan, nieuw: NieuwPlanoordeel) -> Ingediendplan:
    eis_toelichting(nieuw.toelichting, tenzij=nieuw.akkoord)
    oordeel = Planoordeel(
        akkoord=nieuw.akkoord,
        oordeel_op=nieuw.oordeel_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    return Ingediendplan(
        inhoud=plan.inhoud, ontvangen_op=plan.ontvangen_op, door=plan.door, op=plan.op, oordeel=oordeel
    )


def _akkoord(h: Handeling, order: Inkooporder, plan: Ingediendplan, nieuw: NieuwPlanoordeel) -> dict[str, Any]:
    inkoop = Inkoop(
        inkooporder_op=_dag_van(h, nieuw.inkooporder_op, "inkooporder_op", nieuw.oordeel_op),
        beschikking_op=_dag_van(h, nieuw.beschikking_op, "beschikking_op", nieuw.oordeel_op),
        uren=None if order.dienst.vaste_prijs else int(plan.inhoud.uren),
        doorlooptijd_maanden=plan.inhoud.doorlooptijd_maanden or order.werkplan.doorlooptijd_maanden,
        door=h.beller.wie,
        op=h.nu,
    )
    return {"toestand": Ordertoestand.IN_UITVOERING, "inkoop": inkoop, "start_op": nieuw.oordeel_op}


def _dag_van(h: Handeling, dag: date | None, veld: str, akkoord_op: date) -> date:
    eis(dag is not None, veld, "verplicht", "Geef deze dag als u akkoord gaat.")
    gegeven = dag or akkoord_op
    eis_dag(h, gegeven, veld, vanaf=akkoord_op, wat="het akkoord")
    return gegeven


async def _keur_af(
    h: Handeling, order: Inkooporder, nieuw: NieuwPlanoordeel, oordeel: Mapping[str, Any]
) -> Inkooporder:
    """Give one chance to adapt; the second time no order comes of it."""
    for veld, dag in (("inkooporder_op", nieuw.inkooporder_op), ("beschikking_op", nieuw.beschikking_op)):
        eis(dag is None, veld, "niet-van-toepassing", "Zonder akkoord is er geen inkooporder en geen beschikking.")
    if order.toestand is not Ordertoestand.PLAN_INGEDIEND:
        return await zet_vervallen(h, order, nieuw.oordeel_op, TWEE_KEER, grond=PLAN_HERSTEL.id, **oordeel)
    return await zet_order(
        h,
        order,
        "inkooporder.plan_afgekeurd",
        grond=PLAN_HERSTEL.id,
        geldig_vanaf=nieuw.oordeel_op,
        toestand=Ordertoestand.PLAN_AFGEKEURD,
        **oordeel,
    )

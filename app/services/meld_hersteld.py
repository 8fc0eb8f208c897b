"""Meld een cliënt hersteld: the client takes part again, and the reminder to give the client back lapses."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig, eis
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import open_ziekte
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.ziekte import ZIEKTE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwHerstel:
    """A recovery as it is reported."""

    hersteld_op: date
    """De eerste dag waarop de cliënt weer meedoet; na de eerste ziektedag."""


async def meld_hersteld(h: Handeling, order_id: UUID, nieuw: NieuwHerstel) -> Inkooporder:
    """Record the end of the illness that runs; the last day of the service stays what it was.

    Raises OngeldigeInvoer, Strijdig when the client is not ill, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.HERSTELMELDING)
    ziekte = open_ziekte(order.ziekteperioden)
    if ziekte is None:
        raise Strijdig("geen-ziekteperiode", "De cliënt is niet ziek gemeld.")
    eis_dag(h, nieuw.hersteld_op, "hersteld_op", vanaf=None)
    tekst = f"Herstel is na de eerste ziektedag, {als_tekst(ziekte.ziek_van)}."
    eis(nieuw.hersteld_op > ziekte.ziek_van, "hersteld_op", "te-vroeg", tekst)
    hersteld = replace(ziekte, hersteld_op=nieuw.hersteld_op)
    slot = f"Hersteld op {als_tekst(nieuw.hersteld_op)}: de doorlooptijd wordt niet langer door de ziekte."
    return await zet_order(
        h,
        order,
        "inkooporder.hersteld_gemeld",
        grond=ZIEKTE.id,
        geldig_vanaf=nieuw.hersteld_op,
        motivering=(ZIEKTE.grond(slot),),
        ziekteperioden=tuple(hersteld if een is ziekte else een for een in order.ziekteperioden),
    )

"""The end of a service, whoever brings it: recorded with its reason, and the term of the end met on that day."""

from datetime import date
from typing import Any

from app.domain.besluit import Grond
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import eis
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.order.einde import Beeindiging, Eindreden
from app.domain.uwv.order.inkoop import Vervallenverklaring
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Ordertoestand
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, zet_order


def eis_binnen_dienst(h: Handeling, order: Inkooporder, dag: date, veld: str) -> None:
    """Refuse a day that has not come, or outside the service: before its begin or after its last day."""
    eis_dag(h, dag, veld, vanaf=order.start_op, wat="het begin van de dienst")
    if order.einddatum is not None:
        tekst = f"De doorlooptijd van de dienst eindigt op {als_tekst(order.einddatum)} ({DOORLOOPTIJD.id})."
        eis(dag <= order.einddatum, veld, "na-einddatum", tekst)


async def zet_einde(
    h: Handeling,
    order: Inkooporder,
    op: date,
    reden: Eindreden,
    grond: Grond,
    *,
    toelichting: str | None = None,
    toestand: Ordertoestand = Ordertoestand.BEEINDIGD,
    **velden: Any,
) -> Inkooporder:
    """Record that a service ended on a day, or on its last day when that has passed: the duration is never exceeded.

    What had to be before that day and was not is missed.
    """
    eind = op if order.einddatum is None else min(op, order.einddatum)
    return await zet_order(
        h,
        order,
        f"inkooporder.{toestand}",
        grond=grond.regel,
        geldig_vanaf=eind,
        klaar={Termijnsoort.EINDE_DIENST: eind},
        einde=eind,
        motivering=(grond,),
        toestand=toestand,
        beeindiging=Beeindiging(beeindigd_op=eind, reden=reden, toelichting=toelichting, door=h.beller.wie, op=h.nu),
        beeindigd_op=eind,
        **velden,
    )


async def zet_vervallen(
    h: Handeling, order: Inkooporder, op: date, reden: str, *, grond: str, **rest: Any
) -> Inkooporder:
    """Record that no order comes of it from a day on; what was overdue by then is missed."""
    return await zet_order(
        h,
        order,
        "inkooporder.vervallen",
        grond=grond,
        geldig_vanaf=op,
        einde=op,
        toestand=Ordertoestand.VERVALLEN,
        vervallenverklaring=Vervallenverklaring(vervallen_op=op, reden=reden, door=h.beller.wie, op=h.nu),
        **rest,
    )

"""What the steps of illness, early return and objection share: the facts of an illness, and the early return."""

from datetime import date
from typing import Any

from app.domain.besluit import Grond
from app.domain.uwv.order.einde import Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.ziekte import UwvZiekteFeiten
from app.services.handeling import Handeling
from app.services.ordereinde import zet_einde


def ziektefeiten(order: Inkooporder, ziek_van: date, peil_op: date) -> UwvZiekteFeiten:
    """An illness during this order, as its rule asks it."""
    return UwvZiekteFeiten(
        dienst=order.dienst,
        clientsoort=order.client.clientsoort,
        ziek_van=ziek_van,
        peil_op=peil_op,
    )


async def beeindig_vroeg(
    h: Handeling, order: Inkooporder, op: date, grond: Grond, *, toelichting: str | None, **velden: Any
) -> Inkooporder:
    """End a service for a cause on the client's side: what UWV calls an early return."""
    return await zet_einde(
        h,
        order,
        op,
        Eindreden.TERUGMELDING,
        grond,
        toelichting=toelichting,
        toestand=Ordertoestand.VOORTIJDIG_TERUGGEMELD,
        **velden,
    )

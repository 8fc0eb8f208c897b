"""What the steps on work share: the rule judges every resumption of the order, and the order is recorded with it."""

from datetime import date
from typing import Any

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.werk import Werkhervattingen, plaatsingsfeiten
from app.domain.uwv.plaatsing import UWV_PLAATSING, UwvPlaatsingUitkomst
from app.services.handeling import Handeling
from app.services.inkooporderverloop import peil_van, zet_order


async def zet_werk(h: Handeling, order: Inkooporder, werk: Werkhervattingen, type_: str, **rest: Any) -> Inkooporder:
    """Record the resumptions of an order, judged by today."""
    peil = peil_van(h, order)
    besluit = beoordeel_werk(peil, order, werk, h.vandaag)
    return await zet_order(
        h,
        order,
        type_,
        motivering=besluit.motivering,
        peil=peil,
        toets=UWV_PLAATSING.naam,
        werkhervattingen=werk,
        **rest,
    )


def beoordeel_werk(peil: Peil, order: Inkooporder, werk: Werkhervattingen, op: date) -> Besluit[UwvPlaatsingUitkomst]:
    """Whether resumptions have become a Plaatsing on a day; a running service has its last day."""
    return UWV_PLAATSING.beoordeel(peil, plaatsingsfeiten(werk, order.einddatum or op, op))

"""Leg een onderbreking van het werk vast: illness lengthens the count, anything else starts it anew."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.werk import Werkhervatting, Werkonderbreking
from app.domain.uwv.plaatsing import PLAATSING
from app.domain.uwv.telling import Onderbrekingsreden
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order
from app.services.veldpaden import zonder_pad
from app.services.werkverloop import zet_werk


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweOnderbreking:
    """An interruption as it is recorded; the one that still lasts is given again with its last day."""

    van: date
    """De eerste dag zonder werk."""
    tot_en_met: date | None = None
    """De laatste dag zonder werk; leeg zolang de onderbreking duurt."""
    reden: Onderbrekingsreden
    """Ziekte verlengt de telling; iets anders begint haar opnieuw."""


async def leg_onderbreking_vast(h: Handeling, order_id: UUID, nieuw: NieuweOnderbreking) -> Inkooporder:
    """Record days without work after those before it, and judge the count anew.

    Raises OngeldigeInvoer, Strijdig without work or while another interruption lasts, and what opening an order
    raises.
    """
    order = await open_order(h, order_id, Orderstap.ONDERBREKING)
    if not order.werkhervattingen:
        raise Strijdig("geen-werk", "Er is nog geen werkhervatting vastgelegd.")
    *eerder, werk = order.werkhervattingen
    eis_dag(h, nieuw.van, "van", vanaf=werk.hervatting_op, wat="de eerste werkdag")
    if nieuw.tot_en_met is not None:
        eis_dag(h, nieuw.tot_en_met, "tot_en_met", vanaf=None)
    met = _met(werk, nieuw)
    plaats = sum(len(deel.onderbrekingen) for deel in (*eerder, met)) - 1
    with zonder_pad(f"onderbrekingen[{plaats}]."):
        return await zet_werk(
            h,
            order,
            (*eerder, met),
            "inkooporder.werk_onderbroken",
            grond=PLAATSING.id,
            geldig_vanaf=nieuw.van,
        )


def _met(werk: Werkhervatting, nieuw: NieuweOnderbreking) -> Werkhervatting:
    """The work with an interruption more, or with more known of the one that still lasts."""
    onderbreking = Werkonderbreking(van=nieuw.van, tot_en_met=nieuw.tot_en_met, reden=nieuw.reden)
    if werk.lopend is None:
        return replace(werk, onderbrekingen=(*werk.onderbrekingen, onderbreking))
    if (nieuw.van, nieuw.reden) != (werk.lopend.van, werk.lopend.reden):
        tekst = "Er loopt al een onderbreking: geef haar opnieuw op, met haar laatste dag."
        raise Strijdig("onderbreking-loopt", tekst)
    return replace(werk, onderbrekingen=(*werk.onderbrekingen[:-1], onderbreking))

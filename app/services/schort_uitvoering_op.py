"""Schort de uitvoering op: UWV says so by an objection that runs already, whoever recorded it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.bezwaar import BEZWAAR, Bezwaartegen
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.services.bezwaarverloop import eis_lopend, met_bezwaar, schorsing_van
from app.services.handeling import Handeling
from app.services.inkooporderverloop import open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweBezwaarschorsing:
    """A suspension as UWV gives it."""

    tegen: Bezwaartegen
    """Door het lopende bezwaar tegen welk document."""
    opgeschort_vanaf: date
    """De eerste dag waarop de uitvoering stilligt, tot de beslissing op het bezwaar. Termijnen lopen door."""
    toelichting: LangeTekst
    """Waarom UWV de uitvoering opschort."""


async def schort_uitvoering_op(h: Handeling, order_id: UUID, nieuw: NieuweBezwaarschorsing) -> Inkooporder:
    """Suspend the execution from a day on until the decision on the objection, once per objection.

    Raises OngeldigeInvoer for a day before the objection or to come, Strijdig without an objection that runs or when
    it suspends already, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.BEZWAARSCHORSING)
    bezwaar = eis_lopend(order, nieuw.tegen)
    if bezwaar.schorsing is not None:
        raise Strijdig("al-opgeschort", f"De uitvoering ligt al stil {bezwaar.waardoor} ({BEZWAAR.id}).")
    schorsing = schorsing_van(h, bezwaar.ingediend_op, nieuw.opgeschort_vanaf, nieuw.toelichting)
    geschorst = replace(bezwaar, schorsing=schorsing)
    return await zet_order(
        h,
        order,
        "inkooporder.uitvoering_opgeschort",
        grond=BEZWAAR.id,
        geldig_vanaf=nieuw.opgeschort_vanaf,
        motivering=(BEZWAAR.grond(geschorst.gevolg),),
        bezwaren=met_bezwaar(order, bezwaar, geschorst),
    )

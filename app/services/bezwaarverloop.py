"""What the steps of an objection share: which one runs, and how UWV suspends the execution by it."""

from datetime import date

from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.bezwaar import Bezwaar, Bezwaarschorsing, Bezwaartegen, lopend_bezwaar
from app.domain.uwv.order.inkooporder import Inkooporder
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag


def eis_lopend(order: Inkooporder, tegen: Bezwaartegen) -> Bezwaar:
    """The objection against a document that runs; raises Strijdig without one."""
    bezwaar = lopend_bezwaar(order.bezwaren, tegen)
    if bezwaar is None:
        raise Strijdig("geen-bezwaar", f"Er loopt geen bezwaar tegen het {tegen.naam}.")
    return bezwaar


def schorsing_van(h: Handeling, ingediend_op: date, vanaf: date, toelichting: LangeTekst) -> Bezwaarschorsing:
    """The suspension from a day on; raises OngeldigeInvoer for one before the objection or to come."""
    eis_dag(h, vanaf, "opgeschort_vanaf", vanaf=ingediend_op, wat="het bezwaar")
    return Bezwaarschorsing(opgeschort_vanaf=vanaf, toelichting=toelichting, door=h.beller.wie, op=h.nu)


def met_bezwaar(order: Inkooporder, oud: Bezwaar, nieuw: Bezwaar) -> tuple[Bezwaar, ...]:
    """The objections of an order, with one as it now stands."""
    return tuple(nieuw if een is oud else een for een in order.bezwaren)

"""Besluit over een evaluatie: UWV follows the advice to stop, or lets the service go on."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.einde import Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.uitvoering import Evaluatie, Evaluatiebesluit
from app.domain.uwv.termijnen import EVALUATIE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order
from app.services.ordereinde import zet_einde


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwEvaluatiebesluit:
    """A decision on the last advice to stop."""

    stoppen: bool
    """UWV volgt het advies: de dienst eindigt die dag, zonder gevolg voor het resultaatpercentage."""
    besloten_op: date
    """De dag van het besluit."""
    toelichting: LangeTekst | None = None
    """Waarom."""


async def besluit_evaluatie(h: Handeling, order_id: UUID, nieuw: NieuwEvaluatiebesluit) -> Inkooporder:
    """Record the decision on the last advice: the service ends that day, or goes on as if none was given.

    Raises OngeldigeInvoer, Strijdig without an advice that waits, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.EVALUATIEBESLUIT)
    evaluatie = _wachtend(order)
    eis_dag(h, nieuw.besloten_op, "besloten_op", vanaf=evaluatie.gehouden_op, wat="de evaluatie")
    evaluaties = (*order.evaluaties[:-1], _besloten(h, evaluatie, nieuw))
    if nieuw.stoppen:
        dag, uitleg = nieuw.besloten_op, nieuw.toelichting
        grond = EVALUATIE.grond("UWV volgt het advies om te stoppen: de dienst eindigt.")
        return await zet_einde(h, order, dag, Eindreden.EVALUATIE, grond, toelichting=uitleg, evaluaties=evaluaties)
    return await zet_order(
        h,
        order,
        "inkooporder.voortgezet",
        grond=EVALUATIE.id,
        geldig_vanaf=nieuw.besloten_op,
        motivering=(EVALUATIE.grond("UWV volgt het advies om te stoppen niet: de dienst loopt door."),),
        evaluaties=evaluaties,
    )


def _besloten(h: Handeling, evaluatie: Evaluatie, nieuw: NieuwEvaluatiebesluit) -> Evaluatie:
    besluit = Evaluatiebesluit(
        stoppen=nieuw.stoppen,
        besloten_op=nieuw.besloten_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    return replace(evaluatie, besluit=besluit)


def _wachtend(order: Inkooporder) -> Evaluatie:
    """The last evaluation when it waits for UWV; raises Strijdig."""
    if order.evaluaties and order.evaluaties[-1].wacht:
        return order.evaluaties[-1]
    raise Strijdig("geen-advies", f"Er is geen advies om te stoppen waarover UWV nog besluit ({EVALUATIE.id}).")

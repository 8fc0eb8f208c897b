"""Houd een evaluatie: the opdrachtnemer says whether a client of Werkfit maken can be developed further."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.besluit import Grond
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.bezwaar import eis_niet_opgeschort
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.uitvoering import Evaluatie
from app.domain.uwv.termijnen import EVALUATIE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order
from app.services.ordereinde import eis_binnen_dienst


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweEvaluatie:
    """An evaluation as it is recorded."""

    gehouden_op: date
    """De dag van de evaluatie."""
    ontwikkelbaar: bool
    """De cliënt is naar verwachting binnen de doorlooptijd werkfit te maken."""
    advies: LangeTekst | None = None
    """Gemotiveerd advies om te stoppen; verplicht als de cliënt niet verder ontwikkelbaar is, en anders leeg."""


async def houd_evaluatie(h: Handeling, order_id: UUID, nieuw: NieuweEvaluatie) -> Inkooporder:
    """Record an evaluation; only an advice to stop goes to UWV, in every other case the service goes on.

    The first one meets the term of the evaluation; later ones are free. Raises OngeldigeInvoer, Strijdig while UWV
    has not decided on an advice and for a day on which an objection suspends the execution, and what opening an order
    raises.
    """
    order = await open_order(h, order_id, Orderstap.EVALUATIE)
    _eis_opgave(h, order, nieuw)
    if order.evaluaties and order.evaluaties[-1].wacht:
        tekst = f"UWV heeft nog niet besloten over het vorige advies om te stoppen ({EVALUATIE.id})."
        raise Strijdig("advies-onbeslist", tekst)
    evaluatie = Evaluatie(
        gehouden_op=nieuw.gehouden_op,
        ontwikkelbaar=nieuw.ontwikkelbaar,
        advies=nieuw.advies,
        besluit=None,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_order(
        h,
        order,
        "inkooporder.geevalueerd",
        grond=EVALUATIE.id,
        geldig_vanaf=nieuw.gehouden_op,
        klaar={Termijnsoort.EVALUATIEMOMENT: nieuw.gehouden_op},
        motivering=(_grond(evaluatie),),
        evaluaties=(*order.evaluaties, evaluatie),
    )


def _grond(evaluatie: Evaluatie) -> Grond:
    uitkomst = "wel verder te ontwikkelen: de dienst loopt door"
    if evaluatie.wacht:
        uitkomst = "niet verder te ontwikkelen: UWV besluit over het advies om te stoppen"
    return EVALUATIE.grond(f"De cliënt is {uitkomst}.")


def _eis_opgave(h: Handeling, order: Inkooporder, nieuw: NieuweEvaluatie) -> None:
    eis_binnen_dienst(h, order, nieuw.gehouden_op, "gehouden_op")
    eis_niet_opgeschort(order.bezwaren, nieuw.gehouden_op, "gehouden_op")
    if order.evaluaties:
        eis_dag(h, nieuw.gehouden_op, "gehouden_op", vanaf=order.evaluaties[-1].gehouden_op, wat="de vorige evaluatie")
    verplicht = f"Geef een gemotiveerd advies als de cliënt niet verder ontwikkelbaar is ({EVALUATIE.id})."
    eis(nieuw.ontwikkelbaar or nieuw.advies is not None, "advies", "verplicht", verplicht)
    overbodig = f"Alleen over een cliënt die niet verder ontwikkelbaar is wordt geadviseerd ({EVALUATIE.id})."
    eis(not nieuw.ontwikkelbaar or nieuw.advies is None, "advies", "niet-van-toepassing", overbodig)

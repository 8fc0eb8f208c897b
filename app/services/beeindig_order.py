"""Beëindig een order: its duration is over, or its result was reached before that."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fouten import GeenRecht, eis
from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.order.einde import Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.services.handeling import Handeling
from app.services.identiteit import Rol
from app.services.inkooporderverloop import eis_dag, open_order
from app.services.ordereinde import eis_binnen_dienst, zet_einde


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweOrderbeeindiging:
    """The end of a service as it is recorded."""

    beeindigd_op: date
    """De laatste dag van de dienst; bij `doorlooptijd` de laatste dag van de individuele doorlooptijd."""
    reden: Eindreden
    """`doorlooptijd`, of `resultaat_bereikt`: dat laatste alleen door UWV. De andere volgen uit een eigen besluit."""
    toelichting: LangeTekst | None = None
    """Wat opvalt."""


async def beeindig_order(h: Handeling, order_id: UUID, nieuw: NieuweOrderbeeindiging) -> Inkooporder:
    """End a service on the last day of its duration, or earlier when UWV agrees that the result was reached.

    Raises GeenRecht for an opdrachtnemer that ends it early, OngeldigeInvoer, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.BEEINDIGING)
    gevolg = "Dit einde volgt uit het besluit van UWV over een evaluatie of een terugmelding."
    gegeven = nieuw.reden in (Eindreden.DOORLOOPTIJD, Eindreden.RESULTAAT_BEREIKT)
    eis(gegeven, "reden", "niet-van-toepassing", gevolg)
    op = nieuw.beeindigd_op
    if nieuw.reden is Eindreden.DOORLOOPTIJD:
        _eis_doorlooptijd_voorbij(h, order, op)
        grond = DOORLOOPTIJD.grond(f"De doorlooptijd eindigde op {als_tekst(op)}.")
    else:
        _eis_resultaat(h, order, op)
        grond = DOORLOOPTIJD.grond(f"Het resultaat is bereikt en UWV gaat akkoord met het einde op {als_tekst(op)}.")
    return await zet_einde(h, order, op, nieuw.reden, grond, toelichting=nieuw.toelichting)


def _eis_doorlooptijd_voorbij(h: Handeling, order: Inkooporder, op: date) -> None:
    """The duration ends on one day only; it may be recorded later."""
    eis_binnen_dienst(h, order, op, "beeindigd_op")
    if order.einddatum is not None:
        tekst = f"De doorlooptijd eindigt pas op {als_tekst(order.einddatum)} ({DOORLOOPTIJD.id})."
        eis(op == order.einddatum, "beeindigd_op", "te-vroeg", tekst)


def _eis_resultaat(h: Handeling, order: Inkooporder, op: date) -> None:
    """UWV's own act is its agreement; what was evaluated or adjusted happened in the service."""
    if Rol.UWV not in h.beller.rollen:
        tekst = f"Alleen UWV beëindigt een dienst eerder omdat het resultaat is bereikt ({DOORLOOPTIJD.id}, §3.7)."
        raise GeenRecht(tekst)
    eis_binnen_dienst(h, order, op, "beeindigd_op")
    gebeurd = (*(een.gehouden_op for een in order.evaluaties), *(een.gemeld_op for een in order.bijstellingen))
    eis_dag(h, op, "beeindigd_op", vanaf=max(gebeurd, default=None), wat="de laatste evaluatie of bijstelling")

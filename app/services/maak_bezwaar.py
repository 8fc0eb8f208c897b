"""Leg een bezwaar van de cliënt vast: it suspends nothing, unless UWV says so."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.bezwaar import BEZWAAR, Bezwaar, Bezwaarschorsing, Bezwaartegen, lopend_bezwaar
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.services.bezwaarverloop import schorsing_van
from app.services.handeling import Handeling
from app.services.inkooporderverloop import RECHT_VAN_STAP, eis_dag, open_order, zet_order
from app.services.rechten import eis_recht
from app.services.toelichting import eis_toelichting


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwBezwaar:
    """An objection as it comes in."""

    tegen: Bezwaartegen
    """Tegen welk document; per document loopt er een tegelijk."""
    ingediend_op: date
    """De dag waarop de cliënt, of diens wettelijk vertegenwoordiger, bezwaar maakte."""
    opgeschort_vanaf: date | None = None
    """De eerste dag waarop de uitvoering stilligt, als UWV dat uitdrukkelijk bepaalt; alleen door UWV. Termijnen
    lopen door."""
    toelichting: LangeTekst | None = None
    """Waarom UWV de uitvoering opschort, of wat opvalt; verplicht bij opschorting."""


async def maak_bezwaar(h: Handeling, order_id: UUID, nieuw: NieuwBezwaar) -> Inkooporder:
    """Record an objection against a document that is there; only UWV suspends by it, and the terms run on all the same.

    Raises OngeldigeInvoer, GeenRecht when another than UWV suspends, Strijdig, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.BEZWAAR)
    _eis_document(h, order, nieuw)
    schorsing = _schorsing(h, nieuw)
    bezwaar = Bezwaar(
        tegen=nieuw.tegen,
        ingediend_op=nieuw.ingediend_op,
        schorsing=schorsing,
        toelichting=nieuw.toelichting if schorsing is None else None,
        beslissing=None,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_order(
        h,
        order,
        "inkooporder.bezwaar_gemaakt",
        grond=BEZWAAR.id,
        geldig_vanaf=nieuw.ingediend_op,
        motivering=(BEZWAAR.grond(bezwaar.gevolg),),
        bezwaren=(*order.bezwaren, bezwaar),
    )


def _eis_document(h: Handeling, order: Inkooporder, nieuw: NieuwBezwaar) -> None:
    tegen_plan = nieuw.tegen is Bezwaartegen.REINTEGRATIEPLAN
    if tegen_plan and not order.plannen:
        raise Strijdig("geen-plan", "Er is nog geen re-integratieplan om bezwaar tegen te maken.")
    vanaf = order.plannen[0].ontvangen_op if tegen_plan else None
    eis_dag(h, nieuw.ingediend_op, "ingediend_op", vanaf=vanaf, wat="het eerste re-integratieplan")
    if lopend_bezwaar(order.bezwaren, nieuw.tegen) is not None:
        tekst = f"Er loopt al een bezwaar tegen het {nieuw.tegen.naam}; het geldt ook voor een nieuwe versie."
        raise Strijdig("bezwaar-loopt", tekst)


def _schorsing(h: Handeling, nieuw: NieuwBezwaar) -> Bezwaarschorsing | None:
    """What UWV says of the execution together with the objection that it records itself."""
    if nieuw.opgeschort_vanaf is None:
        return None
    eis_recht(h.beller, RECHT_VAN_STAP[Orderstap.BEZWAARSCHORSING])
    schorsing = schorsing_van(h, nieuw.ingediend_op, nieuw.opgeschort_vanaf, nieuw.toelichting or "")
    eis_toelichting(nieuw.toelichting, tenzij=False, als=f"de uitvoering stilligt ({BEZWAAR.id})")
    return schorsing

"""Leg een werkhervatting vast: the client goes to work during Naar werk, or finds other work after losing it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import KorteTekst
from app.domain.uwv.looptijd import HERVATTING
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.werk import Werkhervatting, Werkhervattingen
from app.domain.uwv.plaatsing import PLAATSING
from app.domain.uwv.telling import Onderbrekingsreden
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van
from app.services.werkverloop import beoordeel_werk, zet_werk


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweWerkhervatting:
    """A resumption of work as it is recorded."""

    hervatting_op: date
    """De eerste werkdag."""
    werkgever: KorteTekst | None = None
    """Bij wie; leeg als zelfstandige."""


async def leg_werkhervatting_vast(h: Handeling, order_id: UUID, nieuw: NieuweWerkhervatting) -> Inkooporder:
    """Record the first working day; one that comes too late is recorded as well, and can give no result.

    Raises OngeldigeInvoer, Strijdig for other work while the work before it goes on or is a Plaatsing, and what
    opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.WERKHERVATTING)
    eis_dag(h, nieuw.hervatting_op, "hervatting_op", vanaf=order.start_op, wat="het begin van de dienst")
    eerder = _afgesloten(h, order, nieuw.hervatting_op)
    werk = Werkhervatting(
        hervatting_op=nieuw.hervatting_op,
        werkgever=nieuw.werkgever,
        onderbrekingen=(),
        tijdig=False,  # this and the two days below are judged when the order is set
        plaatsing_op=None,
        vol_op=nieuw.hervatting_op,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_werk(
        h,
        order,
        (*eerder, werk),
        "inkooporder.werk_hervat",
        grond=HERVATTING.id,
        geldig_vanaf=nieuw.hervatting_op,
        klaar={Termijnsoort.WERKHERVATTING: nieuw.hervatting_op},
    )


def _afgesloten(h: Handeling, order: Inkooporder, op: date) -> Werkhervattingen:
    """The work before, of which the interruption ends on the day before the new work."""
    if not order.werkhervattingen:
        return ()
    *eerder, vorige = order.werkhervattingen
    loopt = vorige.lopend
    if beoordeel_werk(peil_van(h, order), order, order.werkhervattingen, h.vandaag).uitkomst.plaatsing:
        tekst = f"Het werk is al een plaatsing: ander werk verandert daar niets aan ({PLAATSING.id})."
        raise Strijdig("al-plaatsing", tekst)
    if loopt is None or loopt.reden is Onderbrekingsreden.ZIEKTE:
        tekst = "Het vorige werk loopt nog: leg eerst vast sinds wanneer de cliënt om een andere reden niet werkt."
        raise Strijdig("werk-loopt", tekst)
    eis(op > loopt.van, "hervatting_op", "te-vroeg", "De eerste werkdag ligt niet na het einde van het vorige werk.")
    return (*eerder, vorige.met_einde(op - timedelta(days=1)))

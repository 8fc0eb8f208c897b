"""Beslis op een bezwaar: how it ended, and whether the service or what comes before it must stop."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.besluit import Grond
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.bezwaar import (
    BEZWAAR,
    Bezwaar,
    Bezwaarbeslissing,
    Bezwaartegen,
    Bezwaaruitkomst,
)
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Terugmeldbesluit, Terugmelding, Terugmeldreden
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand, toegestaan
from app.services.bezwaarverloop import eis_lopend, met_bezwaar
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order
from app.services.ordereinde import zet_vervallen
from app.services.orderonderbreking import beeindig_vroeg
from app.services.toelichting import eis_toelichting


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweBezwaarbeslissing:
    """A decision as it is given."""

    tegen: Bezwaartegen
    """Het bezwaar tegen welk document; per document loopt er een tegelijk."""
    uitkomst: Bezwaaruitkomst
    """Hoe het bezwaar of beroep afliep."""
    stoppen: bool = False
    """De dienst moet stoppen: dat geldt als voortijdige terugmelding, en voor het begin vervalt de order. Alleen bij
    een gegrond bezwaar."""
    beslist_op: date
    """De dag van de beslissing; vanaf die dag ligt niets meer stil."""
    toelichting: LangeTekst | None = None
    """Wat er verandert; verplicht als de dienst moet stoppen."""


async def beslis_op_bezwaar(h: Handeling, order_id: UUID, nieuw: NieuweBezwaarbeslissing) -> Inkooporder:
    """Record the decision on the objection against a document that runs; won and to stop, the order ends by it.

    Raises OngeldigeInvoer, Strijdig without an objection or with nothing left to stop, and what opening an order
    raises.
    """
    order = await open_order(h, order_id, Orderstap.BEZWAARBESLISSING)
    bezwaar = eis_lopend(order, nieuw.tegen)
    vanaf = bezwaar.schorsing.opgeschort_vanaf if bezwaar.schorsing else bezwaar.ingediend_op
    eis_dag(h, nieuw.beslist_op, "beslist_op", vanaf=vanaf, wat="het bezwaar of de opschorting")
    bezwaren = met_bezwaar(order, bezwaar, replace(bezwaar, beslissing=_beslissing(h, nieuw)))
    if nieuw.stoppen:
        return await _stop(h, order, nieuw, bezwaren)
    tekst = f"Het bezwaar tegen het {nieuw.tegen.naam} is {nieuw.uitkomst.value}; de dienst stopt er niet om."
    return await zet_order(
        h,
        order,
        "inkooporder.bezwaar_beslist",
        grond=BEZWAAR.id,
        geldig_vanaf=nieuw.beslist_op,
        motivering=(BEZWAAR.grond(tekst),),
        bezwaren=bezwaren,
    )


def _beslissing(h: Handeling, nieuw: NieuweBezwaarbeslissing) -> Bezwaarbeslissing:
    kan = not nieuw.stoppen or nieuw.uitkomst is Bezwaaruitkomst.GEGROND
    eis(kan, "stoppen", "niet-van-toepassing", f"De dienst stopt alleen om een gegrond bezwaar ({BEZWAAR.id}).")
    eis_toelichting(nieuw.toelichting, tenzij=not nieuw.stoppen, als="de dienst moet stoppen")
    return Bezwaarbeslissing(
        uitkomst=nieuw.uitkomst,
        stoppen=nieuw.stoppen,
        beslist_op=nieuw.beslist_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )


async def _stop(
    h: Handeling, order: Inkooporder, nieuw: NieuweBezwaarbeslissing, bezwaren: tuple[Bezwaar, ...]
) -> Inkooporder:
    """Stop what runs: a service ends as by early return, an order that has not begun lapses."""
    loopt = order.toestand is Ordertoestand.IN_UITVOERING
    if not loopt and Orderstap.VERVALLENVERKLARING not in toegestaan(order.toestand, order.dienst):
        raise Strijdig("dienst-al-beeindigd", "De dienst is al beëindigd: er valt niets meer te stoppen.")
    wat = "het begin van de dienst" if loopt else "de Opdracht"
    eis_dag(h, nieuw.beslist_op, "beslist_op", vanaf=order.start_op or order.beleidsdag, wat=wat)
    gevolg = "de dienst stopt, en dat geldt als voortijdige terugmelding" if loopt else "er komt geen inkooporder"
    grond = BEZWAAR.grond(f"Het bezwaar tegen het {nieuw.tegen.naam} is gegrond: {gevolg}.")
    stop = _beeindig if loopt else _laat_vervallen
    return await stop(h, order, nieuw.beslist_op, nieuw.toelichting or "", grond, bezwaren=bezwaren)


async def _beeindig(h: Handeling, order: Inkooporder, op: date, reden: str, grond: Grond, **velden: Any) -> Inkooporder:
    """What UWV counts as an early return: proposed and agreed on in one step, without agreement of who won."""
    besluit = Terugmeldbesluit(akkoord=True, besloten_op=op, toelichting=reden, door=h.beller.wie, op=h.nu)
    terugmelding = Terugmelding(
        reden=Terugmeldreden.BEZWAAR_GEGROND,
        toelichting=reden,
        client_akkoord_op=None,
        gemeld_op=op,
        besluit=besluit,
        door=h.beller.wie,
        op=h.nu,
    )
    terugmeldingen = (*order.terugmeldingen, terugmelding)
    return await beeindig_vroeg(h, order, op, grond, toelichting=reden, terugmeldingen=terugmeldingen, **velden)


async def _laat_vervallen(
    h: Handeling, order: Inkooporder, op: date, reden: str, grond: Grond, **velden: Any
) -> Inkooporder:
    return await zet_vervallen(h, order, op, reden, grond=grond.regel, motivering=(grond,), **velden)

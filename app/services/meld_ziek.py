"""Meld een cliënt ziek: the service goes on, and does not get longer by it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Ziekteperiode, open_ziekte
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.ziekte import UWV_ZIEKTE, ZIEKTE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import open_order, peil_van, zet_order
from app.services.ordereinde import eis_binnen_dienst
from app.services.orderonderbreking import ziektefeiten


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweZiekte:
    """An illness as it is reported."""

    ziek_van: date
    """De eerste ziektedag, binnen de doorlooptijd van de dienst."""


async def meld_ziek(h: Handeling, order_id: UUID, nieuw: NieuweZiekte) -> Inkooporder:
    """Record an illness with the first day on which it lasts too long; a reminder stands on that day.

    Raises OngeldigeInvoer, Strijdig beside another illness, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.ZIEKTEPERIODE)
    eis_binnen_dienst(h, order, nieuw.ziek_van, "ziek_van")
    _eis_vrij(order, nieuw.ziek_van)
    peil = peil_van(h, order)
    besluit = UWV_ZIEKTE.beoordeel(peil, ziektefeiten(order, nieuw.ziek_van, h.vandaag))
    periode = Ziekteperiode(
        ziek_van=nieuw.ziek_van,
        terugmelden_vanaf=besluit.uitkomst.terugmelden_vanaf,
        hersteld_op=None,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_order(
        h,
        order,
        "inkooporder.ziek_gemeld",
        grond=ZIEKTE.id,
        geldig_vanaf=nieuw.ziek_van,
        motivering=besluit.motivering,
        peil=peil,
        toets=UWV_ZIEKTE.naam,
        ziekteperioden=(*order.ziekteperioden, periode),
    )


def _eis_vrij(order: Inkooporder, ziek_van: date) -> None:
    loopt = open_ziekte(order.ziekteperioden)
    if loopt is not None:
        tekst = f"De cliënt is al ziek gemeld sinds {als_tekst(loopt.ziek_van)}; meld eerst het herstel."
        raise Strijdig("ziekteperiode-open", tekst)
    hersteld = max((een.hersteld_op for een in order.ziekteperioden if een.hersteld_op), default=None)
    if hersteld is not None and ziek_van < hersteld:
        tekst = f"Deze ziekte valt samen met een eerdere: de cliënt herstelde op {als_tekst(hersteld)}."
        raise Strijdig("ziekteperiode-overlapt", tekst)

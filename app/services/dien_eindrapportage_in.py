"""Dien de eindrapportage in: the opdrachtnemer accounts for a service that has ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, Veldfout, eis_geen
from app.domain.uwv.order.einde import Eindrapportage, Ingediendrapport
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.rapportinhoud import rapportfouten
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.termijnen import EINDRAPPORTAGE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweEindrapportage:
    """An end report as it is handed in."""

    rapport: Eindrapportage
    """De inhoud; wat ontbreekt wordt genoemd."""
    ontvangen_op: date
    """De dag waarop UWV haar ontving."""


async def dien_eindrapportage_in(h: Handeling, order_id: UUID, nieuw: NieuweEindrapportage) -> Inkooporder:
    """Record a whole end report; how long after the end it came decides whether its term was met.

    Raises OngeldigeInvoer with everything that is missing or does not belong to the service, Strijdig when it denies
    work that is recorded, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.EINDRAPPORTAGE)
    eis_dag(h, nieuw.ontvangen_op, "ontvangen_op", vanaf=order.beeindigd_op, wat="het einde van de dienst")
    eis_geen(_fouten(order, nieuw))
    if order.werkhervattingen and not nieuw.rapport.werkhervatting:
        tekst = "Bij deze order is een werkhervatting vastgelegd; de eindrapportage zegt dat er geen is."
        raise Strijdig("werkhervatting-vastgelegd", tekst)
    rapport = Ingediendrapport(inhoud=nieuw.rapport, ontvangen_op=nieuw.ontvangen_op, door=h.beller.wie, op=h.nu)
    return await zet_order(
        h,
        order,
        "inkooporder.eindrapportage_ingediend",
        grond=EINDRAPPORTAGE.id,
        geldig_vanaf=nieuw.ontvangen_op,
        klaar={Termijnsoort.EINDRAPPORTAGE: nieuw.ontvangen_op},
        toestand=Ordertoestand.EINDRAPPORTAGE_INGEDIEND,
        rapport=rapport,
    )


def _fouten(order: Inkooporder, nieuw: NieuweEindrapportage) -> Iterator[Veldfout]:
    for fout in rapportfouten(order, nieuw.rapport):
        yield Veldfout(f"rapport.{fout.pad}", fout.code, fout.detail)
    akkoord = nieuw.rapport.uren_akkoord_client_op
    if akkoord is None:
        return
    if order.start_op is not None and akkoord < order.start_op:
        yield Veldfout("rapport.uren_akkoord_client_op", "te-vroeg", "Deze dag ligt voor het begin van de dienst.")
    if akkoord > nieuw.ontvangen_op:
        tekst = "De cliënt ging akkoord voordat UWV de eindrapportage ontving."
        yield Veldfout("rapport.uren_akkoord_client_op", "na-ontvangst", tekst)

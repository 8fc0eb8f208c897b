"""Geef een signaal: what the opdrachtnemer reports to UWV at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.signaal import Signaal, Signaalsoort, eis_signaal
from app.domain.uwv.order.toestand import Orderstap
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwSignaal:
    """A signal as it is given."""

    soort: Signaalsoort
    """Waarover; een vermoeden van multiproblematiek alleen bij Werkbehoud."""
    gesignaleerd_op: date
    """De dag waarop het bleek; vanaf het begin van de dienst."""
    toelichting: LangeTekst
    """Wat er speelt."""


async def geef_signaal(h: Handeling, order_id: UUID, nieuw: NieuwSignaal) -> Inkooporder:
    """Record a signal; a reminder for UWV stands on the same day, until UWV closes it.

    Raises OngeldigeInvoer, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.SIGNAAL)
    eis_signaal(nieuw.soort, order.dienst)
    eis_dag(h, nieuw.gesignaleerd_op, "gesignaleerd_op", vanaf=order.start_op, wat="het begin van de dienst")
    signaal = Signaal(
        soort=nieuw.soort,
        gesignaleerd_op=nieuw.gesignaleerd_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    tekst = f"De opdrachtnemer meldt dit direct: UWV ziet het op {als_tekst(nieuw.gesignaleerd_op)}."
    return await zet_order(
        h,
        order,
        "inkooporder.signaal_gegeven",
        grond=signaal.regel.id,
        geldig_vanaf=nieuw.gesignaleerd_op,
        motivering=(signaal.regel.grond(tekst),),
        signalen=(*order.signalen, signaal),
    )

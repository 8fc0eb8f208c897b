"""Besluit over een bijstelling: UWV agrees with more hours or months, or decides otherwise on what was announced."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.bijstelling import BIJSTELLING, UWV_BIJSTELLING
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.uitvoering import Bijstelling, Bijstellingsbesluit
from app.services.bijstelverloop import beoordeel_bijstelling, einddatum_bij
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van, zet_order
from app.services.toelichting import eis_toelichting


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwBijstellingsbesluit:
    """A decision on one adjustment."""

    bijstelling: Annotated[int, Ge(1), Le(10_000)]
    """De hoeveelste bijstelling van de order, geteld vanaf 1."""
    akkoord: bool
    """UWV gaat akkoord; zonder akkoord blijft alles zoals het was."""
    besloten_op: date
    """De dag van het besluit."""
    toelichting: LangeTekst | None = None
    """Waarom niet; verplicht zonder akkoord."""


async def besluit_bijstelling(h: Handeling, order_id: UUID, nieuw: NieuwBijstellingsbesluit) -> Inkooporder:
    """Record the decision: agreed hours and months take the place of those that were ordered, and the end moves along.

    The days of the Inkooporder and of the beschikking stay: it is the same order, so its version and the moment of
    evaluation do not change. On what was only announced UWV decides through the last day of its term. Raises
    OngeldigeInvoer, Strijdig, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.BIJSTELLINGSBESLUIT)
    een = _gekozen(order, nieuw.bijstelling)
    eis_dag(h, nieuw.besloten_op, "besloten_op", vanaf=een.gemeld_op, wat="de bijstelling")
    eis_toelichting(nieuw.toelichting, tenzij=nieuw.akkoord, als=f"u niet akkoord bent ({BIJSTELLING.id})")
    _eis_open(een, nieuw.besloten_op)
    peil = peil_van(h, order)
    regel = beoordeel_bijstelling(peil, order, een)
    velden = _inkoop(h, order, een, nieuw.besloten_op, peil) if een.substantieel and nieuw.akkoord else {}
    return await zet_order(
        h,
        order,
        "inkooporder.bijstelling_akkoord" if nieuw.akkoord else "inkooporder.bijstelling_afgewezen",
        grond=BIJSTELLING.id,
        geldig_vanaf=nieuw.besloten_op,
        motivering=regel.motivering,
        peil=peil,
        toets=UWV_BIJSTELLING.naam,
        bijstellingen=_met_besluit(h, order, nieuw),
        **velden,
    )


def _gekozen(order: Inkooporder, nummer: int) -> Bijstelling:
    tekst = f"Deze order heeft {len(order.bijstellingen)} bijstellingen."
    eis(nummer <= len(order.bijstellingen), "bijstelling", "onbekend", tekst)
    return order.bijstellingen[nummer - 1]


def _eis_open(een: Bijstelling, op: date) -> None:
    if een.besluit is not None:
        raise Strijdig("al-besloten", "UWV heeft over deze bijstelling al besloten.")
    if een.bezwaar_tot is not None and op > een.bezwaar_tot:
        tekst = f"UWV kon tot en met {als_tekst(een.bezwaar_tot)} anders beslissen ({BIJSTELLING.id})."
        raise Strijdig("bezwaartermijn-voorbij", tekst)


def _inkoop(h: Handeling, order: Inkooporder, een: Bijstelling, op: date, peil: Peil) -> dict[str, Any]:
    eind = einddatum_bij(peil, order, een.doorlooptijd_maanden)
    if order.inkoop is None or eind is None:
        return {}
    if eind < op:
        tekst = (
            f"Met deze bijstelling eindigde de dienst op {als_tekst(eind)}: akkoord komt te laat ({BIJSTELLING.id})."
        )
        raise Strijdig("einde-verstreken", tekst)
    inkoop = replace(
        order.inkoop,
        uren=een.uren,
        doorlooptijd_maanden=een.doorlooptijd_maanden,
        door=h.beller.wie,
        op=h.nu,
    )
    return {"inkoop": inkoop}


def _met_besluit(h: Handeling, order: Inkooporder, nieuw: NieuwBijstellingsbesluit) -> tuple[Bijstelling, ...]:
    besluit = Bijstellingsbesluit(
        akkoord=nieuw.akkoord,
        besloten_op=nieuw.besloten_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    alle = enumerate(order.bijstellingen, start=1)
    return tuple(replace(een, besluit=besluit) if nummer == nieuw.bijstelling else een for nummer, een in alle)

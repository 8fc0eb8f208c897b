"""Verstrek een inkooporder voor Werkbehoud: no plan comes first, and the service begins on that day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Motivering
from app.domain.fouten import Strijdig
from app.domain.uwv.grenzen import WERKBEHOUD_MAX
from app.domain.uwv.inzet import UWV_DIENST
from app.domain.uwv.looptijd import PLAN_GEEN
from app.domain.uwv.order.inkoop import Inkoop
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.order.werkbehoud import andere_inzet, eis_na_elkaar
from app.domain.uwv.order.werkplan import Maanden
from app.services.bijstelverloop import einddatum_bij
from app.services.handeling import Handeling
from app.services.inkooporderverloop import THEMA, eis_dag, open_order, peil_van, zet_order
from app.services.verstrek_opdracht import dienstfeiten, eis_inkoopbaar, kies_opdrachtnemer, kies_versie
from app.services.werkverloop import beoordeel_werk


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweVerstrekking:
    """An Inkooporder for Werkbehoud as it is given."""

    opdrachtnemer_id: UUID
    """Aan welke opdrachtnemer."""
    inkooporder_op: date
    """De dagtekening; die dag begint de dienst, en zij bepaalt de versie van de eisen."""
    uren: Annotated[int, Ge(1), Le(10_000)]
    """Geaccordeerde begeleidingsuren."""
    doorlooptijd_maanden: Maanden
    """De maximale individuele doorlooptijd."""
    beschikking_op: date
    """De dag van de beschikking aan de cliënt."""


async def verstrek_werkbehoud(h: Handeling, order_id: UUID, nieuw: NieuweVerstrekking) -> Inkooporder:
    """Record the Inkooporder, at most so many times per resumption of work as the rule allows.

    Raises OngeldigeInvoer, Strijdig with every reason against the service, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.VERSTREKKING)
    op = nieuw.inkooporder_op
    eis_dag(h, op, "inkooporder_op", vanaf=order.client.hervatting_op, wat="de werkhervatting")
    eis_dag(h, nieuw.beschikking_op, "beschikking_op", vanaf=op, wat="de Inkooporder")
    opdrachtnemer, raam = await kies_opdrachtnemer(h, order, nieuw.opdrachtnemer_id, op)
    overzicht, versiegronden = kies_versie(h, op, "inkooporder_op")
    peil = h.peil(THEMA, op)
    inzet = await _inzet(h, order, nieuw, peil)
    return await zet_order(
        h,
        order,
        "inkooporder.verstrekt",
        grond=PLAN_GEEN.id,
        geldig_vanaf=op,
        motivering=(raam, *versiegronden, *inzet),
        peil=peil,
        toets=UWV_DIENST.naam,
        toestand=Ordertoestand.IN_UITVOERING,
        opdrachtnemer_id=opdrachtnemer.id,
        organisatie=opdrachtnemer.kenmerk,
        overzicht=overzicht,
        start_op=op,
        inkoop=_inkoop(h, nieuw),
    )


async def _inzet(h: Handeling, order: Inkooporder, nieuw: NieuweVerstrekking, peil: Peil) -> Motivering:
    """Why the service may be given; raises Strijdig with every reason against it."""
    op, uren, maanden = nieuw.inkooporder_op, nieuw.uren, nieuw.doorlooptijd_maanden
    van_klant = await h.tx.vind(Inkooporder, klant_id=order.klant_id)
    _eis_plaatsing(h, order, van_klant, op)
    anderen = andere_inzet(order, van_klant)
    feiten = dienstfeiten(order, op, uren=uren, maanden=maanden, eerdere_werkbehoud=len(anderen))
    besluit = UWV_DIENST.beoordeel(peil, feiten)
    eis_inkoopbaar(besluit.uitkomst.redenen)
    gedacht = replace(order, inkoop=_inkoop(h, nieuw), start_op=op)
    eis_na_elkaar(anderen, op, einddatum_bij(peil, gedacht, maanden) or op)
    return besluit.motivering


def _inkoop(h: Handeling, nieuw: NieuweVerstrekking) -> Inkoop:
    return Inkoop(
        inkooporder_op=nieuw.inkooporder_op,
        beschikking_op=nieuw.beschikking_op,
        uren=nieuw.uren,
        doorlooptijd_maanden=nieuw.doorlooptijd_maanden,
        door=h.beller.wie,
        op=h.nu,
    )


def _eis_plaatsing(h: Handeling, order: Inkooporder, van_klant: tuple[Inkooporder, ...], op: date) -> None:
    """After a Plaatsing Werkbehoud can be given from its day on; raises Strijdig before."""
    for ander in van_klant:
        if order.client.hervatting_op in {werk.hervatting_op for werk in ander.werkhervattingen}:
            stand = beoordeel_werk(peil_van(h, ander), ander, ander.werkhervattingen, op)
            if not stand.uitkomst.plaatsing:
                tekst = f"Na een plaatsing kan Werkbehoud pas als drie maanden is gewerkt ({WERKBEHOUD_MAX.id})."
                raise Strijdig("nog-geen-plaatsing", tekst)

"""Beoordeel het resultaat van een inkooporder: UWV decides whether it was reached, and what follows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.beleid import Peil
from app.domain.besluit import Motivering
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Resultaatoordeel, resultaat_van
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.plaatsing import PLAATSING
from app.domain.uwv.vervolg import UWV_VERVOLG, VERVOLG, Dienstvervolg, UwvVervolgFeiten
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van, zet_order
from app.services.toelichting import eis_toelichting
from app.services.werkverloop import beoordeel_werk


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwResultaatoordeel:
    """A judgement as it is given."""

    behaald: bool
    """Het resultaat is behaald."""
    oordeel_op: date
    """De dag van het oordeel."""
    vervolg: Dienstvervolg | None = None
    """Welke ondersteuning volgt; leeg als de dienst geen vervolg kent."""
    toelichting: LangeTekst | None = None
    """Waarom; verplicht als het resultaat niet is behaald."""


async def beoordeel_resultaat(h: Handeling, order_id: UUID, nieuw: NieuwResultaatoordeel) -> Inkooporder:
    """Record UWV's judgement: Naar werk succeeds by a Plaatsing in time, and only what the source names may follow.

    Raises OngeldigeInvoer, Strijdig without a Plaatsing, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.RESULTAATOORDEEL)
    ontvangen = order.rapport.ontvangen_op if order.rapport else None
    eis_dag(h, nieuw.oordeel_op, "oordeel_op", vanaf=ontvangen, wat="de ontvangst van de eindrapportage")
    eis_toelichting(nieuw.toelichting, tenzij=nieuw.behaald, als="het resultaat niet is behaald")
    peil = peil_van(h, order)
    gronden = (*_plaatsing(peil, order, nieuw), *_vervolg(peil, order, nieuw))
    return await zet_order(
        h,
        order,
        "inkooporder.beoordeeld",
        grond=VERVOLG.id,
        geldig_vanaf=nieuw.oordeel_op,
        einde=nieuw.oordeel_op,
        motivering=gronden,
        peil=peil,
        toets=UWV_VERVOLG.naam,
        toestand=Ordertoestand.BEOORDEELD,
        resultaatoordeel=_oordeel(h, nieuw),
        oordeel_op=nieuw.oordeel_op,
        resultaat=resultaat_van(order.beeindiging, behaald=nieuw.behaald),
    )


def _oordeel(h: Handeling, nieuw: NieuwResultaatoordeel) -> Resultaatoordeel:
    return Resultaatoordeel(
        behaald=nieuw.behaald,
        oordeel_op=nieuw.oordeel_op,
        vervolg=nieuw.vervolg,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )


def _plaatsing(peil: Peil, order: Inkooporder, nieuw: NieuwResultaatoordeel) -> Motivering:
    """Naar werk: whether there is a Plaatsing that began in time, on the day of the judgement."""
    if order.dienst is not Dienst.NAAR_WERK:
        return ()
    besluit = beoordeel_werk(peil, order, order.werkhervattingen, nieuw.oordeel_op) if order.werkhervattingen else None
    geplaatst = besluit is not None and besluit.uitkomst.plaatsing and besluit.uitkomst.hervatting_tijdig
    if nieuw.behaald and not geplaatst:
        tekst = f"Zonder plaatsing die op tijd begon is het resultaat van Naar werk niet behaald ({PLAATSING.id})."
        raise Strijdig("geen-plaatsing", tekst)
    return besluit.motivering if besluit else ()


def _vervolg(peil: Peil, order: Inkooporder, nieuw: NieuwResultaatoordeel) -> Motivering:
    """Only what the source names may follow; a choice is asked where it names no support at all as one of them."""
    besluit = UWV_VERVOLG.beoordeel(peil, UwvVervolgFeiten(dienst=order.dienst, plaatsing=nieuw.behaald))
    kan = besluit.uitkomst.mogelijkheden
    if nieuw.vervolg is None:
        tekst = f"Kies wat volgt, ook als dat niets is ({VERVOLG.id})."
        eis(Dienstvervolg.GEEN_VERVOLG not in kan, "vervolg", "verplicht", tekst)
    else:
        tekst = f"{besluit.motivering[0].tekst.removesuffix('.')} ({VERVOLG.id})."
        eis(nieuw.vervolg in kan, "vervolg", "niet-mogelijk", tekst)
    return besluit.motivering

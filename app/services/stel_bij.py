"""Stel een lopende dienst bij: more hours or months are asked once, another use of them is announced."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.fouten import Strijdig, Veldfout, eis, eis_geen
from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst
from app.domain.termijnen import dagen_na
from app.domain.uwv.bijstelling import BIJSTELLING, UWV_BIJSTELLING, UwvBijstellingUitkomst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import Reintegratieplan
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.order.uitvoering import Bijstelling
from app.domain.uwv.order.werkplan import Maanden, geen_uren
from app.domain.uwv.termijnen import bijstelling_oordeel
from app.services.bijstelverloop import beoordeel_bijstelling, einddatum_bij
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van, zet_order
from app.services.plankeuring import keur_plan

Bijsteluren = Annotated[int, Ge(1), Le(10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweBijstelling:
    """An adjustment as it is asked or announced."""

    gemeld_op: date
    """De dag waarop UWV haar ontving; voor de laatste dag van de dienst."""
    uren: Bijsteluren | None = None
    """Begeleidingsuren na de bijstelling; leeg bij een vaste prijs, en anders verplicht."""
    doorlooptijd_maanden: Maanden
    """Doorlooptijd na de bijstelling."""
    andere_activiteiten: bool
    """Er komen andere activiteiten, of de uren worden anders verdeeld."""
    reden: LangeTekst
    """Waarom."""
    plan: Reintegratieplan | None = None
    """Het aangepaste plan; verplicht als er uren of maanden bij komen, maar nooit bij Werkbehoud."""


async def stel_bij(h: Handeling, order_id: UUID, nieuw: NieuweBijstelling) -> Inkooporder:
    """Record an adjustment: more hours or months wait for UWV, anything else may go on unless UWV decides otherwise.

    What UWV ordered is a maximum that only UWV moves (keuze): fewer hours or months are announced and leave the
    approved ones and the last day as they are, so that nothing has to be undone when UWV decides otherwise. Raises
    OngeldigeInvoer, Strijdig with every reason against it or while a substantial one waits, and what opening an order
    raises.
    """
    order = await open_order(h, order_id, Orderstap.BIJSTELLING)
    peil = peil_van(h, order)
    _eis_dagen(h, order, nieuw)
    _eis_wijziging(order, nieuw)
    besluit = beoordeel_bijstelling(peil, order, nieuw)
    _eis_einde(h, order, nieuw, peil)
    _eis_plan(h, order, nieuw, peil, substantieel=besluit.uitkomst.substantieel)
    if besluit.uitkomst.substantieel and any(een.wacht for een in order.bijstellingen):
        tekst = f"UWV heeft nog niet besloten over de vorige substantiële bijstelling ({BIJSTELLING.id})."
        raise Strijdig("bijstelling-onbeslist", tekst)
    return await _zet(h, order, nieuw, besluit, peil)


async def _zet(
    h: Handeling, order: Inkooporder, nieuw: NieuweBijstelling, besluit: Besluit[UwvBijstellingUitkomst], peil: Peil
) -> Inkooporder:
    """Record it; what asks UWV's approval gives UWV a term."""
    substantieel = besluit.uitkomst.substantieel
    oordeel = bijstelling_oordeel(peil, nieuw.gemeld_op) if substantieel else None
    bijstelling = _bijstelling(h, nieuw, besluit.uitkomst, oordeel[0] if oordeel else None)
    return await zet_order(
        h,
        order,
        "inkooporder.bijstelling_gevraagd" if substantieel else "inkooporder.bijstelling_gemeld",
        grond=BIJSTELLING.id,
        geldig_vanaf=nieuw.gemeld_op,
        motivering=(*besluit.motivering, *(oordeel[1:] if oordeel else ())),
        peil=peil,
        toets=UWV_BIJSTELLING.naam,
        bijstellingen=(*order.bijstellingen, bijstelling),
    )


def _bijstelling(
    h: Handeling, nieuw: NieuweBijstelling, uitkomst: UwvBijstellingUitkomst, oordeel_uiterlijk: date | None
) -> Bijstelling:
    dagen = uitkomst.bezwaartermijn_dagen
    return Bijstelling(
        gemeld_op=nieuw.gemeld_op,
        uren=nieuw.uren,
        doorlooptijd_maanden=nieuw.doorlooptijd_maanden,
        andere_activiteiten=nieuw.andere_activiteiten,
        reden=nieuw.reden,
        plan=nieuw.plan,
        substantieel=uitkomst.substantieel,
        bezwaar_tot=None if dagen is None else dagen_na(nieuw.gemeld_op, dagen, pad="gemeld_op"),
        oordeel_uiterlijk=oordeel_uiterlijk,
        besluit=None,
        door=h.beller.wie,
        op=h.nu,
    )


def _eis_dagen(h: Handeling, order: Inkooporder, nieuw: NieuweBijstelling) -> None:
    eis_dag(h, nieuw.gemeld_op, "gemeld_op", vanaf=order.start_op, wat="het begin van de dienst")
    if order.einddatum is not None:
        tekst = f"Bijstellen kan tot de laatste dag van de dienst, {als_tekst(order.einddatum)} ({BIJSTELLING.id})."
        eis(nieuw.gemeld_op < order.einddatum, "gemeld_op", "te-laat", tekst)


def _eis_wijziging(order: Inkooporder, nieuw: NieuweBijstelling) -> None:
    """Hours belong to a service without a fixed price, and to no other; something must change."""
    if order.dienst.vaste_prijs and nieuw.uren is not None:
        eis_geen((geen_uren("uren"),))
    verplicht = order.dienst.vaste_prijs or nieuw.uren is not None
    eis(verplicht, "uren", "verplicht", f"Geef de begeleidingsuren na de bijstelling ({BIJSTELLING.id}).")
    inkoop = order.inkoop
    gelijk = inkoop is not None and (inkoop.uren, inkoop.doorlooptijd_maanden) == (
        nieuw.uren,
        nieuw.doorlooptijd_maanden,
    )
    tekst = "Uren, maanden en activiteiten blijven gelijk: er is niets om bij te stellen."
    eis(nieuw.andere_activiteiten or not gelijk, "andere_activiteiten", "geen-wijziging", tekst)


def _eis_einde(h: Handeling, order: Inkooporder, nieuw: NieuweBijstelling, peil: Peil) -> None:
    eind = einddatum_bij(peil, order, nieuw.doorlooptijd_maanden)
    tekst = "Met deze doorlooptijd is de dienst al voorbij."
    eis(eind is None or eind >= h.vandaag, "doorlooptijd_maanden", "einde-verstreken", tekst)


def _eis_plan(h: Handeling, order: Inkooporder, nieuw: NieuweBijstelling, peil: Peil, *, substantieel: bool) -> None:
    """Werkbehoud is adjusted by its own form; elsewhere UWV agrees with more by a whole plan that says so."""
    if order.dienst.werkbehoud:
        tekst = f"Werkbehoud heeft geen re-integratieplan: het eigen formulier volstaat ({BIJSTELLING.id})."
        eis(nieuw.plan is None, "plan", "niet-van-toepassing", tekst)
        return
    tekst = f"Voor meer uren of maanden is een aangepast plan nodig ({BIJSTELLING.id})."
    eis(nieuw.plan is not None or not substantieel, "plan", "verplicht", tekst)
    if nieuw.plan is not None:
        anders = _anders_dan_gevraagd(nieuw, nieuw.plan)
        keur_plan(h, order, nieuw.plan, peil, *anders, ontvangen_op=nieuw.gemeld_op)


def _anders_dan_gevraagd(nieuw: NieuweBijstelling, plan: Reintegratieplan) -> Iterator[Veldfout]:
    if plan.uren != (nieuw.uren or 0):
        tekst = f"Het plan telt {plan.uren} uren en de bijstelling {nieuw.uren or 0}."
        yield Veldfout("plan.activiteiten", "anders-dan-gevraagd", tekst)
    if plan.doorlooptijd_maanden not in (None, nieuw.doorlooptijd_maanden):
        tekst = "De doorlooptijd van het plan is een andere dan die van de bijstelling."
        yield Veldfout("plan.doorlooptijd_maanden", "anders-dan-gevraagd", tekst)

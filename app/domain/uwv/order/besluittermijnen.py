"""What UWV decides while a service runs, as terms of UWV, and which terms the order itself shows to be done."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.domain.besluit import Regel
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort, genummerd
from app.domain.uwv.bijstelling import BIJSTELLING
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Terugmelding
from app.domain.uwv.order.uitvoering import Bijstelling, Evaluatie
from app.domain.uwv.termijnen import BIJSTELLING_OORDEEL

UWV = "uwv"
Plannen = Iterator[Termijnplan]
_ADVIES = Regel("uwv.evaluatie", "UWV", "§3.2.1", keuze=True)
_TERUG = Regel("uwv.terugmelding", "UWV", "§4.6", keuze=True)
"""UWV must agree, say the sources, without a day: the reminder is for the day on which it was asked."""
_S = Termijnsoort


def termijn(
    soort: Termijnsoort, regel: Regel, rol: str, basis: date | None, uiterlijk: date | None, **meer: Any
) -> Plannen:
    """One term, once its base and its day are known."""
    if basis is not None and uiterlijk is not None:
        yield Termijnplan(soort=soort, regel=regel, rol=rol, basis_op=basis, uiterlijk_op=uiterlijk, **meer)


def te_besluiten(order: Inkooporder) -> Plannen:
    """What waits for UWV: an advice to stop, an adjustment, an early return."""
    yield from _adviezen(order)
    yield from _bijstellingen(order)
    yield from _terugmeldingen(order)


def gedaan_volgens(order: Inkooporder) -> Mapping[str, date]:
    """Name the terms that the order shows to be done, each with its day: UWV decided, or the months of work got full.

    So that whichever step records it, also the end of the service, the term is met or missed and never lapses.
    """
    return {naam: op for naam, op in _gedaan(order) if op is not None}


def _adviezen(order: Inkooporder) -> Plannen:
    for nummer, een in enumerate(order.evaluaties, start=1):
        if een.wacht:
            op, meer = een.gehouden_op, {"volgnummer": nummer, "herinnering": True}
            yield from termijn(_S.EVALUATIEBESLUIT, _ADVIES, UWV, op, op, **meer)


def _bijstellingen(order: Inkooporder) -> Plannen:
    """More hours or months have a term to meet; until when UWV can decide otherwise is a day that passes by itself."""
    for nummer, een in enumerate(order.bijstellingen, start=1):
        if een.besluit is None:
            op, meer = een.gemeld_op, {"volgnummer": nummer}
            oordeel, bezwaar = een.oordeel_uiterlijk, een.bezwaar_tot
            yield from termijn(_S.BIJSTELLINGSOORDEEL, BIJSTELLING_OORDEEL, UWV, op, oordeel, **meer)
            yield from termijn(_S.BIJSTELLINGSBEZWAAR, BIJSTELLING, UWV, op, bezwaar, **meer, herinnering=True)


def _terugmeldingen(order: Inkooporder) -> Plannen:
    for nummer, een in enumerate(order.terugmeldingen, start=1):
        if een.besluit is None:
            op, meer = een.gemeld_op, {"volgnummer": nummer, "herinnering": True}
            yield from termijn(_S.TERUGMELDBESLUIT, _TERUG, UWV, op, op, **meer)


def _gedaan(order: Inkooporder) -> Iterator[tuple[str, date | None]]:
    delen: tuple[tuple[Termijnsoort, tuple[Evaluatie | Bijstelling | Terugmelding, ...]], ...] = (
        (_S.EVALUATIEBESLUIT, order.evaluaties),
        (_S.BIJSTELLINGSOORDEEL, order.bijstellingen),
        (_S.BIJSTELLINGSBEZWAAR, order.bijstellingen),
        (_S.TERUGMELDBESLUIT, order.terugmeldingen),
    )
    for soort, gevraagd in delen:
        for nummer, een in enumerate(gevraagd, start=1):
            yield genummerd(soort, nummer), een.besluit.besloten_op if een.besluit else None
    for nummer, werk in enumerate(order.werkhervattingen, start=1):
        yield genummerd(_S.PLAATSING, nummer), werk.plaatsing_op

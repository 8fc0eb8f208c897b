"""Which terms a screening starts, for whom, and by which rule (IOM PB §2.1, §2.2.2-2.2.3)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.basisdienstverlening.screening.afspraken import INKOMENSAFSPRAAK, RAPPORTAGE, STUKKEN
from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten, Vraag
from app.domain.basisdienstverlening.screening.uitkomst import ScreeningUitkomst, Vervolg
from app.domain.basisdienstverlening.screening.vervolg import DIAGNOSE, VERVOLGGESPREK
from app.domain.basisdienstverlening.voorschot import VERZOEK, voorschot_uiterlijk
from app.domain.beleid import Peil
from app.domain.dossier.termijn import Termijnplan, met_spoed
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.termijnen import kalender
from app.domain.tijd import dag_in_nederland

VAN_DE_AANVRAAG = (Termijnsoort.ZOEKPERIODE, Termijnsoort.STREEFBESLUIT, Termijnsoort.BESLUIT)
"""Terms of a melding that have no sense without an application for a uitkering."""
VAN_DE_STUKKEN = (Termijnsoort.STUKKEN, Termijnsoort.NABELLEN)
"""Terms of a screening that are done once the application is complete."""
VAN_HET_INKOMEN = (*VAN_DE_STUKKEN, Termijnsoort.INKOMENSAFSPRAAK, Termijnsoort.VOORSCHOT)
"""Terms of a screening that have no sense once the application is decided."""
CONSULENT = "inkomensconsulent"


def aanvraag_volgt(feiten: ScreeningFeiten, uitkomst: ScreeningUitkomst) -> bool:
    """Whether an application for a uitkering comes after the talk: asked for, and this is the desk."""
    return feiten.vraag is Vraag.UITKERING and uitkomst.juiste_loket


def besluit_volgt(feiten: ScreeningFeiten, uitkomst: ScreeningUitkomst) -> bool:
    """Whether there is something to decide by beschikking: an application, or a proposed rejection."""
    return aanvraag_volgt(feiten, uitkomst) or uitkomst.vervolg is Vervolg.AFWIJZEN


def termijnen_van_screening(
    peil: Peil,
    feiten: ScreeningFeiten,
    uitkomst: ScreeningUitkomst,
    *,
    meldingsdatum: date,
    gerapporteerd_op: date,
    spoed: bool,
    volledig_op: date | None = None,
) -> tuple[Termijnplan, ...]:
    """Give the terms that the outcome asks for; papers and an income appointment only with an application.

    Of an application that was complete (`volledig_op`) before the talk was recorded, the papers are done already.
    With `spoed` every term goes before other work; a voorschot at broodnood always does.
    """
    op = feiten.gespreksdag
    plannen = [_rapportage(uitkomst, op, gerapporteerd_op)]
    if uitkomst.ambitiegesprek_uiterlijk is not None:
        plannen.extend(_gesprek(uitkomst, op, uitkomst.ambitiegesprek_uiterlijk))
    if aanvraag_volgt(feiten, uitkomst):
        plannen.extend(plan_aanvraagtermijnen(uitkomst, op, volledig_op))
    if uitkomst.voorschot:
        plannen.append(plan_voorschot(meldingsdatum, voorschot_uiterlijk(peil, meldingsdatum), spoed=True))
    return met_spoed(plannen, spoed=spoed)


def plan_gesprek_alsnog(peil: Peil, op: date, *, spoed: bool) -> Termijnplan:
    """Plan the ambitiegesprek after all, counted from the day on which a proposed rejection was refused."""
    uiterlijk = kalender(peil).werkdagen_na(op, peil["iom.screening.ambitiegesprek.werkdagen"].getal, pad="op")
    return replace(_ambitiegesprek(op, uiterlijk), spoed=spoed)


def plan_voorschot(basis_op: date, uiterlijk_op: date, *, spoed: bool) -> Termijnplan:
    """Plan the first or the next voorschot."""
    return Termijnplan(
        soort=Termijnsoort.VOORSCHOT,
        regel=VERZOEK,
        rol=CONSULENT,
        basis_op=basis_op,
        uiterlijk_op=uiterlijk_op,
        spoed=spoed,
    )


def _gesprek(uitkomst: ScreeningUitkomst, op: date, uiterlijk: date) -> Iterator[Termijnplan]:
    yield _ambitiegesprek(op, uiterlijk)
    if uitkomst.diagnose_uiterlijk is not None:
        yield plan_diagnose(op, uitkomst.diagnose_uiterlijk)


def plan_diagnose(op: date, uiterlijk: date) -> Termijnplan:
    """Plan that the klant fills in Dariuz."""
    return replace(_ambitiegesprek(op, uiterlijk), soort=Termijnsoort.DIAGNOSE, regel=DIAGNOSE)


def _ambitiegesprek(op: date, uiterlijk: date) -> Termijnplan:
    return Termijnplan(
        soort=Termijnsoort.AMBITIEGESPREK,
        regel=VERVOLGGESPREK,
        rol="trajectconsulent",
        basis_op=op,
        uiterlijk_op=uiterlijk,
    )


def plan_aanvraagtermijnen(uitkomst: ScreeningUitkomst, op: date, volledig_op: date | None) -> Iterator[Termijnplan]:
    """Plan the papers, the call about them and the income appointment, which count from this day."""
    stukken = Termijnplan(
        soort=Termijnsoort.STUKKEN, regel=STUKKEN, rol=CONSULENT, basis_op=op, uiterlijk_op=uitkomst.stukken_uiterlijk
    )
    tot = uitkomst.inkomensafspraak_tot
    bellen = replace(stukken, soort=Termijnsoort.NABELLEN, uiterlijk_op=uitkomst.nabellen_op, herinnering=True)
    yield from (replace(plan, afgedaan_op=volledig_op) for plan in (stukken, bellen))
    yield replace(stukken, soort=Termijnsoort.INKOMENSAFSPRAAK, regel=INKOMENSAFSPRAAK, uiterlijk_op=tot)


def _rapportage(uitkomst: ScreeningUitkomst, op: date, gerapporteerd_op: date) -> Termijnplan:
    uiterlijk = uitkomst.rapportage_uiterlijk
    return Termijnplan(
        soort=Termijnsoort.RAPPORTAGE,
        regel=RAPPORTAGE,
        rol=CONSULENT,
        basis_op=op,
        uiterlijk_op=dag_in_nederland(uiterlijk, pad="gesprek_op"),
        uiterlijk_moment=uiterlijk,
        afgedaan_op=gerapporteerd_op,
    )

"""What still follows when a proposed rejection is refused: everything that comes with an ambitiegesprek (PB §2.2.2)."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.basisdienstverlening.screening.afspraken import maak_afspraken
from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten
from app.domain.basisdienstverlening.screening.termijnen import (
    plan_aanvraagtermijnen,
    plan_diagnose,
    plan_gesprek_alsnog,
)
from app.domain.basisdienstverlening.screening.uitkomst import ScreeningUitkomst
from app.domain.basisdienstverlening.screening.vervolg import kies_diagnose
from app.domain.beleid import Peil
from app.domain.dossier.termijn import Termijnplan, met_spoed
from app.domain.tijd import dag_in_nederland


def termijnen_na_weigering(
    peil: Peil,
    feiten: ScreeningFeiten,
    uitkomst: ScreeningUitkomst,
    *,
    geweigerd_op: datetime,
    spoed: bool,
    volledig_op: date | None = None,
) -> tuple[Termijnplan, ...]:
    """Give the terms of talk, diagnosis, papers and income; the last two are needed as the application goes on.

    Keuze: no source says from when. The ambitiegesprek counts from the day of the refusal. Diagnosis, papers, the call
    about them and the income appointment count from the talk, and all four from the day of the refusal once the first
    of their days has passed: nobody is late with what was not asked. Of an application that was complete
    (`volledig_op`) the papers are done.
    """
    op = dag_in_nederland(geweigerd_op, pad="geweigerd_op")
    if _eerste_dag(peil, feiten, uitkomst) < op:
        feiten = replace(feiten, gesprek_op=geweigerd_op)
    _, diagnose_uiterlijk, _ = kies_diagnose(peil, feiten)
    basis, afspraken = feiten.gespreksdag, maak_afspraken(peil, feiten)
    geteld = replace(
        uitkomst,
        stukken_uiterlijk=afspraken.stukken_uiterlijk,
        nabellen_op=afspraken.nabellen_op,
        inkomensafspraak_tot=afspraken.inkomensafspraak_tot,
    )
    diagnose = () if diagnose_uiterlijk is None else (plan_diagnose(basis, diagnose_uiterlijk),)
    gesprek = plan_gesprek_alsnog(peil, op, spoed=spoed)
    return met_spoed((gesprek, *diagnose, *plan_aanvraagtermijnen(geteld, basis, volledig_op)), spoed=spoed)


def _eerste_dag(peil: Peil, feiten: ScreeningFeiten, uitkomst: ScreeningUitkomst) -> date:
    _, diagnose_uiterlijk, _ = kies_diagnose(peil, feiten)
    dagen = (diagnose_uiterlijk, uitkomst.stukken_uiterlijk, uitkomst.nabellen_op, uitkomst.inkomensafspraak_tot)
    return min(dag for dag in dagen if dag is not None)

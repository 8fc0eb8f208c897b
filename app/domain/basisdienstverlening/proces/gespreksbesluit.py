"""Whether someone of another municipality has an ambitiegesprek: a decision by a person (IOM PB §2.3.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from app.domain.besluit import Regel
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.soorten import Afgeschermd, LangeTekst

CENTRUM_AMBITIE = Regel("iom.centrumgemeente.ambitie", "IOM PB", "§2.3.2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksbesluit:
    """The decision of the inkomensconsulent for one klant without a fixed address from another municipality."""

    klant_id: UUID
    """Over wie: de klant of de partner van de melding."""
    nodig: bool
    """Er komt een ambitiegesprek."""
    toelichting: Annotated[LangeTekst, Afgeschermd("gespreksafweging")]
    """Waarom wel of niet."""
    door: str
    """Wie het besloot."""
    op: datetime
    """Wanneer."""


def plan_gespreksbesluit(op: date, *, spoed: bool) -> Termijnplan:
    """Remind the inkomensconsulent to decide; no source gives a term, so on the day on which it can be decided."""
    return Termijnplan(
        soort=Termijnsoort.GESPREKSBESLUIT,
        regel=CENTRUM_AMBITIE,
        rol="inkomensconsulent",
        basis_op=op,
        uiterlijk_op=op,
        herinnering=True,
        spoed=spoed,
    )

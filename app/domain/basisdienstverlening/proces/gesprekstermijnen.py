"""Which terms an ambitiegesprek brings, for whom, and by which rule (IOM PB §2.2.3, §2.3.1)."""

from collections.abc import Iterator
from datetime import date

from app.domain.basisdienstverlening.ambitiegesprek import HERINNERING, STUDIEPLICHT
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Studieplichtbesluit
from app.domain.dossier.termijn import Termijnplan
from app.domain.tijd import dag_in_nederland


def termijnen_van_ambitiegesprek(gesprek: Ambitiegesprek, vandaag: date) -> tuple[Termijnplan, ...]:
    """Give the reminders that a talk asks for as it stands."""
    studieplicht = [plan_studieplicht(gesprek.studieplicht)] if gesprek.studieplicht else []
    return (*_herinnering(gesprek, vandaag), *studieplicht)


def plan_studieplicht(besluit: Studieplichtbesluit) -> Termijnplan:
    """Plan that the inkomensconsulent, told at once, puts the decision into the beschikking."""
    op = dag_in_nederland(besluit.op, pad="op")
    return Termijnplan(
        soort="studieplicht_in_beschikking",
        regel=STUDIEPLICHT,
        rol="inkomensconsulent",
        basis_op=op,
        uiterlijk_op=op,
        herinnering=True,
    )


def _herinnering(gesprek: Ambitiegesprek, vandaag: date) -> Iterator[Termijnplan]:
    """Remind of Dariuz while it is not filled in and the talk lies ahead."""
    herinner_op = gesprek.uitkomst.herinnering_diagnose_op
    if herinner_op is None or gesprek.feiten.diagnose_ingevuld or gesprek.gespreksdag <= vandaag:
        return
    yield Termijnplan(
        soort="herinnering_diagnose",
        regel=HERINNERING,
        rol="trajectconsulent",
        basis_op=gesprek.gespreksdag,
        uiterlijk_op=herinner_op,
        herinnering=True,
    )

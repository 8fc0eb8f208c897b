"""Which terms an ambitiegesprek brings, for whom, and by which rule (IOM PB §2.2.3, §2.3.1)."""

from datetime import date

from app.domain.basisdienstverlening.ambitiegesprek.herinnering import HERINNERING
from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import STUDIEPLICHT
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Studieplichtbesluit
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.tijd import dag_in_nederland

HERINNERINGEN = (Termijnsoort.HERINNERING_DIAGNOSE, Termijnsoort.HERINNERING_GESPREK)
"""What a talk reminds of itself as long as no appointment is planned for it."""


def termijnen_van_ambitiegesprek(
    gesprek: Ambitiegesprek, vandaag: date, *, afspraak: bool = False
) -> tuple[Termijnplan, ...]:
    """Give what a talk asks for as it stands; a planned appointment reminds instead of the talk."""
    herinneringen = () if afspraak else herinneringen_van(gesprek, vandaag)
    studieplicht = [plan_studieplicht(gesprek.studieplicht)] if gesprek.studieplicht else []
    return (*herinneringen, *studieplicht)


def plan_studieplicht(besluit: Studieplichtbesluit) -> Termijnplan:
    """Plan that the inkomensconsulent, told at once, puts the decision into the beschikking."""
    op = dag_in_nederland(besluit.op, pad="op")
    return Termijnplan(
        soort=Termijnsoort.STUDIEPLICHT_IN_BESCHIKKING,
        regel=STUDIEPLICHT,
        rol="inkomensconsulent",
        basis_op=op,
        uiterlijk_op=op,
        herinnering=True,
    )


def herinneringen_van(gesprek: Ambitiegesprek, vandaag: date) -> tuple[Termijnplan, ...]:
    """Remind of a talk that lies ahead: by sms on a day still to come, and of Dariuz while it is not filled in."""
    uitkomst, op = gesprek.uitkomst, gesprek.gespreksdag
    if op <= vandaag:
        return ()
    plannen = []
    if uitkomst.herinnering_diagnose_op is not None and not gesprek.feiten.diagnose_ingevuld:
        plannen.append(
            _herinnering(Termijnsoort.HERINNERING_DIAGNOSE, "trajectconsulent", op, uitkomst.herinnering_diagnose_op)
        )
    if uitkomst.herinnering_gesprek_op >= vandaag:
        plannen.append(_herinnering(Termijnsoort.HERINNERING_GESPREK, "receptie", op, uitkomst.herinnering_gesprek_op))
    return tuple(plannen)


def _herinnering(soort: Termijnsoort, rol: str, basis_op: date, op: date) -> Termijnplan:
    return Termijnplan(soort=soort, regel=HERINNERING, rol=rol, basis_op=basis_op, uiterlijk_op=op, herinnering=True)

"""What the talk must settle: the leefgebieden and studieplicht (IOM PB §2.2.3, §2.3.1)."""

from datetime import date

from app.domain.basisdienstverlening.ambitiegesprek.feiten import AmbitiegesprekFeiten
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.leeftijd import leeftijd

LEEFGEBIEDEN = Regel("iom.ambitie.leefgebieden", "IOM PB", "§2.2.3, bijlage 2")
STUDIEPLICHT = Regel("iom.ambitie.studieplicht", "IOM PB", "§2.3.1 punt 7")


def vul_samen_in(feiten: AmbitiegesprekFeiten) -> Grond | None:
    """Say why klant and intaker fill in the form together; None where the klant filled in Dariuz."""
    if feiten.diagnose is not Diagnose.FORMAT and feiten.diagnose_ingevuld:
        return None
    waarom = "Het format is gekozen" if feiten.diagnose is Diagnose.FORMAT else "Dariuz is niet ingevuld"
    return LEEFGEBIEDEN.grond(f"{waarom}: klant en intaker vullen samen het format over de leefgebieden in.")


def beoordeel_studieplicht(peil: Peil, feiten: AmbitiegesprekFeiten, op: date) -> Grond | None:
    """Say that studieplicht must be decided on, by the age on the day of the talk; None where it need not."""
    grens = peil["iom.jongere.leeftijd"]
    if feiten.startkwalificatie or leeftijd(feiten.geboortedatum, op) >= grens.getal:
        return None
    tekst = (
        f"De klant is jonger dan {grens.getal} zonder startkwalificatie: de intaker besluit met redenen over "
        "studieplicht en meldt dit de inkomensconsulent voor de beschikking."
    )
    return STUDIEPLICHT.grond(tekst, grens)

"""Who is placed by the expected term to work (IOM PB §2.2.4)."""

from app.domain.basisdienstverlening.groepsindeling.feiten import GroepsindelingFeiten
from app.domain.basisdienstverlening.groepsindeling.uitkomst import Plaatsing
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Regel

MATCHEN = Regel("iom.indeling.matchen", "IOM PB, VO", "§2.2.4, art. 1 onder b")
GROEIEN = Regel("iom.indeling.groeien", "IOM PB, VO", "§2.2.4, §4.2, art. 1 onder c")
FACILITEREN = Regel("iom.indeling.faciliteren", "IOM PB, VO", "§2.2.4, art. 1 onder d")
ZORGEN = Regel("iom.indeling.zorgen", "IOM PB, VO", "§2.2.4, art. 1 onder e")


def plaats_op_termijn(peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing:
    """Place by the months to work; beyond the last bound taking part decides."""
    kort, lang = peil["iom.indeling.matchen.maanden"], peil["iom.indeling.groeien.maanden"]
    if feiten.werkt_binnen(kort.getal):
        return Klantgroep.MATCHEN, MATCHEN.grond(f"Werk wordt binnen {kort.getal} maanden verwacht: Matchen.", kort)
    if feiten.werkt_binnen(lang.getal):
        tekst = f"Werk wordt na {kort.getal} en binnen {lang.getal} maanden verwacht: Groeien."
        return Klantgroep.GROEIEN, GROEIEN.grond(tekst, kort, lang)
    if feiten.participatie.afzijdig:
        tekst = f"Werk wordt niet binnen {lang.getal} maanden verwacht en de klant kan of wil niet deelnemen: Zorgen."
        return Klantgroep.ZORGEN, ZORGEN.grond(tekst, lang)
    tekst = f"Werk wordt niet binnen {lang.getal} maanden verwacht en de klant neemt deel of wil dat: Faciliteren."
    return Klantgroep.FACILITEREN, FACILITEREN.grond(tekst, lang)

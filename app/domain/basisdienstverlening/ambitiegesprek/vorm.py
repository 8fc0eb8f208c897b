"""How long the talk takes, and whether it needs a secured place (IOM PB §2.1, §2.2.3, §2.3.2, §2.4.4)."""

from app.domain.basisdienstverlening.ambitiegesprek.feiten import AmbitiegesprekFeiten, Wijze
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel

DUUR = Regel("iom.ambitie.duur", "IOM PB", "§2.1, §2.4.4")
VEILIGHEID = Regel("iom.ambitie.veiligheid", "IOM PB", "§2.2.3, §2.3.2")


def bepaal_duur(peil: Peil, wijze: Wijze) -> tuple[int, Grond]:
    """How long the talk takes, in minutes."""
    duur = peil[f"iom.ambitie.duur.{wijze}.minuten"]
    if wijze is Wijze.FYSIEK:
        return duur.getal, DUUR.grond(f"Het gesprek duurt ongeveer {duur.getal} minuten.", duur)
    tekst = f"Het gesprek is digitaal: {duur.getal} minuten, en een tweede gesprek is mogelijk."
    return duur.getal, DUUR.grond(tekst, duur)


def vraag_beveiliging(feiten: AmbitiegesprekFeiten) -> Grond | None:
    """Ask for a secured place where there is a risk; None without one."""
    if not feiten.veiligheidsrisico:
        return None
    return VEILIGHEID.grond("Er is een veiligheidsrisico: een andere plaats met beveiliging, zo nodig met de SR erbij.")

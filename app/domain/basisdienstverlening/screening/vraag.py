"""What the klant comes for (IOM PB §2.2.2, §2.3.4; VO art. 2)."""

from app.domain.basisdienstverlening.nugger import mag_ondersteuning
from app.domain.basisdienstverlening.screening.bevinding import Bevinding
from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten, Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.beleid import Peil
from app.domain.besluit import Regel

VRAAG = Regel("iom.screening.vraag", "IOM PB, VO", "§2.2.2, §2.3.4, art. 2 lid 3-4", keuze=True)


def beoordeel_vraag(peil: Peil, feiten: ScreeningFeiten) -> Bevinding:
    """Say what the question itself leads to."""
    match feiten.vraag:
        case Vraag.UITKERING:
            return Bevinding(VRAAG.grond("De klant vraagt een uitkering: nagegaan is of dit het juiste loket is."))
        case Vraag.WERK:
            return _werk(peil, feiten)
        case Vraag.HULP:
            tekst = "De klant vraagt hulp: verwijzing met de sociale kaart."
            return Bevinding(VRAAG.grond(tekst), (Verwijzing(naar=Naar.SOCIALE_KAART),))
        case _:
            tekst = "De klant vraagt hulp bij geld of schulden: warme overdracht aan het BAD."
            return Bevinding(VRAAG.grond(tekst), (Verwijzing(naar=Naar.BAD, warm=True),))


def mag_werkhulp(feiten: ScreeningFeiten) -> bool:
    """Return whether someone who asks for work gets the ambitiegesprek."""
    return mag_ondersteuning(
        inkomen_binnen_grens=feiten.inkomen_tot120_wml is True,
        vermogen_binnen_grens=not feiten.vermogen_boven_grens,
        doelgroepregister=feiten.doelgroepregister,
    )


def _werk(peil: Peil, feiten: ScreeningFeiten) -> Bevinding:
    grens = peil["iom.nugger.inkomen_percentage"]
    grenzen = f"{grens.bedrag.normalize():f}% van het minimumloon en de vermogensgrens"
    if feiten.doelgroepregister:
        tekst = f"De klant zoekt werk en staat in het doelgroepregister: {grenzen} gelden niet, ambitiegesprek."
    elif mag_werkhulp(feiten):
        tekst = f"De klant zoekt werk en blijft binnen {grenzen}: ambitiegesprek."
    else:
        tekst = f"De klant zoekt werk en blijft niet binnen {grenzen}: geen ambitiegesprek."
    return Bevinding(VRAAG.grond(tekst, grens))

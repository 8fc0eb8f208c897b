"""Leaving Zorgen: an assessment for Faciliteren; the source allows any other group (IOM PB §2.2.4, §6.3)."""

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.uitkomst import Oordeel, Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Regel
from app.domain.tekst import opsomming

ZORGEN = Regel("iom.wisseling.zorgen", "IOM PB", "§2.2.4, §6.3", keuze=True)


def uit_zorgen(_peil: Peil, feiten: GroepswisselingFeiten) -> Oordeel:
    """Judge a klant in Zorgen: any step towards taking part is a reason to look again."""
    stappen = _stappen(feiten)
    if not stappen:
        tekst = "De klant doet en wil geen vrijwilligerswerk, heeft geen werk onder de norm en is niet gemotiveerd"
        return Oordeel(Wisseladvies.BLIJVEN, (ZORGEN.grond(f"{tekst}: Zorgen blijft."),))
    grond = ZORGEN.grond(f"De klant {opsomming(stappen)}: beoordeel of Faciliteren past.")
    return Oordeel(Wisseladvies.BEOORDELEN, (grond,), Klantgroep.FACILITEREN)


def _stappen(feiten: GroepswisselingFeiten) -> list[str]:
    motivatie = "nu de leefgebieden verbeterd zijn" if feiten.leefgebieden_verbeterd else "ondanks de belemmeringen"
    mogelijk = {
        "doet vrijwilligerswerk": feiten.vrijwilligers_uren > 0,
        "wil vrijwilligerswerk doen": feiten.wil_vrijwilligerswerk,
        "heeft werk met een inkomen onder de bijstandsnorm": feiten.betaalde_uren > 0 and feiten.inkomen_onder_norm,
        f"is gemotiveerd om deel te nemen, {motivatie}": feiten.gemotiveerd,
    }
    return [stap for stap, gezet in mogelijk.items() if gezet]

"""Leaving Faciliteren: an assessment for Groeien comes before a change to Zorgen (IOM PB §2.2.4, §5.3)."""

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.uitkomst import Oordeel, Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.duur import minstens_maanden

VRIJWILLIGER = Regel("iom.wisseling.faciliteren_vrijwilliger", "IOM PB", "§5.3")
WERK20 = Regel("iom.wisseling.faciliteren_werk20", "IOM PB", "§5.3")
WERK10 = Regel("iom.wisseling.faciliteren_werk10", "IOM PB", "§5.3")
GEGROEID = Regel("iom.wisseling.faciliteren_gegroeid", "IOM PB", "§2.2.4")
NAAR_ZORGEN = Regel("iom.wisseling.faciliteren_zorgen", "IOM PB", "§2.2.4")


def uit_faciliteren(peil: Peil, feiten: GroepswisselingFeiten) -> Oordeel:
    """Judge a klant in Faciliteren."""
    omhoog = tuple(filter(None, (regel(peil, feiten) for regel in _NAAR_GROEIEN)))
    if omhoog:
        return Oordeel(Wisseladvies.BEOORDELEN, omhoog, Klantgroep.GROEIEN)
    zorgen = _naar_zorgen(peil, feiten)
    if zorgen:
        return Oordeel(Wisseladvies.WISSELEN, (zorgen,), Klantgroep.ZORGEN)
    tekst = "Er is geen grond om Groeien te beoordelen of naar Zorgen te wisselen: de klant blijft in Faciliteren."
    return Oordeel(Wisseladvies.BLIJVEN, (NAAR_ZORGEN.grond(tekst),))


def _vrijwilliger(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    grens = peil["iom.wisseling.faciliteren.vrijwilligersuren"]
    stabiel = not feiten.grote_problemen and feiten.kleine_problemen_stabiel
    if feiten.vrijwilligers_uren < grens.getal or not stabiel:
        return None
    wat = f"De klant doet {grens.getal} uur per week of meer vrijwilligerswerk, zonder grote of onrustige problemen"
    return VRIJWILLIGER.grond(f"{wat}: beoordeel of Groeien past.", grens)


def _werk20(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    grens = peil["iom.wisseling.faciliteren.werkuren"]
    if feiten.betaalde_uren < grens.getal:
        return None
    tekst = f"De klant heeft betaald werk van {grens.getal} uur per week of meer: beoordeel of Groeien past."
    return WERK20.grond(tekst, grens)


def _werk10(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    uren, duur = peil["iom.wisseling.faciliteren.deeltijduren"], peil["iom.wisseling.faciliteren.deeltijdmaanden"]
    sinds = feiten.betaald_werk_sinds
    if feiten.betaalde_uren < uren.getal or sinds is None or not feiten.kan_uitbreiden:
        return None
    if not minstens_maanden(sinds, duur.getal, peil.peildatum):
        return None
    werk = f"De klant heeft al {duur.getal} maanden of langer betaald werk van {uren.getal} uur per week of meer"
    return WERK10.grond(f"{werk} en kan uitbreiden: beoordeel of Groeien past.", uren, duur)


def _gegroeid(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    grens = peil["iom.indeling.groeien.maanden"]
    if feiten.maanden_tot_werk is not None and feiten.maanden_tot_werk <= grens.getal:
        return GEGROEID.grond(f"De klant kan binnen {grens.getal} maanden werken: beoordeel of Groeien past.", grens)
    if feiten.arbeidsgeschikter_door_vrijwilligerswerk:
        return GEGROEID.grond("Vrijwilligerswerk maakte de klant arbeidsgeschikter: beoordeel of Groeien past.")
    return None


def _naar_zorgen(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    grens = peil["iom.wisseling.faciliteren.afwezigheid.maanden"]
    if feiten.maanden_niet_participeren >= grens.getal:
        return NAAR_ZORGEN.grond(f"De klant kan {grens.getal} maanden of langer niet deelnemen: Zorgen.", grens)
    if feiten.motivatie_structureel_weg:
        return NAAR_ZORGEN.grond("De motivatie van de klant om deel te nemen is blijvend afgenomen: Zorgen.")
    return None


_NAAR_GROEIEN = (_vrijwilliger, _werk20, _werk10, _gegroeid)

"""Leaving Matchen: after half a year to Groeien, or one extension instead (IOM PB §2.2.4)."""

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.uitkomst import Oordeel, Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.duur import minstens_maanden
from app.domain.tekst import dag
from app.domain.termijnen import maanden_na

PARTTIME = Regel("iom.wisseling.matchen_parttime", "IOM PB", "§2.2.4")
TIJD = Regel("iom.wisseling.matchen_tijd", "IOM PB", "§2.2.4")
VERLENGING = Regel("iom.wisseling.matchen_verlenging", "IOM PB", "§2.2.4")


def uit_matchen(peil: Peil, feiten: GroepswisselingFeiten) -> Oordeel:
    """Judge a klant in Matchen; nothing changes before half a year, nor for who is placed."""
    te_vroeg = _te_vroeg(peil, feiten)
    if te_vroeg:
        return Oordeel(Wisseladvies.BLIJVEN, (te_vroeg,))
    gronden = tuple(filter(None, (_parttime(peil, feiten), _tijd(peil, feiten))))
    if gronden:
        return Oordeel(Wisseladvies.WISSELEN, gronden, Klantgroep.GROEIEN)
    return _verlenging(peil, feiten)


def _te_vroeg(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    termijn = peil["iom.wisseling.matchen.maanden"]
    if not minstens_maanden(feiten.in_groep_sinds, termijn.getal, peil.peildatum):
        return TIJD.grond(f"De klant zit nog geen {termijn.getal} maanden in Matchen en blijft daar.", termijn)
    if feiten.geplaatst:
        return TIJD.grond("De klant is geplaatst op werk en blijft in Matchen.")
    return None


def _parttime(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    if not feiten.parttime_werk or feiten.binnenkort_onafhankelijk:
        return None
    termijn = peil["iom.wisseling.matchen.maanden"]
    tekst = f"Na {termijn.getal} maanden in Matchen werkt de klant in deeltijd en blijft een uitkering voorlopig nodig"
    return PARTTIME.grond(f"{tekst}: Groeien.", termijn)


def _tijd(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    if not feiten.extra_nodig:
        return None
    termijn = peil["iom.wisseling.matchen.maanden"]
    tekst = (
        f"De klant is na {termijn.getal} maanden in Matchen niet geplaatst en heeft extra instrumenten of tijd nodig"
    )
    return TIJD.grond(f"{tekst}: Groeien.", termijn)


def _verlenging(peil: Peil, feiten: GroepswisselingFeiten) -> Oordeel:
    if feiten.verlengd:
        tekst = "De verlenging in Matchen is al gegeven en er is geen grond voor een andere groep: de klant blijft."
        return Oordeel(Wisseladvies.BLIJVEN, (VERLENGING.grond(tekst),))
    termijn, extra = peil["iom.wisseling.matchen.maanden"], peil["iom.wisseling.matchen.verlenging.maanden"]
    tot = maanden_na(feiten.in_groep_sinds, termijn.getal + extra.getal, pad="in_groep_sinds")
    wie = f"De klant is na {termijn.getal} maanden in Matchen niet geplaatst"
    tekst = f"{wie} en kan met een verlenging van {extra.getal} maanden blijven tot {dag(tot)}."
    return Oordeel(Wisseladvies.BLIJVEN, (VERLENGING.grond(tekst, termijn, extra),), verlenging_tot=tot)

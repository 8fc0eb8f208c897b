"""Leaving Groeien: to Faciliteren or Zorgen, never to Matchen (IOM PB §2.2.4, §2.3.3, §4.2)."""

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.uitkomst import Oordeel, Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel

BELEMMERING = Regel("iom.wisseling.groeien_belemmering", "IOM PB", "§2.2.4")
ONVERMOGEN = Regel("iom.wisseling.groeien_onvermogen", "IOM PB", "§2.2.4")
JONGERE = Regel("iom.wisseling.groeien_jongere", "IOM PB", "§2.2.4, §2.3.1")
NAAR_MATCHEN = Regel("iom.wisseling.groeien_matchen", "IOM PB", "§2.2.4, §4.2")
NAAR_ZORGEN = Regel("iom.wisseling.groeien_zorgen", "IOM PB", "§2.3.3, §4.2")


def uit_groeien(peil: Peil, feiten: GroepswisselingFeiten) -> Oordeel:
    """Judge a klant in Groeien: without work in sight the klant leaves, and takes part or does not."""
    gronden = tuple(filter(None, (_belemmering(peil, feiten), _onvermogen(feiten), _jongere(feiten))))
    if not gronden:
        return Oordeel(Wisseladvies.BLIJVEN, (_blijft(peil, feiten),))
    if feiten.participatie is not None and feiten.participatie.afzijdig:
        zorgen = NAAR_ZORGEN.grond("De klant kan of wil niet deelnemen: Zorgen in plaats van Faciliteren.")
        return Oordeel(Wisseladvies.WISSELEN, (*gronden, zorgen), Klantgroep.ZORGEN)
    return Oordeel(Wisseladvies.WISSELEN, gronden, Klantgroep.FACILITEREN)


def _belemmering(peil: Peil, feiten: GroepswisselingFeiten) -> Grond | None:
    if feiten.geen_arbeidsperspectief:
        return BELEMMERING.grond("Er is geen uitzicht meer op werk: de klant verlaat Groeien.")
    grens = peil["iom.indeling.groeien.maanden"]
    if feiten.maanden_tot_werk is None or feiten.maanden_tot_werk <= grens.getal:
        return None
    return BELEMMERING.grond(
        f"Werk laat langer dan {grens.getal} maanden op zich wachten: de klant verlaat Groeien.", grens
    )


def _onvermogen(feiten: GroepswisselingFeiten) -> Grond | None:
    if not (feiten.doelen_gemist_door_onvermogen and feiten.geen_arbeidspotentieel):
        return None
    tekst = "De klant kon de doelen van het plan van aanpak niet halen en heeft geen arbeidspotentieel"
    return ONVERMOGEN.grond(f"{tekst}: de klant verlaat Groeien.")


def _jongere(feiten: GroepswisselingFeiten) -> Grond | None:
    if not feiten.participatie_hoogst_haalbaar:
        return None
    return JONGERE.grond("Voor deze (ex-)jongere is participatie het hoogst haalbare: de klant verlaat Groeien.")


def _blijft(peil: Peil, feiten: GroepswisselingFeiten) -> Grond:
    kort, lang = peil["iom.indeling.matchen.maanden"], peil["iom.indeling.groeien.maanden"]
    if feiten.maanden_tot_werk is not None and feiten.maanden_tot_werk <= kort.getal:
        nabij = f"Werk is binnen {kort.getal} maanden in zicht"
        tekst = f"{nabij}: de klant blijft in Groeien, bij dezelfde consulent en met de instrumenten van Matchen."
        return NAAR_MATCHEN.grond(tekst, kort)
    tekst = f"Niet vastgesteld is dat werk langer dan {lang.getal} maanden op zich laat wachten of onhaalbaar is"
    return BELEMMERING.grond(f"{tekst}: de klant blijft in Groeien.", lang)

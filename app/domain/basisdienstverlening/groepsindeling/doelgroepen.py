"""Who is placed by what holds for them, before the term to work counts (IOM PB §2.2.4, §2.3, §4.2)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.domain.basisdienstverlening.groepsindeling.feiten import GroepsindelingFeiten
from app.domain.basisdienstverlening.groepsindeling.uitkomst import Plaatsing
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Regel
from app.domain.leeftijd import leeftijd

JONGERE = Regel("iom.indeling.jongere", "IOM PB", "§2.2.4, §2.3.1")
VSO_PRO = Regel("iom.indeling.vso_pro", "IOM PB", "§4.2")
BIJZONDER = Regel("iom.indeling.bijzonder", "IOM PB", "§2.3.2")
STATUSHOUDER = Regel("iom.indeling.statushouder", "IOM PB", "§2.3.3")
PARTTIME = Regel("iom.indeling.parttime", "IOM PB", "§2.2.4")
ALLEENSTAANDE_OUDER = Regel("iom.indeling.alleenstaande_ouder", "IOM PB", "§2.2.4, §3.2", keuze=True)


def passende_doelgroepen(peil: Peil, feiten: GroepsindelingFeiten) -> dict[str, Plaatsing]:
    """Every special rule that holds, by the name of whom it is for, the one that counts first."""
    return {naam: plaats for naam, regel in _VOORRANG.items() if (plaats := regel(peil, feiten)) is not None}


def _bijzonder(_peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    if not (feiten.dak_of_thuisloos or feiten.ex_detentie):
        return None
    wie = "is dak- of thuisloos" if feiten.dak_of_thuisloos else "komt rechtstreeks uit detentie"
    return Klantgroep.GROEIEN, BIJZONDER.grond(f"De klant {wie}: Groeien, zonder uitstroombestemming.")


def _statushouder(_peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    if not feiten.statushouder:
        return None
    return Klantgroep.GROEIEN, STATUSHOUDER.grond("De klant is statushouder: Groeien.")


def _vso_pro(_peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    if not feiten.vso_pro:
        return None
    return Klantgroep.GROEIEN, VSO_PRO.grond("De klant komt van vso of praktijkonderwijs: Groeien.")


def _jongere(peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    grens = peil["iom.jongere.leeftijd"]
    if leeftijd(feiten.geboortedatum, peil.peildatum) >= grens.getal:
        return None
    if feiten.wajong_afgewezen:
        tekst = f"De klant is jonger dan {grens.getal} en UWV wees een Wajong af: Groeien."
        return Klantgroep.GROEIEN, JONGERE.grond(tekst, grens)
    termijn = peil["iom.indeling.matchen.maanden"]
    snel = feiten.werkt_binnen(termijn.getal)
    waar = f"wordt {'' if snel else 'niet '}binnen {termijn.getal} maanden aan het werk verwacht"
    groep = Klantgroep.MATCHEN if snel else Klantgroep.GROEIEN
    tekst = f"De klant is jonger dan {grens.getal} en {waar}: {groep.value.capitalize()}."
    return groep, JONGERE.grond(tekst, grens, termijn)


def _parttime(_peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    if not feiten.structureel_parttime:
        return None
    return Klantgroep.GROEIEN, PARTTIME.grond("De klant werkt blijvend in deeltijd of met ondersteuning: Groeien.")


def _alleenstaande_ouder(_peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing | None:
    if not feiten.alleenstaande_ouder_zorgplicht:
        return None
    tekst = "De klant is alleenstaande ouder en doet een beroep op de zorgplicht: Groeien."
    return Klantgroep.GROEIEN, ALLEENSTAANDE_OUDER.grond(tekst)


_VOORRANG: Mapping[str, Callable[[Peil, GroepsindelingFeiten], Plaatsing | None]] = MappingProxyType(
    {
        "bijzondere doelgroep": _bijzonder,
        "statushouder": _statushouder,
        "vso/pro": _vso_pro,
        "jongere": _jongere,
        "deeltijd": _parttime,
        "zorgplicht": _alleenstaande_ouder,
    }
)
"""The order in which they count: a choice of this project."""

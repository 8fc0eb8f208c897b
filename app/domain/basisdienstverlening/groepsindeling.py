"""Groepsindeling: in which klantgroep a klant is placed (IOM PB §2.2.4).

First match counts, in the order of `_VOORRANG` (a choice of this project), then the term to work.
"""

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.basisdienstverlening.overdracht import KEUZE
from app.domain.beleid import Peil, Waarde
from app.domain.besluit import Besluit, Grond, Motivering, Regel
from app.domain.leeftijd import eis_geboren, leeftijd
from app.domain.tekst import opsomming
from app.domain.toets import Toets

MOGELIJKHEID = Regel("iom.indeling.mogelijkheid", "IOM PB", "§2.2.4")
JONGERE = Regel("iom.indeling.jongere", "IOM PB", "§2.2.4, §2.3.1")
VSO_PRO = Regel("iom.indeling.vso_pro", "IOM PB", "§4.2")
BIJZONDER = Regel("iom.indeling.bijzonder", "IOM PB", "§2.3.2")
STATUSHOUDER = Regel("iom.indeling.statushouder", "IOM PB", "§2.3.3")
PARTTIME = Regel("iom.indeling.parttime", "IOM PB", "§2.2.4")
ALLEENSTAANDE_OUDER = Regel("iom.indeling.alleenstaande_ouder", "IOM PB", "§2.2.4, §3.2", keuze=True)
MATCHEN = Regel("iom.indeling.matchen", "IOM PB, VO", "§2.2.4, art. 1 onder b")
GROEIEN = Regel("iom.indeling.groeien", "IOM PB, VO", "§2.2.4, §4.2, art. 1 onder c")
FACILITEREN = Regel("iom.indeling.faciliteren", "IOM PB, VO", "§2.2.4, art. 1 onder d")
ZORGEN = Regel("iom.indeling.zorgen", "IOM PB, VO", "§2.2.4, art. 1 onder e")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingOpgave:
    """What the consulent establishes in the ambitiegesprek; the dossier knows the rest."""

    maanden_tot_werk: Annotated[int, Ge(0), Le(600)] | None
    """Verwachte maanden tot betaald werk; null: geen uitzicht op werk."""
    participatie: Participatie
    """Of de klant deelneemt aan de samenleving, dat wil, niet kan of niet wil."""
    wajong_afgewezen: bool
    """UWV heeft een Wajong-aanvraag afgewezen."""
    structureel_parttime: bool
    """Werkt door omstandigheden blijvend in deeltijd; ook Wsw, beschut werk en loonkostensubsidie."""
    alleenstaande_ouder_zorgplicht: bool
    """Alleenstaande ouder die een beroep doet op de zorgplicht."""
    voorkeur_klant: Klantgroep | None = None
    """De groep die de klant zelf wil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingFeiten(GroepsindelingOpgave):
    """What the placing rests on, as established in the ambitiegesprek."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de peildatum."""
    statushouder: bool
    """Heeft een verblijfsvergunning asiel."""
    dak_of_thuisloos: bool
    """Heeft geen vast adres."""
    ex_detentie: bool
    """Komt rechtstreeks uit detentie."""
    vso_pro: bool
    """Komt van het voortgezet speciaal onderwijs of het praktijkonderwijs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepsindelingUitkomst:
    """The advised group; people decide."""

    groep: Klantgroep
    """De klantgroep die de regels adviseren."""
    zonder_uitstroombestemming: bool
    """Groeien zonder doel om uit te stromen."""
    verschil_van_mening: bool
    """De klant wil een andere groep."""
    kick_off: bool
    """De klant wordt uitgenodigd voor de kick-off van de groep."""


def toets_groepsindeling(peil: Peil, feiten: GroepsindelingFeiten) -> Besluit[GroepsindelingUitkomst]:
    """Advise a klantgroep; raises OngeldigeInvoer for a birth date after the peildatum."""
    eis_geboren(feiten.geboortedatum, peil.peildatum, "geboortedatum", "de peildatum")
    groep, grond = _plaats(peil, feiten)
    voorkeur = _weeg_voorkeur(feiten, groep)
    uitkomst = GroepsindelingUitkomst(
        groep=groep,
        zonder_uitstroombestemming=grond.regel == BIJZONDER.id,
        verschil_van_mening=bool(voorkeur),
        kick_off=groep is not Klantgroep.ZORGEN,
    )
    uitgangspunt = MOGELIJKHEID.grond("De indeling volgt de mogelijkheid om te werken, niet de belemmeringen.")
    return Besluit(uitkomst, (uitgangspunt, grond, *voorkeur))


Plaatsing = tuple[Klantgroep, Grond]


def _plaats(peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing:
    """The first special rule that holds, else the term; where several hold, that their order decides is a choice."""
    passend = {naam: plaats for naam, regel in _VOORRANG.items() if (plaats := regel(peil, feiten)) is not None}
    if not passend:
        return _op_termijn(peil, feiten)
    (_, (groep, grond)), *ook = passend.items()
    if not ook:
        return groep, grond
    tekst = f"{grond.tekst.removesuffix('.')}; dit gaat voor {opsomming(naam for naam, _ in ook)}."
    return groep, replace(grond, tekst=tekst, keuze=True)


def _weeg_voorkeur(feiten: GroepsindelingFeiten, groep: Klantgroep) -> Motivering:
    """Name a preference that differs; what is decided in the end is up to the consulent."""
    if feiten.voorkeur_klant is None or feiten.voorkeur_klant is groep:
        return ()
    wens = f"De klant wil {feiten.voorkeur_klant.capitalize()} en het advies is {groep.capitalize()}"
    return (KEUZE.grond(f"{wens}: de consulent weegt de voorkeur mee en beslist."),)


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
    snel = _binnen(feiten, termijn)
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


def _binnen(feiten: GroepsindelingFeiten, maanden: Waarde) -> bool:
    return feiten.maanden_tot_werk is not None and feiten.maanden_tot_werk <= maanden.getal


def _op_termijn(peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing:
    kort, lang = peil["iom.indeling.matchen.maanden"], peil["iom.indeling.groeien.maanden"]
    if _binnen(feiten, kort):
        return Klantgroep.MATCHEN, MATCHEN.grond(f"Werk wordt binnen {kort.getal} maanden verwacht: Matchen.", kort)
    if _binnen(feiten, lang):
        tekst = f"Werk wordt na {kort.getal} en binnen {lang.getal} maanden verwacht: Groeien."
        return Klantgroep.GROEIEN, GROEIEN.grond(tekst, kort, lang)
    if feiten.participatie.afzijdig:
        tekst = f"Werk wordt niet binnen {lang.getal} maanden verwacht en de klant kan of wil niet deelnemen: Zorgen."
        return Klantgroep.ZORGEN, ZORGEN.grond(tekst, lang)
    tekst = f"Werk wordt niet binnen {lang.getal} maanden verwacht en de klant neemt deel of wil dat: Faciliteren."
    return Klantgroep.FACILITEREN, FACILITEREN.grond(tekst, lang)


_VOORRANG = MappingProxyType(
    {
        "bijzondere doelgroep": _bijzonder,
        "statushouder": _statushouder,
        "vso/pro": _vso_pro,
        "jongere": _jongere,
        "deeltijd": _parttime,
        "zorgplicht": _alleenstaande_ouder,
    }
)

GROEPSINDELING = Toets(
    naam="groepsindeling",
    thema="basisdienstverlening",
    omschrijving="In welke klantgroep een klant hoort, en waarom.",
    feiten=GroepsindelingFeiten,
    uitkomst=GroepsindelingUitkomst,
    beoordeel=toets_groepsindeling,
    voorbeeld={
        "geboortedatum": "1987-06-05",
        "maandenTotWerk": 4,
        "participatie": "wil",
        "statushouder": False,
        "dakOfThuisloos": False,
        "exDetentie": False,
        "vsoPro": False,
        "wajongAfgewezen": False,
        "structureelParttime": False,
        "alleenstaandeOuderZorgplicht": False,
    },
)

"""The toets groepsindeling: the first special rule that holds, else the term to work."""

from dataclasses import replace

from app.domain.basisdienstverlening.groepsindeling.afstand_tot_werk import plaats_op_termijn
from app.domain.basisdienstverlening.groepsindeling.doelgroepen import BIJZONDER, passende_doelgroepen
from app.domain.basisdienstverlening.groepsindeling.feiten import GroepsindelingFeiten
from app.domain.basisdienstverlening.groepsindeling.uitkomst import GroepsindelingUitkomst, Plaatsing
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import KEUZE
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Motivering, Regel
from app.domain.leeftijd import eis_geboren
from app.domain.tekst import opsomming
from app.domain.toets import Toets

MOGELIJKHEID = Regel("iom.indeling.mogelijkheid", "IOM PB", "§2.2.4")


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


def _plaats(peil: Peil, feiten: GroepsindelingFeiten) -> Plaatsing:
    """The first special rule that holds, else the term; where several hold, that their order decides is a choice."""
    passend = passende_doelgroepen(peil, feiten)
    if not passend:
        return plaats_op_termijn(peil, feiten)
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

"""What comes after the screening: the ambitiegesprek, and how Dariuz or the form is filled in (IOM PB §2.2.2-2.2.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.screening.bevinding import Bevinding
from app.domain.basisdienstverlening.screening.feiten import DariuzInvullen, ScreeningFeiten, Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Vervolg
from app.domain.basisdienstverlening.screening.vraag import mag_werkhulp
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.tekst import dag, opsomming
from app.domain.termijnen import dagen_na, kalender

VERVOLGGESPREK = Regel("iom.screening.ambitiegesprek", "IOM PB", "§2.1, §2.2.2, §2.3.1 punt 3")
DIAGNOSE = Regel("iom.screening.diagnose", "IOM PB", "§2.2.3")


def bepaal_vervolg(peil: Peil, feiten: ScreeningFeiten, bevindingen: Iterable[Bevinding]) -> Vervolg:
    """Decide what comes next; someone under 27 is invited even when no right is expected."""
    if feiten.vraag is Vraag.WERK:
        return Vervolg.AMBITIEGESPREK if mag_werkhulp(feiten) else Vervolg.VERWIJZEN
    if feiten.vraag is not Vraag.UITKERING:
        return Vervolg.VERWIJZEN
    jongere = feiten.leeftijd < peil["iom.jongere.leeftijd"].getal
    elders = any(bevinding.elders for bevinding in bevindingen)
    return Vervolg.AFWIJZEN if elders and not jongere else Vervolg.AMBITIEGESPREK


@dataclass(frozen=True, slots=True)
class Gesprek:
    """The ambitiegesprekken to plan: how many, and until when."""

    aantal: int
    uiterlijk: date | None
    gronden: tuple[Grond, ...]


GEEN_GESPREK = Gesprek(0, None, ())


def plan_gesprek(peil: Peil, feiten: ScreeningFeiten) -> Gesprek:
    """Plan one ambitiegesprek, or two for a couple."""
    termijn, grens = peil["iom.screening.ambitiegesprek.werkdagen"], peil["iom.jongere.leeftijd"]
    uiterlijk = kalender(peil).werkdagen_na(feiten.gespreksdag, termijn.getal, pad="gesprek_op")
    aantal, wat = (
        (2, "Twee afzonderlijke ambitiegesprekken volgen") if feiten.partner else (1, "Een ambitiegesprek volgt")
    )
    tekst = f"{wat} binnen {termijn.getal} werkdagen na de screening, uiterlijk op {dag(uiterlijk)}"
    if feiten.leeftijd < grens.getal:
        liever = f"de klant is jonger dan {grens.getal}, dus liever eerder"
        return Gesprek(aantal, uiterlijk, (VERVOLGGESPREK.grond(f"{tekst}; {liever}.", termijn, grens),))
    return Gesprek(aantal, uiterlijk, (VERVOLGGESPREK.grond(f"{tekst}.", termijn),))


def kies_diagnose(peil: Peil, feiten: ScreeningFeiten) -> tuple[Diagnose, date | None, Grond]:
    """Choose the instrument and give the last day to fill it in; the form is filled in during the talk."""
    if waarom := _redenen_voor_format(feiten):
        tekst = f"De klant {opsomming(waarom)}: het format wordt in het ambitiegesprek ingevuld."
        return Diagnose.FORMAT, None, DIAGNOSE.grond(tekst)
    met_hulp = feiten.dariuz is DariuzInvullen.MET_HULP
    termijn = peil["iom.screening.diagnose.dagen"]
    uiterlijk = dagen_na(feiten.gespreksdag, termijn.getal, pad="gesprek_op")
    hoe = "met hulp" if met_hulp else "zelfstandig"
    tekst = f"De klant vult Dariuz {hoe} in binnen {termijn.getal} dagen, uiterlijk op {dag(uiterlijk)}."
    diagnose = Diagnose.DARIUZ_MET_HULP if met_hulp else Diagnose.DARIUZ
    return diagnose, uiterlijk, DIAGNOSE.grond(tekst, termijn)


def _redenen_voor_format(feiten: ScreeningFeiten) -> list[str]:
    redenen = (
        (feiten.statushouder, "is statushouder"),
        (feiten.dak_of_thuisloos, "is dak- of thuisloos"),
        (feiten.lks_jongere, "is jongere met loonkostensubsidie"),
        (feiten.dariuz is DariuzInvullen.NIET, "kan Dariuz niet invullen"),
    )
    return [reden for geldt, reden in redenen if geldt]

"""What the ambitiegesprek hands on (IOM PB §2.2.3, §6.3.1)."""

from dataclasses import dataclass
from datetime import date

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.tekst import dag
from app.domain.termijnen import weken_na

OVERDRACHT = Regel("iom.ambitie.overdracht", "IOM PB", "§2.2.3, §6.3.1")
KEUZE = Regel("iom.ambitie.keuze", "IOM PB", "§2.2.3")
"""Applied where the group is decided: the klant's preference and a difference of opinion are kept for who follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    """How a klant goes from the intaker to the group."""

    warm: bool
    """De intaker draagt de klant zelf over aan de inkomensconsulent."""
    bellen_uiterlijk: date | None
    """De laatste dag waarop de inkomensconsulent belt; null zonder warme overdracht."""


def draag_over(peil: Peil, groep: Klantgroep, gespreksdag: date) -> Besluit[Overdracht]:
    """Hand a klant on after the talk: everyone gets it on paper, who is placed in Zorgen is called as well."""
    if groep is not Klantgroep.ZORGEN:
        tekst = f"De klant krijgt de groep {groep.value.capitalize()} en de kick-off op papier mee."
        return Besluit(Overdracht(warm=False, bellen_uiterlijk=None), (OVERDRACHT.grond(tekst),))
    termijn = peil["iom.ambitie.overdracht.weken"]
    uiterlijk = weken_na(gespreksdag, termijn.getal, pad="gesprek_op")
    tekst = (
        "De klant krijgt de groep Zorgen op papier mee en wordt warm overgedragen aan de inkomensconsulent, "
        f"die uiterlijk op {dag(uiterlijk)} belt."
    )
    return Besluit(Overdracht(warm=True, bellen_uiterlijk=uiterlijk), (OVERDRACHT.grond(tekst, termijn),))

"""By when papers, the report and the income appointment follow (IOM PB §2.1, §2.2.2)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, kalender
from app.domain.termijngronden import werkdaggronden

STUKKEN = Regel("iom.screening.stukken", "IOM PB", "§2.2.2")
RAPPORTAGE = Regel("iom.screening.rapportage", "IOM PB", "§2.2.2")
INKOMENSAFSPRAAK = Regel("iom.screening.inkomensafspraak", "IOM PB", "§2.1", keuze=True)
INTREKKING = Regel("iom.screening.intrekking", "IOM PB", "§2.2.2")
"""Applied where a melding is withdrawn: it ends as `ingetrokken` and nothing is deleted."""


@dataclass(frozen=True, slots=True)
class Afspraken:
    """The days that hold for everyone, whatever follows."""

    stukken_uiterlijk: date
    nabellen_op: date
    rapportage_uiterlijk: datetime
    inkomensafspraak_van: date
    inkomensafspraak_tot: date
    gronden: tuple[Grond, ...]


def maak_afspraken(peil: Peil, feiten: ScreeningFeiten) -> Afspraken:
    """Count every day from the day of the talk, and the report in hours from its moment."""
    inleveren, bellen = peil["iom.screening.stukken.werkdagen"], peil["iom.screening.nabellen.werkdagen"]
    vroegst, laatst = (peil[f"iom.screening.inkomensafspraak.{einde}_werkdagen"] for einde in ("van", "tot"))
    uren = peil["iom.screening.rapportage.uren"]
    werkdagen, op = kalender(peil), feiten.gespreksdag
    stukken, nabellen, van, tot = (
        werkdagen.werkdagen_na(op, termijn.getal, pad="gesprek_op") for termijn in (inleveren, bellen, vroegst, laatst)
    )
    gronden = (
        *werkdaggronden(werkdagen, op, laatst.getal, tot),
        STUKKEN.grond(
            f"Formulier en bewijsstukken zijn er uiterlijk op {dag(stukken)}; zijn ze er op {dag(nabellen)} nog niet, "
            "dan belt de consulent.",
            inleveren,
            bellen,
        ),
        RAPPORTAGE.grond(f"De consulent rapporteert binnen {uren.getal} uur na het gesprek in GWS.", uren),
        INKOMENSAFSPRAAK.grond(
            f"De afspraak over inkomen valt van {dag(van)} tot en met {dag(tot)}, gerekend vanaf de screening.",
            vroegst,
            laatst,
        ),
    )
    rapportage = feiten.gesprek_op.astimezone(UTC) + timedelta(hours=uren.getal)
    return Afspraken(stukken, nabellen, rapportage, van, tot, gronden)


def herinner_aanvultermijn(peil: Peil, aanvultermijn_tot: date) -> date:
    """Give the day of the SMS: before the aanvultermijn ends; after that the application is left unhandled."""
    vooraf = peil["iom.screening.herinnering_aanvultermijn.dagen"]
    return dagen_na(aanvultermijn_tot, -vooraf.getal, pad="aanvultermijn_tot")

"""From the start of a service to the last days on which it still counts (UWV §3.7)."""

from collections.abc import Iterator
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import maanden_na
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.orderdagen import UwvTermijnenFeiten

PLAN_GEEN = Regel("uwv.plan.geen", "UWV", "§4.1, §4.4")
START = Regel("uwv.start", "UWV", "§3.7, §4.1")
HERVATTING = Regel("uwv.naar_werk.hervatting", "UWV", "§3.7")

Orderregel = tuple[str, tuple[date, Grond]]
"""A day of the outcome by its name, with the rule that gave it."""


def looptijd(peil: Peil, feiten: UwvTermijnenFeiten, langst: Waarde) -> Iterator[Orderregel]:
    """From the start to the last days on which it still counts."""
    pad = "inkooporder_op" if feiten.dienst.werkbehoud else "akkoord_op"
    start: date | None = getattr(feiten, pad)
    if start is None:
        return
    regel, wat = (PLAN_GEEN, "de Inkooporder") if feiten.dienst.werkbehoud else (START, "het akkoord op het plan")
    yield "start_op", (start, regel.grond(f"De dienst begint op de dag van {wat}: {dag(start)}."))
    generaal = maanden_na(start, langst.getal, pad=pad)
    tekst = f"De dienst duurt ten hoogste {langst.getal} maanden: tot en met {dag(generaal)}."
    yield "einddatum_generaal", (generaal, DOORLOOPTIJD.grond(tekst, langst))
    if feiten.doorlooptijd_maanden is None:
        return
    eigen = maanden_na(start, feiten.doorlooptijd_maanden, pad=pad)
    tekst = f"Afgesproken zijn {feiten.doorlooptijd_maanden} maanden: tot en met {dag(eigen)}."
    yield "einddatum_individueel", (eigen, DOORLOOPTIJD.grond(tekst))
    if feiten.dienst is Dienst.NAAR_WERK:
        uiterlijk, na = hervatting_uiterlijk(peil, eigen, pad)
        tekst = f"Een eerste werkdag telt mee tot {na.getal} maanden na {dag(eigen)}: tot en met {dag(uiterlijk)}."
        yield "werkhervatting_uiterlijk", (uiterlijk, HERVATTING.grond(tekst, na))


def hervatting_uiterlijk(peil: Peil, einddatum: date, pad: str) -> tuple[date, Waarde]:
    """The last day on which a first working day still counts for Naar werk, and the months that give it."""
    maanden = peil["uwv.naar_werk.hervatting.maanden"]
    return maanden_na(einddatum, maanden.getal, pad=pad), maanden

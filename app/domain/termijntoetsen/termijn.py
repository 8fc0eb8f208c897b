"""Termijn: the last day of a term."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.termijnen import Eenheid, kalender
from app.domain.termijngronden import Termijnduur, bereken
from app.domain.toets import Toets


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnFeiten:
    """A term and the day from which it runs."""

    vanaf: date
    """De dag van de gebeurtenis; telt zelf niet mee."""
    aantal: Annotated[int, Ge(0), Le(1000)]
    """Hoeveel eenheden de termijn duurt; 0 is de dag zelf."""
    eenheid: Eenheid
    """Waarin de termijn telt."""
    wettelijk: bool
    """De termijn staat in een wet, zodat de Algemene termijnenwet hem kan verlengen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnUitkomst:
    """The end of the term."""

    uiterlijk: date
    """De laatste dag van de termijn."""


def toets_termijn(peil: Peil, feiten: TermijnFeiten) -> Besluit[TermijnUitkomst]:
    """The last day of a term; raises OngeldigeInvoer when it leaves the calendar of Trede."""
    besluit = bereken(kalender(peil), feiten.vanaf, Termijnduur(feiten.aantal, feiten.eenheid, feiten.wettelijk))
    return Besluit(TermijnUitkomst(uiterlijk=besluit.uitkomst), besluit.motivering)


TERMIJN = Toets(
    naam="termijn",
    thema="termijnen",
    omschrijving="Wat de laatste dag van een termijn is.",
    feiten=TermijnFeiten,
    uitkomst=TermijnUitkomst,
    beoordeel=toets_termijn,
    voorbeeld={"vanaf": "2021-03-18", "aantal": 8, "eenheid": "weken", "wettelijk": True},
)

"""Groepsindeling: in which klantgroep a klant is placed (IOM PB §2.2.4)."""

from app.domain.basisdienstverlening.groepsindeling.feiten import GroepsindelingFeiten, GroepsindelingOpgave
from app.domain.basisdienstverlening.groepsindeling.toets import GROEPSINDELING, toets_groepsindeling
from app.domain.basisdienstverlening.groepsindeling.uitkomst import GroepsindelingUitkomst

__all__ = [
    "GROEPSINDELING",
    "GroepsindelingFeiten",
    "GroepsindelingOpgave",
    "GroepsindelingUitkomst",
    "toets_groepsindeling",
]

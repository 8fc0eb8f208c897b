"""Ambitiegesprek: how the talk is prepared and what it must settle (IOM PB §2.2.3)."""

from app.domain.basisdienstverlening.ambitiegesprek.feiten import AmbitiegesprekFeiten, AmbitiegesprekOpgave, Wijze
from app.domain.basisdienstverlening.ambitiegesprek.toets import AMBITIEGESPREK
from app.domain.basisdienstverlening.ambitiegesprek.uitkomst import AmbitiegesprekUitkomst

__all__ = [
    "AMBITIEGESPREK",
    "AmbitiegesprekFeiten",
    "AmbitiegesprekOpgave",
    "AmbitiegesprekUitkomst",
    "Wijze",
]

"""Groepswisseling: when a klant changes klantgroep, or should be assessed for it (IOM PB §2.2.4, §5.3, §6.3)."""

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.toets import GROEPSWISSELING, toets_groepswisseling
from app.domain.basisdienstverlening.groepswisseling.uitkomst import GroepswisselingUitkomst, Wisseladvies

__all__ = [
    "GROEPSWISSELING",
    "GroepswisselingFeiten",
    "GroepswisselingUitkomst",
    "Wisseladvies",
    "toets_groepswisseling",
]

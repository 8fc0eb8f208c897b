"""Screeningsgesprek: what someone comes for, whether this is the right desk, and what follows (IOM PB §2.2.2)."""

from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten
from app.domain.basisdienstverlening.screening.toets import SCREENING, toets_screening
from app.domain.basisdienstverlening.screening.uitkomst import ScreeningUitkomst

__all__ = ["SCREENING", "ScreeningFeiten", "ScreeningUitkomst", "toets_screening"]

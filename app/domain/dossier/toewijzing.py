"""Caseload: who works with a klant, in which role, on which days."""

from dataclasses import dataclass
from datetime import date

from app.domain.dossier.stuk import Dossierstuk
from app.domain.soorten import Persoon


@dataclass(frozen=True, kw_only=True)
class Toewijzing(Dossierstuk):
    """A dated assignment; on one day a klant has one person per role."""

    rol: str
    """De rol waarin de medewerker met de klant werkt."""
    persoon: Persoon
    """De medewerker, zoals tokens die noemen."""
    geldig_van: date
    """Eerste dag."""
    geldig_tot: date | None
    """Laatste dag; null: tot nader order."""

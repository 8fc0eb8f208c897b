"""Caseload: who works with a klant, in which role, on which days."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dossier.stuk import Dossierstuk
from app.domain.soorten import LAATSTE_DAG, KorteTekst, Persoon


class Caseloadrol(StrEnum):
    """The roles in which one employee keeps a klant."""

    COORDINATOR = "coordinator"
    INKOMENSCONSULENT = "inkomensconsulent"
    TRAJECTCONSULENT = "trajectconsulent"
    WERKCONSULENT = "werkconsulent"
    PARTICIPATIEMAKELAAR = "participatiemakelaar"
    FIATTEUR = "fiatteur"
    ADMINISTRATIE = "administratie"
    SOCIAAL_RECHERCHEUR = "sociaal_rechercheur"


@dataclass(frozen=True, kw_only=True)
class Toewijzing(Dossierstuk):
    """A dated assignment; on one day a klant has one person per role."""

    rol: Caseloadrol
    """De rol waarin de medewerker met de klant werkt."""
    persoon: Persoon
    """De medewerker, zoals tokens die noemen."""
    geldig_van: date
    """Eerste dag."""
    geldig_tot: date | None
    """Laatste dag; null: tot nader order."""
    reden: KorteTekst | None = None
    """Waarom de toewijzing is beëindigd."""

    def loopt_op(self, dag: date) -> bool:
        """Whether it holds on a day."""
        return self.geldig_van <= dag <= (self.geldig_tot or LAATSTE_DAG)

"""What is known of the klant and of the talk when an ambitiegesprek is planned."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.basisdienstverlening.diagnose import Diagnose


class Wijze(StrEnum):
    """How the talk is held: on the spot, or at a distance; on these two depends how long it takes (`iom.ambitie.duur`).

    The rule knows no third way. An appointment may also be by phone: that is `Afspraakwijze`.
    """

    FYSIEK = "fysiek"
    DIGITAAL = "digitaal"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekOpgave:
    """What the one who plans the talk gives; the dossier knows the rest."""

    gesprek_op: datetime
    """Het moment van het ambitiegesprek; de dag in Nederland telt."""
    startkwalificatie: bool
    """De klant heeft een startkwalificatie: mbo 2 of hoger, havo of vwo."""
    diagnose_ingevuld: bool
    """De klant heeft Dariuz ingevuld."""
    veiligheidsrisico: bool
    """Er is een risico voor de veiligheid."""
    wijze: Wijze
    """Hoe het gesprek gevoerd wordt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekFeiten(AmbitiegesprekOpgave):
    """What is known when the talk is planned."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de dag van het gesprek of de peildatum."""
    diagnose: Diagnose
    """Hoe de leefgebieden in kaart worden gebracht."""

"""The outcome of a groepswisseling, and what the rules of one group say before it is made up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.besluit import Motivering


class Wisseladvies(StrEnum):
    """Stay, assess whether another group fits, or change."""

    BLIJVEN = "blijven"
    BEOORDELEN = "beoordelen"
    WISSELEN = "wisselen"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepswisselingUitkomst:
    """The advice on the group; people decide."""

    advies: Wisseladvies
    """Blijven, beoordelen of een andere groep past, of wisselen."""
    naar: Klantgroep | None
    """De groep om naar te wisselen of om te beoordelen; null bij blijven."""
    verlenging_tot: date | None
    """Matchen: tot deze dag kan de klant met een verlenging blijven, ook als die dag voorbij is."""
    warme_overdracht: bool
    """De consulenten en de klant voeren een driegesprek; alleen bij wisselen."""
    kick_off: bool
    """De klant wordt uitgenodigd voor de kick-off van de nieuwe groep; Zorgen heeft er geen."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the rules of the present group say, with their reasons."""

    advies: Wisseladvies
    gronden: Motivering
    naar: Klantgroep | None = None
    verlenging_tot: date | None = None

"""What the opdrachtnemer reports to UWV at once (UWV §3.5, §4.7)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.besluit import Regel
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.domain.uwv.dienst import Dienst

_WEIGERING = Regel("uwv.bezwaar", "UWV", "§4.7", keuze=True)
_MULTIPROBLEMATIEK = Regel("uwv.multiproblematiek", "UWV", "§3.5", keuze=True)
"""At once, say the sources, without a day: the reminder is for the same day."""


class Signaalsoort(StrEnum):
    """What the opdrachtnemer reports at once."""

    WEIGERT_MEDEWERKING = "weigert_medewerking"
    MULTIPROBLEMATIEK = "multiproblematiek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """A report that cannot wait."""

    soort: Signaalsoort
    """Waarover."""
    gesignaleerd_op: date
    """De dag waarop het bleek."""
    toelichting: LangeTekst
    """Wat er speelt."""
    door: str
    """Wie het meldde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

    @property
    def regel(self) -> Regel:
        """The rule that asks for it."""
        return _WEIGERING if self.soort is Signaalsoort.WEIGERT_MEDEWERKING else _MULTIPROBLEMATIEK


def eis_signaal(soort: Signaalsoort, dienst: Dienst) -> None:
    """Raise OngeldigeInvoer for a signal that this service does not know."""
    past = soort is not Signaalsoort.MULTIPROBLEMATIEK or dienst.werkbehoud
    tekst = f"Een vermoeden van multiproblematiek wordt alleen bij Werkbehoud gemeld ({_MULTIPROBLEMATIEK.id})."
    eis(past, "soort", "niet-van-toepassing", tekst)

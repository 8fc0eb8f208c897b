"""What the receptie does after a melding: the werkproces and the confirmed appointment (IOM PB §2.2.1)."""

from datetime import date
from enum import StrEnum

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.leeftijd import leeftijd
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na

BEVESTIGING = Regel("iom.melding.bevestiging", "IOM PB", "§2.2.1")
WERKPROCES = Regel("iom.melding.werkproces", "IOM PB", "§2.2.1, §2.2.2 werkproces stap 2")


class Werkproces(StrEnum):
    """The werkproces in GWS: youngsters have one of their own."""

    JONGEREN = "jongeren"
    VOLWASSENEN = "volwassenen"


def kies_werkproces(peil: Peil, geboortedatum: date, meldingsdatum: date) -> Besluit[Werkproces]:
    """Which werkproces the receptie makes for the klant."""
    grens = peil["iom.jongere.leeftijd"]
    jong = leeftijd(geboortedatum, meldingsdatum) < grens.getal
    werkproces = Werkproces.JONGEREN if jong else Werkproces.VOLWASSENEN
    wie = f"jonger dan {grens.getal}" if jong else f"{grens.getal} jaar of ouder"
    tekst = (
        f"De klant is {wie}: de receptie maakt het werkproces voor {werkproces.value} met een zaak en het formulier."
    )
    return Besluit(werkproces, (WERKPROCES.grond(tekst, grens),))


def plan_herinnering(peil: Peil, afspraak_op: date) -> Besluit[date]:
    """The day of the SMS before an appointment; raises OngeldigeInvoer before the calendar's first day."""
    dagen = peil["iom.melding.herinnering.dagen"]
    op = dagen_na(afspraak_op, -dagen.getal, pad="afspraak_op")
    tekst = f"De afspraak van {dag(afspraak_op)} is per e-mail bevestigd; de herinnering per sms volgt op {dag(op)}."
    return Besluit(op, (BEVESTIGING.grond(tekst, dagen),))

"""What the receptie does: it records the klant, and an appointment is confirmed (IOM PB §2.2.1)."""

from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na

BEVESTIGING = Regel("iom.melding.bevestiging", "IOM PB", "§2.2.1")
WERKPROCES = Regel("iom.melding.werkproces", "IOM PB", "§2.2.1, §2.2.2 werkproces stap 2")


def plan_herinnering(peil: Peil, afspraak_op: date) -> Besluit[date]:
    """The day of the SMS before an appointment; raises OngeldigeInvoer before the calendar's first day."""
    dagen = peil["iom.melding.herinnering.dagen"]
    op = dagen_na(afspraak_op, -dagen.getal, pad="afspraak_op")
    tekst = f"De afspraak van {dag(afspraak_op)} is per e-mail bevestigd; de herinnering per sms volgt op {dag(op)}."
    return Besluit(op, (BEVESTIGING.grond(tekst, dagen),))

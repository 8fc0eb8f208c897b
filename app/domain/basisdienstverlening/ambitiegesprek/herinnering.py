"""What reminds the klant of the talk and of Dariuz (IOM PB §2.2.3)."""

from datetime import date

from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.beleid import Peil
from app.domain.besluit import Motivering, Regel
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, kalender
from app.domain.termijngronden import werkdaggronden

HERINNERING = Regel("iom.ambitie.herinnering", "IOM PB", "§2.2.3")


def herinner(peil: Peil, diagnose: Diagnose, op: date) -> tuple[date | None, date, Motivering]:
    """When the klant is reminded of Dariuz, and when of the talk, which is held on day `op`."""
    vooraf, sms = peil["iom.ambitie.herinnering_diagnose.werkdagen"], peil["iom.ambitie.herinnering_gesprek.dagen"]
    gesprek = dagen_na(op, -sms.getal, pad="gesprek_op")
    tekst = f"De klant krijgt op {dag(gesprek)} een sms over het gesprek"
    if diagnose is Diagnose.FORMAT:
        return None, gesprek, (HERINNERING.grond(f"{tekst}.", sms),)
    werkdagen = kalender(peil)
    invullen = werkdagen.werkdagen_voor(op, vooraf.getal, pad="gesprek_op")
    tekst = f"{tekst}, en op {dag(invullen)}, {vooraf.getal} werkdagen vooraf, een herinnering aan Dariuz."
    telling = werkdaggronden(werkdagen, op, vooraf.getal, invullen)
    return invullen, gesprek, (*telling, HERINNERING.grond(tekst, vooraf, sms))

"""Carrying out referrals: to whom, and when a reason is asked (IOM PB §2.2.2)."""

from app.domain.basisdienstverlening.screening.signalen import FINANCIEEL
from app.domain.basisdienstverlening.screening.uitkomst import Naar, ScreeningUitkomst, Verwijzing
from app.domain.besluit import Motivering
from app.domain.fouten import eis
from app.domain.tekst import opsomming


def doorgeleidbaar(uitkomst: ScreeningUitkomst, motivering: Motivering) -> tuple[Verwijzing, ...]:
    """Give the referrals of the outcome, and the BAD where its service talk was offered without a referral."""
    verwezen = uitkomst.verwijzingen
    aangeboden = any(grond.regel == FINANCIEEL.id for grond in motivering)
    if not aangeboden or any(verwijzing.naar is Naar.BAD for verwijzing in verwezen):
        return verwezen
    return (*verwezen, Verwijzing(naar=Naar.BAD))


def eis_doorgeleidbaar(
    uitkomst: ScreeningUitkomst, motivering: Motivering, naar: Naar, *, warm: bool, toelichting: str | None
) -> None:
    """Raise OngeldigeInvoer for an address that the outcome does not name, or a cold handover without a reason."""
    mogelijk = {verwijzing.naar: verwijzing for verwijzing in doorgeleidbaar(uitkomst, motivering)}
    adressen = opsomming(mogelijk) if mogelijk else "niemand"
    eis(naar in mogelijk, "naar", "geen-verwijzing", f"De screening verwijst hier niet naar; wel naar: {adressen}.")
    uitleg = "De regels vragen een warme overdracht; leg uit waarom die er niet was."
    eis(warm or not mogelijk[naar].warm or toelichting is not None, "toelichting", "verplicht", uitleg)

"""Which steps an application allows, and on which day (IOM PB §2.2.2, werkproces)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain.basisdienstverlening.melding.zoekperiode import ZOEKPERIODE
from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Aanvraagbesluit
from app.domain.besluit import Regel
from app.domain.fouten import StapNietToegestaan, Strijdig
from app.domain.tekst import dag

STAPPEN = Regel("iom.aanvraag.stappen", "IOM PB", "§2.2.2, werkproces")


class Aanvraagstap(StrEnum):
    """The steps of an application, as the API names their collections."""

    AANVULVERZOEK = "aanvulverzoek"
    AANVULLING = "aanvulling"
    VOLLEDIGVERKLARING = "volledigverklaring"
    SR_SCREENING = "sr_screening"
    VOORSTEL = "voorstel"
    CONTROLE = "controle"
    VERZENDING = "verzending"
    INTREKKING = "intrekking"


_A, _T = Aanvraagstap, Aanvraagtoestand
_STAPPEN: Mapping[Aanvraagtoestand, tuple[Aanvraagstap, ...]] = MappingProxyType(
    {
        _T.ONTVANGEN: (_A.AANVULVERZOEK, _A.VOLLEDIGVERKLARING, _A.SR_SCREENING, _A.INTREKKING),
        _T.AANVULLING_GEVRAAGD: (_A.AANVULLING, _A.AANVULVERZOEK, _A.SR_SCREENING, _A.VOORSTEL, _A.INTREKKING),
        _T.VOLLEDIG: (_A.AANVULVERZOEK, _A.SR_SCREENING, _A.VOORSTEL, _A.INTREKKING),
        _T.VOORGESTELD: (_A.CONTROLE, _A.INTREKKING),
        _T.GEFIATTEERD: (_A.VERZENDING, _A.INTREKKING),
        _T.BESLOTEN: (),
        _T.INGETROKKEN: (),
    }
)
_NA_DE_ZOEKPERIODE = frozenset({_A.VOLLEDIGVERKLARING, _A.VOORSTEL})


def toegestaan(aanvraag: Aanvraag, zoekperiode_tot: date | None, vandaag: date) -> tuple[Aanvraagstap, ...]:
    """Name the steps that an application allows on a day.

    While a hersteltermijn runs the klant is next; a proposal waits for the sociale recherche and the zoekperiode.
    """
    geweerd: set[Aanvraagstap] = set()
    if aanvraag.toestand is _T.AANVULLING_GEVRAAGD and not ongebruikt_verstreken(aanvraag, vandaag):
        geweerd |= {_A.AANVULVERZOEK, _A.VOORSTEL}
    if aanvraag.sr_screening is None:
        geweerd.add(_A.VOORSTEL)
    if zoekperiode_tot is not None and vandaag <= zoekperiode_tot:
        geweerd |= _NA_DE_ZOEKPERIODE
    return tuple(stap for stap in _STAPPEN[aanvraag.toestand] if stap not in geweerd)


def eis_aanvraagstap(stap: Aanvraagstap, aanvraag: Aanvraag, zoekperiode_tot: date | None, vandaag: date) -> None:
    """Raise StapNietToegestaan for a step out of order, Strijdig for one that waits for the zoekperiode only."""
    if stap not in toegestaan(aanvraag, None, vandaag):
        mogelijk = toegestaan(aanvraag, zoekperiode_tot, vandaag)
        raise StapNietToegestaan(stap.value.replace("_", "-").capitalize(), aanvraag.toestand, mogelijk)
    if stap in _NA_DE_ZOEKPERIODE:
        eis_na_zoekperiode(zoekperiode_tot, vandaag)


def eis_na_zoekperiode(zoekperiode_tot: date | None, vandaag: date) -> None:
    """Raise Strijdig through the last day of the zoekperiode: until then the application cannot be handled."""
    if zoekperiode_tot is not None and vandaag <= zoekperiode_tot:
        detail = (
            f"De zoekperiode loopt tot en met {dag(zoekperiode_tot)}; pas daarna kan de aanvraag in behandeling "
            f"({ZOEKPERIODE.id})."
        )
        raise Strijdig("zoekperiode-loopt", detail)


def ongebruikt_verstreken(aanvraag: Aanvraag, vandaag: date) -> bool:
    """Whether the last hersteltermijn has passed without the application being completed in it."""
    if not aanvraag.opschortingen:
        return False
    laatste = aanvraag.opschortingen[-1]
    return not laatste.benut and vandaag > laatste.hersteltermijn_tot


def eis_besluit(besluit: Aanvraagbesluit, aanvraag: Aanvraag, vandaag: date) -> None:
    """Raise Strijdig for a proposal that does not fit what was received: only the incomplete is left unhandled."""
    if besluit is Aanvraagbesluit.BUITEN_BEHANDELING:
        if not ongebruikt_verstreken(aanvraag, vandaag):
            detail = "Buiten behandeling kan alleen nadat een hersteltermijn ongebruikt is verstreken."
            raise Strijdig("hersteltermijn-niet-verstreken", detail)
    elif aanvraag.volledig_op is None:
        detail = "De aanvraag is niet volledig; nu kan alleen buiten behandeling worden voorgesteld."
        raise Strijdig("aanvraag-onvolledig", detail)


def na_terugwijzing(aanvraag: Aanvraag) -> Aanvraagtoestand:
    """Where an application goes when the fiatteur does not agree: back to how it was received."""
    return _T.AANVULLING_GEVRAAGD if aanvraag.volledig_op is None else _T.VOLLEDIG

"""Signals that count whatever the klant comes for: money, eviction, hunger, fraud, self-reliance (IOM PB §2.2.2)."""

from app.domain.basisdienstverlening.screening.bevinding import Bevinding
from app.domain.basisdienstverlening.screening.feiten import FinancieleVragen, ScreeningFeiten
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.besluit import Regel
from app.domain.tekst import opsomming

FINANCIEEL = Regel("iom.signaal.financieel", "IOM PB", "§2.2.2", keuze=True)
UITHUISZETTING = Regel("iom.signaal.uithuiszetting", "IOM PB", "§2.2.2")
BROODNOOD = Regel("iom.signaal.broodnood", "IOM PB", "§2.1, §2.2.2")
FRAUDE = Regel("iom.signaal.fraude", "IOM PB", "§2.2.2")
ZELFREDZAAM = Regel("iom.signaal.zelfredzaam", "IOM PB", "§2.2.2")


def zoek_signalen(feiten: ScreeningFeiten) -> tuple[Bevinding, ...]:
    """Return a finding for each signal in the facts."""
    return tuple(filter(None, (regel(feiten) for regel in _REGELS)))


def _financieel(feiten: ScreeningFeiten) -> Bevinding | None:
    vragen = feiten.financieel
    if vragen is None:
        return None
    if tekens := _tekens_van_schuld(vragen):
        tekst = f"Achterstanden of schulden zijn waarschijnlijk ({opsomming(tekens)}): warme overdracht aan het BAD."
        return Bevinding(FINANCIEEL.grond(tekst), (Verwijzing(naar=Naar.BAD, warm=True),))
    if not vragen.buffer:
        tekst = "Alleen een buffer ontbreekt: het servicegesprek van het BAD wordt aangeboden, zonder verwijzing."
        return Bevinding(FINANCIEEL.grond(tekst))
    return None


def _tekens_van_schuld(vragen: FinancieleVragen) -> list[str]:
    tekens = (
        (not vragen.vaste_lasten_betaald, "de vaste lasten zijn niet betaald"),
        (vragen.roodstand, "de rekening staat rood"),
        (vragen.schulden, "er zijn schulden af te betalen"),
        (vragen.incasso, "er komen brieven van incassobureaus of deurwaarders"),
        (not vragen.komende_maand_betaalbaar, "de komende maand is niet te betalen"),
    )
    return [teken for aanwezig, teken in tekens if aanwezig]


def _uithuiszetting(feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.dreigende_uithuiszetting:
        return None
    grond = UITHUISZETTING.grond("De klant dreigt uit huis gezet te worden: warme overdracht aan het BAD, met spoed.")
    return Bevinding(grond, (Verwijzing(naar=Naar.BAD, warm=True, spoed=True),))


def _broodnood(feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.broodnood:
        return None
    tekst = (
        "Er is broodnood: de klant krijgt zonder omwegen geld en hoort dat dit een voorschot is. "
        "De wettelijke termijn telt vanaf de aanvraag; zolang die er niet is, telt hij hier vanaf de melding."
    )
    return Bevinding(BROODNOOD.grond(tekst))


def _fraude(feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.fraudevermoeden:
        return None
    grond = FRAUDE.grond("Er is een vermoeden van fraude: de sociale recherche wordt geïnformeerd.")
    return Bevinding(grond, (Verwijzing(naar=Naar.SR),))


def _zelfredzaam(feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.minder_zelfredzaam:
        return None
    tekst = "De klant lijkt minder zelfredzaam: contact met het sociaal wijkteam of het bijzonder zorgteam."
    return Bevinding(ZELFREDZAAM.grond(tekst), (Verwijzing(naar=Naar.SOCIAAL_TEAM),))


_REGELS = (_financieel, _uithuiszetting, _broodnood, _fraude, _zelfredzaam)

"""The way to each operation: which steps come first, by the examples of the document and what differs from them."""

from dataclasses import dataclass, field
from typing import Any

from pydantic.alias_generators import to_camel

from app.domain.basisdienstverlening.leefgebieden import Leefgebieden
from tests.fuzz.dienst import ORGANISATIE


@dataclass(frozen=True)
class Stap:
    """An operation with its example, but for these values (dotted paths)."""

    naam: str
    anders: dict[str, Any] = field(default_factory=dict)


STRAKS = object()
"""A moment that is nearly there, by the service's clock."""
WACHT = Stap("wacht")
"""Until what was planned to be soon has begun."""
KLANT = Stap("registreerNieuweKlant")
JONGERE = Stap("registreerNieuweKlant", {"geboortedatum": "2002-01-01"})
MELDING = Stap("registreerNieuweMelding")
NOOD = Stap("registreerNieuweMelding", {"opgave.broodnood": True})
ZONDER_ADRES = Stap("registreerNieuweMelding", {"opgave.adres": "geen", "opgave.herkomstgemeente": "Zutphen"})
AFSPRAAK = Stap("planNieuweAfspraak")
AFSPRAAK_STRAKS = Stap("planNieuweAfspraak", {"begin": STRAKS})
SCREENING = Stap("legNieuweScreeningVast")
VERKEERD_LOKET = Stap("legNieuweScreeningVast", {"opgave.voorliggend": ["svb"]})
BAD = Stap("legNieuweScreeningVast", {"opgave.financieel.schulden": True, "opgave.financieel.incasso": True})
VOORSCHOT = Stap("legNieuweScreeningVast", {"opgave.nettoInkomen": "0.00"})
_GESPREK = {
    "opgave.gesprekOp": "2021-03-15T10:00:00+01:00",
    "leefgebieden": {to_camel(naam): "Besproken." for naam in Leefgebieden.__dataclass_fields__},
}
GESPREK = Stap("beginNieuwAmbitiegesprek", _GESPREK)
TAAL = Stap("legTaalbeoordelingVast")
AFRONDING = Stap("rondBestaandAmbitiegesprekAf")
EERDER = Stap("registreerNieuweMelding", {"opgave.gemeldOp": "2021-03-11T09:30:00+01:00"})
INDELING = Stap("deelNieuweKlantIn")
EEN_DAG_OUD = Stap("corrigeerGroepsindeling", {"geldigVan": "2021-03-12"})
WISSELING = Stap("beoordeelNieuweWisseling")
BESLUIT = Stap("besluitOverWisseling")
AANVRAAG = Stap("ontvangNieuweAanvraag")
AANVULVERZOEK = Stap("vraagKlantOmAanvulling")
SR = Stap("screenBestaandeAanvraag")
VOLLEDIG = Stap("verklaarBestaandeAanvraagVolledig")
VOORSTEL = Stap("stelBesluitOpAanvraagVoor")
CONTROLE = Stap("controleerBesluitOpAanvraag")
TOEWIJZING = Stap("wijsKlantToe")
ONZE_OPDRACHTNEMER = Stap("registreerNieuweOpdrachtnemer", {"kenmerk": ORGANISATIE})
"""The one whose token the fuzz holds: it sees its own orders only, so the way to an order goes through it."""

_TOT_GESPREK = (KLANT, MELDING, SCREENING, GESPREK)
_TOT_INDELING = (*_TOT_GESPREK, TAAL, AFRONDING, INDELING)
_TOT_WISSELING = (KLANT, EERDER, SCREENING, GESPREK, TAAL, AFRONDING, INDELING, EEN_DAG_OUD, WISSELING)
_TOT_AANVRAAG = (KLANT, MELDING, AANVRAAG)
_TOT_VOORSTEL = (*_TOT_AANVRAAG, SR, VOLLEDIG, VOORSTEL)

WEGEN: dict[str, tuple[Stap, ...]] = {
    "registreerNieuweMelding": (KLANT,),
    "legTerugbellingVast": (KLANT, MELDING),
    "trekBestaandeMeldingIn": (KLANT, MELDING),
    "controleerVoorgesteldeAfwijzing": (KLANT, MELDING, VERKEERD_LOKET),
    "legGespreksbesluitVast": (KLANT, ZONDER_ADRES, SCREENING),
    "planNieuweAfspraak": (KLANT, MELDING),
    "verplaatsGeplandeAfspraak": (KLANT, MELDING, AFSPRAAK),
    "annuleerGeplandeAfspraak": (KLANT, MELDING, AFSPRAAK),
    "legOpkomstBijAfspraakVast": (KLANT, MELDING, AFSPRAAK_STRAKS, WACHT),
    "legNieuweScreeningVast": (KLANT, MELDING),
    "legDoorgeleidingVast": (KLANT, MELDING, BAD),
    "legVoorschotVast": (KLANT, MELDING, VOORSCHOT),
    "beginNieuwAmbitiegesprek": (KLANT, MELDING, SCREENING),
    "wijzigBestaandAmbitiegesprek": _TOT_GESPREK,
    "legTaalbeoordelingVast": _TOT_GESPREK,
    "legStudieplichtbesluitVast": (JONGERE, MELDING, SCREENING, GESPREK),
    "rondBestaandAmbitiegesprekAf": (*_TOT_GESPREK, TAAL),
    "deelNieuweKlantIn": (*_TOT_GESPREK, TAAL, AFRONDING),
    "corrigeerGroepsindeling": _TOT_INDELING,
    "beoordeelNieuweWisseling": _TOT_INDELING,
    "besluitOverWisseling": _TOT_WISSELING,
    "legOverdrachtVanWisselingVast": (*_TOT_WISSELING, BESLUIT),
    "ontvangNieuweAanvraag": (KLANT, MELDING),
    "vraagKlantOmAanvulling": _TOT_AANVRAAG,
    "vulBestaandeAanvraagAan": (*_TOT_AANVRAAG, AANVULVERZOEK),
    "verklaarBestaandeAanvraagVolledig": (*_TOT_AANVRAAG, SR),
    "screenBestaandeAanvraag": _TOT_AANVRAAG,
    "stelBesluitOpAanvraagVoor": (*_TOT_AANVRAAG, SR, VOLLEDIG),
    "controleerBesluitOpAanvraag": _TOT_VOORSTEL,
    "legVoorschotBijAanvraagVast": _TOT_AANVRAAG,
    "trekBestaandeAanvraagIn": _TOT_AANVRAAG,
    "verzendBesluitOpAanvraag": (*_TOT_VOORSTEL, CONTROLE),
    "toonGroepsindelingVanKlant": _TOT_INDELING,
    "beeindig": (KLANT, TOEWIJZING),
    "doeAf": (KLANT, NOOD),
}
"""For operations that are not named, the things whose ids they ask for are made in the shortest way."""

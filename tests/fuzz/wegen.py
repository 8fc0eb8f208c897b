"""The way to each operation: which steps come first, by the examples of the document and what differs from them."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from pydantic.alias_generators import to_camel

from app.domain.basisdienstverlening.leefgebieden import Leefgebieden
from app.routers.inkooporders import PLAN as PLANVOORBEELD
from app.routers.opdrachtnemers import OVEREENKOMST
from tests.fuzz.dienst import BEGIN, ORGANISATIE


@dataclass(frozen=True)
class Stap:
    """An operation with its example, but for these values (dotted paths)."""

    naam: str
    anders: dict[str, Any] = field(default_factory=dict)
    rol: str = ""
    """Who takes it, where not everyone with the right may do so."""


STRAKS = object()
"""A moment that is nearly there, by the service's clock."""
WACHT = Stap("wacht")
"""Until what was planned to be soon has begun."""
KLANT = Stap("registreerNieuweKlant")
JONGERE = Stap("registreerNieuweKlant", {"geboortedatum": f"{BEGIN.year - 19}-01-01"})
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
    "opgave.gesprekOp": BEGIN.isoformat(),
    "leefgebieden": {to_camel(naam): "Besproken." for naam in Leefgebieden.__dataclass_fields__},
}
GESPREK = Stap("beginNieuwAmbitiegesprek", _GESPREK)
TAAL = Stap("legTaalbeoordelingVast")
AFRONDING = Stap("rondBestaandAmbitiegesprekAf")
EERDER = Stap("registreerNieuweMelding", {"opgave.gemeldOp": f"{BEGIN.date() - timedelta(days=4)}T09:30:00+02:00"})
INDELING = Stap("deelNieuweKlantIn")
EEN_DAG_OUD = Stap("corrigeerGroepsindeling", {"geldigVan": f"{BEGIN.date() - timedelta(days=3)}"})
WISSELING = Stap("beoordeelNieuweWisseling")
BESLUIT = Stap("besluitOverWisseling")
AANVRAAG = Stap("ontvangNieuweAanvraag")
AANVULVERZOEK = Stap("vraagKlantOmAanvulling")
SR = Stap("screenBestaandeAanvraag")
VOLLEDIG = Stap("verklaarBestaandeAanvraagVolledig")
VOORSTEL = Stap("stelBesluitOpAanvraagVoor")
CONTROLE = Stap("controleerBesluitOpAanvraag")
TOEWIJZING = Stap("wijsKlantToe")
_PERCELEN = range(1, 6)
ONZE_OPDRACHTNEMER = Stap(
    "registreerNieuweOpdrachtnemer",
    {
        "kenmerk": ORGANISATIE,
        "raamovereenkomsten": [OVEREENKOMST | {"nummer": f"FUZZ-{p}", "perceel": p} for p in _PERCELEN],
    },
)
"""The one whose token the fuzz holds: it sees its own orders only, so the way to an order goes through it."""
ORIENTATIE = Stap("legOrientatiegesprekVanClientVast")
WERKPLAN = Stap("stelNieuwWerkplanOp")
WERKPLAN_WERKBEHOUD = Stap(
    "stelNieuwWerkplanOp",
    {"dienst": "werkbehoud_loondienst", "client.hervattingOp": "2025-09-01"},
)
WERKPLAN_NAAR_WERK = Stap(
    "stelNieuwWerkplanOp",
    {
        "dienst": "naar_werk",
        "werkplan.doorlooptijdMaanden": 6,
        "werkplan.activiteiten": [{"omschrijving": "Begeleiding naar werk", "uren": "24.00"}],
    },
)
_ACTIVITEITEN: Any = PLANVOORBEELD["activiteiten"]
PLAN_NAAR_WERK = Stap(
    "dienReintegratieplanIn",
    {
        "plan.doorlooptijdMaanden": 6,
        "plan.activiteiten": [activiteit | {"uren": "21.00"} for activiteit in _ACTIVITEITEN],
    },
)
SESSIE = Stap("legNieuweSessiesVast")
EVALUATIE = Stap("legEvaluatieVast")
BIJSTELLING = Stap("vraagBijstelling")
ZIEK = Stap("meldClientZiek")
TERUGMELDING = Stap("meldClientTerug")
TERUGMELDBESLUIT = Stap("besluitOverTerugmelding")
BEZWAAR = Stap("legBezwaarVanClientVast")
BEEINDIGING = Stap("beeindigDienst", rol="uwv")
EINDRAPPORTAGE = Stap("dienEindrapportageVanOrderIn")
WERKHERVATTING = Stap("legWerkhervattingVanClientVast")
OPDRACHT = Stap("verstrekNieuweOpdracht")
PLAN = Stap("dienReintegratieplanIn")
PLANOORDEEL = Stap("beoordeelReintegratieplan")
AFKEURING = Stap(
    "beoordeelReintegratieplan",
    {"akkoord": False, "toelichting": "Niet haalbaar.", "inkooporderOp": None, "beschikkingOp": None},
)
ROL_VAN = {stap.naam: stap.rol for stap in (BEEINDIGING,)}
"""By operation, who of those with the right may do it at the end of its way."""

_TOT_WERKPLAN = (KLANT, ONZE_OPDRACHTNEMER, WERKPLAN)
_TOT_OPDRACHT = (*_TOT_WERKPLAN, OPDRACHT)
_TOT_PLAN = (*_TOT_OPDRACHT, PLAN)
_TOT_UITVOERING = (*_TOT_PLAN, PLANOORDEEL)
_TOT_RAPPORT = (*_TOT_UITVOERING, BEEINDIGING)
_TOT_RESULTAAT = (*_TOT_RAPPORT, EINDRAPPORTAGE)
_TOT_NAAR_WERK = (KLANT, ONZE_OPDRACHTNEMER, WERKPLAN_NAAR_WERK, OPDRACHT, PLAN_NAAR_WERK, PLANOORDEEL)

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
    "toonInkooporder": (*_TOT_PLAN, AFKEURING),
    "toonOrdertermijnen": _TOT_UITVOERING,
    "toonOrdercontact": _TOT_OPDRACHT,
    "legOrientatiegesprekVanClientVast": _TOT_WERKPLAN,
    "verstrekNieuweOpdracht": _TOT_WERKPLAN,
    "verstrekInkooporderWerkbehoud": (KLANT, ONZE_OPDRACHTNEMER, WERKPLAN_WERKBEHOUD),
    "dienReintegratieplanIn": _TOT_OPDRACHT,
    "beoordeelReintegratieplan": _TOT_PLAN,
    "verklaarInkooporderVervallen": _TOT_OPDRACHT,
    "legWerkhervattingVanClientVast": _TOT_NAAR_WERK,
    "legOnderbrekingVanWerkVast": (*_TOT_NAAR_WERK, WERKHERVATTING),
    "legNieuweSessiesVast": _TOT_UITVOERING,
    "legEvaluatieVast": _TOT_UITVOERING,
    "besluitOverEvaluatie": (*_TOT_UITVOERING, EVALUATIE),
    "vraagBijstelling": _TOT_UITVOERING,
    "besluitOverBijstelling": (*_TOT_UITVOERING, BIJSTELLING),
    "beeindigDienst": _TOT_UITVOERING,
    "meldClientZiek": _TOT_UITVOERING,
    "meldClientHersteld": (*_TOT_UITVOERING, ZIEK),
    "meldClientTerug": _TOT_UITVOERING,
    "besluitOverTerugmelding": (*_TOT_UITVOERING, TERUGMELDING),
    "legBezwaarVanClientVast": _TOT_UITVOERING,
    "schortUitvoeringDoorBezwaarOp": (*_TOT_UITVOERING, BEZWAAR),
    "beslisOpBezwaarVanClient": (*_TOT_UITVOERING, BEZWAAR),
    "geefUwvEenSignaal": _TOT_UITVOERING,
    "dienEindrapportageVanOrderIn": _TOT_RAPPORT,
    "beoordeelResultaatVanOrder": _TOT_RESULTAAT,
    "toonEindrapportage": _TOT_RESULTAAT,
    "toonDeclaratie": (*_TOT_UITVOERING, SESSIE),
    "toonReintegratieplan": (*_TOT_PLAN, AFKEURING, PLAN),
}
"""For operations that are not named, the things whose ids they ask for are made in the shortest way."""

"""Facts that are each valid and yet contradict each other, or what is recorded: JSON Schema cannot say so.

These operations may answer valid data with 400, each for the reason beside it, and only with a code that
is about meaning: a refusal of the form of valid data stays a failure, on every operation.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import app
from tests.fuzz.catalogus import OPERATIES

_CODE_IN = {"eis": 2, "Veldfout": 1}
"""Which argument of a call names the code of a refusal."""

_GEBOREN = "born after the day that the facts are about"
_NIET_LATER = "what happened cannot lie after now, nor before what it follows on"
_OPSCHORTING = "suspensions come one after the other"
_AFSPRAAK = "an appointment begins in the future and ends after that, for a klant of the melding"
_VOORSCHOT = "under the minimum it has a reason, and only to someone who was informed"
_INDELING = "a choice beside the advice has a reason, one that follows it has none"
_RAAM = "a raamovereenkomst ends on its first day or after it"
_PERCEEL = "the opdrachtnemer holds the perceel on that day"
_REDEN = "a refusal, or a deviation, asks for the reason"

_PER_OPERATIE: Mapping[str, str] = {
    "registreerNieuweKlant": "born after today",
    "wijzigBestaandeKlant": f"{_NIET_LATER}; what is left after the change must be whole",
    "zoekKlant": "by BSN, or by name and birth date",
    "registreerNieuweMelding": f"{_GEBOREN}; {_NIET_LATER}; the desk can be closed; a partner has own facts",
    "legTerugbellingVast": _NIET_LATER,
    "trekBestaandeMeldingIn": _NIET_LATER,
    "controleerVoorgesteldeAfwijzing": _REDEN,
    "legGespreksbesluitVast": "it is about a klant of the melding",
    "planNieuweAfspraak": _AFSPRAAK,
    "verplaatsGeplandeAfspraak": _AFSPRAAK,
    "legNieuweScreeningVast": f"{_GEBOREN}; {_NIET_LATER}; the question about work needs the income",
    "legDoorgeleidingVast": f"{_NIET_LATER}; only where the screening refers to; a warm handover not done has a reason",
    "legVoorschotVast": f"{_NIET_LATER}; {_VOORSCHOT}",
    "legVoorschotBijAanvraagVast": f"{_NIET_LATER}; {_VOORSCHOT}",
    "beginNieuwAmbitiegesprek": f"{_GEBOREN}; before the melding; Dariuz has a day only when it was filled in",
    "wijzigBestaandAmbitiegesprek": f"{_GEBOREN}; before the melding; Dariuz has a day only when it was filled in",
    "legTaalbeoordelingVast": "a doubt about the level asks for a test",
    "deelNieuweKlantIn": f"{_GEBOREN}; {_NIET_LATER}; {_INDELING}",
    "corrigeerGroepsindeling": f"{_NIET_LATER}; {_INDELING}; a correction changes something",
    "beoordeelNieuweWisseling": "facts after the day of assessment",
    "besluitOverWisseling": f"{_NIET_LATER}; a wisseling changes the group, an extension does not",
    "legOverdrachtVanWisselingVast": _NIET_LATER,
    "ontvangNieuweAanvraag": _NIET_LATER,
    "vraagKlantOmAanvulling": f"{_NIET_LATER}; {_OPSCHORTING}",
    "vulBestaandeAanvraagAan": f"{_NIET_LATER}; {_OPSCHORTING}",
    "verklaarBestaandeAanvraagVolledig": _NIET_LATER,
    "controleerBesluitOpAanvraag": _REDEN,
    "verzendBesluitOpAanvraag": _NIET_LATER,
    "trekBestaandeAanvraagIn": _NIET_LATER,
    "wijsKlantToe": _NIET_LATER,
    "beeindig": _NIET_LATER,
    "doeAf": _NIET_LATER,
    "registreerNieuweOpdrachtnemer": f"{_RAAM}; one number stands once, and one perceel has one on a day",
    "sluitNieuweRaamovereenkomst": _RAAM,
    "beeindigBestaandeRaamovereenkomst": _RAAM,
    "stelNieuwWerkplanOp": f"{_NIET_LATER}; a service asks its own facts of the client; a fixed price has no hours",
    "legOrientatiegesprekVanClientVast": _NIET_LATER,
    "verstrekNieuweOpdracht": f"{_NIET_LATER}; {_PERCEEL}",
    "verstrekInkooporderWerkbehoud": f"{_NIET_LATER}; {_PERCEEL}",
    "dienReintegratieplanIn": f"{_NIET_LATER}; what the service asks of a plan must stand in it",
    "beoordeelReintegratieplan": f"{_NIET_LATER}; {_REDEN}; an agreement buys, a refusal does not",
    "verklaarInkooporderVervallen": _NIET_LATER,
    "legNieuweSessiesVast": f"{_NIET_LATER}; its participants are at least the orders that it names, each once",
    "legAkkoordMetSessieVast": _NIET_LATER,
    "legEvaluatieVast": _NIET_LATER,
    "besluitOverEvaluatie": f"{_NIET_LATER}; {_REDEN}",
    "vraagBijstelling": f"{_NIET_LATER}; an adjustment changes something, within what the service allows",
    "besluitOverBijstelling": f"{_NIET_LATER}; {_REDEN}",
    "beeindigDienst": f"{_NIET_LATER}; it ends on its last day, or before when the result is there",
    "meldClientZiek": _NIET_LATER,
    "meldClientHersteld": _NIET_LATER,
    "meldClientTerug": f"{_NIET_LATER}; with the agreement of the client, unless that cannot be asked",
    "besluitOverTerugmelding": f"{_NIET_LATER}; {_REDEN}",
    "legBezwaarVanClientVast": f"{_NIET_LATER}; it suspends from a day on, or not",
    "schortUitvoeringDoorBezwaarOp": _NIET_LATER,
    "beslisOpBezwaarVanClient": f"{_NIET_LATER}; {_REDEN}",
    "geefUwvEenSignaal": f"{_NIET_LATER}; multiproblematiek is signalled at Werkbehoud",
    "dienEindrapportageVanOrderIn": f"{_NIET_LATER}; what the service asks of a report must stand in it",
    "beoordeelResultaatVanOrder": f"{_NIET_LATER}; what follows depends on the result",
    "toonStuurinformatieOverInkooporders": "a period ends on its first day or after it",
    "legWerkhervattingVanClientVast": _NIET_LATER,
    "legOnderbrekingVanWerkVast": f"{_NIET_LATER}; interruptions come one after the other",
    "toetsTermijn": _OPSCHORTING,
    "toetsBeslistermijn": _OPSCHORTING,
    "toetsMelding": f"{_GEBOREN}; the desk can be closed",
    "toetsScreening": f"{_GEBOREN}; the question about work needs the income",
    "toetsVoorschot": _GEBOREN,
    "toetsAmbitiegesprek": _GEBOREN,
    "toetsGroepsindeling": _GEBOREN,
    "toetsGroepswisseling": "facts after the day of assessment",
    "toetsUwvTermijnen": "an agreed duration above the longest of the service; a day past the calendar",
    "toetsUwvBegeleidingsuren": "a fixed price has no hours; paperwork and overhead are of one client",
    "toetsUwvZiekte": "a day past the calendar",
    "toetsUwvPlaatsing": "interruptions come one after the other; a day past the calendar",
}
_LIJSTEN = {
    naam: "a cursor is opaque: no schema tells a real one"
    for naam, operatie in OPERATIES.items()
    if operatie.vraag_model and "cursor" in operatie.vraag_model.model_fields
}
TEGENSPRAAK: Mapping[str, str] = {**_PER_OPERATIE, **_LIJSTEN}
"""By operation, why valid data can get 400."""


def inhoudelijke_codes() -> frozenset[str]:
    """Return every code that Trede refuses the meaning of valid data with, as its source writes it.

    A refusal of the form is another thing there, a Veldprobleem.
    """
    return frozenset(code for pad in Path(app.__file__).parent.rglob("*.py") for code in _codes_in(pad))


def _codes_in(pad: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(pad.read_text())):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in _CODE_IN:
            code = knoop.args[_CODE_IN[knoop.func.id]]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value

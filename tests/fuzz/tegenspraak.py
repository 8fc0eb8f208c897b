"""Facts that are each valid and yet contradict each other, or what is recorded: JSON Schema cannot say so.

These operations may answer valid data with 400, and only with these codes; any other code is a failure.
"""

from collections.abc import Mapping

from tests.fuzz.catalogus import OPERATIES

_GEBOREN = {"na-feit"}  # born after the day that the facts are about
_NIET_LATER = {"toekomst"}  # what happened cannot lie after now
_REEKS = {"voor-termijn", "voor-verzoek", "overlap", "buiten-kalender"}  # suspensions, one after the other
_VAN_MELDING = {"niet-van-melding"}  # the klant is not one of the melding
_CURSOR = {"cursor-ongeldig"}  # a cursor is opaque: no schema tells a real one

_PER_OPERATIE: Mapping[str, set[str]] = {
    "registreerNieuweKlant": _NIET_LATER,
    "wijzigBestaandeKlant": _NIET_LATER | {"onbekende-versie", "verplicht"},
    "zoekKlant": {"zoekvelden"},
    "registreerNieuweMelding": _GEBOREN | _NIET_LATER | {"kanaal-gesloten", "zelfde-klant", "buiten-kalender"},
    "legTerugbellingVast": _NIET_LATER | {"voor-melding"},
    "trekBestaandeMeldingIn": _NIET_LATER | {"voor-melding"},
    "controleerVoorgesteldeAfwijzing": {"ontbreekt"},
    "planNieuweAfspraak": _VAN_MELDING | {"verleden", "voor-begin", "andere-dag", "ontbreekt"},
    "verplaatsGeplandeAfspraak": {"verleden", "voor-begin", "andere-dag"},
    "legNieuweScreeningVast": _GEBOREN | _NIET_LATER | {"voor-melding", "verplicht", "buiten-kalender"},
    "legDoorgeleidingVast": _NIET_LATER | {"voor-gesprek", "geen-verwijzing", "verplicht"},
    "legVoorschotVast": _NIET_LATER | {"voor-melding", "niet-geinformeerd", "onder-minimum"},
    "beginNieuwAmbitiegesprek": _GEBOREN | _VAN_MELDING | {"te-vroeg", "buiten-kalender"},
    "wijzigBestaandAmbitiegesprek": _GEBOREN | {"te-vroeg", "verplicht", "buiten-kalender"},
    "legTaalbeoordelingVast": {"taaltoets-nodig"},
    "deelNieuweKlantIn": _GEBOREN
    | _NIET_LATER
    | _VAN_MELDING
    | {"geen-afwijking", "reden-ontbreekt", "geen-verschil", "voor-melding"},
    "corrigeerGroepsindeling": _NIET_LATER
    | {"geen-correctie", "na-einde", "voor-melding", "geen-afwijking", "reden-ontbreekt"},
    "beoordeelNieuweWisseling": {"na-peildatum"},
    "besluitOverWisseling": _NIET_LATER | {"zelfde-groep", "verlengen-of-wisselen", "geen-wisseling"},
    "legOverdrachtVanWisselingVast": _NIET_LATER | {"voor-indeling"},
    "ontvangNieuweAanvraag": _NIET_LATER | {"voor-melding"},
    "vraagKlantOmAanvulling": _NIET_LATER | _REEKS | {"voor-ontvangst"},
    "vulBestaandeAanvraagAan": _NIET_LATER | _REEKS,
    "verklaarBestaandeAanvraagVolledig": _NIET_LATER | {"voor-ontvangst"},
    "controleerBesluitOpAanvraag": {"verplicht"},
    "verzendBesluitOpAanvraag": _NIET_LATER | {"voor-controle"},
    "wijsKlantToe": {"voor-begin"},
    "beeindig": {"voor-begin"},
    "doeAf": _NIET_LATER | {"voor-begin"},
    "toetsTermijn": _REEKS,
    "toetsBeslistermijn": _REEKS,
    "toetsMelding": _GEBOREN | {"kanaal-gesloten", "buiten-kalender"},
    "toetsScreening": _GEBOREN | {"verplicht", "buiten-kalender"},
    "toetsVoorschot": _GEBOREN | {"verplicht", "buiten-kalender"},
    "toetsAmbitiegesprek": _GEBOREN | {"buiten-kalender"},
    "toetsGroepsindeling": _GEBOREN,
    "toetsGroepswisseling": {"na-peildatum"},
}
_LIJSTEN = {naam: _CURSOR for naam, o in OPERATIES.items() if o.vraag_model and "cursor" in o.vraag_model.model_fields}

TEGENSPRAAK: Mapping[str, frozenset[str]] = {n: frozenset(c) for n, c in {**_PER_OPERATIE, **_LIJSTEN}.items()}

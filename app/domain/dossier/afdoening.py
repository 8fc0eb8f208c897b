"""Which terms people close themselves: those that no step of the process sees happen."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from app.domain.dossier.termijn import Termijn
from app.domain.fouten import Strijdig

MET_DE_HAND: Mapping[str, str] = MappingProxyType(
    {
        "broodnood": "Een signaal: dat de coördinator het oppakte, staat in geen ander stuk.",
        "zoekperiode": "De jongere zoekt zelf werk en scholing; wat daarvan kwam, beoordeelt de inkomensconsulent.",
        "stukken": "De stukken komen buiten Trede binnen; een volledige aanvraag doet de termijn ook af.",
        "nabellen": "Van het telefoongesprek weet alleen de beller; is de aanvraag volledig, dan hoeft het niet meer.",
        "inkomensafspraak": "Het gesprek kan ook zonder afspraak in Trede plaatsvinden; de opkomst doet het anders af.",
        "bellen_inkomensconsulent": "Van het telefoongesprek weet alleen de beller.",
        "navraag_werkconsulent": "Van de vraag aan de werkconsulent weten alleen die twee.",
        "studieplicht_in_beschikking": "De beschikking wordt buiten Trede geschreven.",
        "bevestiging": "Een bericht aan de klant.",
        "sms": "Een bericht aan de klant.",
        "dariuz": "Een bericht aan de klant.",
        "herinnering_diagnose": "Een bericht aan de klant.",
        "herinnering_gesprek": "Een bericht aan de klant.",
        "herinnering_hersteltermijn": "Een bericht aan de klant.",
    }
)
"""Terms and reminders to close by hand, each with why; a step that sees it happen closes what then still runs."""

DOOR_EEN_STAP: Mapping[str, str] = MappingProxyType(
    {
        "terugbellen": "het terugbellen bij de melding of de screening",
        "screening": "de screening",
        "rapportage": "de screening",
        "gespreksbesluit": "het besluit of een ambitiegesprek nodig is",
        "ambitiegesprek": "de afronding van het ambitiegesprek",
        "diagnose": "de afronding van het ambitiegesprek",
        "voorschot": "het voorschot bij de screening of de aanvraag",
        "hersteltermijn": "de aanvulling van de aanvraag",
        "streefbesluit": "de verzending van het besluit",
        "besluit": "de verzending van het besluit",
        "wisselbeoordeling": "de groepswisseling",
        "verlenging": "de groepswisseling",
        "warme_overdracht": "de overdracht bij de groepswisseling",
    }
)
"""Terms and reminders that a step closes, and which."""

_VOLGNUMMER = re.compile(r"_[0-9]+\Z")


def soort_zonder_nummer(soort: str) -> str:
    """Name the kind of a term that may come more than once: `hersteltermijn_2` is a hersteltermijn."""
    return _VOLGNUMMER.sub("", soort)


def eis_met_de_hand(termijn: Termijn) -> None:
    """Raise Strijdig, naming the step that closes it, for a term that follows the process."""
    soort = soort_zonder_nummer(termijn.soort)
    if soort not in MET_DE_HAND:
        stap = DOOR_EEN_STAP.get(soort, "de stap waarbij deze hoort")
        raise Strijdig("termijn-volgt-stap", f"Deze termijn wordt afgedaan door {stap}.")

"""Which terms people close themselves: those that no step of the process sees happen."""

from collections.abc import Mapping

from app.domain.dossier.termijn import Termijn
from app.domain.fouten import Strijdig

MET_DE_HAND: Mapping[str, str] = {
    "broodnood": "Een signaal: dat de coördinator het oppakte, staat in geen ander stuk.",
    "terugbellen": "Een telefoongesprek waarvan alleen de beller weet.",
    "nabellen": "Een telefoongesprek waarvan alleen de beller weet.",
    "stukken": "De stukken komen buiten Trede binnen.",
    "diagnose": "Dariuz wordt buiten Trede ingevuld.",
    "zoekperiode": "Na de zoekperiode vraagt de inkomensconsulent na wat de jongere deed.",
}
"""Terms to close by hand, each with why; planned reminders are closed by hand as well."""

DOOR_EEN_STAP: Mapping[str, str] = {
    "screening": "de screening",
    "rapportage": "de screening",
    "ambitiegesprek": "het ambitiegesprek",
    "voorschot": "het verstrekken van het voorschot",
    "inkomensafspraak": "het verschijnen op de inkomensafspraak",
    "streefbesluit": "de verzending van het besluit",
    "besluit": "de verzending van het besluit",
}
"""Terms that a step closes, and which."""


def eis_met_de_hand(termijn: Termijn) -> None:
    """Raise Strijdig, naming the step that closes it, for a term that follows the process."""
    if termijn.herinnering or termijn.soort in MET_DE_HAND:
        return
    stap = DOOR_EEN_STAP.get(termijn.soort, "de stap waarbij deze hoort")
    raise Strijdig("termijn-volgt-stap", f"Deze termijn wordt afgedaan door {stap}.")

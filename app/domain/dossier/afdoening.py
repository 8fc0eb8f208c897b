"""Which terms people close themselves: those that no step of the process sees happen."""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.dossier.termijn import Termijn
from app.domain.dossier.termijnsoort import Termijnsoort, soort_zonder_nummer
from app.domain.fouten import Strijdig

MET_DE_HAND: Mapping[str, str] = MappingProxyType(
    {
        Termijnsoort.BROODNOOD: "Een signaal: dat de coördinator het oppakte, staat in geen ander stuk.",
        Termijnsoort.ZOEKPERIODE: "De jongere zoekt zelf; wat daarvan kwam, beoordeelt de inkomensconsulent.",
        Termijnsoort.STUKKEN: "De stukken komen buiten Trede binnen; een volledige aanvraag doet de termijn ook af.",
        Termijnsoort.NABELLEN: "Alleen de beller weet ervan; is de aanvraag volledig, dan hoeft het niet meer.",
        Termijnsoort.INKOMENSAFSPRAAK: "Het kan zonder afspraak in Trede plaatsvinden; de opkomst doet het anders af.",
        Termijnsoort.BELLEN_INKOMENSCONSULENT: "Van het telefoongesprek weet alleen de beller.",
        Termijnsoort.NAVRAAG_WERKCONSULENT: "Van de vraag aan de werkconsulent weten alleen die twee.",
        Termijnsoort.STUDIEPLICHT_IN_BESCHIKKING: "De beschikking wordt buiten Trede geschreven.",
        Termijnsoort.BEVESTIGING: "Een bericht aan de klant.",
        Termijnsoort.SMS: "Een bericht aan de klant.",
        Termijnsoort.DARIUZ: "Een bericht aan de klant.",
        Termijnsoort.HERINNERING_DIAGNOSE: "Een bericht aan de klant.",
        Termijnsoort.HERINNERING_GESPREK: "Een bericht aan de klant.",
        Termijnsoort.HERINNERING_HERSTELTERMIJN: "Een bericht aan de klant.",
        Termijnsoort.BIJSTELLINGSBEZWAAR: "Beslist UWV niet anders, dan gebeurt er niets; een besluit doet haar af.",
        Termijnsoort.SIGNAAL: "Wat UWV met een signaal van de opdrachtnemer doet, staat in geen ander stuk.",
    }
)
"""Terms and reminders to close by hand, each with why; a step that sees it happen closes what then still runs."""

DOOR_EEN_STAP: Mapping[str, str] = MappingProxyType(
    {
        Termijnsoort.TERUGBELLEN: "het terugbellen bij de melding of de screening",
        Termijnsoort.SCREENING: "de screening",
        Termijnsoort.RAPPORTAGE: "de screening",
        Termijnsoort.GESPREKSBESLUIT: "het besluit of een ambitiegesprek nodig is",
        Termijnsoort.AMBITIEGESPREK: "de afronding van het ambitiegesprek",
        Termijnsoort.DIAGNOSE: "de afronding van het ambitiegesprek",
        Termijnsoort.VOORSCHOT: "het voorschot bij de screening of de aanvraag",
        Termijnsoort.HERSTELTERMIJN: "de aanvulling van de aanvraag",
        Termijnsoort.STREEFBESLUIT: "de verzending van het besluit",
        Termijnsoort.BESLUIT: "de verzending van het besluit",
        Termijnsoort.WISSELBEOORDELING: "de groepswisseling",
        Termijnsoort.VERLENGING: "de groepswisseling",
        Termijnsoort.WARME_OVERDRACHT: "de overdracht bij de groepswisseling",
        Termijnsoort.REINTEGRATIEPLAN: "het indienen van het re-integratieplan",
        Termijnsoort.PLANOORDEEL: "het oordeel over het re-integratieplan",
        Termijnsoort.PLANHERSTEL: "het indienen van het herziene plan",
        Termijnsoort.EINDE_DIENST: "de beëindiging van de dienst",
        Termijnsoort.EVALUATIEMOMENT: "de evaluatie",
        Termijnsoort.EVALUATIEBESLUIT: "het besluit van UWV over het advies om te stoppen",
        Termijnsoort.BIJSTELLINGSOORDEEL: "het besluit van UWV over de bijstelling",
        Termijnsoort.TERUGMELDING: "de terugmelding of de herstelmelding",
        Termijnsoort.TERUGMELDBESLUIT: "het besluit van UWV over de terugmelding",
        Termijnsoort.WERKHERVATTING: "de werkhervatting",
        Termijnsoort.PLAATSING: "de eerste stap nadat de drie maanden werk vol zijn",
        Termijnsoort.EINDRAPPORTAGE: "de eindrapportage",
    }
)
"""Terms and reminders that a step closes, and which."""


def eis_met_de_hand(termijn: Termijn) -> None:
    """Raise Strijdig, naming the step that closes it, for a term that follows the process."""
    soort = soort_zonder_nummer(termijn.soort)
    if soort not in MET_DE_HAND:
        stap = DOOR_EEN_STAP.get(soort, "de stap waarbij deze hoort")
        raise Strijdig("termijn-volgt-stap", f"Deze termijn wordt afgedaan door {stap}.")

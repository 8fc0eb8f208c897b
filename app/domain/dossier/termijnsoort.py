"""What a term is about, and its name where one subject has more than one of a kind."""

import re
from enum import StrEnum


class Termijnsoort(StrEnum):
    """Every kind of term and reminder that a rule gives."""

    # of a melding
    TERUGBELLEN = "terugbellen"
    SCREENING = "screening"
    ZOEKPERIODE = "zoekperiode"
    BROODNOOD = "broodnood"
    # of a screening
    RAPPORTAGE = "rapportage"
    GESPREKSBESLUIT = "gespreksbesluit"
    AMBITIEGESPREK = "ambitiegesprek"
    DIAGNOSE = "diagnose"
    STUKKEN = "stukken"
    NABELLEN = "nabellen"
    INKOMENSAFSPRAAK = "inkomensafspraak"
    VOORSCHOT = "voorschot"
    # of an appointment or an ambitiegesprek
    BEVESTIGING = "bevestiging"
    SMS = "sms"
    DARIUZ = "dariuz"
    HERINNERING_DIAGNOSE = "herinnering_diagnose"
    HERINNERING_GESPREK = "herinnering_gesprek"
    STUDIEPLICHT_IN_BESCHIKKING = "studieplicht_in_beschikking"
    # of an aanvraag; the decision is of the melding as long as no aanvraag is received
    STREEFBESLUIT = "streefbesluit"
    BESLUIT = "besluit"
    HERSTELTERMIJN = "hersteltermijn"
    HERINNERING_HERSTELTERMIJN = "herinnering_hersteltermijn"
    NAVRAAG_WERKCONSULENT = "navraag_werkconsulent"
    # of a placing or a groepswisseling
    BELLEN_INKOMENSCONSULENT = "bellen_inkomensconsulent"
    WISSELBEOORDELING = "wisselbeoordeling"
    VERLENGING = "verlenging"
    WARME_OVERDRACHT = "warme_overdracht"
    # of an inkooporder
    REINTEGRATIEPLAN = "reintegratieplan"
    PLANOORDEEL = "planoordeel"
    PLANHERSTEL = "planherstel"
    EINDE_DIENST = "einde_dienst"
    EVALUATIEMOMENT = "evaluatiemoment"
    EVALUATIEBESLUIT = "evaluatiebesluit"
    BIJSTELLINGSOORDEEL = "bijstellingsoordeel"
    BIJSTELLINGSBEZWAAR = "bijstellingsbezwaar"
    TERUGMELDING = "terugmelding"
    TERUGMELDBESLUIT = "terugmeldbesluit"
    WERKHERVATTING = "werkhervatting"
    PLAATSING = "plaatsing"
    EINDRAPPORTAGE = "eindrapportage"
    SIGNAAL = "signaal"


_VOLGNUMMER = re.compile(r"_[0-9]+\Z")


def genummerd(soort: Termijnsoort, volgnummer: int) -> str:
    """Name the n-th term of a kind within one subject: the first by its kind alone, then `hersteltermijn_2`."""
    return soort.value if volgnummer == 1 else f"{soort}_{volgnummer}"


def soort_zonder_nummer(naam: str) -> str:
    """Name the kind of a term that may come more than once: `hersteltermijn_2` is a hersteltermijn."""
    return _VOLGNUMMER.sub("", naam)

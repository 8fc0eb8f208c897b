"""What a constraint of the database says, in the words of the domain."""

import asyncpg

from app.domain.fouten import Strijdig

_PER_CONSTRAINT = {
    "klant_bsn_uniek": ("bsn-bekend", "Er is al een klant met dit burgerservicenummer."),
    "open_melding_pkey": ("melding-open", "Voor deze klant loopt al een melding."),
    "afspraak_klant_dubbel": ("klant-bezet", "De klant heeft op dat moment al een afspraak."),
    "afspraak_medewerker_dubbel": ("medewerker-bezet", "De medewerker heeft op dat moment al een afspraak."),
    "screening_een_per_melding": ("screening-bekend", "Bij deze melding is al een screening vastgelegd."),
    "ambitiegesprek_een_per_klant": ("ambitiegesprek-bekend", "Met deze klant is al een ambitiegesprek vastgelegd."),
    "groepsindeling_een_per_dag": ("indeling-overlapt", "De klant is in deze periode al in een groep ingedeeld."),
    "groepswisseling_een_open": ("wisseling-open", "Over deze indeling loopt al een beoordeling."),
    "aanvraag_een_per_melding": ("aanvraag-bekend", "Bij deze melding is al een aanvraag vastgelegd."),
    "toewijzing_een_per_rol": ("toewijzing-overlapt", "In deze periode heeft de klant in deze rol al een medewerker."),
    "inkooporder_werkbehoud_na_elkaar": (
        "werkbehoud-overlapt",
        "Bij deze werkhervatting is er in die dagen al Werkbehoud (uwv.werkbehoud.max).",
    ),
    "opdrachtnemer_kenmerk_uniek": ("kenmerk-bezet", "Er is al een opdrachtnemer met dit kenmerk."),
}


def als_strijdig(fout: asyncpg.IntegrityConstraintViolationError) -> Strijdig | None:
    """Name the conflict; None for a constraint that no request should be able to reach."""
    gevonden = _PER_CONSTRAINT.get(str(getattr(fout, "constraint_name", "")))
    return Strijdig(*gevonden) if gevonden else None

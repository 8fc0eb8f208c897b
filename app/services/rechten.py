"""The one table of rights: which role may do what. The OpenAPI document shows it per operation."""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.fouten import GeenRecht
from app.services.identiteit import MACHINEROLLEN, Beller, Rol

R = Rol
GEMEENTE = frozenset(Rol) - MACHINEROLLEN
"""Everyone who works for the municipality."""
_UITVOERING = frozenset(
    {R.COORDINATOR, R.INKOMENSCONSULENT, R.TRAJECTCONSULENT, R.WERKCONSULENT, R.PARTICIPATIEMAKELAAR, R.FIATTEUR}
)
_DOSSIER = _UITVOERING | {R.ADMINISTRATIE, R.SOCIAAL_RECHERCHEUR, R.MANAGER, R.PRIVACY}


class Recht(StrEnum):
    """What can be allowed."""

    KLANT_REGISTREREN = "klant.registreren"
    KLANT_LEZEN = "klant.lezen"
    KLANT_WIJZIGEN = "klant.wijzigen"
    KLANT_ZOEKEN = "klant.zoeken"
    BSN_LEZEN = "bsn.lezen"
    VERLOOP_LEZEN = "verloop.lezen"
    AUDIT_LEZEN = "audit.lezen"
    MELDING_REGISTREREN = "melding.registreren"
    MELDING_LEZEN = "melding.lezen"
    MELDING_INTREKKEN = "melding.intrekken"
    MELDING_AFWIJZEN = "melding.afwijzen"
    AFSPRAAK_PLANNEN = "afspraak.plannen"
    AFSPRAAK_LEZEN = "afspraak.lezen"
    SCREENING_VASTLEGGEN = "screening.vastleggen"
    SCREENING_LEZEN = "screening.lezen"
    VOORSCHOT_VERSTREKKEN = "voorschot.verstrekken"
    AMBITIEGESPREK_VASTLEGGEN = "ambitiegesprek.vastleggen"
    AMBITIEGESPREK_BESLUITEN = "ambitiegesprek.besluiten"
    AMBITIEGESPREK_LEZEN = "ambitiegesprek.lezen"
    INDELING_VASTLEGGEN = "indeling.vastleggen"
    INDELING_LEZEN = "indeling.lezen"
    WISSELING_VOORSTELLEN = "wisseling.voorstellen"
    WISSELING_LEZEN = "wisseling.lezen"
    AANVRAAG_BEHANDELEN = "aanvraag.behandelen"
    AANVRAAG_SCREENEN = "aanvraag.screenen"
    AANVRAAG_CONTROLEREN = "aanvraag.controleren"
    AANVRAAG_VERZENDEN = "aanvraag.verzenden"
    AANVRAAG_LEZEN = "aanvraag.lezen"
    TOEWIJZING_BEHEREN = "toewijzing.beheren"
    TOEWIJZING_LEZEN = "toewijzing.lezen"
    TERMIJN_LEZEN = "termijn.lezen"
    TERMIJN_AFDOEN = "termijn.afdoen"
    OPDRACHTNEMER_BEHEREN = "opdrachtnemer.beheren"
    OPDRACHTNEMER_LEZEN = "opdrachtnemer.lezen"
    INKOOPORDER_VERSTREKKEN = "inkooporder.verstrekken"
    INKOOPORDER_UITVOEREN = "inkooporder.uitvoeren"
    INKOOPORDER_BEGELEIDEN = "inkooporder.begeleiden"
    INKOOPORDER_BEEINDIGEN = "inkooporder.beeindigen"
    INKOOPORDER_LEZEN = "inkooporder.lezen"
    STUURINFORMATIE_LEZEN = "stuurinformatie.lezen"
    TOETSEN = "toetsen"
    BELEID_LEZEN = "beleid.lezen"


RECHTEN: Mapping[Recht, frozenset[Rol]] = {
    Recht.KLANT_REGISTREREN: frozenset({R.RECEPTIE, R.INKOMENSCONSULENT}),
    Recht.KLANT_LEZEN: _DOSSIER | {R.RECEPTIE, R.BAD},
    Recht.KLANT_WIJZIGEN: frozenset({R.RECEPTIE, R.INKOMENSCONSULENT, R.TRAJECTCONSULENT, R.ADMINISTRATIE}),
    Recht.KLANT_ZOEKEN: _DOSSIER | {R.RECEPTIE, R.BAD},
    Recht.BSN_LEZEN: frozenset({R.RECEPTIE, R.INKOMENSCONSULENT, R.SOCIAAL_RECHERCHEUR, R.ADMINISTRATIE}),
    Recht.VERLOOP_LEZEN: _DOSSIER,
    Recht.AUDIT_LEZEN: frozenset({R.PRIVACY, R.MANAGER}),
    Recht.MELDING_REGISTREREN: frozenset({R.RECEPTIE, R.INKOMENSCONSULENT}),
    Recht.MELDING_LEZEN: _DOSSIER | {R.RECEPTIE},
    Recht.MELDING_INTREKKEN: frozenset({R.RECEPTIE, R.INKOMENSCONSULENT}),
    Recht.MELDING_AFWIJZEN: frozenset({R.FIATTEUR}),
    Recht.AFSPRAAK_PLANNEN: frozenset(
        {R.RECEPTIE, R.INKOMENSCONSULENT, R.TRAJECTCONSULENT, R.WERKCONSULENT, R.PARTICIPATIEMAKELAAR}
    ),
    Recht.AFSPRAAK_LEZEN: _DOSSIER | {R.RECEPTIE},
    Recht.SCREENING_VASTLEGGEN: frozenset({R.INKOMENSCONSULENT}),
    Recht.SCREENING_LEZEN: _DOSSIER | {R.BAD},
    Recht.VOORSCHOT_VERSTREKKEN: frozenset({R.INKOMENSCONSULENT}),
    Recht.AMBITIEGESPREK_VASTLEGGEN: frozenset({R.TRAJECTCONSULENT}),
    Recht.AMBITIEGESPREK_BESLUITEN: frozenset({R.INKOMENSCONSULENT}),
    Recht.AMBITIEGESPREK_LEZEN: _UITVOERING | {R.MANAGER, R.PRIVACY},
    Recht.INDELING_VASTLEGGEN: frozenset({R.TRAJECTCONSULENT}),
    Recht.INDELING_LEZEN: _DOSSIER | {R.RECEPTIE},
    Recht.WISSELING_VOORSTELLEN: frozenset({R.TRAJECTCONSULENT, R.WERKCONSULENT, R.INKOMENSCONSULENT}),
    Recht.WISSELING_LEZEN: _DOSSIER,
    Recht.AANVRAAG_BEHANDELEN: frozenset({R.INKOMENSCONSULENT}),
    Recht.AANVRAAG_SCREENEN: frozenset({R.SOCIAAL_RECHERCHEUR}),
    Recht.AANVRAAG_CONTROLEREN: frozenset({R.FIATTEUR}),
    Recht.AANVRAAG_VERZENDEN: frozenset({R.FIATTEUR, R.ADMINISTRATIE}),
    Recht.AANVRAAG_LEZEN: _DOSSIER,
    Recht.TOEWIJZING_BEHEREN: frozenset({R.COORDINATOR, R.MANAGER}),
    Recht.TOEWIJZING_LEZEN: _DOSSIER | {R.RECEPTIE},
    Recht.TERMIJN_LEZEN: _DOSSIER | {R.RECEPTIE} | {R.UWV, R.OPDRACHTNEMER},  # these two of inkooporders only
    Recht.TERMIJN_AFDOEN: _UITVOERING
    | {R.RECEPTIE, R.ADMINISTRATIE, R.SOCIAAL_RECHERCHEUR}
    | {R.UWV, R.OPDRACHTNEMER},  # of inkooporders: no other term has their role
    Recht.OPDRACHTNEMER_BEHEREN: frozenset({R.UWV, R.MANAGER}),
    Recht.OPDRACHTNEMER_LEZEN: _DOSSIER | {R.UWV, R.OPDRACHTNEMER},
    Recht.INKOOPORDER_VERSTREKKEN: frozenset({R.UWV}),
    Recht.INKOOPORDER_UITVOEREN: frozenset({R.OPDRACHTNEMER}),
    Recht.INKOOPORDER_BEGELEIDEN: frozenset({R.UWV, R.TRAJECTCONSULENT, R.WERKCONSULENT}),
    Recht.INKOOPORDER_BEEINDIGEN: frozenset({R.UWV, R.OPDRACHTNEMER}),
    Recht.INKOOPORDER_LEZEN: _UITVOERING | {R.ADMINISTRATIE, R.MANAGER, R.PRIVACY, R.UWV, R.OPDRACHTNEMER},
    Recht.STUURINFORMATIE_LEZEN: frozenset({R.MANAGER, R.BELEID, R.UWV, R.OPDRACHTNEMER}),
    Recht.TOETSEN: GEMEENTE,
    Recht.BELEID_LEZEN: frozenset(Rol),
}

ZICHT: Mapping[str, frozenset[Rol]] = {
    "sr_notitie": frozenset({R.SOCIAAL_RECHERCHEUR, R.INKOMENSCONSULENT}),
    "niet_financieel": _DOSSIER,
    "gespreksafweging": _DOSSIER,
    "woongegevens": _DOSSIER | {R.RECEPTIE},
    "orientatiegesprekken": RECHTEN[Recht.INKOOPORDER_LEZEN] - {R.OPDRACHTNEMER},
}
"""Shielded fields, by the name that the domain marks them with: which roles see them."""


def eis_recht(beller: Beller, recht: Recht) -> None:
    """Raise GeenRecht unless one of the caller's roles has the right."""
    rollen = RECHTEN[recht]
    if not rollen & beller.rollen:
        raise GeenRecht(f"Uw rol mag dit niet. Wie dit mag: {', '.join(sorted(rollen))}.")


def verborgen_voor(beller: Beller) -> frozenset[str]:
    """Name the shielded fields that none of the caller's roles may see."""
    return frozenset(veld for veld, rollen in ZICHT.items() if not rollen & beller.rollen)

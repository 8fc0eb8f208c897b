"""How a melding is judged: when it is recorded, and again when a birth date that it rests on turns out different."""

from datetime import date
from typing import Any

from app.domain.basisdienstverlening.melding import MELDING, MeldingFeiten, termijnen_met_partner, termijnen_van_melding
from app.domain.basisdienstverlening.melding.feiten import MeldingOpgave, Route
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.dossier.termijn import Termijnplan
from app.domain.tijd import dag_in_nederland
from app.services.handeling import Handeling
from app.services.veldpaden import vul_aan


def beoordeel_melding(
    h: Handeling, opgave: MeldingOpgave, *, geboortedatum: date, partner_geboortedatum: date | None
) -> dict[str, Any]:
    """Judge by the policy of the day of the melding; give the fields that a melding keeps of it.

    Raises OngeldigeInvoer with the facts of the toets as paths.
    """
    peildatum = dag_in_nederland(opgave.gemeld_op, pad="gemeld_op")
    feiten = vul_aan(MeldingFeiten, opgave, geboortedatum=geboortedatum, partner_geboortedatum=partner_geboortedatum)
    besluit, verantwoording = h.beslis(MELDING, peildatum, feiten)
    return {
        "meldingsdatum": besluit.uitkomst.meldingsdatum,
        "route": besluit.uitkomst.route,
        "spoed": besluit.uitkomst.spoed,
        "uitkomst": besluit.uitkomst,
        "motivering": besluit.motivering,
        "verantwoording": verantwoording,
    }


def meldingtermijnen(h: Handeling, melding: Melding) -> tuple[Termijnplan, ...]:
    """Give the terms of a melding; a partner who does not come from VSO/PrO is screened on every route."""
    if melding.partner_id is None or melding.weg_van(melding.partner_id) is Route.VSO_PRO:
        return termijnen_van_melding(melding.uitkomst)
    return termijnen_met_partner(h.peil(MELDING.thema, melding.meldingsdatum), melding.uitkomst)

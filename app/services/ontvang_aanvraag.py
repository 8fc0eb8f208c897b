"""Ontvang een aanvraag: from then on its own decision term runs, counted from the melding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import termijnen_van_aanvraag
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.voorschottermijn import plan_bij_aanvraag
from app.domain.basisdienstverlening.voorschot import VOORSCHOT
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, eis
from app.domain.termijntoetsen.beslistermijn import BESLISTERMIJN
from app.services.aanvraagverloop import SOORT, beslistermijn, is_ingetrokken
from app.services.handeling import Handeling
from app.services.meldingverloop import open_melding
from app.services.termijnbeheer import laat_vervallen, plan_termijnen


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweAanvraag:
    """An application as it is received."""

    melding_id: UUID
    """De melding waarbij de aanvraag hoort."""
    ontvangen_op: date
    """De dag van ontvangst; niet voor de melding en niet in de toekomst."""


async def ontvang_aanvraag(h: Handeling, nieuw: NieuweAanvraag) -> Aanvraag:
    """Record an application; terms of its melding and screening that it brings itself lapse, its own take over.

    Raises NietGevonden, OngeldigeInvoer, and Strijdig for a melding that was withdrawn or has an application already.
    """
    melding = await open_melding(h, nieuw.melding_id)
    if is_ingetrokken(melding):
        raise Strijdig("melding-ingetrokken", "De melding is ingetrokken.")
    pad, voor = "ontvangen_op", "De aanvraag kan niet zijn ontvangen voor de melding."
    eis(nieuw.ontvangen_op <= h.vandaag, pad, "toekomst", "De ontvangst ligt in de toekomst.")
    eis(nieuw.ontvangen_op >= melding.meldingsdatum, pad, "voor-melding", voor)
    aanvraag = _maak_aanvraag(h, nieuw, melding)
    h.bewaar(aanvraag, "aanvraag.ontvangen", grond=STAPPEN.id, geldig_vanaf=nieuw.ontvangen_op, ook=melding.klanten)
    await laat_vervallen(h, melding.id, (Termijnsoort.BESLUIT, Termijnsoort.STREEFBESLUIT))
    screeningen = await h.tx.vind(Screening, melding_id=melding.id)
    spoed = heeft_spoed(melding, screeningen)
    voorschot = await _neem_voorschot_over(h, aanvraag, screeningen, spoed=spoed)
    peil = h.peil(BESLISTERMIJN.thema, melding.meldingsdatum)
    plannen = termijnen_van_aanvraag(peil, aanvraag, melding, spoed=spoed)
    await plan_termijnen(h, aanvraag, SOORT, (*plannen, voorschot))
    return aanvraag


async def _neem_voorschot_over(
    h: Handeling, aanvraag: Aanvraag, screeningen: Sequence[Screening], *, spoed: bool
) -> Termijnplan:
    for screening in screeningen:
        await laat_vervallen(h, screening.id, (Termijnsoort.VOORSCHOT,))
    return plan_bij_aanvraag(
        h.peil(VOORSCHOT.thema, aanvraag.ontvangen_op),
        aanvraag.ontvangen_op,
        [voorschot for screening in screeningen for voorschot in screening.voorschotten],
        spoed=spoed,
    )


def _maak_aanvraag(h: Handeling, nieuw: NieuweAanvraag, melding: Melding) -> Aanvraag:
    return h.nieuw(
        Aanvraag,
        klant_id=melding.klant_id,
        partner_id=melding.partner_id,
        melding_id=melding.id,
        ontvangen_op=nieuw.ontvangen_op,
        toestand=Aanvraagtoestand.ONTVANGEN,
        aanvullingen=(),
        volledig_op=None,
        voorschotten=(),
        sr_screening=None,
        voorstel=None,
        controle=None,
        verzending=None,
        **beslistermijn(h, melding, ()),
    )

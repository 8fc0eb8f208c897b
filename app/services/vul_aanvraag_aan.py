"""Vul een aanvraag aan: once it is complete the decision term runs again, over the days that it stood still."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand, Aanvulling
from app.domain.basisdienstverlening.proces.aanvraagstap import Aanvraagstap, eis_na_zoekperiode
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import hersteltermijn
from app.domain.basisdienstverlening.proces.aanvulling import controleer_aanvulling, sluit_opschorting
from app.domain.basisdienstverlening.screening.termijnen import VAN_DE_STUKKEN
from app.domain.soorten import LangeTekst
from app.domain.termijntoetsen.opschorting import WET_AWB_OPSCHORTING
from app.services.aanvraagverloop import Aanvraagdossier, beslistermijn, open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling
from app.services.meldingstukken import doe_af_van_screening


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweAanvulling:
    """What the klant handed in."""

    aangevuld_op: date
    """De dag waarop de klant aanvulde; niet voor het verzoek en niet in de toekomst."""
    compleet: bool
    """De aanvraag is hiermee volledig."""
    toelichting: LangeTekst | None = None
    """Wat is ontvangen of nog ontbreekt."""


async def vul_aanvraag_aan(h: Handeling, aanvraag_id: UUID, nieuw: NieuweAanvulling) -> Aanvraag:
    """Record what came in; when that is all, the papers are in and the decision term is judged anew.

    Raises OngeldigeInvoer, Strijdig for completing it during the zoekperiode, and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.AANVULLING)
    controleer_aanvulling(dossier.aanvraag, nieuw.aangevuld_op, h.vandaag)
    velden = _volledig(h, dossier, nieuw.aangevuld_op) if nieuw.compleet else {}
    if nieuw.compleet:
        await doe_af_van_screening(h, dossier.melding.id, VAN_DE_STUKKEN, nieuw.aangevuld_op)
    aanvulling = Aanvulling(
        aangevuld_op=nieuw.aangevuld_op,
        compleet=nieuw.compleet,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    return await zet_aanvraag(
        h,
        dossier,
        "aanvraag.aangevuld",
        grond=WET_AWB_OPSCHORTING.id,
        geldig_vanaf=nieuw.aangevuld_op,
        klaar={hersteltermijn(dossier.aanvraag): nieuw.aangevuld_op},
        aanvullingen=(*dossier.aanvraag.aanvullingen, aanvulling),
        **velden,
    )


def _volledig(h: Handeling, dossier: Aanvraagdossier, op: date) -> dict[str, Any]:
    eis_na_zoekperiode(dossier.melding.uitkomst.zoekperiode_tot, h.vandaag)
    opschortingen = sluit_opschorting(dossier.aanvraag.opschortingen, op)
    return {
        "toestand": Aanvraagtoestand.VOLLEDIG,
        "volledig_op": op,
        **beslistermijn(h, dossier.melding, opschortingen),
    }

"""Verklaar een aanvraag volledig: nothing has to be asked, the research of the right can start."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN, Aanvraagstap
from app.domain.basisdienstverlening.screening.termijnen import VAN_DE_STUKKEN
from app.domain.fouten import eis
from app.services.aanvraagverloop import open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling
from app.services.meldingstukken import doe_af_van_screening


@dataclass(frozen=True, slots=True, kw_only=True)
class Volledigverklaring:
    """From when on an application was complete."""

    volledig_op: date
    """De dag waarop alles er was; niet voor de ontvangst en niet in de toekomst."""


async def verklaar_aanvraag_volledig(h: Handeling, aanvraag_id: UUID, verklaring: Volledigverklaring) -> Aanvraag:
    """Record that an application is complete without a request; the papers are in by that day.

    Raises OngeldigeInvoer and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.VOLLEDIGVERKLARING)
    op, pad = verklaring.volledig_op, "volledig_op"
    voor = "De aanvraag kan niet volledig zijn voordat zij is ontvangen."
    eis(op <= h.vandaag, pad, "toekomst", "Deze dag ligt in de toekomst.")
    eis(op >= dossier.aanvraag.ontvangen_op, pad, "voor-ontvangst", voor)
    await doe_af_van_screening(h, dossier.melding.id, VAN_DE_STUKKEN, op)
    return await zet_aanvraag(
        h,
        dossier,
        "aanvraag.volledig_verklaard",
        grond=STAPPEN.id,
        geldig_vanaf=op,
        toestand=Aanvraagtoestand.VOLLEDIG,
        volledig_op=op,
    )

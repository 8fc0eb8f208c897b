"""Vraag om aanvulling: the decision term stands still while the klant completes the application."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagstap import Aanvraagstap
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import hersteltermijn
from app.domain.basisdienstverlening.proces.aanvulling import vraag_aanvulling as voeg_toe
from app.domain.termijntoetsen.opschorting import WET_AWB_OPSCHORTING, Opschorting
from app.services.aanvraagverloop import beslistermijn, open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvulverzoek:
    """A request to complete the application."""

    verzoek_op: date | None = None
    """De dag van het verzoek; zonder deze dag vandaag. Niet voor de ontvangst en niet in de toekomst."""
    hersteltermijn_tot: date
    """De laatste dag waarop de klant kan aanvullen; na de dag van het verzoek."""


async def vraag_aanvulling(h: Handeling, aanvraag_id: UUID, verzoek: Aanvulverzoek) -> Aanvraag:
    """Suspend the decision term from the day after the request; the klant gets a reminder the day before the end.

    A hersteltermijn that passed unused is missed. Raises OngeldigeInvoer and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.AANVULVERZOEK)
    op = verzoek.verzoek_op or h.vandaag
    nieuw = Opschorting(verzoek_op=op, hersteltermijn_tot=verzoek.hersteltermijn_tot)
    opschortingen = voeg_toe(dossier.aanvraag, nieuw, h.vandaag)
    return await zet_aanvraag(
        h,
        dossier,
        "aanvraag.aanvulling_gevraagd",
        grond=WET_AWB_OPSCHORTING.id,
        geldig_vanaf=op,
        klaar={hersteltermijn(dossier.aanvraag): h.vandaag},
        toestand=Aanvraagtoestand.AANVULLING_GEVRAAGD,
        volledig_op=None,
        **beslistermijn(h, dossier.melding, opschortingen),
    )

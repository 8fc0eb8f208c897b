"""Trek een aanvraag in: until the decision is sent, also when the melding has ended (iom.screening.intrekking)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagintrekking, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagstap import Aanvraagstap
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.screening.afspraken import INTREKKING
from app.domain.basisdienstverlening.screening.termijnen import VAN_HET_INKOMEN
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.services.aanvraagverloop import open_aanvraag, sluit_zoekperiode, zet_aanvraag
from app.services.handeling import Handeling
from app.services.termijnbeheer import beeindig


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweAanvraagintrekking:
    """That the klant withdrew the application."""

    ingetrokken_op: date
    """De dag van de intrekking; niet voor de ontvangst van de aanvraag en niet in de toekomst."""
    reden: LangeTekst | None = None
    """Waarom de klant de aanvraag intrekt."""


async def trek_aanvraag_in(h: Handeling, aanvraag_id: UUID, nieuw: NieuweAanvraagintrekking) -> Aanvraag:
    """End an undecided application as `ingetrokken`; the melding, its talks and a signal of broodnood go on.

    Its terms lapse; what had to be before that day is missed. Raises OngeldigeInvoer and what opening an application
    raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.INTREKKING)
    op, pad = nieuw.ingetrokken_op, "ingetrokken_op"
    eis(op <= h.vandaag, pad, "toekomst", "De intrekking ligt in de toekomst.")
    eis(op >= dossier.aanvraag.ontvangen_op, pad, "voor-ontvangst", "De intrekking ligt voor de ontvangst.")
    ingetrokken = await zet_aanvraag(
        h,
        dossier,
        "aanvraag.ingetrokken",
        grond=INTREKKING.id,
        geldig_vanaf=op,
        einde=op,
        toestand=Aanvraagtoestand.INGETROKKEN,
        intrekking=Aanvraagintrekking(ingetrokken_op=op, reden=nieuw.reden, door=h.beller.wie, op=h.nu),
    )
    for screening in await h.tx.vind(Screening, melding_id=ingetrokken.melding_id):
        await beeindig(h, screening.id, VAN_HET_INKOMEN, op)
    await sluit_zoekperiode(h, dossier.melding, op)
    return ingetrokken

"""Verzend een besluit: from the day on which the beschikking is sent there is a decision, in time or too late."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Verzending
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN, Aanvraagstap
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.screening.termijnen import VAN_HET_INKOMEN
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import eis
from app.services.aanvraagverloop import open_aanvraag, sluit_zoekperiode, zet_aanvraag
from app.services.handeling import Handeling, dag_van
from app.services.termijnbeheer import beeindig, doe_af


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweVerzending:
    """That the beschikking was sent."""

    verzonden_op: date
    """De dag van verzending; niet voor de controle en niet in de toekomst."""


async def verzend_besluit(h: Handeling, aanvraag_id: UUID, nieuw: NieuweVerzending) -> Aanvraag:
    """Decide as proposed and checked; the decision terms are met or missed by the day of sending.

    So is the signal of broodnood. Papers, an income appointment and a next voorschot that were still due lapse; what
    had to be before that day is missed. A zoekperiode that is over was kept through its last day.

    Raises OngeldigeInvoer and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.VERZENDING)
    voorstel, controle = dossier.aanvraag.voorstel, dossier.aanvraag.controle
    if voorstel is None or controle is None:
        raise RuntimeError("Een gefiatteerde aanvraag heeft een voorstel en een controle.")
    op, pad = nieuw.verzonden_op, "verzonden_op"
    eis(op <= h.vandaag, pad, "toekomst", "De verzending ligt in de toekomst.")
    eis(op >= dag_van(controle.op), pad, "voor-controle", "De verzending ligt voor de controle.")
    besloten = await zet_aanvraag(
        h,
        dossier,
        "aanvraag.besloten",
        grond=STAPPEN.id,
        geldig_vanaf=op,
        klaar={Termijnsoort.BESLUIT: op, Termijnsoort.STREEFBESLUIT: op},
        einde=op,
        toestand=Aanvraagtoestand.BESLOTEN,
        verzending=Verzending(besluit=voorstel.besluit, verzonden_op=op, door=h.beller.wie, op=h.nu),
    )
    await _sluit_af(h, dossier.melding, op)
    return besloten


async def _sluit_af(h: Handeling, melding: Melding, op: date) -> None:
    """Close what the melding and its screening still waited for."""
    for screening in await h.tx.vind(Screening, melding_id=melding.id):
        await beeindig(h, screening.id, VAN_HET_INKOMEN, op)
    await doe_af(h, melding.id, (Termijnsoort.BROODNOOD,), op)
    await sluit_zoekperiode(h, melding, op)

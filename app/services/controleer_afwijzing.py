"""Controleer een afwijzing: who is 27 or older and at the wrong desk is rejected by the toetser (iom.loket.elders)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.gespreksbesluit import plan_gespreksbesluit
from app.domain.basisdienstverlening.proces.melding import Afwijzingscontrole, Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.basisdienstverlening.screening import SCREENING
from app.domain.basisdienstverlening.screening.loket import ELDERS
from app.domain.basisdienstverlening.screening.termijnen import plan_gesprek_alsnog
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import VierOgen, eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.meldingeinde import ruim_op
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand
from app.services.termijnbeheer import plan_opnieuw

_BESLUIT = (Termijnsoort.STREEFBESLUIT, Termijnsoort.BESLUIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijzing:
    """What the fiatteur finds of the proposed rejection."""

    akkoord: bool
    """De melding wordt afgewezen; zo niet, dan volgt het ambitiegesprek."""
    toelichting: LangeTekst | None = None
    """Waarom niet; verplicht zonder akkoord."""


async def controleer_afwijzing(h: Handeling, melding_id: UUID, afwijzing: Afwijzing) -> Melding:
    """Reject for whom that was proposed, or send the melding back to the ambitiegesprek.

    A rejection is the decision on the melding: its terms are met or missed today.

    Raises StapNietToegestaan, VierOgen for who recorded the screening, and OngeldigeInvoer for a no without a reason.
    """
    melding = await open_melding(h, melding_id)
    h.eis_versie(melding)
    waarom = "Zeg waarom de melding niet wordt afgewezen."
    eis(afwijzing.akkoord or afwijzing.toelichting is not None, "toelichting", "verplicht", waarom)
    wie = [klant_id for klant_id, stand in melding.standen.items() if stand is Stand.AFWIJZING_VOORGESTELD]
    if not wie:
        eis_meldingstap(melding, melding.klant_id, Stap.AFWIJZING)
    screeningen = await h.tx.vind(Screening, melding_id=melding.id)
    _eis_vier_ogen(h, screeningen)
    besloten = _leg_vast(h, melding, wie, afwijzing)
    if afwijzing.akkoord:
        await ruim_op(h, besloten, wie, "De melding is afgewezen.", gedaan=_BESLUIT)
    else:
        await _plan_gesprek(h, besloten, screeningen)
    return besloten


def _eis_vier_ogen(h: Handeling, screeningen: Sequence[Screening]) -> None:
    if h.beller.wie in {screening.verantwoording.door for screening in screeningen}:
        raise VierOgen("Wie de screening vastlegde, controleert de afwijzing niet.")


async def _plan_gesprek(h: Handeling, melding: Melding, screeningen: Sequence[Screening]) -> None:
    spoed = heeft_spoed(melding, screeningen)
    plan = plan_gesprek_alsnog(h.peil(SCREENING.thema, h.vandaag), h.vandaag, spoed=spoed)
    plannen = [plan, plan_gespreksbesluit(h.vandaag, spoed=spoed)] if melding.te_beslissen else [plan]
    for screening in screeningen:
        for alsnog in plannen:
            await plan_opnieuw(h, screening, "screening", alsnog)


def _leg_vast(h: Handeling, melding: Melding, wie: list[UUID], afwijzing: Afwijzing) -> Melding:
    controle = Afwijzingscontrole(
        akkoord=afwijzing.akkoord, toelichting=afwijzing.toelichting, door=h.beller.wie, op=h.nu
    )
    stand = Stand.AFGEWEZEN if afwijzing.akkoord else Stand.GESCREEND
    type_ = "melding.afgewezen" if afwijzing.akkoord else "melding.afwijzing-geweigerd"
    return zet_stand(h, melding, dict.fromkeys(wie, stand), type_, grond=ELDERS.id, afwijzing=controle)

"""Controleer een afwijzing: who is 27 or older and at the wrong desk is rejected by the toetser (iom.loket.elders)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag
from app.domain.basisdienstverlening.proces.gespreksbesluit import plan_gespreksbesluit
from app.domain.basisdienstverlening.proces.melding import Afwijzingscontrole, Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.screeningsgevolg import aanvraag_rest
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.basisdienstverlening.screening import SCREENING
from app.domain.basisdienstverlening.screening.loket import ELDERS
from app.domain.basisdienstverlening.screening.termijnen import VAN_HET_INKOMEN, plan_gesprek_alsnog
from app.domain.basisdienstverlening.screening.weigering import termijnen_na_weigering
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import VierOgen, eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.meldingeinde import ruim_op
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand
from app.services.termijnbeheer import doe_af, laat_vervallen, plan_opnieuw

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
        await ruim_op(h, besloten, wie, "De melding is afgewezen.", gedaan=(*_BESLUIT, Termijnsoort.BROODNOOD))
        await _sluit_besluit(h, besloten, screeningen)
    else:
        await _plan_vervolg(h, besloten, wie, screeningen)
    return besloten


def _eis_vier_ogen(h: Handeling, screeningen: Sequence[Screening]) -> None:
    if h.beller.wie in {screening.verantwoording.door for screening in screeningen}:
        raise VierOgen("Wie de screening vastlegde, controleert de afwijzing niet.")


async def _sluit_besluit(h: Handeling, melding: Melding, screeningen: Sequence[Screening]) -> None:
    """Where the other of a couple goes on to the ambitiegesprek without a right, nothing more is decided."""
    if melding.open and not any(aanvraag_rest(melding, screening) for screening in screeningen):
        await doe_af(h, melding.id, _BESLUIT, h.vandaag)
        for screening in screeningen:
            await laat_vervallen(h, screening.id, VAN_HET_INKOMEN)


async def _plan_vervolg(h: Handeling, melding: Melding, wie: list[UUID], screeningen: Sequence[Screening]) -> None:
    """Plan for whom the rejection was refused what the screening plans when an ambitiegesprek follows."""
    spoed = heeft_spoed(melding, screeningen)
    aanvraag = next(iter(await h.tx.vind(Aanvraag, melding_id=melding.id)), None)
    for screening in screeningen:
        plannen = {plan.naam: plan for k in wie for plan in _plannen(h, screening, k, aanvraag, spoed=spoed)}
        if melding.te_beslissen:
            besluit = plan_gespreksbesluit(h.vandaag, spoed=spoed)
            plannen[besluit.naam] = besluit
        for plan in plannen.values():
            await plan_opnieuw(h, screening, "screening", plan)


def _plannen(
    h: Handeling, screening: Screening, klant_id: UUID, aanvraag: Aanvraag | None, *, spoed: bool
) -> tuple[Termijnplan, ...]:
    """Give the talk alone where the application was decided already: papers and income are needed no more."""
    oordeel, peil = screening.oordelen.get(klant_id), h.peil(SCREENING.thema, h.vandaag)
    if oordeel is None:
        return ()
    if aanvraag is not None and aanvraag.toestand in AFGELOPEN:
        return (plan_gesprek_alsnog(peil, h.vandaag, spoed=spoed),)
    return termijnen_na_weigering(
        peil,
        oordeel.feiten,
        oordeel.uitkomst,
        geweigerd_op=h.nu,
        spoed=spoed,
        volledig_op=aanvraag.volledig_op if aanvraag else None,
    )


def _leg_vast(h: Handeling, melding: Melding, wie: list[UUID], afwijzing: Afwijzing) -> Melding:
    controle = Afwijzingscontrole(
        akkoord=afwijzing.akkoord, toelichting=afwijzing.toelichting, door=h.beller.wie, op=h.nu
    )
    stand = Stand.AFGEWEZEN if afwijzing.akkoord else Stand.GESCREEND
    type_ = "melding.afgewezen" if afwijzing.akkoord else "melding.afwijzing-geweigerd"
    return zet_stand(h, melding, dict.fromkeys(wie, stand), type_, grond=ELDERS.id, afwijzing=controle)

"""Besluit of een ambitiegesprek nodig is: of who comes from another municipality a person decides it."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.gespreksbesluit import CENTRUM_AMBITIE, Gespreksbesluit
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.soorten import LangeTekst
from app.services.gesprekseinde import sluit_gesprekstermijnen, staak_gesprekken
from app.services.handeling import Handeling
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand
from app.services.termijnbeheer import doe_af


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwGespreksbesluit:
    """The decision whether an ambitiegesprek is needed."""

    klant_id: UUID
    """Over wie: de klant of de partner van de melding."""
    nodig: bool
    """Er komt een ambitiegesprek; zo niet, dan eindigt de melding voor deze klant."""
    toelichting: LangeTekst
    """Waarom wel of niet: wat de gemeente van verblijf aanbiedt, of de klant een postadres of nachtopvang in Deventer
    heeft."""


async def besluit_ambitiegesprek(h: Handeling, melding_id: UUID, nieuw: NieuwGespreksbesluit) -> Melding:
    """Record the decision for one klant after the screening; a no ends the melding for this klant.

    An application goes on either way. Raises NietGevonden, OngeldigeInvoer for a klant of another melding,
    StapNietToegestaan, and what If-Match asks.
    """
    melding = await open_melding(h, melding_id)
    h.eis_versie(melding)
    eis_meldingstap(melding, nieuw.klant_id, Stap.GESPREKSBESLUIT)
    besloten = _leg_vast(h, melding, nieuw)
    if not besloten.te_beslissen:
        for screening in await h.tx.vind(Screening, melding_id=melding.id):
            await doe_af(h, screening.id, (Termijnsoort.GESPREKSBESLUIT,), h.vandaag)
    if not nieuw.nodig:
        await staak_gesprekken(h, besloten, (nieuw.klant_id,), "Een ambitiegesprek is niet nodig.")
        await sluit_gesprekstermijnen(h, besloten)
    return besloten


def _leg_vast(h: Handeling, melding: Melding, nieuw: NieuwGespreksbesluit) -> Melding:
    besluit = Gespreksbesluit(
        klant_id=nieuw.klant_id, nodig=nieuw.nodig, toelichting=nieuw.toelichting, door=h.beller.wie, op=h.nu
    )
    anderen = (eerder for eerder in melding.gespreksbesluiten if eerder.klant_id != nieuw.klant_id)
    standen = {} if nieuw.nodig else {nieuw.klant_id: Stand.GEEN_AMBITIEGESPREK}
    type_ = "melding.gesprek-nodig" if nieuw.nodig else "melding.gesprek-niet-nodig"
    gezamenlijk = (*anderen, besluit)
    return zet_stand(h, melding, standen, type_, grond=CENTRUM_AMBITIE.id, gespreksbesluiten=gezamenlijk)

"""When no ambitiegesprek is left to hold: what was planned for it is cancelled, what was asked before it is closed."""

from collections.abc import Collection
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaksoort, Afspraaktoestand
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Gesprektoestand
from app.domain.basisdienstverlening.proces.gesprekstermijnen import HERINNERINGEN
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.afspraakverloop import sluit_afspraak
from app.services.handeling import Handeling
from app.services.termijnbeheer import doe_af, laat_vervallen

TERMIJNEN = (Termijnsoort.AMBITIEGESPREK, Termijnsoort.DIAGNOSE)


async def staak_gesprekken(h: Handeling, melding: Melding, klanten: Collection[UUID], reden: str) -> None:
    """Cancel the ambitiegesprekken that are planned with these klanten; one that was begun reminds no more."""
    for afspraak in await h.tx.vind(Afspraak, melding_id=melding.id, toestand=Afspraaktoestand.GEPLAND):
        if afspraak.klant_id in klanten and afspraak.soort is Afspraaksoort.AMBITIEGESPREK:
            await sluit_afspraak(h, afspraak, Afspraaktoestand.GEANNULEERD, reden=reden)
    for gesprek in await h.tx.vind(Ambitiegesprek, melding_id=melding.id, toestand=Gesprektoestand.BEGONNEN):
        if gesprek.klant_id in klanten:
            await laat_vervallen(h, gesprek.id, HERINNERINGEN)


async def sluit_gesprekstermijnen(h: Handeling, melding: Melding, *net_afgerond: Ambitiegesprek) -> None:
    """Close the terms of the screening by the last day of each talk that was held; without any talk they lapse.

    The form is done in the talk, Dariuz on the day on which it was filled in; not knowing that day makes nobody late.
    """
    if melding.te_spreken:
        return
    eerder = await h.tx.vind(Ambitiegesprek, melding_id=melding.id, toestand=Gesprektoestand.AFGEROND)
    gesprekken = (*eerder, *net_afgerond)
    besproken = max((g.gespreksdag for g in gesprekken), default=None)
    ingevuld = max(filter(None, (g.diagnose_gedaan_op for g in gesprekken)), default=None)
    for screening in await h.tx.vind(Screening, melding_id=melding.id):
        if besproken is None:
            await laat_vervallen(h, screening.id, TERMIJNEN)
            continue
        await doe_af(h, screening.id, (Termijnsoort.AMBITIEGESPREK,), besproken)
        await doe_af(h, screening.id, (Termijnsoort.DIAGNOSE,), ingevuld)

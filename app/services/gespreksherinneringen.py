"""Who reminds a klant of the ambitiegesprek: the appointment while one is planned, the recorded talk otherwise."""

from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaksoort, Afspraaktoestand
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Gesprektoestand
from app.domain.basisdienstverlening.proces.gesprekstermijnen import herinneringen_van, termijnen_van_ambitiegesprek
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.dossier.termijn import met_spoed
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.handeling import Handeling
from app.services.spoed import melding_heeft_spoed
from app.services.termijnbeheer import laat_vervallen, plan_opnieuw, plan_termijnen

_SOORT = "ambitiegesprek"


async def plan_gesprekstermijnen(h: Handeling, gesprek: Ambitiegesprek) -> None:
    """Plan what a talk asks for; once Dariuz is filled in, an appointment does not remind of it either."""
    afspraken = await _gepland(h, gesprek.klant_id, gesprek.melding_id)
    plannen = termijnen_van_ambitiegesprek(gesprek, h.vandaag, afspraak=bool(afspraken))
    spoed = await melding_heeft_spoed(h, await h.tx.haal(Melding, gesprek.melding_id))
    await plan_termijnen(h, gesprek, _SOORT, met_spoed(plannen, spoed=spoed))
    for afspraak in afspraken if gesprek.feiten.diagnose_ingevuld else ():
        await laat_vervallen(h, afspraak.id, (Termijnsoort.DARIUZ,))


async def lopend_gesprek(h: Handeling, afspraak: Afspraak) -> Ambitiegesprek | None:
    """Return the talk, recorded and not rounded off, that an appointment is for."""
    if afspraak.soort is not Afspraaksoort.AMBITIEGESPREK:
        return None
    gesprekken = await h.tx.vind(
        Ambitiegesprek, klant_id=afspraak.klant_id, melding_id=afspraak.melding_id, toestand=Gesprektoestand.BEGONNEN
    )
    return next(iter(gesprekken), None)


async def herinner_zonder_afspraak(h: Handeling, afspraak: Afspraak) -> None:
    """Let the talk remind again itself after an appointment fell through, unless another one is planned."""
    gesprek = await lopend_gesprek(h, afspraak)
    if gesprek is None:
        return
    if any(a.id != afspraak.id for a in await _gepland(h, afspraak.klant_id, afspraak.melding_id)):
        return
    spoed = await melding_heeft_spoed(h, await h.tx.haal(Melding, gesprek.melding_id))
    for plan in met_spoed(herinneringen_van(gesprek, h.vandaag), spoed=spoed):
        await plan_opnieuw(h, gesprek, _SOORT, plan)


async def _gepland(h: Handeling, klant_id: UUID, melding_id: UUID) -> tuple[Afspraak, ...]:
    gepland = await h.tx.vind(Afspraak, klant_id=klant_id, melding_id=melding_id, toestand=Afspraaktoestand.GEPLAND)
    return tuple(afspraak for afspraak in gepland if afspraak.soort is Afspraaksoort.AMBITIEGESPREK)

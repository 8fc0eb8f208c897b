"""Rond een ambitiegesprek af: all leefgebieden discussed, the language judged, studieplicht decided."""

from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import LEEFGEBIEDEN
from app.domain.basisdienstverlening.gespreksafronding import onafgerond
from app.domain.basisdienstverlening.proces.afspraak import Afspraaksoort
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Gesprektoestand
from app.domain.basisdienstverlening.proces.gesprekstermijnen import termijnen_van_ambitiegesprek
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.dossier.termijn import met_spoed
from app.domain.fouten import Strijdig
from app.services.afspraakverloop import kom_na
from app.services.gesprekseinde import sluit_gesprekstermijnen
from app.services.gespreksvoorbereiding import open_gesprek
from app.services.handeling import Handeling
from app.services.meldingverloop import zet_stand
from app.services.spoed import melding_heeft_spoed
from app.services.termijnbeheer import plan_termijnen


async def rond_ambitiegesprek_af(h: Handeling, gesprek_id: UUID) -> Ambitiegesprek:
    """Close a talk that was held and settled everything; the klant can then be placed.

    Raises NietGevonden, StapNietToegestaan, Strijdig with each thing that is missing, and what If-Match asks.
    """
    gesprek, melding = await open_gesprek(h, gesprek_id)
    if gesprek.feiten.gesprek_op > h.nu:
        raise Strijdig("gesprek-nog-niet-geweest", "Het gesprek moet nog plaatsvinden.")
    ontbreekt = tuple(onafgerond(gesprek.uitkomst, gesprek.leefgebieden, gesprek.taal, gesprek.studieplicht))
    if ontbreekt:
        raise Strijdig("gesprek-onvolledig", "Het gesprek is nog niet volledig; zie errors.", ontbreekt)
    afgerond = h.volgende(gesprek, toestand=Gesprektoestand.AFGEROND)
    h.bewaar(afgerond, "ambitiegesprek.afgerond", grond=LEEFGEBIEDEN.id)
    standen = {gesprek.klant_id: Stand.BESPROKEN}
    melding = zet_stand(h, melding, standen, "melding.besproken", grond=LEEFGEBIEDEN.id)
    spoed = await melding_heeft_spoed(h, melding)
    plannen = met_spoed(termijnen_van_ambitiegesprek(afgerond, h.vandaag), spoed=spoed)
    await plan_termijnen(h, afgerond, "ambitiegesprek", plannen)
    await kom_na(h, melding, Afspraaksoort.AMBITIEGESPREK, (gesprek.klant_id,), gesprek.gespreksdag)
    await sluit_gesprekstermijnen(h, melding, afgerond)
    return afgerond

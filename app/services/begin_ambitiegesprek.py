"""Begin een ambitiegesprek: the broad intake of one klant, prepared by the rules."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekOpgave
from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import LEEFGEBIEDEN
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden, Waarnemingen
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Gesprektoestand, eis_ingevuld_op
from app.domain.basisdienstverlening.proces.stand import Stap
from app.services.gespreksherinneringen import plan_gesprekstermijnen
from app.services.gespreksvoorbereiding import bereid_voor
from app.services.handeling import Handeling
from app.services.meldingverloop import eis_meldingstap, open_melding


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwAmbitiegesprek:
    """An ambitiegesprek as it is planned or begun."""

    melding_id: UUID
    """De melding waarvoor het gesprek is."""
    klant_id: UUID
    """Met wie: de klant of de partner van de melding; ieder heeft een eigen gesprek."""
    opgave: AmbitiegesprekOpgave
    """Wat vooraf bekend is."""
    diagnose_ingevuld_op: date | None = None
    """De dag waarop de klant Dariuz invulde, als die bekend is; niet na het gesprek en niet in de toekomst."""
    leefgebieden: Leefgebieden = field(default_factory=Leefgebieden)
    """Wat per leefgebied is besproken; later aan te vullen."""
    themas: Gespreksthemas = field(default_factory=Gespreksthemas)
    """Wat per ander thema is besproken; later aan te vullen."""
    waarnemingen: Waarnemingen | None = None
    """Wat de intaker opmerkte; vermoedens, geen feiten."""
    voorkeur_klant: Klantgroep | None = None
    """De groep die de klant zelf wil."""


async def begin_ambitiegesprek(h: Handeling, nieuw: NieuwAmbitiegesprek) -> Ambitiegesprek:
    """Record an ambitiegesprek, one per klant and melding; it stands open until it is rounded off.

    Raises NietGevonden, StapNietToegestaan, OngeldigeInvoer, and Strijdig when there is one already.
    """
    melding = await open_melding(h, nieuw.melding_id)
    eis_meldingstap(melding, nieuw.klant_id, Stap.AMBITIEGESPREK)
    gesprek = h.nieuw(
        Ambitiegesprek,
        klant_id=nieuw.klant_id,
        melding_id=melding.id,
        toestand=Gesprektoestand.BEGONNEN,
        diagnose_ingevuld_op=nieuw.diagnose_ingevuld_op,
        leefgebieden=nieuw.leefgebieden,
        themas=nieuw.themas,
        waarnemingen=nieuw.waarnemingen,
        voorkeur_klant=nieuw.voorkeur_klant,
        taal=None,
        studieplicht=None,
        **await bereid_voor(h, melding, nieuw.klant_id, nieuw.opgave),
    )
    eis_ingevuld_op(gesprek, h.vandaag)
    h.bewaar(gesprek, "ambitiegesprek.begonnen", grond=LEEFGEBIEDEN.id)
    await plan_gesprekstermijnen(h, gesprek)
    return gesprek

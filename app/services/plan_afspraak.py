"""Plan een afspraak: the klant is confirmed the talk that comes next, and reminded of it (iom.melding.bevestiging)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.basisdienstverlening.afspraakplan import duur_in_minuten, eis_planbaar
from app.domain.basisdienstverlening.ambitiegesprek.vorm import VEILIGHEID
from app.domain.basisdienstverlening.melding.receptie import BEVESTIGING
from app.domain.basisdienstverlening.proces.afspraak import (
    Afspraak,
    Afspraaksoort,
    Afspraaktoestand,
    Afspraakwijze,
    eis_begin,
    eis_tijden,
)
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.fouten import OngeldigeInvoer, Veldfout, eis
from app.domain.soorten import KorteTekst, Persoon
from app.domain.tijd import dag_in_nederland
from app.services.afspraakverloop import peil_van, plan_berichten
from app.services.handeling import Handeling
from app.services.meldingverloop import open_melding


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweAfspraak:
    """An appointment as it is asked for."""

    klant_id: UUID
    """De klant: die zich meldde, of de partner."""
    melding_id: UUID
    """De melding waarvoor de afspraak is."""
    soort: Afspraaksoort
    """Waarvoor de afspraak is."""
    begin: datetime
    """Wanneer de afspraak begint; niet in het verleden."""
    eind: datetime | None = None
    """Wanneer de afspraak eindigt, op dezelfde dag; zonder dit veld volgens de gewone duur."""
    wijze: Afspraakwijze
    """Hoe men elkaar spreekt."""
    locatie: KorteTekst | None = None
    """Waar de afspraak is."""
    medewerker: Persoon
    """Met wie, zoals tokens die noemen."""
    veiligheidsrisico: bool = False
    """Er is een risico voor de veiligheid: een andere plaats, met beveiliging."""


async def plan_afspraak(h: Handeling, nieuw: NieuweAfspraak) -> Afspraak:
    """Plan a talk that the melding allows with this klant now, with its confirmation and reminders.

    An income appointment may come before `inkomensafspraakVan` of the screening: "within 5 to 10 werkdagen" promises
    the klant a last day, which is a term, and forbids no earlier one.
    Raises NietGevonden, OngeldigeInvoer, StapNietToegestaan, and Strijdig when klant or employee is not free.
    """
    melding = await open_melding(h, nieuw.melding_id)
    afspraak = h.nieuw(
        Afspraak,
        klant_id=nieuw.klant_id,
        melding_id=nieuw.melding_id,
        soort=nieuw.soort,
        begin=nieuw.begin,
        eind=_eis_afspraak(h, melding, nieuw),
        wijze=nieuw.wijze,
        locatie=nieuw.locatie,
        medewerker=nieuw.medewerker,
        beveiligd=nieuw.veiligheidsrisico,
        toestand=Afspraaktoestand.GEPLAND,
        verplaatsingen=0,
        reden=None,
    )
    h.bewaar(afspraak, "afspraak.gepland", grond=VEILIGHEID.id if afspraak.beveiligd else BEVESTIGING.id)
    await plan_berichten(h, afspraak)
    return afspraak


def _eis_afspraak(h: Handeling, melding: Melding, nieuw: NieuweAfspraak) -> datetime:
    """Return when an appointment ends that the melding allows with this klant now."""
    eis(nieuw.klant_id in melding.klanten, "klant_id", "niet-van-melding", "Deze klant hoort niet bij de melding.")
    eis_begin(nieuw.begin, h.nu)  # before the usual end: no rule says how long a talk took before the policy began
    eind = nieuw.eind or _gewoon_eind(h, nieuw)
    eis_tijden(nieuw.begin, eind, h.nu)
    stand, keuze = melding.stand_van(nieuw.klant_id), melding.gesprekskeuze(nieuw.klant_id)
    eis_planbaar(nieuw.soort, stand, melding.weg_van(nieuw.klant_id), keuze)
    return eind


def _gewoon_eind(h: Handeling, nieuw: NieuweAfspraak) -> datetime:
    peil = peil_van(h, dag_in_nederland(nieuw.begin, pad="begin"))
    minuten = duur_in_minuten(peil, nieuw.soort, nieuw.wijze)
    if minuten is None:
        raise OngeldigeInvoer(
            [Veldfout("eind", "verplicht", "Voor deze afspraak geeft geen regel de duur: geef eind.")]
        )
    return nieuw.begin + timedelta(minutes=minuten)

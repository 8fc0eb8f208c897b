"""Wijzig een klant: changed facts hold from a day; a correction points to the version that it corrects."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.dossier.geldigheid import eerste_dag
from app.domain.dossier.klant import Klant, Persoonsgegevens, controleer_klant
from app.services.handeling import Handeling, is_hetzelfde
from app.services.herbeoordeling import open_met_partners, volg_geboortedatum
from app.services.poorten import Gebeurtenis


@dataclass(frozen=True, kw_only=True)
class Klantwijziging(Persoonsgegevens):
    """What may be changed of a klant."""

    geldig_vanaf: date | None = None
    """De dag vanaf wanneer dit geldt, niet in de toekomst. Een wijziging: standaard vandaag, en niet voor de eerste dag
    van de huidige versie. Een correctie: standaard de eerste dag van de versie die zij vervangt, en anders een dag na
    de eerste dag van de versie ervoor; is er geen versie ervoor, dan niet na de dag waarop de klant is vastgelegd."""
    corrigeert: Annotated[int, Ge(1), Le(1_000_000)] | None = None
    """De versie die hiermee wordt gecorrigeerd; alleen de huidige kan dat."""


async def wijzig_klant(h: Handeling, klant_id: UUID, wijzigingen: dict[str, Any]) -> Klant:
    """Record the next version of a klant, which from then on is what holds today (`eerste_dag` says from when it may).

    A change holds on top of the current version; a correction takes its place. What changes nothing, not even in a
    correction the first day, makes no version. What the rules made of another birth
    date is judged anew (`volg_geboortedatum`). Raises NietGevonden, OngeldigeInvoer and what If-Match asks.
    """
    alleen = "geboortedatum" not in wijzigingen
    klanten = {klant_id: await h.tx.dossier(klant_id)} if alleen else await open_met_partners(h, klant_id)
    klant = klanten[klant_id]
    h.eis_versie(klant)
    velden = dict(wijzigingen)
    corrigeert = velden.pop("corrigeert", None)
    geldig_vanaf = velden.pop("geldig_vanaf", None)
    versies = await h.tx.versies(Klant, klant.id)
    geldt_sinds = eerste_dag(versies, h.vandaag, geldig_vanaf=geldig_vanaf, corrigeert=corrigeert)
    gewijzigd = h.volgende(klant, **velden)
    controleer_klant(gewijzigd, h.vandaag)
    zelfde_dag = corrigeert is None or geldt_sinds == versies[-1].geldig_vanaf
    if zelfde_dag and is_hetzelfde(klant, gewijzigd):
        return klant
    h.tx.bewaar(gewijzigd, _gebeurtenis(geldt_sinds, corrigeert), dossiers=(klant.id,))
    if gewijzigd.geboortedatum != klant.geboortedatum:
        await volg_geboortedatum(h, gewijzigd, klanten)
    return gewijzigd


def _gebeurtenis(geldig_vanaf: date, corrigeert: int | None) -> Gebeurtenis:
    return Gebeurtenis(
        type="klant.gewijzigd" if corrigeert is None else "klant.gecorrigeerd",
        geldig_vanaf=geldig_vanaf,
        grond="opgave of correctie van persoonsgegevens",
        corrigeert=corrigeert,
    )

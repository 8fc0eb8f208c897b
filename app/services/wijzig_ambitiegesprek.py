"""Wijzig een ambitiegesprek: what is discussed is filled in, and changed facts are judged anew."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekOpgave
from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import LEEFGEBIEDEN
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden, Waarnemingen
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, eis_ingevuld_op
from app.services.deelwijziging import toegepast
from app.services.gespreksherinneringen import plan_gesprekstermijnen
from app.services.gespreksvoorbereiding import bereid_voor, open_gesprek
from app.services.handeling import Handeling, is_hetzelfde


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambitiegesprekwijziging:
    """What may be changed of an ambitiegesprek; of nested things only the named fields change."""

    opgave: AmbitiegesprekOpgave
    """Wat vooraf bekend is; na een wijziging worden de regels opnieuw toegepast."""
    diagnose_ingevuld_op: date | None
    """De dag waarop de klant Dariuz invulde; null als die niet bekend is."""
    leefgebieden: Leefgebieden
    """Wat per leefgebied is besproken; null bij een gebied haalt het verslag weg."""
    themas: Gespreksthemas
    """Wat per ander thema is besproken; null bij een thema haalt het verslag weg."""
    waarnemingen: Waarnemingen | None
    """Wat de intaker opmerkte; null haalt alle waarnemingen weg."""
    voorkeur_klant: Klantgroep | None
    """De groep die de klant zelf wil; null als er geen voorkeur is."""


async def wijzig_ambitiegesprek(h: Handeling, gesprek_id: UUID, wijzigingen: dict[str, Any]) -> Ambitiegesprek:
    """Record the next version of a talk that is not rounded off; changed facts get a new outcome and receipt.

    What changes nothing makes no version. Raises NietGevonden, StapNietToegestaan, OngeldigeInvoer and what If-Match
    asks.
    """
    gesprek, melding = await open_gesprek(h, gesprek_id)
    velden = toegepast(gesprek, wijzigingen, opgave="feiten")
    opgave = velden.pop("opgave", None)
    if opgave is not None:
        velden |= await bereid_voor(h, melding, gesprek.klant_id, opgave)
    gewijzigd = h.volgende(gesprek, **velden)
    eis_ingevuld_op(gewijzigd, h.vandaag)
    if is_hetzelfde(gesprek, gewijzigd):
        return gesprek
    h.bewaar(gewijzigd, "ambitiegesprek.gewijzigd", grond=LEEFGEBIEDEN.id)
    await plan_gesprekstermijnen(h, gewijzigd)
    return gewijzigd

"""Wijzig een klant: changed facts hold from a day; a correction points to the version that it corrects."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.dossier.klant import Klant, Persoonsgegevens, controleer_klant
from app.domain.fouten import eis
from app.services.handeling import Handeling
from app.services.poorten import Gebeurtenis


@dataclass(frozen=True, kw_only=True)
class Klantwijziging(Persoonsgegevens):
    """What may be changed of a klant."""

    geldig_vanaf: date | None = None
    """De dag vanaf wanneer dit geldt; zonder deze dag vandaag, bij een correctie de dag van die versie."""
    corrigeert: Annotated[int, Ge(1), Le(1_000_000)] | None = None
    """De versie die hiermee wordt gecorrigeerd."""


async def wijzig_klant(h: Handeling, klant_id: UUID, wijzigingen: dict[str, Any]) -> Klant:
    """Record the next version of a klant; raises NietGevonden, OngeldigeInvoer and what If-Match asks."""
    klant = await h.tx.dossier(klant_id)
    h.eis_versie(klant)
    velden = dict(wijzigingen)
    corrigeert = velden.pop("corrigeert", None)
    geldig_vanaf = velden.pop("geldig_vanaf", None)
    geldt_sinds = await _geldt_sinds(h, klant, corrigeert)
    gewijzigd = h.volgende(klant, **velden)
    controleer_klant(gewijzigd, h.vandaag)
    type_ = "klant.gewijzigd" if corrigeert is None else "klant.gecorrigeerd"
    gebeurtenis = Gebeurtenis(
        type=type_,
        geldig_vanaf=geldig_vanaf or geldt_sinds,
        grond="opgave of correctie van persoonsgegevens",
        corrigeert=corrigeert,
    )
    h.tx.bewaar(gewijzigd, gebeurtenis, dossiers=(klant.id,))
    return gewijzigd


async def _geldt_sinds(h: Handeling, klant: Klant, corrigeert: int | None) -> date:
    """Return the day from which a change holds when none is given: a correction holds as long as what it corrects."""
    if corrigeert is None:
        return h.vandaag
    begin = {versie.versie: versie.geldig_vanaf for versie in await h.tx.versies(Klant, klant.id)}
    eis(corrigeert in begin, "corrigeert", "onbekende-versie", "Deze versie bestaat niet.")
    return begin[corrigeert]

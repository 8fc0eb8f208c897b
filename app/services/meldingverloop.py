"""How far a melding is, for each klant that it joins: opened, stepped on and kept in every dossier it touches."""

from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.melding.feiten import Route
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand, Stap, eis_stap
from app.domain.fouten import eis
from app.services.handeling import Handeling


async def open_melding(h: Handeling, melding_id: UUID) -> Melding:
    """Lock the dossiers that a melding joins, in order of id, and return it as it stands; raises NietGevonden."""
    melding = await h.tx.haal(Melding, melding_id)
    for klant_id in melding.klanten:
        await h.tx.dossier(klant_id)
    return await h.tx.haal(Melding, melding_id)


def eis_meldingstap(melding: Melding, klant_id: UUID, stap: Stap) -> None:
    """Raise unless this klant is of the melding, and the melding allows the step to this klant now."""
    eis(klant_id in melding.klanten, "klant_id", "niet-van-melding", "Deze klant hoort niet bij de melding.")
    stand, zonder_screening = melding.stand_van(klant_id), melding.weg_van(klant_id) is Route.VSO_PRO
    eis_stap(stap, stand, zonder_screening=zonder_screening, keuze=melding.gesprekskeuze(klant_id))


def zet_stand(
    h: Handeling,
    melding: Melding,
    standen: dict[UUID, Stand],
    type_: str,
    *,
    grond: str,
    geldig_vanaf: date | None = None,
    **velden: Any,
) -> Melding:
    """Record where these klanten now stand, with what else the step says, as the next version of the melding."""
    partner = melding.stand_partner
    if melding.partner_id in standen:
        partner = standen[melding.partner_id]
    stand = standen.get(melding.klant_id, melding.stand)
    gezet = h.volgende(melding, stand=stand, stand_partner=partner, **velden)
    h.bewaar(gezet, type_, grond=grond, geldig_vanaf=geldig_vanaf, ook=melding.klanten)
    return gezet

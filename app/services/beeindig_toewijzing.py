"""Beëindig een toewijzing: from the day after, someone else may work with the klant in that role."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.dossier.toewijzing import Toewijzing
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import KorteTekst
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweBeeindiging:
    """From when, and why."""

    geldig_tot: date
    """De laatste dag van de toewijzing."""
    reden: KorteTekst
    """Waarom de toewijzing eindigt."""


async def beeindig_toewijzing(h: Handeling, toewijzing_id: UUID, einde: NieuweBeeindiging) -> Toewijzing:
    """Record the last day; raises Strijdig for one that has its last day already, OngeldigeInvoer before its first."""
    toewijzing = await h.open(Toewijzing, toewijzing_id)
    if toewijzing.geldig_tot is not None and toewijzing.geldig_tot <= einde.geldig_tot:
        raise Strijdig("toewijzing-beeindigd", "Deze toewijzing is op die dag al beëindigd.")
    na_begin = einde.geldig_tot >= toewijzing.geldig_van
    eis(na_begin, "geldig_tot", "voor-begin", "De laatste dag ligt voor de eerste.")
    beeindigd = h.volgende(toewijzing, geldig_tot=einde.geldig_tot, reden=einde.reden)
    h.bewaar(beeindigd, "toewijzing.beeindigd", grond=einde.reden, geldig_vanaf=einde.geldig_tot)
    return beeindigd

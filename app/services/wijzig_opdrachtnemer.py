"""Wijzig een opdrachtnemer: its name and its number; its kenmerk never changes, for the register knows it by that."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.soorten import KorteTekst, Kvknummer
from app.domain.uwv.opdrachtnemer import Opdrachtnemer
from app.services.handeling import Handeling
from app.services.opdrachtnemerbeheer import open_opdrachtnemer


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtnemerwijziging:
    """What may be changed of an opdrachtnemer."""

    naam: KorteTekst
    """Naam van de organisatie."""
    kvk_nummer: Kvknummer
    """Nummer in het handelsregister."""


async def wijzig_opdrachtnemer(h: Handeling, opdrachtnemer_id: UUID, wijzigingen: dict[str, Any]) -> Opdrachtnemer:
    """Record the next version of an opdrachtnemer; raises NietGevonden and what If-Match asks."""
    gewijzigd = h.volgende(await open_opdrachtnemer(h, opdrachtnemer_id), **wijzigingen)
    h.bewaar_los(gewijzigd, "opdrachtnemer.gewijzigd", grond="opgave of correctie van gegevens")
    return gewijzigd

"""Sluit een raamovereenkomst: from a day on, UWV may buy the services of one perceel of an opdrachtnemer."""

from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.uwv.opdrachtnemer import (
    MEESTE_RAAMOVEREENKOMSTEN,
    RAAMOVEREENKOMST,
    Opdrachtnemer,
    Raamovereenkomst,
    botsingen,
    controleer_raamovereenkomst,
)
from app.services.handeling import Handeling
from app.services.opdrachtnemerbeheer import open_opdrachtnemer


async def sluit_raamovereenkomst(h: Handeling, opdrachtnemer_id: UUID, nieuw: Raamovereenkomst) -> Opdrachtnemer:
    """Add an agreement; raises OngeldigeInvoer when it ends before it begins, Strijdig when it clashes with another."""
    opdrachtnemer = await open_opdrachtnemer(h, opdrachtnemer_id)
    controleer_raamovereenkomst(nieuw)
    _eis_plaats(opdrachtnemer, nieuw)
    gewijzigd = h.volgende(opdrachtnemer, raamovereenkomsten=(*opdrachtnemer.raamovereenkomsten, nieuw))
    h.bewaar_los(gewijzigd, "opdrachtnemer.raamovereenkomst_gesloten", grond=RAAMOVEREENKOMST.id)
    return gewijzigd


def _eis_plaats(opdrachtnemer: Opdrachtnemer, nieuw: Raamovereenkomst) -> None:
    bekend = opdrachtnemer.raamovereenkomsten
    if fouten := tuple(botsingen(nieuw, bekend)):
        raise Strijdig(fouten[0].code, fouten[0].detail, fouten)
    if len(bekend) >= MEESTE_RAAMOVEREENKOMSTEN:
        tekst = f"Deze opdrachtnemer heeft al {MEESTE_RAAMOVEREENKOMSTEN} raamovereenkomsten; meer kunnen er niet zijn."
        raise Strijdig("raamovereenkomsten-vol", tekst)

"""Beëindig een raamovereenkomst: after its last day nothing new is bought under it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig, Veldfout, eis
from app.domain.soorten import KorteTekst
from app.domain.uwv.opdrachtnemer import RAAMOVEREENKOMST, Opdrachtnemer, Raamovereenkomst
from app.services.handeling import Handeling
from app.services.opdrachtnemerbeheer import open_opdrachtnemer


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweRaamovereenkomstbeeindiging:
    """Which agreement ends, and when."""

    nummer: KorteTekst
    """Het nummer van de raamovereenkomst."""
    tot_en_met: date
    """De laatste dag van de raamovereenkomst; die mag nog komen."""


async def beeindig_raamovereenkomst(
    h: Handeling, opdrachtnemer_id: UUID, einde: NieuweRaamovereenkomstbeeindiging
) -> Opdrachtnemer:
    """Record the last day of an agreement, earlier than the one it has.

    Raises Strijdig for an unknown number and for one that ends by then already, OngeldigeInvoer before its first day.
    """
    opdrachtnemer = await open_opdrachtnemer(h, opdrachtnemer_id)
    oud = _met_nummer(opdrachtnemer, einde.nummer)
    if oud.tot_en_met is not None and oud.tot_en_met <= einde.tot_en_met:
        raise Strijdig("raamovereenkomst-beeindigd", "Deze raamovereenkomst is op die dag al beëindigd.")
    na_begin = einde.tot_en_met >= oud.van
    eis(na_begin, "tot_en_met", "voor-begin", "De laatste dag ligt voor de eerste dag van de raamovereenkomst.")
    beeindigd = replace(oud, tot_en_met=einde.tot_en_met)
    reeks = tuple(beeindigd if een is oud else een for een in opdrachtnemer.raamovereenkomsten)
    gewijzigd = h.volgende(opdrachtnemer, raamovereenkomsten=reeks)
    h.bewaar_los(gewijzigd, "opdrachtnemer.raamovereenkomst_beeindigd", grond=RAAMOVEREENKOMST.id)
    return gewijzigd


def _met_nummer(opdrachtnemer: Opdrachtnemer, nummer: str) -> Raamovereenkomst:
    for een in opdrachtnemer.raamovereenkomsten:
        if een.nummer == nummer:
            return een
    code, tekst = "raamovereenkomst-onbekend", f"Deze opdrachtnemer heeft geen raamovereenkomst {nummer}."
    raise Strijdig(code, tekst, [Veldfout("nummer", code, tekst)])

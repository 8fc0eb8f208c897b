"""Verplaats een afspraak: it keeps its length, and the klant is confirmed and reminded anew."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraakstap, eis_afspraakstap, eis_tijden
from app.domain.soorten import LangeTekst
from app.services.afspraakverloop import plan_berichten
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplaatsing:
    """Another time for an appointment."""

    begin: datetime
    """Wanneer de afspraak voortaan begint; niet in het verleden."""
    eind: datetime | None = None
    """Wanneer de afspraak voortaan eindigt, op dezelfde dag; zonder dit veld blijft de duur gelijk."""
    reden: LangeTekst
    """Waarom de afspraak is verplaatst."""


async def verplaats_afspraak(h: Handeling, afspraak_id: UUID, verplaatsing: Verplaatsing) -> Afspraak:
    """Move a planned appointment; raises StapNietToegestaan, OngeldigeInvoer, and Strijdig when someone is not free."""
    afspraak = await h.open(Afspraak, afspraak_id)
    eis_afspraakstap(Afspraakstap.VERPLAATSING, afspraak, h.nu)
    begin = verplaatsing.begin
    eind = verplaatsing.eind or begin + (afspraak.eind - afspraak.begin)
    eis_tijden(begin, eind, h.nu)
    verplaatst = h.volgende(
        afspraak, begin=begin, eind=eind, verplaatsingen=afspraak.verplaatsingen + 1, reden=verplaatsing.reden
    )
    h.bewaar(verplaatst, "afspraak.verplaatst", grond=verplaatsing.reden)
    await plan_berichten(h, verplaatst)
    return verplaatst

"""Trek een begeleidingssessie in: recorded by mistake, it counts for nothing; nothing is deleted."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.soorten import LangeTekst
from app.domain.uwv.begeleidingsuren import UREN
from app.domain.uwv.order.sessie import Begeleidingssessie, Sessieintrekking
from app.services.handeling import Handeling
from app.services.sessieverloop import open_sessie


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweSessieintrekking:
    """Why a session does not count."""

    reden: LangeTekst
    """Wat er niet klopte."""


async def trek_sessie_in(h: Handeling, sessie_id: UUID, nieuw: NieuweSessieintrekking) -> Begeleidingssessie:
    """Withdraw the part of one client; the others of the group keep theirs, and its number of participants.

    Raises what opening a session raises: Strijdig when it was withdrawn before.
    """
    sessie = await open_sessie(h, sessie_id)
    intrekking = Sessieintrekking(reden=nieuw.reden, door=h.beller.wie, op=h.nu)
    ingetrokken = h.volgende(sessie, intrekking=intrekking)
    h.bewaar(ingetrokken, "begeleidingssessie.ingetrokken", grond=UREN.id)
    return ingetrokken

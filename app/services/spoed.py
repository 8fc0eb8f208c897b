"""Whether there is broodnood in what a melding brought: terms that are planned for it then go before other work."""

from uuid import UUID

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.services.handeling import Handeling


async def melding_heeft_spoed(h: Handeling, melding_id: UUID) -> bool:
    """Ask the melding and its screening, as they stood before this step."""
    melding = await h.tx.haal(Melding, melding_id)
    return heeft_spoed(melding, await h.tx.vind(Screening, melding_id=melding_id))

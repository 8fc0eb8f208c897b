"""Whether there is broodnood in what a melding brought: terms that are planned for it then go before other work."""

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.services.handeling import Handeling


async def melding_heeft_spoed(h: Handeling, melding: Melding) -> bool:
    """Ask the melding and its screening, as that stood before this step."""
    return heeft_spoed(melding, await h.tx.vind(Screening, melding_id=melding.id))

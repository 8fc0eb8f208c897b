"""What the changes of an opdrachtnemer share."""

from uuid import UUID

from app.domain.uwv.opdrachtnemer import Opdrachtnemer
from app.services.handeling import Handeling
from app.services.zicht import eis_eigen


async def open_opdrachtnemer(h: Handeling, opdrachtnemer_id: UUID) -> Opdrachtnemer:
    """Lock and return an opdrachtnemer that the caller sees; raises NietGevonden and what If-Match asks."""
    opdrachtnemer = await h.tx.open(Opdrachtnemer, opdrachtnemer_id)
    eis_eigen(h.beller, opdrachtnemer.kenmerk, "opdrachtnemer")
    h.eis_versie(opdrachtnemer)
    return opdrachtnemer

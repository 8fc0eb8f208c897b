"""What happens to a session after it was recorded: opened by its firm, until the end report was handed in."""

from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.domain.uwv.order.toestand import Orderstap, eis_orderstap
from app.services.handeling import Handeling
from app.services.inkooporderverloop import RECHT_VAN_STAP
from app.services.rechten import eis_recht
from app.services.zicht import eis_eigen

SOORT = "begeleidingssessie"


async def open_sessie(h: Handeling, sessie_id: UUID) -> Begeleidingssessie:
    """Lock the dossier of a session and return it, when it counts and its order still takes sessions.

    Raises GeenRecht, NietGevonden (also for another firm's session), VoorwaardeOntbreekt, VersieVerouderd,
    StapNietToegestaan once the report is handed in, and Strijdig for a session that was withdrawn.
    """
    eis_recht(h.beller, RECHT_VAN_STAP[Orderstap.SESSIE])
    sessie = await h.tx.open(Begeleidingssessie, sessie_id)
    eis_eigen(h.beller, sessie.organisatie, SOORT)
    h.eis_versie(sessie)
    order = await h.tx.haal(Inkooporder, sessie.inkooporder_id)
    eis_orderstap(Orderstap.SESSIE, order.toestand, order.dienst)
    if sessie.intrekking is not None:
        raise Strijdig("al-ingetrokken", "Deze sessie is ingetrokken: zij telt niet meer.")
    return sessie

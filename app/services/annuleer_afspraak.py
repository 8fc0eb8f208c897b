"""Annuleer een afspraak: it makes room for another, and its reminders lapse; a recorded talk reminds itself again."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraakstap, Afspraaktoestand, eis_afspraakstap
from app.domain.soorten import LangeTekst
from app.services.afspraakverloop import sluit_afspraak
from app.services.gespreksherinneringen import herinner_zonder_afspraak
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulering:
    """Why an appointment does not take place."""

    reden: LangeTekst
    """Waarom de afspraak niet doorgaat."""


async def annuleer_afspraak(h: Handeling, afspraak_id: UUID, annulering: Annulering) -> Afspraak:
    """Cancel a planned appointment; raises StapNietToegestaan once it is cancelled or was held."""
    afspraak = await h.open(Afspraak, afspraak_id)
    eis_afspraakstap(Afspraakstap.ANNULERING, afspraak, h.nu)
    await herinner_zonder_afspraak(h, afspraak)
    return await sluit_afspraak(h, afspraak, Afspraaktoestand.GEANNULEERD, reden=annulering.reden)

"""Screen een aanvraag: the sociale recherche looks at every application, with or without an investigation."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, SrScreening
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN, Aanvraagstap
from app.domain.soorten import Afgeschermd, LangeTekst
from app.services.aanvraagverloop import open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweSrScreening:
    """What the administrative screening found."""

    onderzoek_nodig: bool
    """De sociale recherche stelt een onderzoek in."""
    notitie: Annotated[LangeTekst | None, Afgeschermd("sr_notitie")] = None
    """Notitie voor de sociale recherche en de inkomensconsulent; anderen zien haar niet."""


async def screen_aanvraag(h: Handeling, aanvraag_id: UUID, nieuw: NieuweSrScreening) -> Aanvraag:
    """Record the screening, or the next one, before there is a proposal; raises what opening an application raises."""
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.SR_SCREENING)
    screening = SrScreening(onderzoek_nodig=nieuw.onderzoek_nodig, notitie=nieuw.notitie, door=h.beller.wie, op=h.nu)
    return await zet_aanvraag(h, dossier, "aanvraag.gescreend", grond=STAPPEN.id, sr_screening=screening)

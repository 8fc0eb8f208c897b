"""The audit trail of a dossier: who did what, when, on which ground, from which client."""

from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from app.routers.operatie import Operaties
from app.routers.verloop import Verloopbladeren, toon_verloop
from app.routers.verzoek import Verzoek
from app.services.poorten import Auditspoor
from app.services.rechten import Recht

op = Operaties("klanten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditlijst:
    """A dossier's audit trail in order."""

    resultaten: tuple[Auditspoor, ...]
    """De regels, oudste eerst."""
    volgende: int | None
    """Volgnummer om vanaf verder te lezen; null aan het einde."""


@op.get(
    "/klanten/{klant_id}/audit",
    Recht.AUDIT_LEZEN,
    "Toon wie wat deed in het dossier",
    geeft=Auditlijst,
    vraag=Verloopbladeren,
)
async def toon_audit(v: Verzoek, klant_id: UUID, vraag: Verloopbladeren) -> Response:
    return await toon_verloop(v, klant_id, vraag, v.lezer.audit)

"""The audit trail of a dossier: who did what, when, on which ground, from which client."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from starlette.responses import Response

from app.routers.operatie import Operaties
from app.routers.verloop import Verloopbladeren, toon_verloop
from app.routers.verzoek import Verzoek
from app.routers.wire.values import naar_draad
from app.services.poorten import Auditregel
from app.services.rechten import Recht

op = Operaties("klanten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditspoor:
    """A line of the audit trail, with its number."""

    volgnummer: int
    """Nummer van de regel; het loopt op, met gaten, over alle dossiers heen."""
    op: datetime
    """Wanneer het is vastgelegd."""
    wie: str
    """Uitgever en kenmerk van de medewerker of de machine."""
    client: str
    """De software waarmee het gebeurde."""
    rollen: tuple[str, ...]
    """De rollen in het token."""
    handeling: str
    """De bewerking van deze API."""
    onderwerp_soort: str
    """Soort stuk waarover het gaat."""
    onderwerp_id: UUID
    """Kenmerk van dat stuk."""
    grond: str
    """De regel of de reden waarop het berust."""
    verzoek: str
    """Nummer van het verzoek, zoals in X-Request-ID en het logboek."""


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
    return await toon_verloop(v, klant_id, vraag, v.lezer.audit, nummer=lambda genummerd: genummerd[0], beeld=_spoor)


def _spoor(genummerd: tuple[int, Auditregel]) -> dict[str, object]:
    nummer, regel = genummerd
    return {"volgnummer": nummer, **naar_draad(regel)}

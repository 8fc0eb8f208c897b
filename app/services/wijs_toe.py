"""Wijs een klant toe: one person per role, from a day on; the next one ends the one before."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.dossier.toewijzing import Caseloadrol, Toewijzing
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import Persoon
from app.services.handeling import Handeling

_OVERLAPT = "In deze periode heeft de klant in deze rol al een medewerker."


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweToewijzing:
    """Who gets which klant, in which role."""

    klant_id: UUID
    """De klant."""
    rol: Caseloadrol
    """De rol waarin de medewerker met de klant werkt."""
    persoon: Persoon
    """De medewerker, zoals tokens die noemen."""
    geldig_van: date
    """Eerste dag."""
    geldig_tot: date | None = None
    """Laatste dag; zonder deze dag tot nader order."""
    vervangt: bool = False
    """De toewijzing die op de eerste dag in deze rol loopt, eindigt op de dag ervoor."""


async def wijs_toe(h: Handeling, nieuw: NieuweToewijzing) -> Toewijzing:
    """Record an assignment; raises NietGevonden, OngeldigeInvoer, and Strijdig when the role is taken on a day."""
    geldig_tot = nieuw.geldig_tot
    volgorde = geldig_tot is None or geldig_tot >= nieuw.geldig_van
    eis(volgorde, "geldig_tot", "voor-begin", "De laatste dag ligt voor de eerste.")
    klant = await h.tx.dossier(nieuw.klant_id)
    if nieuw.vervangt:
        await _beeindig_lopende(h, nieuw)
    toewijzing = h.nieuw(
        Toewijzing,
        klant_id=klant.id,
        rol=nieuw.rol,
        persoon=nieuw.persoon,
        geldig_van=nieuw.geldig_van,
        geldig_tot=geldig_tot,
    )
    h.bewaar(toewijzing, "toewijzing.vastgelegd", grond="verdeling van de caseload", geldig_vanaf=nieuw.geldig_van)
    return toewijzing


async def _beeindig_lopende(h: Handeling, nieuw: NieuweToewijzing) -> None:
    """End what runs on the first day of the next; what begins on that very day cannot end before it."""
    bekend = await h.tx.vind(Toewijzing, klant_id=nieuw.klant_id, rol=nieuw.rol)
    for lopend in (t for t in bekend if t.loopt_op(nieuw.geldig_van)):
        if lopend.geldig_van == nieuw.geldig_van:
            raise Strijdig("toewijzing-overlapt", _OVERLAPT)
        tot = nieuw.geldig_van - timedelta(days=1)
        beeindigd = h.volgende(lopend, geldig_tot=tot, reden=f"Opgevolgd in de rol {nieuw.rol}.")
        h.bewaar(beeindigd, "toewijzing.beeindigd", grond="opvolging", geldig_vanaf=nieuw.geldig_van)

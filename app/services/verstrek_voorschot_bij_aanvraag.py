"""Verstrek een voorschot bij een aanvraag: who applies without a screening has the same right (PW art. 52)."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.voorschottermijn import plan_volgende
from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.fouten import Strijdig
from app.services.aanvraagverloop import SOORT
from app.services.handeling import Handeling
from app.services.meldingstukken import open_van_melding
from app.services.termijnbeheer import plan_opnieuw
from app.services.voorschotverloop import NieuwVoorschot, bewaar_voorschot, maak_voorschot


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwAanvraagvoorschot(NieuwVoorschot):
    """A voorschot that was given to someone of whom no screening says the leefvorm."""

    leefvorm: Leefvorm
    """De leefvorm die de bijstandsnorm bepaalt; samenwonend telt als gehuwd."""


async def verstrek_voorschot_bij_aanvraag(h: Handeling, aanvraag_id: UUID, nieuw: NieuwAanvraagvoorschot) -> Aanvraag:
    """Record a voorschot and let its term run to the next one; once there is a screening, that keeps the next.

    Raises NietGevonden, OngeldigeInvoer for one that lacks a reason for being low, is untold or on a wrong day,
    Strijdig after the decision or naming the screening that there is, and what If-Match asks.
    """
    aanvraag, melding = await open_van_melding(h, Aanvraag, aanvraag_id)
    for screening in await h.tx.vind(Screening, melding_id=melding.id):
        raise Strijdig("voorschot-bij-screening", f"Leg het voorschot vast bij screening {screening.id}.")
    voorschot = await maak_voorschot(h, melding, (aanvraag,), nieuw, nieuw.leefvorm)
    volgende = h.volgende(aanvraag, voorschotten=(*aanvraag.voorschotten, voorschot))
    spoed = heeft_spoed(melding, ())
    bewaar_voorschot(h, volgende, melding, nieuw, spoed=spoed)
    plan = plan_volgende(volgende.voorschotten, spoed=spoed)
    await plan_opnieuw(h, volgende, SOORT, plan)
    return volgende

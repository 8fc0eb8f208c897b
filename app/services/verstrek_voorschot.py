"""Verstrek een voorschot: at broodnood without detours, and to anyone on request; the klant is told what it is."""

from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.screeningsgevolg import iets_te_besluiten
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.voorschottermijn import plan_volgende
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.aanvraagverloop import SOORT
from app.services.handeling import Handeling
from app.services.meldingstukken import open_van_melding
from app.services.termijnbeheer import doe_af, plan_opnieuw
from app.services.voorschotverloop import NieuwVoorschot, bewaar_voorschot, maak_voorschot


async def verstrek_voorschot(h: Handeling, screening_id: UUID, nieuw: NieuwVoorschot) -> Screening:
    """Record a voorschot and let its term run to the next one, as long as there is something to decide.

    One that was given on the application before the talk counts too. Raises NietGevonden, OngeldigeInvoer for one that
    lacks a reason for being low, is untold or on a wrong day, Strijdig after the decision and what If-Match asks.
    """
    screening, melding = await open_van_melding(h, Screening, screening_id)
    aanvragen = await h.tx.vind(Aanvraag, melding_id=melding.id)
    voorschot = await maak_voorschot(h, melding, aanvragen, nieuw, screening.feiten.leefvorm)
    volgende = h.volgende(screening, voorschotten=(*screening.voorschotten, voorschot))
    spoed = heeft_spoed(melding, (screening,))
    bewaar_voorschot(h, volgende, melding, nieuw, spoed=spoed)
    eerder = [eerder for aanvraag in aanvragen for eerder in aanvraag.voorschotten]
    plan = plan_volgende((*eerder, *volgende.voorschotten), spoed=spoed)
    if aanvragen:
        await plan_opnieuw(h, aanvragen[0], SOORT, plan)
    elif iets_te_besluiten(melding, screening):
        await plan_opnieuw(h, volgende, "screening", plan)
    else:
        await doe_af(h, screening.id, (Termijnsoort.VOORSCHOT,), nieuw.verstrekt_op)
    return volgende

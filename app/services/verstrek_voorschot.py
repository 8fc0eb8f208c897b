"""Verstrek een voorschot: at broodnood without detours, and to anyone on request; the klant is told what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening, Voorschot
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.proces.voorschottermijn import VOORSCHOTTERMIJN, plan_volgende
from app.domain.basisdienstverlening.screening.signalen import BROODNOOD
from app.domain.basisdienstverlening.screening.termijnen import besluit_volgt
from app.domain.basisdienstverlening.voorschot import VERZOEK, VOORSCHOT, VoorschotFeiten
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import Bedrag
from app.domain.tekst import euro
from app.services.aanvraagverloop import SOORT
from app.services.handeling import Handeling
from app.services.meldingstukken import open_van_melding
from app.services.termijnbeheer import doe_af, plan_opnieuw

_BEEINDIGD = frozenset({Stand.INGETROKKEN, Stand.AFGEWEZEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwVoorschot:
    """A voorschot that was given."""

    verstrekt_op: date
    """De dag waarop het voorschot is verstrekt; niet voor de melding en niet in de toekomst."""
    bedrag: Bedrag
    """Het bedrag in euro's; ten minste het wettelijke deel van de bijstandsnorm."""
    op_verzoek: bool
    """Op verzoek van de klant; anders wegens broodnood."""
    klant_geinformeerd: bool
    """De klant heeft gehoord dat het een voorschot is; zonder dat wordt het niet vastgelegd."""


async def verstrek_voorschot(h: Handeling, screening_id: UUID, nieuw: NieuwVoorschot) -> Screening:
    """Record a voorschot and let its term run to the next one, as long as there is something to decide.

    Raises NietGevonden, OngeldigeInvoer for one that is too low, untold or on a wrong day, Strijdig after the decision
    and what If-Match asks.
    """
    screening, melding = await open_van_melding(h, Screening, screening_id)
    aanvragen = await h.tx.vind(Aanvraag, melding_id=melding.id)
    _eis_onbeslist(melding, aanvragen)
    _controleer(h, melding, nieuw)
    voorschot = _maak_voorschot(h, screening, nieuw)
    volgende = h.volgende(screening, voorschotten=(*screening.voorschotten, voorschot))
    grond = VERZOEK if nieuw.op_verzoek else BROODNOOD
    h.bewaar(volgende, "voorschot.verstrekt", grond=grond.id, geldig_vanaf=nieuw.verstrekt_op, ook=melding.klanten)
    plan = plan_volgende(volgende.voorschotten, spoed=melding.spoed or screening.feiten.broodnood)
    if aanvragen:
        await plan_opnieuw(h, aanvragen[0], SOORT, plan)
    elif besluit_volgt(screening.feiten, screening.uitkomst):
        await plan_opnieuw(h, volgende, "screening", plan)
    else:
        await doe_af(h, screening.id, (VOORSCHOTTERMIJN,), nieuw.verstrekt_op)
    return volgende


def _eis_onbeslist(melding: Melding, aanvragen: Sequence[Aanvraag]) -> None:
    besloten = any(aanvraag.verzending is not None for aanvraag in aanvragen)
    if besloten or _BEEINDIGD.issuperset(melding.standen.values()):
        raise Strijdig("geen-voorschot-meer", "Er is besloten of de melding is ingetrokken: er volgt geen voorschot.")


def _controleer(h: Handeling, melding: Melding, nieuw: NieuwVoorschot) -> None:
    verteld, op = "Vertel de klant dat het een voorschot is.", nieuw.verstrekt_op
    eis(nieuw.klant_geinformeerd, "klant_geinformeerd", "niet-geinformeerd", verteld)
    eis(op <= h.vandaag, "verstrekt_op", "toekomst", "Het voorschot ligt in de toekomst.")
    eis(op >= melding.meldingsdatum, "verstrekt_op", "voor-melding", "Het voorschot ligt voor de melding.")


def _maak_voorschot(h: Handeling, screening: Screening, nieuw: NieuwVoorschot) -> Voorschot:
    feiten = VoorschotFeiten(leefvorm=screening.feiten.leefvorm)
    besluit, verantwoording = h.beslis(VOORSCHOT, nieuw.verstrekt_op, feiten)
    _eis_genoeg(nieuw.bedrag, besluit.uitkomst.minimum)
    return Voorschot(
        verstrekt_op=nieuw.verstrekt_op,
        bedrag=nieuw.bedrag,
        op_verzoek=nieuw.op_verzoek,
        minimum=besluit.uitkomst.minimum,
        volgende_uiterlijk=besluit.uitkomst.volgende_uiterlijk,
        door=h.beller.wie,
        motivering=besluit.motivering,
        verantwoording=verantwoording,
    )


def _eis_genoeg(bedrag: Decimal, minimum: Decimal) -> None:
    eis(bedrag >= minimum, "bedrag", "onder-minimum", f"Een voorschot is hier ten minste {euro(minimum)}.")

"""Leg een screening vast: the report of the talk says which desk, which referrals and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.melding.feiten import Route
from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag
from app.domain.basisdienstverlening.proces.afspraak import Afspraaksoort
from app.domain.basisdienstverlening.proces.gespreksbesluit import plan_gespreksbesluit
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Partneroordeel, Screening
from app.domain.basisdienstverlening.proces.screeningsgevolg import vervallen_termijnen
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.basisdienstverlening.screening import SCREENING, ScreeningFeiten
from app.domain.basisdienstverlening.screening.feiten import ScreeningOpgave
from app.domain.basisdienstverlening.screening.termijnen import (
    VAN_HET_INKOMEN,
    termijnen_van_screening,
)
from app.domain.basisdienstverlening.screening.uitkomst import Vervolg
from app.domain.basisdienstverlening.screening.vraag import VRAAG
from app.domain.dossier.klant import Klant
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.domain.tijd import dag_in_nederland
from app.services.afspraakverloop import kom_na
from app.services.handeling import Handeling
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand
from app.services.termijnbeheer import doe_af, geef_voorrang, laat_vervallen, plan_termijnen, rond_af
from app.services.veldpaden import met_pad, vul_aan

STANDEN: Mapping[Vervolg, Stand] = MappingProxyType(
    {
        Vervolg.AMBITIEGESPREK: Stand.GESCREEND,
        Vervolg.AFWIJZEN: Stand.AFWIJZING_VOORGESTELD,
        Vervolg.VERWIJZEN: Stand.DOORVERWEZEN,
    }
)
_GEDAAN = (Termijnsoort.SCREENING, Termijnsoort.TERUGBELLEN)
_NOOD = (Termijnsoort.BROODNOOD,)
"""Who is referred elsewhere has nothing to eat all the same: the signal runs until the coordinator acts on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweScreening:
    """The report of a screeningsgesprek."""

    melding_id: UUID
    """De melding waarop het gesprek volgde; een stel heeft één gesprek."""
    opgave: ScreeningOpgave
    """Wat het gesprek vaststelde."""
    verslag: LangeTekst | None = None
    """Verslag van het gesprek."""


async def leg_screening_vast(h: Handeling, nieuw: NieuweScreening) -> Screening:
    """Record a screening, move klant and partner on, and start the terms that its outcome asks for.

    Raises NietGevonden, StapNietToegestaan, and OngeldigeInvoer for facts that are wrong or a talk at a wrong moment.
    """
    melding = await open_melding(h, nieuw.melding_id)
    wie = _voor_wie(melding)
    for klant_id in wie:
        eis_meldingstap(melding, klant_id, Stap.SCREENING)
    gesprek_op, pad = nieuw.opgave.gesprek_op, "opgave.gesprek_op"
    eis(gesprek_op <= h.nu, pad, "toekomst", "Het gesprek ligt in de toekomst.")
    eis(gesprek_op >= melding.opgave.gemeld_op, pad, "voor-melding", "Het gesprek ligt voor de melding.")
    screening = _maak_screening(h, nieuw, melding, [await h.tx.haal(Klant, klant_id) for klant_id in wie])
    op = screening.feiten.gespreksdag
    h.bewaar(screening, "screening.vastgelegd", grond=VRAAG.id, geldig_vanaf=op, ook=melding.klanten)
    await kom_na(h, melding, Afspraaksoort.SCREENINGSGESPREK, wie, op)
    melding = _zet_standen(h, melding, screening)
    await _zet_termijnen(h, screening, melding)
    return screening


def _voor_wie(melding: Melding) -> list[UUID]:
    """Everyone who is still to be screened, who reported first; nobody from VSO/PrO is."""
    samen = (melding.klant_id, *([melding.partner_id] if melding.partner_id else []))
    te_doen = (k for k in samen if melding.stand_van(k) is Stand.GEMELD and melding.weg_van(k) is not Route.VSO_PRO)
    return list(te_doen) or [melding.klant_id]


def _zet_standen(h: Handeling, melding: Melding, screening: Screening) -> Melding:
    """Move each on by their own outcome; of a couple that parts, a proposed rejection names what happened."""
    standen = {klant_id: STANDEN[oordeel.uitkomst.vervolg] for klant_id, oordeel in screening.oordelen.items()}
    voorgesteld = Stand.AFWIJZING_VOORGESTELD in standen.values()
    stand = Stand.AFWIJZING_VOORGESTELD if voorgesteld else standen[screening.klant_id]
    return zet_stand(h, melding, standen, f"melding.{stand}", grond=VRAAG.id)


def _maak_screening(h: Handeling, nieuw: NieuweScreening, melding: Melding, wie: Sequence[Klant]) -> Screening:
    oordelen = _beoordeel_ieder(h, nieuw.opgave, melding, wie)
    partner = Partneroordeel(**oordelen[1]) if len(wie) > 1 else None
    return h.nieuw(
        Screening,
        klant_id=wie[0].id,
        partner_id=wie[1].id if partner else None,
        melding_id=melding.id,
        financieel=nieuw.opgave.financieel,
        partneroordeel=partner,
        verslag=nieuw.verslag,
        doorgeleidingen=(),
        voorschotten=(),
        **oordelen[0],
    )


def _beoordeel_ieder(
    h: Handeling, opgave: ScreeningOpgave, melding: Melding, wie: Sequence[Klant]
) -> list[dict[str, Any]]:
    """Judge each at their own age; where only one of a couple goes on, that one goes without the other."""
    samen = melding.partner_id is not None
    oordelen = [_beoordeel(h, opgave, melding, klant, partner=samen) for klant in wie]
    if len({oordeel["uitkomst"].vervolg for oordeel in oordelen}) == 1:
        return oordelen
    return [_beoordeel(h, opgave, melding, klant, partner=False) for klant in wie]


def _beoordeel(
    h: Handeling, opgave: ScreeningOpgave, melding: Melding, klant: Klant, *, partner: bool
) -> dict[str, Any]:
    """Judge one klant; the first WW day is of who reported, so with it nothing is said of the partner."""
    eigen = opgave if klant.id == melding.klant_id else replace(opgave, eerste_ww_dag=None)
    with met_pad("opgave", geboortedatum="melding_id"):
        peildatum = dag_in_nederland(opgave.gesprek_op, pad="gesprek_op")
        feiten = vul_aan(
            ScreeningFeiten,
            eigen,
            geboortedatum=klant.geboortedatum,
            statushouder=melding.opgave_van(klant.id).statushouder,
            dak_of_thuisloos=melding.opgave.dak_of_thuisloos,
            partner=partner,
        )
        besluit, verantwoording = h.beslis(SCREENING, peildatum, feiten)
    return {
        "feiten": feiten,
        "uitkomst": besluit.uitkomst,
        "motivering": besluit.motivering,
        "verantwoording": verantwoording,
    }


async def _zet_termijnen(h: Handeling, screening: Screening, melding: Melding) -> None:
    op = screening.feiten.gespreksdag
    spoed = heeft_spoed(melding, (screening,))
    if melding.open:
        await doe_af(h, melding.id, _GEDAAN, op)
        vervallen = vervallen_termijnen(melding, screening)
        await laat_vervallen(h, melding.id, vervallen)
        if spoed:
            await geef_voorrang(h, melding.id, behalve=(*_GEDAAN, *vervallen))
    else:
        await rond_af(h, melding.id, _GEDAAN, op, blijft=_NOOD)
    aanvraag = next(iter(await h.tx.vind(Aanvraag, melding_id=melding.id)), None)
    plannen = tuple(
        plan
        for oordeel in screening.oordelen.values()
        for plan in termijnen_van_screening(
            h.peil(SCREENING.thema, op),
            oordeel.feiten,
            oordeel.uitkomst,
            meldingsdatum=melding.meldingsdatum,
            gerapporteerd_op=h.vandaag,
            spoed=spoed,
            volledig_op=aanvraag.volledig_op if aanvraag else None,
        )
    )
    if aanvraag is not None:
        plannen = await _zonder_wat_de_aanvraag_bracht(h, plannen, aanvraag, spoed=spoed)
    if melding.te_beslissen:
        plannen = (*plannen, plan_gespreksbesluit(op, spoed=spoed))
    await plan_termijnen(h, screening, "screening", plannen)


async def _zonder_wat_de_aanvraag_bracht(
    h: Handeling, plannen: tuple[Termijnplan, ...], aanvraag: Aanvraag, *, spoed: bool
) -> tuple[Termijnplan, ...]:
    """The application has the term of its voorschot; broodnood puts all that it has first. Decided, nothing is due."""
    if aanvraag.toestand in AFGELOPEN:
        return tuple(plan for plan in plannen if plan.soort not in VAN_HET_INKOMEN)
    if spoed:
        await geef_voorrang(h, aanvraag.id)
    return tuple(plan for plan in plannen if plan.soort is not Termijnsoort.VOORSCHOT)

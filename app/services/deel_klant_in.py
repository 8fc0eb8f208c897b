"""Deel een klant in: the consulent places the klant in a group, beside what the rules advise."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.groepsindeling import GroepsindelingFeiten, GroepsindelingOpgave
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import KEUZE, OVERDRACHT
from app.domain.basisdienstverlening.proces.indeling import KLANTGROEPEN, Groepsindeling
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.basisdienstverlening.proces.verblijf import huidige
from app.domain.dossier.klant import Klant
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.indelingverloop import SOORT, beeindig, laat_beoordeling_vervallen, plaats, termijnplannen
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand
from app.services.termijnbeheer import plan_termijnen
from app.services.veldpaden import vul_aan


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweGroepsindeling:
    """A placing as the consulent decides it."""

    melding_id: UUID
    """De melding waarop de indeling volgt."""
    klant_id: UUID
    """De klant die wordt ingedeeld: wie zich meldde of de partner."""
    opgave: GroepsindelingOpgave
    """Wat in het ambitiegesprek is vastgesteld."""
    keuze: Klantgroep
    """De groep waartoe de consulent besluit."""
    afwijking_reden: LangeTekst | None = None
    """Waarom anders is gekozen dan geadviseerd; verplicht bij een afwijking en alleen dan."""
    verschil_toelichting: LangeTekst | None = None
    """Wat de klant van de indeling vindt; alleen als de klant een andere groep wil."""


async def deel_klant_in(h: Handeling, nieuw: NieuweGroepsindeling) -> Groepsindeling:
    """Place a klant from today on; the melding ends for this klant, and an earlier placing ends the day before.

    Raises NietGevonden, OngeldigeInvoer, StapNietToegestaan, and Strijdig when an earlier placing began today.
    """
    melding = await open_melding(h, nieuw.melding_id)
    eis_meldingstap(melding, nieuw.klant_id, Stap.GROEPSINDELING)
    indeling = _maak_indeling(h, nieuw, melding, await h.tx.haal(Klant, nieuw.klant_id))
    grond = KEUZE.id if indeling.afwijking_reden else _beslissend(indeling)
    plaatsingen = await _beeindig_lopende(h, indeling, grond=grond)
    h.bewaar(indeling, "groepsindeling.vastgelegd", grond=grond, geldig_vanaf=indeling.geldig_van)
    zet_stand(h, melding, {nieuw.klant_id: Stand.INGEDEELD}, "melding.ingedeeld", grond=grond)
    await plan_termijnen(h, indeling, SOORT, await termijnplannen(h, indeling, plaatsingen))
    return indeling


async def _beeindig_lopende(h: Handeling, indeling: Groepsindeling, *, grond: str) -> list[Groepsindeling]:
    """End the placing that runs, if any, and return the klant's earlier placings as they then stand."""
    plaatsingen = {p.id: p for p in await h.tx.vind(Groepsindeling, klant_id=indeling.klant_id)}
    if lopend := huidige(plaatsingen.values()):
        plaatsingen[lopend.id] = await beeindig(h, lopend, indeling.geldig_van, grond=grond)
        await laat_beoordeling_vervallen(h, lopend.id, grond=grond)
    return list(plaatsingen.values())


def _maak_indeling(h: Handeling, nieuw: NieuweGroepsindeling, melding: Melding, klant: Klant) -> Groepsindeling:
    eigen = melding.opgave_van(klant.id)
    feiten = vul_aan(
        GroepsindelingFeiten,
        nieuw.opgave,
        geboortedatum=klant.geboortedatum,
        statushouder=eigen.statushouder,
        dak_of_thuisloos=melding.uitkomst.dak_of_thuisloos,
        ex_detentie=eigen.ex_detentie,
        vso_pro=eigen.vso_pro,
    )
    velden = plaats(
        h,
        h.vandaag,
        feiten,
        h.vandaag,
        klasse=nieuw.keuze,
        afwijking_reden=nieuw.afwijking_reden,
        verschil_toelichting=nieuw.verschil_toelichting,
    )
    return h.nieuw(
        Groepsindeling,
        klant_id=nieuw.klant_id,
        melding_id=melding.id,
        wisseling_id=None,
        indelingsschema=KLANTGROEPEN,
        geldig_tot=None,
        **velden,
    )


def _beslissend(indeling: Groepsindeling) -> str:
    """Name the rule that decided the group: the last one before the choice and the handover."""
    return next(g.regel for g in reversed(indeling.motivering) if g.regel not in (KEUZE.id, OVERDRACHT.id))

"""Beoordeel een wisseling: the rules say whether a klant should change group, by how the klant stands now."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.groepswisseling import GROEPSWISSELING, GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingOpgave
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.verblijf import verblijf
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling, Wisseltoestand
from app.domain.dossier.termijn import Termijn
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig
from app.services.handeling import Handeling
from app.services.indelingverloop import verlengingen
from app.services.termijnbeheer import doe_af
from app.services.veldpaden import met_pad, vul_aan


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweGroepswisseling:
    """What an assessment is asked about."""

    indeling_id: UUID
    """De lopende indeling van de klant."""
    opgave: GroepswisselingOpgave
    """Hoe de klant er nu voor staat."""


async def beoordeel_wisseling(h: Handeling, nieuw: NieuweGroepswisseling) -> Groepswisseling:
    """Assess a change from the placing that runs; a person decides on it after that.

    Raises NietGevonden, OngeldigeInvoer, and Strijdig when the placing has ended or an assessment of it is open.
    """
    indeling = await h.tx.open(Groepsindeling, nieuw.indeling_id)
    await _eis_vrij(h, indeling)
    reeks = verblijf(await h.tx.vind(Groepsindeling, klant_id=indeling.klant_id), indeling)
    feiten = vul_aan(
        GroepswisselingFeiten,
        nieuw.opgave,
        huidige_groep=indeling.klasse,
        in_groep_sinds=reeks[-1].geldig_van,
        verlengd=bool(await verlengingen(h, reeks)),
    )
    wisseling = _maak_wisseling(h, indeling, feiten)
    h.bewaar(wisseling, "groepswisseling.beoordeeld", grond=wisseling.motivering[0].regel)
    await _rond_herinneringen_af(h, indeling)
    return wisseling


async def _eis_vrij(h: Handeling, indeling: Groepsindeling) -> None:
    if indeling.geldig_tot is not None:
        raise Strijdig("indeling-beeindigd", "Deze indeling is beëindigd; beoordeel de lopende indeling van de klant.")
    if await h.tx.vind(Groepswisseling, indeling_id=indeling.id, toestand=Wisseltoestand.BEOORDEELD):
        raise Strijdig("wisseling-open", "Over deze indeling loopt al een beoordeling.")


def _maak_wisseling(h: Handeling, indeling: Groepsindeling, feiten: GroepswisselingFeiten) -> Groepswisseling:
    with met_pad("opgave", in_groep_sinds="indeling_id"):
        besluit, verantwoording = h.beslis(GROEPSWISSELING, h.vandaag, feiten)
    return h.nieuw(
        Groepswisseling,
        klant_id=indeling.klant_id,
        indeling_id=indeling.id,
        toestand=Wisseltoestand.BEOORDEELD,
        feiten=feiten,
        uitkomst=besluit.uitkomst,
        besluit=None,
        verlengd_tot=None,
        nieuwe_indeling_id=None,
        overdracht=None,
        motivering=besluit.motivering,
        verantwoording=verantwoording,
    )


async def _rond_herinneringen_af(h: Handeling, indeling: Groepsindeling) -> None:
    """The assessment is what the reminders whose day has come asked for; a later one still comes."""
    termijnen = await h.tx.vind(Termijn, onderwerp_id=indeling.id)
    herinneringen = (Termijnsoort.WISSELBEOORDELING, Termijnsoort.VERLENGING)
    gekomen = {t.soort for t in termijnen if t.uiterlijk_op <= h.vandaag}
    await doe_af(h, indeling.id, [soort for soort in herinneringen if soort in gekomen], h.vandaag)

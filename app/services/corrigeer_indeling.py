"""Corrigeer een indeling: what was recorded wrong is put right, and history says what it corrects."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.verblijf import laatste_dag, vorige
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling, Wisseltoestand
from app.domain.basisdienstverlening.proces.wisselkeuze import (
    eis_toegestaan,
    is_afwijkend,
    keuze_na_wisseling,
    motiveer,
    warme_overdracht,
)
from app.domain.dossier.termijn import Termijn, Termijnplan, Termijntoestand
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling, dag_van
from app.services.indelingverloop import SOORT, eis_begonnen, plaats, termijnplannen, velden_van_keuze
from app.services.termijnbeheer import plan_opnieuw, plan_termijnen
from app.services.veldpaden import met_pad

TYPE = "groepsindeling.gecorrigeerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indelingscorrectie:
    """What was recorded wrong; what is left out stays."""

    reden: LangeTekst
    """Waarom de vastlegging niet klopte."""
    klasse: Klantgroep | None = None
    """De groep die het had moeten zijn."""
    afwijking_reden: LangeTekst | None = None
    """Waarom anders is gekozen dan geadviseerd; verplicht bij een afwijking en alleen dan."""
    geldig_van: date | None = None
    """De eerste dag die het had moeten zijn; niet in de toekomst. Een indeling die erop aansluit, schuift mee."""


async def corrigeer_indeling(h: Handeling, indeling_id: UUID, correctie: Indelingscorrectie) -> Groepsindeling:
    """Put a wrongly recorded placing right, with the placing before it and the terms that follow from it.

    Raises NietGevonden, what If-Match asks, OngeldigeInvoer, and Strijdig while an assessment of it is undecided, or
    when the placing before it would have no day left.
    """
    indeling = await h.open(Groepsindeling, indeling_id)
    _eis_iets(correctie)
    await _eis_geen_beoordeling(h, indeling)
    geldig_van = correctie.geldig_van or indeling.geldig_van
    _eis_periode(h, indeling, geldig_van)
    plaatsingen = await h.tx.vind(Groepsindeling, klant_id=indeling.klant_id)
    gecorrigeerd = h.volgende(indeling, **await _velden(h, indeling, correctie, geldig_van))
    schoof_mee = _schuif_vorige(h, plaatsingen, indeling, geldig_van, correctie.reden)
    h.bewaar(gecorrigeerd, TYPE, grond=correctie.reden, geldig_vanaf=geldig_van, corrigeert=indeling.versie)
    nieuw = {plaatsing.id: plaatsing for plaatsing in (*plaatsingen, *schoof_mee, gecorrigeerd)}
    plannen = await termijnplannen(h, gecorrigeerd, nieuw.values())
    await plan_termijnen(h, gecorrigeerd, SOORT, plannen)
    await _laat_herleven(h, gecorrigeerd, plannen)
    return gecorrigeerd


async def _laat_herleven(h: Handeling, indeling: Groepsindeling, plannen: Iterable[Termijnplan]) -> None:
    """Let the call run again that lapsed when an earlier correction took the klant out of Zorgen by mistake."""
    vervallen = await h.tx.vind(Termijn, onderwerp_id=indeling.id, toestand=Termijntoestand.VERVALLEN)
    weg = {termijn.soort for termijn in vervallen}
    for plan in plannen:
        if plan.naam in weg and not plan.herinnering:
            await plan_opnieuw(h, indeling, SOORT, plan)


def _eis_iets(correctie: Indelingscorrectie) -> None:
    iets = (correctie.klasse, correctie.afwijking_reden, correctie.geldig_van) != (None, None, None)
    eis(iets, "klasse", "geen-correctie", "Geef wat anders moet: de groep, de reden van afwijking of de eerste dag.")


async def _eis_geen_beoordeling(h: Handeling, indeling: Groepsindeling) -> None:
    if await h.tx.vind(Groepswisseling, indeling_id=indeling.id, toestand=Wisseltoestand.BEOORDEELD):
        detail = "Over deze indeling loopt een beoordeling die erop berust; besluit daar eerst over."
        raise Strijdig("wisseling-open", detail)


def _eis_periode(h: Handeling, indeling: Groepsindeling, geldig_van: date) -> None:
    eis_begonnen(h, geldig_van)
    te_laat = "De eerste dag ligt na de laatste dag van deze indeling."
    eis(indeling.geldig_tot is None or geldig_van <= indeling.geldig_tot, "geldig_van", "na-einde", te_laat)


async def _velden(
    h: Handeling, indeling: Groepsindeling, correctie: Indelingscorrectie, geldig_van: date
) -> dict[str, Any]:
    """Give the corrected fields: by the facts and day of the first decision, or by the wisseling that it followed."""
    klasse = correctie.klasse or indeling.klasse
    if indeling.wisseling_id is not None:
        wisseling = await h.tx.haal(Groepswisseling, indeling.wisseling_id)
        velden = _na_wisseling(wisseling, indeling, correctie, klasse)
        await _corrigeer_wisseling(h, wisseling, klasse, correctie.reden)
        return {**velden, "geldig_van": geldig_van}
    if indeling.feiten is None or indeling.melding_id is None:
        raise AssertionError  # a placing follows a melding with facts, or a wisseling
    melding = await h.tx.haal(Melding, indeling.melding_id)
    te_vroeg = "De eerste dag ligt voor de melding waarop deze indeling volgde."
    eis(geldig_van >= melding.meldingsdatum, "geldig_van", "voor-melding", te_vroeg)
    verschil = indeling.feiten.voorkeur_klant not in (None, klasse)
    return plaats(
        h,
        indeling.verantwoording.peildatum,
        indeling.feiten,
        geldig_van,
        klasse=klasse,
        afwijking_reden=_reden(indeling, correctie, afwijkend=indeling.advies is not klasse),
        verschil_toelichting=indeling.verschil_toelichting if verschil else None,
    )


def _reden(indeling: Groepsindeling, correctie: Indelingscorrectie, *, afwijkend: bool) -> str | None:
    """A reason that is given counts; one recorded before counts as long as there is a deviation."""
    return correctie.afwijking_reden or (indeling.afwijking_reden if afwijkend else None)


def _na_wisseling(
    wisseling: Groepswisseling, indeling: Groepsindeling, correctie: Indelingscorrectie, klasse: Klantgroep
) -> dict[str, Any]:
    with met_pad("", naar="klasse"):
        eis_toegestaan(wisseling.feiten, klasse)
    keuze = keuze_na_wisseling(wisseling, klasse)
    met_reden = replace(keuze, afwijking_reden=_reden(indeling, correctie, afwijkend=keuze.afwijkend))
    return {**velden_van_keuze(met_reden), "motivering": motiveer(wisseling, klasse)}


async def _corrigeer_wisseling(h: Handeling, wisseling: Groepswisseling, klasse: Klantgroep, reden: str) -> None:
    """Let the decision that the placing followed name the corrected group too, and its handover the right role."""
    if wisseling.besluit is None or wisseling.besluit.naar is klasse:
        return
    besluit = replace(wisseling.besluit, naar=klasse, afwijkend=is_afwijkend(wisseling.uitkomst, klasse))
    juist = h.volgende(wisseling, besluit=besluit, motivering=motiveer(wisseling, klasse))
    h.bewaar(juist, "groepswisseling.gecorrigeerd", grond=reden, corrigeert=wisseling.versie)
    if juist.toestand is Wisseltoestand.GEWISSELD:
        await plan_termijnen(h, juist, "groepswisseling", [warme_overdracht(klasse, dag_van(besluit.op))])


def _schuif_vorige(
    h: Handeling, plaatsingen: Iterable[Groepsindeling], indeling: Groepsindeling, geldig_van: date, reden: str
) -> tuple[Groepsindeling, ...]:
    """Let the placing that this one followed end the day before its corrected first day."""
    eerder = vorige(plaatsingen, indeling)
    if eerder is None or geldig_van == indeling.geldig_van:
        return ()
    verschoven = h.volgende(eerder, geldig_tot=laatste_dag(eerder, geldig_van))
    h.bewaar(verschoven, TYPE, grond=reden, geldig_vanaf=eerder.geldig_van, corrigeert=eerder.versie)
    return (verschoven,)

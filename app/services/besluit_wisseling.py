"""Besluit een wisseling: the consulent lets the klant stay, prolongs the stay or moves the klant to another group."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.groepswisseling import GROEPSWISSELING
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import KEUZE
from app.domain.basisdienstverlening.proces.indeling import KLANTGROEPEN, Groepsindeling
from app.domain.basisdienstverlening.proces.indelingstermijnen import termijnen_van_indeling
from app.domain.basisdienstverlening.proces.wisseling import (
    Groepswisseling,
    Wisselbesluit,
    Wisselstap,
    Wisseltoestand,
    eis_wisselstap,
)
from app.domain.basisdienstverlening.proces.wisselkeuze import (
    eis_toegestaan,
    eis_verlenging,
    is_afwijkend,
    keuze_na_wisseling,
    motiveer,
    warme_overdracht,
)
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.indelingverloop import SOORT, beeindig, eis_begonnen, velden_van_keuze
from app.services.termijnbeheer import plan_opnieuw, plan_termijnen


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisselkeuze:
    """What the consulent decides on an assessment."""

    naar: Klantgroep | None
    """De groep waarheen de klant gaat; null: de klant blijft."""
    reden: LangeTekst
    """Waarom; ook als het advies wordt gevolgd."""
    verlengen: bool = False
    """Het verblijf in Matchen wordt verlengd; alleen als het advies een verlenging geeft."""
    geldig_van: date | None = None
    """Eerste dag in de nieuwe groep; zonder deze dag vandaag. Niet in de toekomst; alleen bij wisselen."""


async def besluit_wisseling(h: Handeling, wisseling_id: UUID, keuze: Wisselkeuze) -> Groepswisseling:
    """Decide on an assessment, in line with its advice or with a reason against it.

    Raises NietGevonden, what If-Match asks, StapNietToegestaan, OngeldigeInvoer, and Strijdig for a change from
    Groeien to Matchen, an extension that the advice does not give, and a change before the placing has lasted a day.
    """
    wisseling = await h.open(Groepswisseling, wisseling_id)
    eis_wisselstap(Wisselstap.BESLUIT, wisseling.toestand)
    _controleer(h, wisseling, keuze)
    besluit = Wisselbesluit(
        naar=keuze.naar,
        reden=keuze.reden,
        afwijkend=is_afwijkend(wisseling.uitkomst, keuze.naar),
        door=h.beller.wie,
        op=h.nu,
    )
    besloten = h.volgende(wisseling, besluit=besluit, motivering=motiveer(wisseling, keuze.naar))
    if keuze.naar is not None:
        return await _wissel(h, besloten, keuze.naar, keuze.geldig_van or h.vandaag)
    return await _verleng(h, besloten) if keuze.verlengen else _blijf(h, besloten)


def _controleer(h: Handeling, wisseling: Groepswisseling, keuze: Wisselkeuze) -> None:
    eis_toegestaan(wisseling.feiten, keuze.naar)
    if keuze.verlengen:
        eis_verlenging(wisseling.uitkomst, keuze.naar)
    if keuze.geldig_van is not None:
        detail = "Een eerste dag hoort alleen bij een wisseling naar een andere groep."
        eis(keuze.naar is not None, "geldig_van", "geen-wisseling", detail)
        eis_begonnen(h, keuze.geldig_van)


def _grond(wisseling: Groepswisseling) -> str:
    afwijkend = wisseling.besluit is not None and wisseling.besluit.afwijkend
    return KEUZE.id if afwijkend else wisseling.motivering[0].regel


def _blijf(h: Handeling, wisseling: Groepswisseling) -> Groepswisseling:
    gebleven = replace(wisseling, toestand=Wisseltoestand.GEBLEVEN)
    h.bewaar(gebleven, "groepswisseling.gebleven", grond=_grond(wisseling))
    return gebleven


async def _verleng(h: Handeling, wisseling: Groepswisseling) -> Groepswisseling:
    tot = wisseling.uitkomst.verlenging_tot
    verlengd = replace(wisseling, toestand=Wisseltoestand.VERLENGD, verlengd_tot=tot)
    h.bewaar(verlengd, "groepswisseling.verlengd", grond=_grond(wisseling))
    indeling = await h.tx.haal(Groepsindeling, wisseling.indeling_id)
    peil = h.peil(GROEPSWISSELING.thema, h.vandaag)
    plannen = termijnen_van_indeling(peil, indeling, wisseling.feiten.in_groep_sinds, tot)
    for plan in plannen:
        if plan.soort is Termijnsoort.VERLENGING:
            await plan_opnieuw(h, indeling, SOORT, plan)
    return verlengd


async def _wissel(h: Handeling, wisseling: Groepswisseling, naar: Klantgroep, geldig_van: date) -> Groepswisseling:
    grond = _grond(wisseling)
    await beeindig(h, await h.tx.haal(Groepsindeling, wisseling.indeling_id), geldig_van, grond=grond)
    nieuw = _nieuwe_indeling(h, wisseling, naar, geldig_van)
    gewisseld = replace(wisseling, toestand=Wisseltoestand.GEWISSELD, nieuwe_indeling_id=nieuw.id)
    h.bewaar(gewisseld, "groepswisseling.gewisseld", grond=grond, geldig_vanaf=geldig_van)
    h.bewaar(nieuw, "groepsindeling.vastgelegd", grond=grond, geldig_vanaf=geldig_van)
    await plan_termijnen(h, gewisseld, "groepswisseling", [warme_overdracht(naar, h.vandaag)])
    peil = h.peil(GROEPSWISSELING.thema, h.vandaag)
    await plan_termijnen(h, nieuw, SOORT, termijnen_van_indeling(peil, nieuw, geldig_van))
    return gewisseld


def _nieuwe_indeling(h: Handeling, wisseling: Groepswisseling, naar: Klantgroep, geldig_van: date) -> Groepsindeling:
    reden = wisseling.besluit.reden if wisseling.besluit else None
    keuze = keuze_na_wisseling(wisseling, naar)
    return h.nieuw(
        Groepsindeling,
        klant_id=wisseling.klant_id,
        melding_id=None,
        wisseling_id=wisseling.id,
        indelingsschema=KLANTGROEPEN,
        geldig_van=geldig_van,
        geldig_tot=None,
        feiten=None,
        uitkomst=None,
        overdracht=None,
        motivering=wisseling.motivering,
        verantwoording=wisseling.verantwoording,
        **velden_van_keuze(replace(keuze, afwijking_reden=reden if keuze.afwijkend else None)),
    )

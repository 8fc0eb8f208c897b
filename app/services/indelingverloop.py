"""What placings of one klant share: made of facts and a choice, ended by the next one, their terms kept along."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.groepsindeling import (
    GROEPSINDELING,
    GroepsindelingFeiten,
    GroepsindelingUitkomst,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import draag_over
from app.domain.basisdienstverlening.proces.groepskeuze import Groepskeuze
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.indelingstermijnen import termijnen_van_indeling
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.verblijf import laatste_dag, verblijf
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling, Wisseltoestand
from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.dossier.termijn import Termijnplan
from app.domain.fouten import eis
from app.services.handeling import Handeling
from app.services.spoed import melding_heeft_spoed
from app.services.termijnbeheer import laat_vervallen
from app.services.veldpaden import met_pad

SOORT = "groepsindeling"


def eis_begonnen(h: Handeling, geldig_van: date) -> None:
    """Raise OngeldigeInvoer for a placing that has yet to begin: it is recorded when it does."""
    eis(geldig_van <= h.vandaag, "geldig_van", "toekomst", "Een indeling gaat op zijn laatst vandaag in.")


def plaats(
    h: Handeling,
    peildatum: date,
    feiten: GroepsindelingFeiten,
    geldig_van: date,
    *,
    klasse: Klantgroep,
    afwijking_reden: str | None,
    verschil_toelichting: str | None,
) -> dict[str, Any]:
    """Give what the rules and the choice make of a placing; raises OngeldigeInvoer for a choice without grounds."""
    peil = h.peil(GROEPSINDELING.thema, peildatum)
    besluit = _adviseer(peil, feiten)
    keuze = Groepskeuze(
        klasse=klasse,
        advies=besluit.uitkomst.groep,
        voorkeur_klant=feiten.voorkeur_klant,
        afwijking_reden=afwijking_reden,
        verschil_toelichting=verschil_toelichting,
    )
    overdracht = draag_over(peil, klasse, geldig_van)
    return {
        **velden_van_keuze(keuze),
        "geldig_van": geldig_van,
        "feiten": feiten,
        "uitkomst": besluit.uitkomst,
        "overdracht": overdracht.uitkomst,
        "motivering": (*besluit.motivering, *keuze.gronden(), *overdracht.motivering),
        "verantwoording": h.verantwoord(GROEPSINDELING.naam, peil),
    }


def _adviseer(peil: Peil, feiten: GroepsindelingFeiten) -> Besluit[GroepsindelingUitkomst]:
    with met_pad("opgave", geboortedatum="klant_id"):
        return GROEPSINDELING.beoordeel(peil, feiten)


def velden_van_keuze(keuze: Groepskeuze) -> dict[str, Any]:
    """Give what a placing keeps of a choice; raises OngeldigeInvoer unless it is well founded."""
    keuze.eis_onderbouwd()
    return {
        "klasse": keuze.klasse,
        "advies": keuze.advies,
        "afwijking_reden": keuze.afwijking_reden,
        "voorkeur_klant": keuze.voorkeur_klant,
        "verschil_van_mening": keuze.verschil_van_mening,
        "verschil_toelichting": keuze.verschil_toelichting,
        "kick_off": keuze.klasse is not Klantgroep.ZORGEN,
    }


async def beeindig(h: Handeling, indeling: Groepsindeling, opvolger_van: date, *, grond: str) -> Groepsindeling:
    """End a placing the day before the next one begins, with its terms; raises Strijdig when no day would be left."""
    geeindigd = h.volgende(indeling, geldig_tot=laatste_dag(indeling, opvolger_van))
    h.bewaar(geeindigd, "groepsindeling.beeindigd", grond=grond, geldig_vanaf=opvolger_van)
    await laat_vervallen(h, indeling.id)
    return geeindigd


async def laat_beoordeling_vervallen(h: Handeling, indeling_id: UUID, *, grond: str) -> None:
    """End the undecided assessment of a placing that is over by another way."""
    for wisseling in await h.tx.vind(Groepswisseling, indeling_id=indeling_id, toestand=Wisseltoestand.BEOORDEELD):
        h.bewaar(h.volgende(wisseling, toestand=Wisseltoestand.VERVALLEN), "groepswisseling.vervallen", grond=grond)


async def termijnplannen(
    h: Handeling, indeling: Groepsindeling, plaatsingen: Iterable[Groepsindeling]
) -> tuple[Termijnplan, ...]:
    """Give every term of a placing, as the stay that it is part of and an extension of that stay ask."""
    reeks = verblijf(plaatsingen, indeling)
    verlengd = await verlengingen(h, reeks)
    peil = h.peil(GROEPSINDELING.thema, h.vandaag)
    verlengd_tot = max((w.verlengd_tot for w in verlengd if w.verlengd_tot), default=None)
    spoed = indeling.melding_id is not None and await melding_heeft_spoed(
        h, await h.tx.haal(Melding, indeling.melding_id)
    )
    return termijnen_van_indeling(peil, indeling, reeks[-1].geldig_van, verlengd_tot, spoed=spoed)


async def verlengingen(h: Handeling, reeks: tuple[Groepsindeling, ...]) -> tuple[Groepswisseling, ...]:
    """Return the assessments that prolonged a stay."""
    ids = {plaatsing.id for plaatsing in reeks}
    verlengd = await h.tx.vind(Groepswisseling, klant_id=reeks[0].klant_id, toestand=Wisseltoestand.VERLENGD)
    return tuple(wisseling for wisseling in verlengd if wisseling.indeling_id in ids)

"""Placings and assessments as the process keeps them, for tests of what is derived from them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.groepswisseling import (
    GROEPSWISSELING,
    GroepswisselingFeiten,
    toets_groepswisseling,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.proces.indeling import KLANTGROEPEN, Groepsindeling
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling, Wisseltoestand
from app.domain.dossier.verantwoording import Verantwoording
from tests.domain.peilen import dag, peil

KLANT = UUID(int=1)
MOMENT = datetime(2021, 6, 15, 9, 0, tzinfo=UTC)
VERANTWOORDING = Verantwoording(
    toets=GROEPSWISSELING.naam,
    beleid="deventer-2021",
    peildatum=dag("2021-06-15"),
    parameters=(),
    softwareversie="0",
    door="test|een",
    op=MOMENT,
)


def plaatsing(nummer: int, klasse: Klantgroep, van: str, tot: str | None = None, **anders: Any) -> Groepsindeling:
    """A placing of the one klant, by the advice."""
    basis: dict[str, Any] = {
        "id": UUID(int=nummer),
        "versie": 1,
        "aangemaakt_op": MOMENT,
        "gewijzigd_op": MOMENT,
        "klant_id": KLANT,
        "melding_id": None,
        "wisseling_id": None,
        "indelingsschema": KLANTGROEPEN,
        "klasse": klasse,
        "advies": klasse,
        "afwijking_reden": None,
        "voorkeur_klant": None,
        "verschil_van_mening": False,
        "verschil_toelichting": None,
        "geldig_van": dag(van),
        "geldig_tot": dag(tot) if tot else None,
        "kick_off": True,
        "feiten": None,
        "uitkomst": None,
        "overdracht": None,
        "motivering": (),
        "verantwoording": VERANTWOORDING,
    }
    return Groepsindeling(**basis | anders)


def wisseling(groep: Klantgroep, sinds: str = "2020-01-15", **opgave: Any) -> Groepswisseling:
    """An assessment of the one klant on 15 June 2021."""
    gegevens: dict[str, Any] = {"verlengd": False, **opgave}
    feiten = GroepswisselingFeiten(huidige_groep=groep, in_groep_sinds=dag(sinds), **gegevens)
    besluit = toets_groepswisseling(peil("2021-06-15"), feiten)
    return Groepswisseling(
        id=UUID(int=9),
        versie=1,
        aangemaakt_op=MOMENT,
        gewijzigd_op=MOMENT,
        klant_id=KLANT,
        indeling_id=UUID(int=1),
        toestand=Wisseltoestand.BEOORDEELD,
        feiten=feiten,
        uitkomst=besluit.uitkomst,
        besluit=None,
        verlengd_tot=None,
        nieuwe_indeling_id=None,
        overdracht=None,
        motivering=besluit.motivering,
        verantwoording=VERANTWOORDING,
    )

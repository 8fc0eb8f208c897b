from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Activiteitverslag, Beeindiging, Eindrapportage, Eindreden, resultaat_van
from app.domain.uwv.order.onderbroken import Terugmeldbesluit, Terugmelding, Terugmeldreden
from app.domain.uwv.order.rapportinhoud import overleden, rapportfouten
from tests.domain.uwv.order.hulp_document import DOOR, NU, ORDER

DAG = date(2025, 9, 1)
GEWOON = Eindrapportage(
    activiteiten=(Activiteitverslag(omschrijving="Training", uren=Decimal(20)),),
    vorderingen="Meer zelfvertrouwen.",
    resultaat="Behaald.",
    visie_client_verloop="Goed.",
    visie_client_resultaat="Blij.",
    werkhervatting=False,
    uren_akkoord_client_op=DAG,
)
WERKFIT = replace(
    GEWOON, affiniteiten="Zorg.", advies="Naar werk.", arbeidsmarktpositie="Goed.", werknemersvaardigheden="Stipt."
)
ASSESSMENT = replace(GEWOON, activiteiten=(Activiteitverslag(omschrijving="Assessment"),), uren_akkoord_client_op=None)
EXTRA = {"affiniteiten", "advies", "arbeidsmarktpositie", "werknemersvaardigheden"}
BASIS = {
    "activiteiten",
    "vorderingen",
    "resultaat",
    "visie_client_verloop",
    "visie_client_resultaat",
    "werkhervatting",
    "uren_akkoord_client_op",
}


def fouten(dienst: Dienst, rapport: Eindrapportage, **anders: Any) -> dict[str, str]:
    order = replace(ORDER, dienst=dienst, **anders)
    return {fout.pad: fout.code for fout in rapportfouten(order, rapport)}


def terugmelding(reden: Terugmeldreden, akkoord: bool | None) -> Terugmelding:
    besluit = None
    if akkoord is not None:
        besluit = Terugmeldbesluit(akkoord=akkoord, besloten_op=DAG, toelichting=None, door=DOOR, op=NU)
    return Terugmelding(
        reden=reden, toelichting="x", client_akkoord_op=None, gemeld_op=DAG, besluit=besluit, door=DOOR, op=NU
    )


@pytest.mark.parametrize("dienst", Dienst)
def test_a_whole_report_of_each_service_lacks_nothing(dienst: Dienst) -> None:
    rapport = {Dienst.WERKFIT_MAKEN: WERKFIT, Dienst.PRAKTIJKASSESSMENT: ASSESSMENT}.get(dienst, GEWOON)
    assert fouten(dienst, rapport) == {}


@pytest.mark.parametrize("dienst", Dienst)
def test_everything_that_is_missing_is_named(dienst: Dienst) -> None:
    verwacht = BASIS - ({"uren_akkoord_client_op"} if dienst.vaste_prijs else set())
    verwacht |= EXTRA if dienst is Dienst.WERKFIT_MAKEN else set()
    assert fouten(dienst, Eindrapportage()) == dict.fromkeys(verwacht, "rapport-onvolledig")


def test_hours_are_told_per_activity() -> None:
    assert fouten(Dienst.NAAR_WERK, replace(GEWOON, activiteiten=ASSESSMENT.activiteiten)) == {
        "activiteiten[0].uren": "rapport-onvolledig"
    }


def test_a_fixed_price_has_no_hours_and_no_agreement_with_them() -> None:
    vreemd = ("activiteiten[0].uren", "uren_akkoord_client_op")
    assert fouten(Dienst.PRAKTIJKASSESSMENT, GEWOON) == dict.fromkeys(vreemd, "niet-van-toepassing")


def test_what_belongs_to_werkfit_maken_is_refused_elsewhere() -> None:
    assert fouten(Dienst.NAAR_WERK, WERKFIT) == dict.fromkeys(EXTRA, "niet-van-toepassing")


def test_a_client_who_died_is_asked_nothing() -> None:
    gestorven = (terugmelding(Terugmeldreden.OVERLIJDEN, True),)
    rapport = replace(GEWOON, visie_client_verloop=None, visie_client_resultaat=None, uren_akkoord_client_op=None)
    assert fouten(Dienst.NAAR_WERK, rapport, terugmeldingen=gestorven) == {}
    assert fouten(Dienst.NAAR_WERK, GEWOON, terugmeldingen=gestorven) == {}


@pytest.mark.parametrize(
    ("reden", "akkoord", "verwacht"),
    [
        (Terugmeldreden.OVERLIJDEN, True, True),
        (Terugmeldreden.OVERLIJDEN, False, False),
        (Terugmeldreden.OVERLIJDEN, None, False),
        (Terugmeldreden.VERHUIZING, True, False),
    ],
)
def test_death_is_known_from_an_early_return_that_uwv_agreed_with(
    reden: Terugmeldreden, akkoord: bool | None, verwacht: bool
) -> None:
    assert overleden(replace(ORDER, terugmeldingen=(terugmelding(reden, akkoord),))) is verwacht
    assert overleden(ORDER) is False


@pytest.mark.parametrize(
    ("reden", "behaald", "resultaat"),
    [
        (None, True, "behaald"),
        (Eindreden.DOORLOOPTIJD, False, "niet_behaald"),
        (Eindreden.RESULTAAT_BEREIKT, True, "behaald"),
        (Eindreden.EVALUATIE, False, "telt_niet_mee"),
        (Eindreden.EVALUATIE, True, "telt_niet_mee"),
        (Eindreden.TERUGMELDING, False, "telt_niet_mee"),
        (Eindreden.TERUGMELDING, True, "behaald"),
    ],
)
def test_what_ended_for_no_fault_of_the_firm_does_not_count_against_it(
    reden: Eindreden | None, behaald: bool, resultaat: str
) -> None:
    einde = None if reden is None else Beeindiging(beeindigd_op=DAG, reden=reden, toelichting=None, door=DOOR, op=NU)
    assert resultaat_van(einde, behaald=behaald) == resultaat

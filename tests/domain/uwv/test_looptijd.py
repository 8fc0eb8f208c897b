from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.looptijd import hervatting_uiterlijk, looptijd
from app.domain.uwv.orderdagen import UwvTermijnenFeiten
from tests.domain.peilen import dag
from tests.domain.uwv.hulp import uwv

FEITEN = UwvTermijnenFeiten(
    dienst=Dienst.NAAR_WERK,
    clientsoort=Clientsoort.WW,
    akkoord_op=dag("2025-05-06"),
    inkooporder_op=dag("2025-05-08"),
    doorlooptijd_maanden=9,
)


def dagen(**anders: Any) -> dict[str, str]:
    feiten, peil = replace(FEITEN, **anders), uwv()
    langst = peil[f"{feiten.dienst.parameter}.maanden"]
    return {naam: op.isoformat() for naam, (op, _) in looptijd(peil, feiten, langst)}


def test_nine_months_of_naar_werk_leave_twelve_for_the_first_working_day() -> None:
    assert dagen() == {
        "start_op": "2025-05-06",
        "einddatum_generaal": "2026-02-06",
        "einddatum_individueel": "2026-02-06",
        "werkhervatting_uiterlijk": "2026-05-06",
    }


@pytest.mark.parametrize("dienst", [Dienst.WERKBEHOUD_LOONDIENST, Dienst.WERKBEHOUD_ZELFSTANDIGE])
def test_werkbehoud_starts_on_the_day_of_its_inkooporder(dienst: Dienst) -> None:
    gevonden = dagen(dienst=dienst, doorlooptijd_maanden=2)
    assert gevonden == {
        "start_op": "2025-05-08",
        "einddatum_generaal": "2025-08-08",
        "einddatum_individueel": "2025-07-08",
    }
    assert dagen(dienst=dienst, inkooporder_op=None) == {}


def test_without_agreement_no_service_runs() -> None:
    assert dagen(akkoord_op=None) == {}


def test_without_an_agreed_duration_only_the_general_end_is_known() -> None:
    assert dagen(doorlooptijd_maanden=None).keys() == {"start_op", "einddatum_generaal"}


@pytest.mark.parametrize("dienst", set(Dienst) - {Dienst.NAAR_WERK})
def test_only_naar_werk_waits_for_a_first_working_day(dienst: Dienst) -> None:
    assert "werkhervatting_uiterlijk" not in dagen(dienst=dienst, doorlooptijd_maanden=1)


def test_the_reasons_name_the_start_the_durations_and_the_resumption() -> None:
    peil = uwv()
    gronden = [grond for _, (_, grond) in looptijd(peil, FEITEN, peil["uwv.dienst.naar_werk.maanden"])]
    assert [(grond.regel, grond.tekst) for grond in gronden] == [
        ("uwv.start", "De dienst begint op de dag van het akkoord op het plan: 6 mei 2025."),
        ("uwv.doorlooptijd", "De dienst duurt ten hoogste 9 maanden: tot en met 6 februari 2026."),
        ("uwv.doorlooptijd", "Afgesproken zijn 9 maanden: tot en met 6 februari 2026."),
        (
            "uwv.naar_werk.hervatting",
            "Een eerste werkdag telt mee tot 3 maanden na 6 februari 2026: tot en met 6 mei 2026.",
        ),
    ]
    behoud = replace(FEITEN, dienst=Dienst.WERKBEHOUD_LOONDIENST, doorlooptijd_maanden=None)
    naam, (_, grond) = next(iter(looptijd(peil, behoud, peil["uwv.dienst.werkbehoud.maanden"])))
    assert (naam, grond.regel) == ("start_op", "uwv.plan.geen")
    assert grond.tekst == "De dienst begint op de dag van de Inkooporder: 8 mei 2025."


def test_the_end_of_a_month_stays_the_end_of_a_month() -> None:
    uiterlijk, maanden = hervatting_uiterlijk(uwv(), dag("2025-11-30"), "einddatum_individueel")
    assert (uiterlijk, maanden.getal) == (dag("2026-02-28"), 3)


@given(st.sampled_from(Dienst), st.dates(dag("1950-01-01"), dag("2150-01-01")), st.data())
def test_the_individual_end_never_lies_after_the_general_one(dienst: Dienst, start: Any, data: st.DataObject) -> None:
    langst = uwv()[f"{dienst.parameter}.maanden"].getal
    maanden = data.draw(st.integers(0, langst))
    gevonden = dagen(dienst=dienst, akkoord_op=start, inkooporder_op=start, doorlooptijd_maanden=maanden)
    assert gevonden["start_op"] <= gevonden["einddatum_individueel"] <= gevonden["einddatum_generaal"]
    assert (maanden == langst) is (gevonden["einddatum_individueel"] == gevonden["einddatum_generaal"])

"""Under which raamovereenkomst an opdrachtnemer may carry out a service, and which cannot stand side by side."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.opdrachtnemer import (
    Opdrachtnemer,
    Raamovereenkomst,
    botsingen,
    controleer_raamovereenkomst,
    controleer_raamovereenkomsten,
    eis_raamovereenkomst,
)

NU = datetime(2025, 9, 8, 9, 0, tzinfo=UTC)
BEGIN, EINDE = date(2025, 1, 1), date(2025, 12, 31)


def raam(nummer: str = "een", **anders: Any) -> Raamovereenkomst:
    basis: dict[str, Any] = {"nummer": nummer, "perceel": 2, "van": BEGIN, "tot_en_met": EINDE}
    return Raamovereenkomst(**basis | anders)


def opdrachtnemer(*overeenkomsten: Raamovereenkomst) -> Opdrachtnemer:
    return Opdrachtnemer(
        id=UUID(int=1),
        versie=1,
        aangemaakt_op=NU,
        gewijzigd_op=NU,
        kenmerk="werkbedrijf",
        naam="Werkbedrijf",
        kvk_nummer="12345678",
        raamovereenkomsten=overeenkomsten,
    )


@pytest.mark.parametrize("op", [BEGIN, EINDE])
def test_a_raamovereenkomst_holds_from_its_first_day_through_its_last(op: date) -> None:
    grond = eis_raamovereenkomst(opdrachtnemer(raam()), Dienst.WERKFIT_MAKEN, op, "opdrachtnemer_id")
    assert (grond.regel, grond.vindplaats) == ("uwv.opdrachtnemer.raamovereenkomst", "§4.1, §4.3")
    assert "raamovereenkomst een geldt" in grond.tekst


def test_without_a_last_day_it_goes_on() -> None:
    eis_raamovereenkomst(opdrachtnemer(raam(tot_en_met=None)), Dienst.WERKFIT_MAKEN, date(2199, 12, 31), "x")


def test_of_more_the_one_of_the_perceel_and_the_day_counts() -> None:
    meer = opdrachtnemer(raam("anders", perceel=3), raam("oud", tot_en_met=date(2025, 3, 31)), raam("nieuw"))
    grond = eis_raamovereenkomst(meer, Dienst.WERKFIT_MAKEN, date(2025, 4, 1), "x")
    assert grond.tekst == "Werkfit maken: perceel 2, waarvoor op 1 april 2025 raamovereenkomst nieuw geldt."


@pytest.mark.parametrize(
    ("dienst", "op"),
    [
        (Dienst.NAAR_WERK, BEGIN),
        (Dienst.WERKFIT_MAKEN, date(2024, 12, 31)),
        (Dienst.WERKFIT_MAKEN, date(2026, 1, 1)),
    ],
)
def test_without_one_for_the_perceel_on_that_day_nothing_is_bought(dienst: Dienst, op: date) -> None:
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        eis_raamovereenkomst(opdrachtnemer(raam()), dienst, op, "opdrachtnemer_id")
    (fout,) = geweigerd.value.fouten
    assert (fout.pad, fout.code) == ("opdrachtnemer_id", "geen-raamovereenkomst")


def test_the_refusal_names_perceel_day_and_rule() -> None:
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        eis_raamovereenkomst(opdrachtnemer(), Dienst.NAAR_WERK, date(2025, 9, 8), "x")
    assert geweigerd.value.detail == (
        "De opdrachtnemer heeft op 8 september 2025 geen raamovereenkomst voor perceel 3 (Naar werk); "
        "regel uwv.opdrachtnemer.raamovereenkomst, UWV §4.1, §4.3."
    )


@pytest.mark.parametrize(
    ("ander", "fouten"),
    [
        (raam("twee", van=EINDE), [("van", "raamovereenkomst-overlapt")]),
        (raam("twee", van=date(2024, 1, 1), tot_en_met=BEGIN), [("van", "raamovereenkomst-overlapt")]),
        (raam("twee", van=date(2026, 1, 1), tot_en_met=None), []),
        (raam("twee", perceel=3), []),
        (raam("een", perceel=3), [("nummer", "raamovereenkomst-bekend")]),
        (raam("een"), [("nummer", "raamovereenkomst-bekend"), ("van", "raamovereenkomst-overlapt")]),
    ],
)
def test_a_number_stands_once_and_a_perceel_has_one_on_a_day(
    ander: Raamovereenkomst, fouten: list[tuple[str, str]]
) -> None:
    assert [(fout.pad, fout.code) for fout in botsingen(ander, (raam(),))] == fouten


def test_a_row_in_which_nothing_clashes_is_taken() -> None:
    volgende = raam("twee", van=date(2026, 1, 1), tot_en_met=date(2026, 1, 1))
    controleer_raamovereenkomsten((raam(), volgende), "raamovereenkomsten")
    controleer_raamovereenkomst(volgende)


def test_every_fault_in_a_row_is_named_with_its_place() -> None:
    reeks = (raam(), raam("twee", tot_en_met=date(2024, 12, 31)), raam("drie", van=EINDE))
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        controleer_raamovereenkomsten(reeks, "raamovereenkomsten")
    assert [(fout.pad, fout.code) for fout in geweigerd.value.fouten] == [
        ("raamovereenkomsten[1].tot_en_met", "voor-begin"),
        ("raamovereenkomsten[2].van", "raamovereenkomst-overlapt"),
    ]


def test_one_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        controleer_raamovereenkomst(raam(tot_en_met=date(2024, 12, 31)))
    assert [(fout.pad, fout.code) for fout in geweigerd.value.fouten] == [("tot_en_met", "voor-begin")]

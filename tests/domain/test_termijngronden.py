from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.besluit import Motivering
from app.domain.fouten import OngeldigeInvoer
from app.domain.soorten import LAATSTE_DAG
from app.domain.termijnen import Eenheid, Kalender
from app.domain.termijngronden import Termijnduur, bereken, feestdagen_van_tot, verleng
from tests.domain.peilen import dag

GEWOON = Kalender()
DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))


def regels(motivering: Motivering) -> list[str]:
    return [grond.regel for grond in motivering]


def gronden(vanaf: str, aantal: int, eenheid: Eenheid, wettelijk: bool = False) -> Motivering:
    return bereken(GEWOON, dag(vanaf), Termijnduur(aantal, eenheid, wettelijk)).motivering


@given(DAGEN, st.integers(0, 200), st.sampled_from(Eenheid), st.booleans())
def test_the_reasons_come_with_the_same_day(vanaf: date, aantal: int, eenheid: Eenheid, wettelijk: bool) -> None:
    besluit = bereken(GEWOON, vanaf, Termijnduur(aantal, eenheid, wettelijk))
    assert besluit.uitkomst == GEWOON.einde(vanaf, aantal, eenheid, wettelijk=wettelijk)
    assert all(grond.tekst.endswith(".") for grond in besluit.motivering)


@given(DAGEN, st.integers(0, 100), st.sampled_from(Eenheid))
def test_the_atw_is_named_when_it_moves_the_end(vanaf: date, aantal: int, eenheid: Eenheid) -> None:
    besluit = bereken(GEWOON, vanaf, Termijnduur(aantal, eenheid, wettelijk=True))
    verlengd = besluit.uitkomst > GEWOON.tel(vanaf, aantal, eenheid)
    assert not verlengd or regels(besluit.motivering).count("wet.atw.verlenging") == 1


class TestTellen:
    def test_days_and_weeks_follow_the_calendar(self) -> None:
        assert regels(gronden("2021-06-01", 3, Eenheid.KALENDERDAGEN)) == ["termijn.kalenderdagen"]
        assert regels(gronden("2021-06-01", 3, Eenheid.WEKEN)) == ["termijn.kalenderdagen"]

    def test_months_say_when_the_last_day_stands_in(self) -> None:
        (grond,) = gronden("2021-08-31", 6, Eenheid.MAANDEN)
        assert grond.regel == "termijn.maanden"
        assert grond.tekst.endswith("28 februari 2022, de laatste dag van die maand.")
        (gewoon,) = gronden("2021-08-30", 1, Eenheid.MAANDEN)
        assert gewoon.tekst == "De termijn van 1 maand na 30 augustus 2021 eindigt op 30 september 2021."

    def test_werkdagen_in_a_row_need_no_more_than_the_count(self) -> None:
        (grond,) = gronden("2021-06-14", 2, Eenheid.WERKDAGEN)
        assert grond.tekst == "De termijn van 2 werkdagen na 14 juni 2021 eindigt op 16 juni 2021."

    def test_werkdagen_name_the_weekend_rule_and_the_holidays_that_they_pass_over(self) -> None:
        werkdag, feestdag, telling = gronden("2021-04-01", 2, Eenheid.WERKDAGEN)
        assert (werkdag.regel, werkdag.keuze) == ("termijn.werkdag", True)
        assert feestdag.regel == "wet.atw.feestdagen"
        assert "2 april 2021 (Goede Vrijdag) en 5 april 2021 (Tweede Paasdag)" in feestdag.tekst
        assert telling.regel == "termijn.werkdagen"

    def test_many_holidays_are_counted_and_not_listed(self) -> None:
        _, feestdag, _ = gronden("2021-01-04", 260, Eenheid.WERKDAGEN)
        assert feestdag.tekst == "In deze termijn vallen 6 feestdagen op een doordeweekse dag."

    @pytest.mark.parametrize(
        ("aantal", "eenheid", "tekst"),
        [
            (1, Eenheid.WERKDAGEN, "1 werkdag"),
            (1, Eenheid.KALENDERDAGEN, "1 dag"),
            (2, Eenheid.KALENDERDAGEN, "2 dagen"),
            (1, Eenheid.WEKEN, "1 week"),
            (0, Eenheid.MAANDEN, "0 maanden"),
        ],
    )
    def test_a_length_reads_as_people_write_it(self, aantal: int, eenheid: Eenheid, tekst: str) -> None:
        assert str(Termijnduur(aantal, eenheid)) == tekst


class TestVerlengen:
    @pytest.mark.parametrize(
        ("vanaf", "waarom", "tot"),
        [("2021-06-11", "zaterdag", "14 juni 2021"), ("2021-06-12", "zondag", "14 juni 2021")],
    )
    def test_the_kind_of_day_is_named(self, vanaf: str, waarom: str, tot: str) -> None:
        *_, grond = gronden(vanaf, 1, Eenheid.KALENDERDAGEN, wettelijk=True)
        assert grond.regel == "wet.atw.verlenging"
        assert f"een {waarom} is" in grond.tekst
        assert tot in grond.tekst

    def test_a_holiday_at_the_end_is_named_by_its_own_rule(self) -> None:
        telling, feestdag, verlenging = gronden("2021-03-18", 8, Eenheid.WEKEN, wettelijk=True)
        assert regels((telling, feestdag, verlenging)) == [
            "termijn.kalenderdagen",
            "wet.atw.feestdagen",
            "wet.atw.verlenging",
        ]
        assert "Hemelvaartsdag" in feestdag.tekst
        assert "Omdat 13 mei 2021 een feestdag is" in verlenging.tekst

    def test_an_equated_day_is_named_as_such(self) -> None:
        kal = Kalender(gelijkgesteld=frozenset({dag("2021-05-14")}))
        besluit = verleng(
            kal, dag("2021-05-12"), dag("2021-05-14"), Termijnduur(2, Eenheid.KALENDERDAGEN, wettelijk=True)
        )
        assert besluit.uitkomst == dag("2021-05-17")
        assert "14 mei 2021 (gelijkgesteld)" in besluit.motivering[0].tekst

    def test_two_free_days_are_a_reason_of_their_own(self) -> None:
        *_, grond = gronden("2025-04-17", 4, Eenheid.KALENDERDAGEN, wettelijk=True)
        assert (
            grond.tekst
            == "De termijn loopt tot en met 23 april 2025, zodat hij twee dagen zonder weekend of feestdag telt."
        )

    def test_a_term_that_ends_on_a_free_day_gets_no_reason_more(self) -> None:
        assert regels(gronden("2021-06-01", 1, Eenheid.WEKEN, wettelijk=True)) == ["termijn.kalenderdagen"]

    def test_a_term_too_long_for_the_atw_says_so_where_it_matters(self) -> None:
        *_, grond = gronden("2021-01-02", 13, Eenheid.WEKEN, wettelijk=True)
        assert grond.regel == "wet.atw.verlenging"
        assert "13 weken niet" in grond.tekst
        assert regels(gronden("2021-01-04", 13, Eenheid.MAANDEN, wettelijk=True)) == ["termijn.maanden"]

    def test_werkdagen_are_never_prolonged(self) -> None:
        assert regels(gronden("2021-06-12", 0, Eenheid.WERKDAGEN, wettelijk=True)) == ["termijn.werkdagen"]


def test_holidays_of_a_stretch_count_both_ends_and_no_weekends() -> None:
    dagen = feestdagen_van_tot(GEWOON, dag("2021-12-24"), dag("2022-04-15"))
    assert dagen == (dag("2022-04-15"),)
    assert feestdagen_van_tot(GEWOON, dag("2021-05-05"), dag("2021-05-05")) == (dag("2021-05-05"),)


def test_the_end_of_the_calendar_names_the_field() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        bereken(GEWOON, LAATSTE_DAG, Termijnduur(1, Eenheid.WEKEN), pad="gesprek_op")
    assert fout.value.fouten[0].pad == "gesprek_op"

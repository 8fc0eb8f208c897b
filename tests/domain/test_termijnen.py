from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.beleid import Beleidsset
from app.domain.feestdagen import feestdagen
from app.domain.fouten import OngeldigeInvoer
from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG
from app.domain.termijnen import Eenheid, Kalender, dagen_na, kalender, maanden_na, onder_atw, weken_na
from tests.domain.peilen import dag, met_waarde

GEWOON = Kalender()
DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))
ONDER_ATW = st.one_of(
    st.tuples(st.integers(0, 90), st.just(Eenheid.KALENDERDAGEN)),
    st.tuples(st.integers(0, 12), st.just(Eenheid.WEKEN)),
    st.tuples(st.integers(0, 3), st.just(Eenheid.MAANDEN)),
)
TERMIJNEN = st.tuples(st.integers(0, 300), st.sampled_from(Eenheid))


def wettelijk(vanaf: date, aantal: int, eenheid: Eenheid, kal: Kalender = GEWOON) -> date:
    return kal.einde(vanaf, aantal, eenheid, wettelijk=True)


def rustdag(op: date) -> bool:
    return op.weekday() > 4 or op in feestdagen(op.year)


def tot_en_met(vanaf: date, eind: date) -> list[date]:
    return [vanaf + timedelta(days=n) for n in range(1, (eind - vanaf).days + 1)]


class TestWerkdag:
    def test_is_a_monday_to_friday_that_is_no_holiday(self) -> None:
        week = [GEWOON.is_werkdag(dag("2021-04-05") + timedelta(days=n)) for n in range(7)]
        assert week == [False, True, True, True, True, False, False]

    def test_is_no_closing_day_though_that_is_no_holiday(self) -> None:
        kal = Kalender(sluitingsdagen=frozenset({dag("2021-06-15")}))
        assert not kal.is_werkdag(dag("2021-06-15"))
        assert not kal.is_feestdag(dag("2021-06-15"))
        assert not kal.is_rustdag(dag("2021-06-15"))

    def test_is_no_day_equated_with_a_holiday(self) -> None:
        kal = Kalender(gelijkgesteld=frozenset({dag("2021-05-14")}))
        assert kal.is_feestdag(dag("2021-05-14"))
        assert not kal.is_werkdag(dag("2021-05-14"))


class TestWerkdagen:
    def test_the_day_itself_is_day_zero(self) -> None:
        assert GEWOON.werkdagen_na(dag("2021-06-14"), 1) == dag("2021-06-15")

    @pytest.mark.parametrize("op", ["2021-06-12", "2021-04-05", "2021-06-15"])
    def test_zero_gives_the_day_itself_whatever_it_is(self, op: str) -> None:
        assert GEWOON.werkdagen_na(dag(op), 0) == dag(op)
        assert GEWOON.werkdagen_voor(dag(op), 0) == dag(op)

    def test_pass_over_easter(self) -> None:
        assert GEWOON.werkdagen_na(dag("2021-04-01"), 2) == dag("2021-04-07")
        assert GEWOON.werkdagen_voor(dag("2021-04-07"), 2) == dag("2021-04-01")

    def test_pass_over_closing_days(self) -> None:
        kal = Kalender(sluitingsdagen=frozenset({dag("2021-06-16")}))
        assert kal.werkdagen_na(dag("2021-06-15"), 1) == dag("2021-06-17")

    @given(DAGEN, st.integers(1, 60))
    def test_end_on_a_werkdag_with_that_many_on_the_way(self, vanaf: date, aantal: int) -> None:
        eind = GEWOON.werkdagen_na(vanaf, aantal)
        assert sum(not rustdag(op) for op in tot_en_met(vanaf, eind)) == aantal
        assert not rustdag(eind)

    @given(DAGEN, st.integers(0, 60))
    def test_counted_back_undo_the_count_forward(self, vanaf: date, aantal: int) -> None:
        werkdag = GEWOON.werkdagen_na(vanaf, 1)
        assert GEWOON.werkdagen_voor(GEWOON.werkdagen_na(werkdag, aantal), aantal) == werkdag
        assert GEWOON.werkdagen_na(GEWOON.werkdagen_voor(werkdag, aantal), aantal) == werkdag

    @given(DAGEN, st.integers(0, 40), st.integers(0, 40))
    def test_add_up(self, vanaf: date, een: int, twee: int) -> None:
        assert GEWOON.werkdagen_na(GEWOON.werkdagen_na(vanaf, een), twee) == GEWOON.werkdagen_na(vanaf, een + twee)

    @given(DAGEN, DAGEN, st.integers(0, 40))
    def test_keep_the_order_of_days(self, een: date, twee: date, aantal: int) -> None:
        eerst, later = sorted((een, twee))
        assert GEWOON.werkdagen_na(eerst, aantal) <= GEWOON.werkdagen_na(later, aantal)


class TestKalenderdagen:
    def test_weeks_are_seven_days(self) -> None:
        assert weken_na(dag("2021-03-18"), 8) == dag("2021-03-18") + timedelta(days=56)

    @given(DAGEN, st.integers(-500, 500))
    def test_count_every_day(self, vanaf: date, aantal: int) -> None:
        assert dagen_na(vanaf, aantal) == vanaf + timedelta(days=aantal)


class TestMaanden:
    @pytest.mark.parametrize(
        ("vanaf", "aantal", "eind"),
        [
            ("2021-01-15", 1, "2021-02-15"),
            ("2021-08-31", 6, "2022-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2020-02-29", 12, "2021-02-28"),
            ("2020-02-29", 48, "2024-02-29"),
            ("2021-11-30", 1, "2021-12-30"),
            ("2021-03-31", -1, "2021-02-28"),
            ("2021-01-31", -12, "2020-01-31"),
        ],
    )
    def test_keep_the_day_number_or_else_take_the_last_day(self, vanaf: str, aantal: int, eind: str) -> None:
        assert maanden_na(dag(vanaf), aantal) == dag(eind)

    @given(DAGEN, st.integers(0, 400))
    def test_end_in_the_right_month_on_the_nearest_day(self, vanaf: date, aantal: int) -> None:
        eind = maanden_na(vanaf, aantal)
        assert (eind.year - vanaf.year) * 12 + eind.month - vanaf.month == aantal
        assert eind.day == min(vanaf.day, monthrange(eind.year, eind.month)[1])


class TestVerlenging:
    @pytest.mark.parametrize(
        ("vanaf", "aantal", "eenheid", "eind"),
        [
            ("2021-03-18", 8, Eenheid.WEKEN, "2021-05-14"),  # Ascension, then a Friday
            ("2025-04-17", 4, Eenheid.KALENDERDAGEN, "2025-04-23"),  # one free day in it is not two
            ("2025-04-17", 3, Eenheid.KALENDERDAGEN, "2025-04-23"),
            ("2025-04-17", 2, Eenheid.KALENDERDAGEN, "2025-04-22"),  # under three days art. 2 is silent
            ("2021-06-12", 0, Eenheid.KALENDERDAGEN, "2021-06-14"),  # art. 1 alone
            ("2021-06-12", 0, Eenheid.MAANDEN, "2021-06-14"),
            ("2020-12-24", 1, Eenheid.WEKEN, "2020-12-31"),
            ("2021-01-27", 3, Eenheid.MAANDEN, "2021-04-28"),  # three months is not more than three
            ("2021-01-24", 4, Eenheid.MAANDEN, "2021-05-24"),  # Whit Monday stays: more than three months
            ("2021-01-02", 12, Eenheid.WEKEN, "2021-03-29"),
            ("2021-01-02", 13, Eenheid.WEKEN, "2021-04-03"),  # a Saturday
            ("2021-01-03", 90, Eenheid.KALENDERDAGEN, "2021-04-06"),  # Easter Saturday
            ("2021-01-02", 91, Eenheid.KALENDERDAGEN, "2021-04-03"),
            ("2021-06-12", 0, Eenheid.WERKDAGEN, "2021-06-12"),  # werkdagen: the Atw changes nothing
        ],
    )
    def test_of_a_statutory_term(self, vanaf: str, aantal: int, eenheid: Eenheid, eind: str) -> None:
        assert wettelijk(dag(vanaf), aantal, eenheid) == dag(eind)

    def test_passes_over_equated_days_and_not_over_closing_days(self) -> None:
        vrijdag = frozenset({dag("2021-05-14")})
        assert wettelijk(dag("2021-03-18"), 8, Eenheid.WEKEN, Kalender(gelijkgesteld=vrijdag)) == dag("2021-05-17")
        assert wettelijk(dag("2021-03-18"), 8, Eenheid.WEKEN, Kalender(sluitingsdagen=vrijdag)) == dag("2021-05-14")

    def test_looks_at_the_statutes_own_length_when_the_term_stood_still(self) -> None:
        zaterdag = dag("2021-06-12")
        assert GEWOON.verleng(dag("2021-01-04"), zaterdag, 8, Eenheid.WEKEN) == dag("2021-06-14")

    @given(DAGEN, ONDER_ATW)
    def test_never_ends_on_a_weekend_or_holiday(self, vanaf: date, termijn: tuple[int, Eenheid]) -> None:
        assert not rustdag(wettelijk(vanaf, *termijn))

    @given(DAGEN, ONDER_ATW)
    def test_leaves_two_free_days_in_three_days_or_more(self, vanaf: date, termijn: tuple[int, Eenheid]) -> None:
        aantal, eenheid = termijn
        assume(aantal >= (3 if eenheid is Eenheid.KALENDERDAGEN else 1))
        eind = wettelijk(vanaf, aantal, eenheid)
        assert sum(not rustdag(op) for op in tot_en_met(vanaf, eind)) >= 2

    @given(DAGEN, ONDER_ATW)
    def test_goes_no_further_than_the_statute_asks(self, vanaf: date, termijn: tuple[int, Eenheid]) -> None:
        aantal, eenheid = termijn
        eind, geteld = wettelijk(vanaf, aantal, eenheid), GEWOON.tel(vanaf, aantal, eenheid)
        vrij = [op for op in tot_en_met(vanaf, eind) if not rustdag(op)]
        assert eind == geteld or eind == vrij[-1]
        assert not [op for op in vrij[2:-1] if op >= geteld]

    @given(DAGEN, TERMIJNEN)
    def test_never_shortens_a_term(self, vanaf: date, termijn: tuple[int, Eenheid]) -> None:
        assert wettelijk(vanaf, *termijn) >= GEWOON.einde(vanaf, *termijn, wettelijk=False)

    @given(DAGEN, TERMIJNEN)
    def test_leaves_long_terms_and_werkdagen_alone(self, vanaf: date, termijn: tuple[int, Eenheid]) -> None:
        assume(not onder_atw(*termijn))
        assert wettelijk(vanaf, *termijn) == GEWOON.tel(vanaf, *termijn)

    @given(DAGEN, DAGEN, TERMIJNEN)
    def test_keeps_the_order_of_days(self, een: date, twee: date, termijn: tuple[int, Eenheid]) -> None:
        eerst, later = sorted((een, twee))
        assert wettelijk(eerst, *termijn) <= wettelijk(later, *termijn)


class TestGrenzenVanDeKalender:
    @pytest.mark.parametrize(
        "reken",
        [
            lambda: dagen_na(LAATSTE_DAG, 1, pad="op"),
            lambda: dagen_na(LAATSTE_DAG, 10**12, pad="op"),
            lambda: dagen_na(EERSTE_DAG, -1, pad="op"),
            lambda: weken_na(LAATSTE_DAG, 1, pad="op"),
            lambda: maanden_na(date(2199, 12, 1), 1, pad="op"),
            lambda: maanden_na(EERSTE_DAG, -1, pad="op"),
            lambda: maanden_na(EERSTE_DAG, 10**12, pad="op"),
            lambda: GEWOON.werkdagen_na(LAATSTE_DAG, 1, pad="op"),
            lambda: GEWOON.werkdagen_voor(EERSTE_DAG, 1, pad="op"),
            lambda: Kalender(gelijkgesteld=frozenset({LAATSTE_DAG})).geen_rustdag(LAATSTE_DAG, pad="op"),
            lambda: GEWOON.einde(date(2199, 11, 30), 2, Eenheid.MAANDEN, wettelijk=True, pad="op"),
        ],
    )
    def test_are_kept_with_the_field_named(self, reken: Callable[[], date]) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            reken()
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("op", "buiten-kalender")]

    def test_may_be_reached(self) -> None:
        assert dagen_na(LAATSTE_DAG, 0) == LAATSTE_DAG
        assert dagen_na(date(2199, 12, 30), 1) == LAATSTE_DAG
        assert maanden_na(date(2199, 11, 30), 1) == date(2199, 12, 30)
        assert wettelijk(EERSTE_DAG, 0, Eenheid.KALENDERDAGEN) == date(1900, 1, 2)


class TestKalenderVanHetBeleid:
    @pytest.mark.parametrize("peildatum", [EERSTE_DAG, date(2021, 6, 15), LAATSTE_DAG])
    def test_holds_no_extra_days_on_any_peildatum(self, beleid: Beleidsset, peildatum: date) -> None:
        assert kalender(beleid.op(peildatum)) == GEWOON

    def test_reads_both_lists_of_days(self, beleid: Beleidsset) -> None:
        een, twee = dag("2021-05-14"), dag("2021-06-16")
        anders = met_waarde(
            met_waarde(beleid, "wet.atw.gelijkgestelde_dagen", (een,)), "termijn.sluitingsdagen", (twee,)
        )
        assert kalender(anders.op(dag("2021-06-15"))) == Kalender(frozenset({een}), frozenset({twee}))

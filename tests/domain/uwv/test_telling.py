from datetime import date

import pytest

from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.telling import Onderbreking, Onderbrekingsreden, Telling, tegenspraken, tel
from tests.domain.peilen import dag

START, LATER = dag("2025-01-15"), dag("2025-12-31")
ZIEK, ANDERS = Onderbrekingsreden


def onderbreking(van: str, tot_en_met: str, reden: Onderbrekingsreden = ZIEK) -> Onderbreking:
    return Onderbreking(van=dag(f"2025-{van}"), tot_en_met=dag(f"2025-{tot_en_met}"), reden=reden)


def geteld(*delen: Onderbreking, tot: date = LATER) -> tuple[str, str]:
    """Since when is counted, and when the count is full."""
    telling = tel(START, delen, 3, tot=tot)
    return telling.sinds.isoformat()[5:], telling.vol_op.isoformat()[5:]


class TestTel:
    @pytest.mark.parametrize(
        ("delen", "sinds", "vol"),
        [
            ([], "01-15", "04-15"),
            ([onderbreking("02-01", "02-01")], "01-15", "04-16"),
            ([onderbreking("02-01", "02-10")], "01-15", "04-25"),
            ([onderbreking("02-01", "02-10"), onderbreking("02-11", "02-12")], "01-15", "04-27"),
            ([onderbreking("04-14", "04-20")], "01-15", "04-22"),  # still ill on the day itself
            ([onderbreking("04-15", "04-20")], "01-15", "04-15"),  # begins on that day: too late
            ([onderbreking("02-01", "02-10"), onderbreking("04-24", "04-24")], "01-15", "04-26"),
            ([onderbreking("02-01", "02-10"), onderbreking("04-25", "04-25")], "01-15", "04-25"),
            ([onderbreking("04-14", "04-14", ANDERS)], "04-15", "07-15"),
            ([onderbreking("04-15", "04-15", ANDERS)], "01-15", "04-15"),
            ([onderbreking("02-01", "02-10"), onderbreking("03-01", "03-05", ANDERS)], "03-06", "06-06"),
            ([onderbreking("03-01", "03-05", ANDERS), onderbreking("03-06", "03-07")], "03-06", "06-08"),
            ([onderbreking("01-01", "01-10")], "01-15", "04-15"),  # over before the first working day
            ([onderbreking("01-01", "01-14", ANDERS)], "01-15", "04-15"),
            ([onderbreking("01-10", "01-16")], "01-15", "04-17"),  # only the days from the first working day on
            ([onderbreking("01-10", "01-15", ANDERS)], "01-16", "04-16"),
        ],
    )
    def test_illness_lengthens_by_its_days_and_anything_else_starts_anew(
        self, delen: list[Onderbreking], sinds: str, vol: str
    ) -> None:
        assert geteld(*delen) == (sinds, vol)

    @pytest.mark.parametrize(("tot", "vol"), [("2025-01-31", "04-15"), ("2025-02-01", "04-25")])
    def test_what_begins_after_the_peildag_is_left_out_and_what_runs_past_it_counts(self, tot: str, vol: str) -> None:
        assert geteld(onderbreking("02-01", "02-10"), tot=dag(tot)) == ("01-15", vol)

    def test_after_the_count_is_full_nothing_starts_it_anew(self) -> None:
        assert geteld(onderbreking("05-01", "05-02", ANDERS), onderbreking("06-01", "06-02")) == ("01-15", "04-15")

    def test_a_month_without_the_day_gives_its_last_day(self) -> None:
        assert tel(dag("2025-11-30"), (), 3, tot=LATER).vol_op == dag("2026-02-28")

    @pytest.mark.parametrize(
        ("telling", "pad"),
        [
            (lambda: Telling(dag("2199-11-01"), 3).vol_op, "hervatting_op"),
            (lambda: Telling(dag("2199-09-30"), 3, 2).vol_op, "hervatting_op"),
            (
                lambda: Telling(dag("2199-09-01"), 3).na(
                    Onderbreking(van=dag("2199-09-02"), tot_en_met=dag("2199-12-31"), reden=ANDERS)
                ),
                "onderbrekingen",
            ),
        ],
    )
    def test_a_count_past_the_calendar_is_refused(self, telling: object, pad: str) -> None:
        assert callable(telling)
        with pytest.raises(OngeldigeInvoer) as fout:
            telling()
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [(pad, "buiten-kalender")]


class TestTegenspraken:
    @pytest.mark.parametrize(
        ("delen", "fouten"),
        [
            ([], []),
            ([onderbreking("02-01", "02-01")], []),
            ([onderbreking("02-02", "02-01")], [("onderbrekingen[0].tot_en_met", "voor-begin")]),
            ([onderbreking("02-01", "02-05"), onderbreking("02-06", "02-07")], []),
            (
                [onderbreking("02-01", "02-05"), onderbreking("02-05", "02-07")],
                [("onderbrekingen[1].van", "overlap")],
            ),
            (
                [onderbreking("03-01", "03-05"), onderbreking("02-01", "02-07"), onderbreking("02-09", "02-08")],
                [("onderbrekingen[2].tot_en_met", "voor-begin"), ("onderbrekingen[1].van", "overlap")],
            ),
        ],
    )
    def test_every_fault_is_named_by_its_place(self, delen: list[Onderbreking], fouten: list[tuple[str, str]]) -> None:
        assert [(veld.pad, veld.code) for veld in tegenspraken(tuple(delen))] == fouten

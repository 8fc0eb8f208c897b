import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.grenzen import grenzen
from tests.domain.uwv.hulp import uwv

# service: hours, exceptional hours, months, hours of paperwork, trede that it aims at
TABEL: dict[str, tuple[int | None, int | None, int, int | None, int | None]] = {
    "participatie_interventie": (21, 21, 5, 3, 2),
    "bevorderen_maatschappelijke_deelname": (21, 21, 5, 3, 3),
    "begeleiding_bij_scholing": (49, 49, 12, 3, None),
    "werkfit_maken": (41, 60, 18, 3, 4),
    "naar_werk": (26, 40, 9, 3, 5),
    "praktijkassessment": (None, None, 4, None, None),
    "werkbehoud_loondienst": (18, 18, 3, 1, None),
    "werkbehoud_zelfstandige": (18, 18, 3, 1, None),
}


@pytest.mark.parametrize("dienst", Dienst)
def test_the_bounds_are_those_of_tables_iii_and_iv(dienst: Dienst) -> None:
    uren, meer, maanden, administratie, trede = TABEL[dienst.value]
    grens = grenzen(uwv(), dienst)
    assert (grens.uren, grens.maanden, grens.administratie_uren, grens.doel_trede) == (
        uren,
        maanden,
        administratie,
        trede,
    )
    assert grenzen(uwv(), dienst, uitzonderlijk=True).uren == meer
    assert grenzen(uwv(), dienst, uitzonderlijk=True).maanden == maanden


@pytest.mark.parametrize(("weken", "uren"), [(None, 49), (0, 0), (48, 48), (49, 49), (50, 49)])
def test_an_hour_a_week_of_scholing_and_at_most_49_a_year(weken: int | None, uren: int) -> None:
    assert grenzen(uwv(), Dienst.BEGELEIDING_BIJ_SCHOLING, scholing_weken=weken).uren == uren


@pytest.mark.parametrize(("duur", "maanden"), [(None, 12), (0, 0), (11, 11), (12, 12), (13, 12)])
def test_as_long_as_the_scholing_and_at_most_a_year(duur: int | None, maanden: int) -> None:
    assert grenzen(uwv(), Dienst.BEGELEIDING_BIJ_SCHOLING, scholing_maanden=duur).maanden == maanden


@given(st.sampled_from(Dienst), st.booleans(), st.integers(0, 60), st.integers(0, 60))
def test_no_circumstance_raises_a_bound_except_that_uwv_finds_the_case_exceptional(
    dienst: Dienst, uitzonderlijk: bool, weken: int, maanden: int
) -> None:
    ruim = grenzen(uwv(), dienst, uitzonderlijk=uitzonderlijk)
    eng = grenzen(uwv(), dienst, uitzonderlijk=uitzonderlijk, scholing_weken=weken, scholing_maanden=maanden)
    assert eng.maanden <= ruim.maanden
    assert (eng.uren or 0) <= (ruim.uren or 0)
    if dienst is not Dienst.BEGELEIDING_BIJ_SCHOLING:
        assert eng == ruim


@pytest.mark.parametrize(
    ("dienst", "tekst"),
    [
        (Dienst.NAAR_WERK, "Naar werk: ten hoogste 26 uren, en ten hoogste 9 maanden."),
        (
            Dienst.PRAKTIJKASSESSMENT,
            "Praktijkassessment: zonder maximum aan uren, voor een vaste prijs, en ten hoogste 4 maanden.",
        ),
    ],
)
def test_the_reason_states_the_bounds(dienst: Dienst, tekst: str) -> None:
    grond = grenzen(uwv(), dienst).grond
    assert (grond.regel, grond.tekst) == ("uwv.dienst", tekst)

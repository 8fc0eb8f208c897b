import pytest

from app.domain.dossier.termijnsoort import Termijnsoort, genummerd, soort_zonder_nummer


@pytest.mark.parametrize(
    ("soort", "zonder"),
    [
        ("sms", "sms"),
        ("herinnering_hersteltermijn_12", "herinnering_hersteltermijn"),
        ("week_2_gesprek", "week_2_gesprek"),
    ],
)
def test_a_number_at_the_end_makes_no_other_kind(soort: str, zonder: str) -> None:
    assert soort_zonder_nummer(soort) == zonder


@pytest.mark.parametrize(("volgnummer", "naam"), [(1, "hersteltermijn"), (2, "hersteltermijn_2")])
def test_the_second_of_a_kind_is_numbered(volgnummer: int, naam: str) -> None:
    assert genummerd(Termijnsoort.HERSTELTERMIJN, volgnummer) == naam


@pytest.mark.parametrize("soort", Termijnsoort)
def test_no_kind_ends_in_a_number_itself(soort: Termijnsoort) -> None:
    assert soort_zonder_nummer(soort) == soort

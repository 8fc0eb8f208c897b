import pytest

from app.domain.fouten import OngeldigeInvoer
from app.domain.tijd import dag_in_nederland
from tests.domain.peilen import dag, moment


@pytest.mark.parametrize(
    ("gemeld", "op"),
    [
        ("2021-12-12T23:30:00Z", "2021-12-13"),  # winter: an hour ahead
        ("2021-12-12T22:59:59Z", "2021-12-12"),
        ("2021-06-12T22:30:00Z", "2021-06-13"),  # summer: two hours ahead
        ("2021-06-13T04:00:00+09:00", "2021-06-12"),
        ("2021-03-28T00:30:00Z", "2021-03-28"),
        ("1900-01-02T00:00:00Z", "1900-01-02"),
        ("2199-12-31T22:59:59Z", "2199-12-31"),
    ],
)
def test_a_moment_is_read_as_a_day_in_the_netherlands(gemeld: str, op: str) -> None:
    assert dag_in_nederland(moment(gemeld), pad="gemeld_op") == dag(op)


@pytest.mark.parametrize(
    "buiten",
    ["2199-12-31T23:30:00Z", "1900-01-01T00:30:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"],
)
def test_a_day_outside_the_calendar_is_refused_with_the_field_named(buiten: str) -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        dag_in_nederland(moment(buiten), pad="gemeld_op")
    assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("gemeld_op", "buiten-kalender")]


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        dag_in_nederland(moment("2021-06-12T12:00:00"), pad="gemeld_op")
    assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("gemeld_op", "zonder-offset")]

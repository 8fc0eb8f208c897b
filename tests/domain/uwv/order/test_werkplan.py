from dataclasses import replace
from decimal import Decimal

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.werkplan import Werkplanactiviteit, werkplanfouten
from tests.domain.uwv.order.hulp_document import ORDER


def test_the_hours_of_a_werkplan_are_those_of_its_activities_as_far_as_they_have_any() -> None:
    activiteiten = (
        Werkplanactiviteit(omschrijving="Training", uren=Decimal("12.50")),
        Werkplanactiviteit(omschrijving="Stage"),
        Werkplanactiviteit(omschrijving="Nazorg", uren=Decimal(3)),
    )
    assert replace(ORDER.werkplan, activiteiten=activiteiten).uren == Decimal("15.50")


def test_without_any_there_are_none() -> None:
    assert ORDER.werkplan.uren == 0


def test_a_fixed_price_has_no_hours_and_each_that_is_given_is_named() -> None:
    activiteiten = (Werkplanactiviteit(omschrijving="Stage"), Werkplanactiviteit(omschrijving="Test", uren=Decimal(0)))
    werkplan = replace(ORDER.werkplan, activiteiten=activiteiten)
    (fout,) = werkplanfouten(werkplan, Dienst.PRAKTIJKASSESSMENT)
    assert (fout.pad, fout.code) == ("activiteiten[1].uren", "niet-van-toepassing")
    assert "uwv.dienst" in fout.detail
    assert list(werkplanfouten(werkplan, Dienst.WERKFIT_MAKEN)) == []

from dataclasses import replace
from decimal import Decimal

from app.domain.uwv.order.werkplan import Werkplanactiviteit
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

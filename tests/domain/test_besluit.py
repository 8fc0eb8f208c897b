"""A rule states what it decided; an uncertain value makes that a choice."""

from datetime import date

import pytest

from app.domain.besluit import Besluit, Grond, Regel
from app.domain.parameter import Waarde

REGEL = Regel("iom.x", "IOM PB", "§1")
ZEKER, ONZEKER = (Waarde("x", 6, date(2021, 1, 1), onzeker=onzeker) for onzeker in (False, True))


def test_a_ground_names_the_rule_with_its_place_and_the_sentence() -> None:
    assert REGEL.grond("Zo is het.") == Grond(
        regel="iom.x", bron="IOM PB", vindplaats="§1", tekst="Zo is het.", keuze=False
    )


@pytest.mark.parametrize(
    ("waarden", "keuze", "gekozen"),
    [((), False, False), ((ZEKER,), False, False), ((ZEKER, ONZEKER), False, True), ((), True, True)],
)
def test_an_uncertain_value_or_a_stated_choice_makes_a_ground_a_choice(
    waarden: tuple[Waarde, ...], keuze: bool, gekozen: bool
) -> None:
    assert REGEL.grond("Zo is het.", *waarden, keuze=keuze).keuze is gekozen


def test_a_rule_that_rests_on_a_choice_always_says_so() -> None:
    assert Regel("iom.y", "IOM PB", "§2", keuze=True).grond("Zo is het.", ZEKER).keuze


def test_decisions_are_values() -> None:
    grond = REGEL.grond("Zo is het.")
    assert Besluit("ja", (grond,)) == Besluit("ja", (REGEL.grond("Zo is het."),))
    assert Besluit("ja", (grond,)) != Besluit("nee", (grond,))

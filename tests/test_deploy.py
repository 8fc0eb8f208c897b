"""What a deployment sets is a setting, and reaches the service as it was given."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.beleid.beleidsboek import STANDAARD
from app.settings import Instellingen

WORTEL = Path(__file__).parents[1]
COMPOSE = (WORTEL / "deploy" / "compose.yaml").read_text(encoding="utf-8")


def test_a_start_without_what_production_needs_ends_with_compose_itself() -> None:
    with pytest.raises(ValidationError, match="In productie ontbreekt: ") as geweigerd:
        Instellingen.model_validate({"modus": "productie"})
    nodig = set(re.findall(r"[A-Z_]{6,}", geweigerd.value.errors()[0]["msg"])) - {"DATABASE_URL"}
    assert nodig == set(re.findall(r"(TREDE_[A-Z_]+): \$\{\1:\?\}", COMPOSE))


@pytest.mark.parametrize("bestand", ["Dockerfile", "deploy/compose.yaml"])
def test_every_name_that_it_sets_is_a_setting(bestand: str) -> None:
    namen = set(re.findall(r"TREDE_([A-Z_]+)", (WORTEL / bestand).read_text(encoding="utf-8")))
    assert namen
    assert {naam.lower() for naam in namen} <= Instellingen.model_fields.keys()


def test_no_default_holds_a_brace_for_compose_ends_a_value_at_the_first() -> None:
    assert not re.search(r"\$\{[^}]*\{", COMPOSE)


def test_the_example_of_policy_by_theme_names_a_theme() -> None:
    thema = re.search(r'TREDE_BELEID .*\{"(\w+)"', COMPOSE)
    assert thema is not None
    assert thema[1] in STANDAARD

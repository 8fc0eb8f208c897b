"""The model of a JSON merge patch, nested things included."""

from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.soorten import KorteTekst
from app.routers.wire.models import wijziging
from app.routers.wire.values import gewijzigd
from app.services.deelwijziging import Deelwijziging


@dataclass(frozen=True, kw_only=True)
class Kamer:
    """A room."""

    naam_op_deur: KorteTekst
    """Naam."""
    kleur: KorteTekst | None = None
    """Kleur."""


@dataclass(frozen=True, kw_only=True)
class Pand:
    """A building."""

    hal: Kamer
    """De hal."""
    zolder: Kamer | None
    """De zolder."""
    kamers: tuple[Kamer, ...] = ()
    """De kamers."""


def gelezen(tekst: str) -> dict[str, Any]:
    return gewijzigd(wijziging(Pand).model_validate_json(tekst), Pand)


def test_only_the_named_fields_of_a_nested_thing_are_given() -> None:
    assert gelezen('{"hal": {"kleur": null}}') == {"hal": Deelwijziging(Kamer, {"kleur": None})}
    assert gelezen('{"zolder": {"naamOpDeur": "Zolder"}}') == {
        "zolder": Deelwijziging(Kamer, {"naam_op_deur": "Zolder"})
    }
    assert gelezen("{}") == {}


def test_null_is_for_what_may_be_absent() -> None:
    assert gelezen('{"zolder": null}') == {"zolder": None}
    for fout in ('{"hal": null}', '{"hal": {"naamOpDeur": null}}', '{"hal": {"onbekend": 1}}'):
        with pytest.raises(ValidationError):
            gelezen(fout)


def test_a_list_is_replaced_as_a_whole_so_its_elements_are_complete() -> None:
    assert gelezen('{"kamers": [{"naamOpDeur": "Een"}]}') == {"kamers": (Kamer(naam_op_deur="Een"),)}
    with pytest.raises(ValidationError):
        gelezen('{"kamers": [{"kleur": "rood"}]}')

"""Every stored thing comes back as it went: from its row, and from its JSON in history."""

from dataclasses import fields
from random import Random
from typing import Any

import orjson
import pytest

from app.domain.dossier.stuk import Stuk
from app.persistence.stukken import PER_SOORT, Binding, sorteernaam
from app.persistence.tabellen import METADATA
from app.persistence.verbinding import _bereid_voor, als_json
from tests.persistence.gereedschap import NU
from tests.voorbeelden import voorbeeld

pytestmark = pytest.mark.anyio

elke_soort = pytest.mark.parametrize("binding", PER_SOORT.values(), ids=lambda binding: binding.naam)


def voorbeelden(binding: Binding[Any]) -> list[Stuk]:
    return [voorbeeld(binding.soort, Random(zaad)) for zaad in range(50)]  # noqa: S311  # made-up data


@elke_soort
def test_each_field_has_its_column_and_each_column_its_field(binding: Binding[Any]) -> None:
    velden = {veld.name for veld in fields(binding.soort)}
    afgeleid = {"naam_sortering"} if binding.naam == "klant" else set()
    assert {kolom.name for kolom in binding.tabel.columns} == velden | afgeleid


def test_each_stored_thing_has_a_table_of_its_name() -> None:
    assert {binding.naam for binding in PER_SOORT.values()} <= set(METADATA.tables)
    assert all(binding.tabel.name == binding.naam for binding in PER_SOORT.values())


@elke_soort
def test_history_gives_back_what_was_recorded(binding: Binding[Any]) -> None:
    for stuk in voorbeelden(binding):
        assert binding.uit_historie(orjson.loads(als_json(stuk))) == stuk


@elke_soort
async def test_a_row_gives_back_what_was_recorded(verbinding: Any, binding: Binding[Any]) -> None:
    await _bereid_voor(verbinding)
    stukken = voorbeelden(binding)
    als_geschreven = orjson.Fragment(als_json([{**vars(stuk), **binding.afgeleid(stuk)} for stuk in stukken]))
    rijen = await verbinding.fetch(
        f"select * from jsonb_populate_recordset(null::{binding.naam}, $1::jsonb)", als_geschreven
    )
    assert [binding.lees(rij) for rij in rijen] == stukken


@pytest.mark.parametrize(
    ("naam", "gesorteerd"),
    [("Voorbeeld", "voorbeeld"), ("Coëlho Ünal", "coelho unal"), (" ÅSE ", "ase"), ("Straße", "strasse")],
)
def test_names_are_sorted_without_case_and_accents(naam: str, gesorteerd: str) -> None:
    assert sorteernaam(naam) == gesorteerd


def test_moments_are_kept_in_utc() -> None:
    assert als_json({"op": NU}) == '{"op":"2021-03-15T09:00:00Z"}'

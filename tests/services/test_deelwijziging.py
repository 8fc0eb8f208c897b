"""A merge patch inside a merge patch."""

from dataclasses import dataclass, field

import pytest

from app.domain.fouten import OngeldigeInvoer
from app.services.deelwijziging import Deelwijziging, toegepast


@dataclass(frozen=True, kw_only=True)
class Adres:
    plaats: str
    straat: str | None = None


@dataclass(frozen=True, kw_only=True)
class Huis:
    adres: Adres | None = None
    namen: tuple[str, ...] = field(default_factory=tuple)


OUD = Huis(adres=Adres(plaats="Deventer", straat="Brink"), namen=("a",))


def test_what_is_not_named_stays() -> None:
    assert toegepast(OUD, {"adres": Deelwijziging(Adres, {"plaats": "Zutphen"})}) == {
        "adres": Adres(plaats="Zutphen", straat="Brink")
    }


def test_null_removes() -> None:
    assert toegepast(OUD, {"adres": Deelwijziging(Adres, {"straat": None})})["adres"].straat is None
    assert toegepast(OUD, {"adres": None, "namen": ()}) == {"adres": None, "namen": ()}


def test_a_thing_that_was_not_there_is_made_when_it_has_what_it_needs() -> None:
    nieuw = toegepast(Huis(), {"adres": Deelwijziging(Adres, {"plaats": "Deventer"})})
    assert nieuw["adres"] == Adres(plaats="Deventer")
    with pytest.raises(OngeldigeInvoer) as fout:
        toegepast(Huis(), {"adres": Deelwijziging(Adres, {"straat": "Brink"})})
    assert [(f.pad, f.code) for f in fout.value.fouten] == [("adres.plaats", "verplicht")]


def test_an_old_value_can_stand_under_another_name() -> None:
    nieuw = toegepast(OUD, {"woning": Deelwijziging(Adres, {"plaats": "Zutphen"})}, woning="adres")
    assert nieuw["woning"] == Adres(plaats="Zutphen", straat="Brink")
    diep = Deelwijziging(Huis, {"adres": Deelwijziging(Adres, {"straat": None})})
    assert diep.op(OUD) == Huis(adres=Adres(plaats="Deventer"), namen=("a",))

import typing
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError, field_validator
from pydantic_core import PydanticCustomError, core_schema

from app.routers.problemen import Veldprobleem
from app.routers.schil.veldfouten import MEESTE_FOUTEN, ONBEKENDE_FOUT, ZINNEN, pad_van, veldproblemen

GEHEIM = "123456782"


class Kleur(StrEnum):
    ROOD = "rood"
    GROEN = "groen"


class Periode(BaseModel):
    model_config = ConfigDict(extra="forbid")
    vanaf: date


class Kat(BaseModel):
    soort: Literal["kat"]


class Hond(BaseModel):
    soort: Literal["hond"]


class Alles(BaseModel):
    model_config = ConfigDict(extra="forbid")
    aantal: Annotated[int, Field(ge=1, le=5)] | None = None
    bedrag: Annotated[Decimal, Field(max_digits=5, decimal_places=2, gt=0)] = Decimal(1)
    naam: Annotated[str, Field(min_length=2, max_length=4, pattern="^[a-z]+$")] = "ab"
    kleur: Kleur = Kleur.ROOD
    letter: Literal["a", "b"] = "a"
    waar: StrictBool = True
    nummer: UUID = UUID(int=0)
    op: Annotated[date, Field(ge=date(1900, 1, 1))] = date(2020, 1, 1)
    moment: datetime = datetime(2020, 1, 1)  # noqa: DTZ001 (a default that no test reads)
    lijst: Annotated[list[int], Field(max_length=2)] = []
    perioden: list[Periode] = []
    dier: Annotated[Kat | Hond, Field(discriminator="soort")] | None = None
    eigen: str = ""
    kapot: str = ""

    @field_validator("eigen")
    @classmethod
    def _eigen(cls, _waarde: str) -> str:
        raise PydanticCustomError("geen-bsn", "Dit is geen burgerservicenummer.")

    @field_validator("kapot")
    @classmethod
    def _kapot(cls, waarde: str) -> str:
        raise ValueError(waarde)


def fouten(**velden: Any) -> tuple[Veldprobleem, ...]:
    with pytest.raises(ValidationError) as gevangen:
        Alles.model_validate(velden)
    return veldproblemen(gevangen.value.errors(include_url=False))


@pytest.mark.parametrize(
    ("velden", "path", "code", "detail"),
    [
        ({"aantal": 0}, "aantal", "te-klein", "Dit moet ten minste 1 zijn."),
        ({"aantal": 6}, "aantal", "te-groot", "Dit mag ten hoogste 5 zijn."),
        ({"aantal": GEHEIM + "x"}, "aantal", "geen-geheel-getal", "Geef hier een geheel getal."),
        ({"bedrag": "1.234"}, "bedrag", "te-veel-decimalen", "Dit getal mag ten hoogste 2 decimalen hebben."),
        ({"bedrag": 0}, "bedrag", "te-klein", "Dit moet groter zijn dan 0."),
        ({"naam": "a"}, "naam", "te-kort", "Deze tekst is te kort: het minimum is 2."),
        ({"naam": GEHEIM}, "naam", "te-lang", "Dit mag ten hoogste 4 tekens hebben."),
        ({"naam": "A1"}, "naam", "verkeerde-vorm", "Deze tekst heeft niet de gevraagde vorm."),
        ({"naam": 5}, "naam", "geen-tekst", "Geef hier tekst."),
        ({"kleur": GEHEIM}, "kleur", "onbekende-waarde", "Kies een van: rood, groen."),
        ({"letter": GEHEIM}, "letter", "onbekende-waarde", "Kies een van: a, b."),
        ({"waar": 1}, "waar", "geen-boolean", "Geef hier true of false."),
        ({"nummer": GEHEIM}, "nummer", "geen-uuid", "Geef een UUID met streepjes."),
        ({"op": "2020-02-30"}, "op", "geen-datum", "Geef een datum die bestaat, als JJJJ-MM-DD."),
        ({"op": "1899-12-31"}, "op", "te-klein", "Dit moet ten minste 1900-01-01 zijn."),
        (
            {"moment": GEHEIM + "T"},
            "moment",
            "geen-moment",
            "Geef een moment als JJJJ-MM-DDTUU:MM:SS met Z of een afstand tot UTC.",
        ),
        ({"lijst": [1, 2, 3]}, "lijst", "te-lang", "Geef hier ten hoogste 2 waarden."),
        ({"lijst": GEHEIM}, "lijst", "geen-lijst", "Geef hier een lijst."),
        ({"perioden": [{}]}, "perioden[0].vanaf", "ontbreekt", "Dit veld is verplicht."),
        ({"perioden": [GEHEIM]}, "perioden[0]", "geen-object", "Geef hier een JSON-object."),
        ({"perioden": [{"vanaf": "2020-01-01", "tot": GEHEIM}]}, "perioden[0].tot", "onbekend-veld",
         "Dit veld bestaat niet."),
        ({"dier": {"soort": GEHEIM}}, "dier", "onbekende-soort", "De soort ontbreekt of is onbekend."),
        ({"eigen": GEHEIM}, "eigen", "geen-bsn", "Dit is geen burgerservicenummer."),
        ({"kapot": GEHEIM}, "kapot", "ongeldig", "Deze waarde is niet geldig."),
    ],
)  # fmt: skip
def test_a_fault_has_a_path_a_code_and_a_dutch_sentence_without_the_value(
    velden: dict[str, Any], path: str, code: str, detail: str
) -> None:
    gevonden = fouten(**velden)
    assert gevonden == (Veldprobleem(path, code, detail),)
    assert GEHEIM not in str(gevonden)


def test_all_faults_come_at_once_and_each_once() -> None:
    assert [fout.path for fout in fouten(aantal=0, naam=5, waar=1)] == ["aantal", "naam", "waar"]


def test_a_flood_of_faults_is_cut_off() -> None:
    assert len(fouten(perioden=[{}] * 500)) == MEESTE_FOUTEN


def test_every_type_that_pydantic_knows_gets_a_sentence_that_holds_no_input() -> None:
    for soort in typing.get_args(core_schema.ErrorType):
        fout = {"type": soort, "loc": ("body", "veld"), "msg": GEHEIM, "input": GEHEIM,
                "ctx": {"error": GEHEIM, "tag": GEHEIM, "ge": 1}}  # fmt: skip
        (gevonden,) = veldproblemen([fout])
        assert GEHEIM not in str(gevonden)
        assert "{" not in gevonden.detail
        assert gevonden.code == ZINNEN.get(soort, ONBEKENDE_FOUT).code


def test_a_custom_error_of_a_library_is_not_trusted_with_its_own_words() -> None:
    fout = {"type": "ip_v4_address", "loc": ("x",), "msg": f"{GEHEIM} is not an address"}
    assert veldproblemen([fout]) == (Veldprobleem("x", *ONBEKENDE_FOUT),)
    met_context = {"type": "eigen", "loc": ("x",), "msg": f"niet {GEHEIM}", "ctx": {"waarde": GEHEIM}}
    assert veldproblemen([met_context]) == (Veldprobleem("x", *ONBEKENDE_FOUT),)


def test_broken_json_is_a_fault_of_the_whole_body() -> None:
    fout = {"type": "json_invalid", "loc": ("body", 17), "msg": "JSON decode error", "ctx": {"error": GEHEIM}}
    assert veldproblemen([fout]) == (Veldprobleem("", "ongeldige-json", "De inhoud is geen geldige JSON."),)


@pytest.mark.parametrize(
    ("loc", "pad"),
    [
        (("body",), ""),
        ((), ""),
        (("body", "feiten", "opschortingen", 0, "verzoekOp"), "feiten.opschortingen[0].verzoekOp"),
        (("query", "geldigOp"), "query.geldigOp"),
        (("header", "if-match"), "header.if-match"),
        (("body", "x", "function-after[f(), int]"), "x"),
        (("body", "x", "str"), "x"),
        (("body", "lijst", 3, 4), "lijst[3][4]"),
        (("body", GEHEIM), "?"),
        (("body", "Jan de Vries"), "?"),
        (("body", "a" + GEHEIM), "?"),
        (("body", "x", "\ud800"), "x.?"),
    ],
)
def test_a_location_becomes_a_path_and_keys_that_can_be_data_do_not_come_back(
    loc: tuple[str | int, ...], pad: str
) -> None:
    assert pad_van(loc) == pad

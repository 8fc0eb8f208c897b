"""Strictness: from the example of each body, every wrong value of every field is 400 with that field named.

Nothing that was sent comes back in the answer or stands in the log.
"""

import json
from typing import Any

import pytest

from tests.contract.conftest import Contract
from tests.contract.document import MET_LICHAAM, Beschreven
from tests.contract.mutanten import KANARIE, gezet, mutanten, pad, velden
from tests.contract.test_behaviour import controleer_probleem, valideer

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("wat", MET_LICHAAM, ids=str)]

JSON = {"Content-Type": "application/json"}
GEEN_JSON = [
    b"",
    b"{",
    b"\xff\xfe{\x00}\x00",
    b"\xef\xbb\xbf{}",
    b"{}{}",
    b"{'a': 1}",
    b'{"a": 1,}',
    b'{"a": "\xff"}',
    b'{"a": "\x00"}',
    b'{"a": "\\ud800}',
    b'{"a": "\\ud80"}',
    b'{"a": "\\ud800", "b": }',
    b'{"a": "\xed\xa0\x80"}',
    b'{"a": "\\ud800", "b":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"a": "\\x41"}',
    b'{"a": 01}',
    b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
]


def _koppen(wat: Beschreven, **anders: str) -> dict[str, str]:
    versie = {"If-Match": '"1"'} if wat.operatie.if_match else {}
    return {**versie, **JSON, **anders}


async def test_every_field_refuses_every_wrong_value_and_is_named(contract: Contract, wat: Beschreven) -> None:
    contract.gelogd()
    fout = []
    for mutant in mutanten(wat):
        antwoord = await contract.doe(wat, content=mutant.lichaam, koppen=_koppen(wat))
        inhoud = antwoord.json()
        paden = {veld["path"] for veld in inhoud.get("errors", [])}
        if antwoord.status_code != 400 or mutant.pad not in paden or KANARIE in antwoord.text:
            fout.append(f"{antwoord.status_code} {sorted(paden)} {mutant}")
    assert not fout, "\n".join(fout)
    assert KANARIE not in contract.gelogd()


async def test_the_example_is_complete_and_valid_by_its_schema(contract: Contract, wat: Beschreven) -> None:
    assert wat.voorbeeld, "every operation with a body has an example"
    valideer(wat.schema, wat.voorbeeld)


async def test_the_example_is_not_refused_for_its_form(contract: Contract, wat: Beschreven) -> None:
    """It may meet no klant, or a conflict, but its form is right."""
    antwoord = await contract.doe(wat)
    assert antwoord.status_code < 300 or antwoord.status_code in (404, 409), antwoord.text


async def test_every_field_of_a_body_is_bounded(contract: Contract, wat: Beschreven) -> None:
    for plaats, vorm in velden(wat.schema):
        grens = {"string": {"maxLength", "format", "enum"}, "integer": {"maximum"}, "array": {"maxItems"}}
        gesloten = str(vorm.get("pattern", "")).endswith("}$") or vorm.get("pattern", "").endswith(("]$", ")$"))
        nodig = grens.get(vorm["type"], {"type"})
        assert nodig & vorm.keys() or gesloten, pad(plaats)


@pytest.mark.parametrize("lichaam", GEEN_JSON, ids=lambda lichaam: repr(lichaam[:12]))
async def test_what_is_no_json_is_refused(contract: Contract, wat: Beschreven, lichaam: bytes) -> None:
    antwoord = await contract.doe(wat, content=lichaam, koppen=_koppen(wat))
    inhoud = controleer_probleem(antwoord, 400)
    assert [fout["code"] for fout in inhoud["errors"]] == ["ongeldige-json"]


async def test_half_a_character_is_refused_with_the_field_named_as_nul_is(contract: Contract, wat: Beschreven) -> None:
    for plaats, vorm in velden(wat.schema):
        if vorm["type"] == "string":
            fouten = []
            for half in ("\x00", "\ud800", "\udfff"):
                lichaam = json.dumps(gezet(wat.voorbeeld, plaats, f"{KANARIE}{half}")).encode()
                antwoord = await contract.doe(wat, content=lichaam, koppen=_koppen(wat))
                assert KANARIE not in antwoord.text
                fouten.append(controleer_probleem(antwoord, 400)["errors"])
            assert pad(plaats) in {fout["path"] for fout in fouten[0]}
            assert fouten[0] == fouten[1] == fouten[2]


@pytest.mark.parametrize(
    ("lichaam", "verwacht"),
    [
        (b'{"onbekendVeld": "\\uD800"}', ("onbekendVeld", "onbekend-veld")),
        (b'{"naam\\ud800": 1}', ("?", "onbekend-veld")),
        (b'{"\\udc00\\ud800": 1, "\\\\ud800": 2}', ("?", "onbekend-veld")),
        (b'{"een": "\\ud800", "een": 1}', ("een", "dubbel")),
        (b'["\\ud800"]', ("", "geen-object")),
        (b'{"a": [' + b'"\\ud800",' * 100_000 + b"1]}", ("a", "onbekend-veld")),
    ],
    ids=["value", "name", "names", "twice", "no object", "many"],
)
async def test_half_a_character_anywhere_else_is_refused_with_its_place(
    contract: Contract, wat: Beschreven, lichaam: bytes, verwacht: tuple[str, str]
) -> None:
    inhoud = controleer_probleem(await contract.doe(wat, content=lichaam, koppen=_koppen(wat)), 400)
    assert verwacht in {(fout["path"], fout["code"]) for fout in inhoud["errors"]}


@pytest.mark.parametrize("lichaam", [b"[]", b"null", b"1", b'"x"', b"NaN", b"true"])
async def test_what_is_no_object_is_refused(contract: Contract, wat: Beschreven, lichaam: bytes) -> None:
    inhoud = controleer_probleem(await contract.doe(wat, content=lichaam, koppen=_koppen(wat)), 400)
    assert [(fout["path"], fout["code"]) for fout in inhoud["errors"]] == [("", "geen-object")]


async def test_a_name_that_stands_twice_is_refused(contract: Contract, wat: Beschreven) -> None:
    naam, waarde = next(iter(wat.voorbeeld.items()))
    geheel = json.dumps(wat.voorbeeld)[1:]
    lichaam = f'{{"{naam}": {json.dumps(waarde)}, {geheel}'.encode()
    inhoud = controleer_probleem(await contract.doe(wat, content=lichaam, koppen=_koppen(wat)), 400)
    assert [(fout["path"], fout["code"]) for fout in inhoud["errors"]] == [(naam, "dubbel")]


async def test_a_body_of_ten_megabytes_is_413(contract: Contract, wat: Beschreven) -> None:
    contract.gelogd()
    lichaam = json.dumps({"tekst": KANARIE * 1_000_000}).encode()
    inhoud = controleer_probleem(await contract.doe(wat, content=lichaam, koppen=_koppen(wat)), 413)
    assert inhoud["type"] == "/problemen/te-groot"
    assert KANARIE not in contract.gelogd()


@pytest.mark.parametrize(
    "soort",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/jsonx",
        "application/problem+json",
        "*/*",
    ],
)
async def test_another_content_type_or_none_is_415(contract: Contract, wat: Beschreven, soort: str | None) -> None:
    koppen = _koppen(wat)
    del koppen["Content-Type"]
    if soort is not None:
        koppen["Content-Type"] = soort
    controleer_probleem(await contract.doe(wat, content=b"{}", koppen=koppen), 415)


async def test_a_merge_patch_is_for_patch_only(contract: Contract, wat: Beschreven) -> None:
    koppen = _koppen(wat, **{"Content-Type": "application/merge-patch+json"})
    antwoord: Any = await contract.doe(wat, content=b"[]", koppen=koppen)
    controleer_probleem(antwoord, 400 if wat.methode == "PATCH" else 415)


@pytest.mark.parametrize("soort", ["application/json; charset=utf-8", "Application/JSON", "application/json ;a=b"])
async def test_json_may_be_written_in_more_ways(contract: Contract, wat: Beschreven, soort: str) -> None:
    controleer_probleem(await contract.doe(wat, content=b"[]", koppen=_koppen(wat, **{"Content-Type": soort})), 400)

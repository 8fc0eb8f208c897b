"""How much code stands in one place: what is larger is split by what it means, never cut."""

import ast
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[1]


def in_map(map_: str) -> dict[str, str]:
    """The text of every file of a folder."""
    return {str(pad.relative_to(WORTEL)): pad.read_text("utf-8") for pad in sorted((WORTEL / map_).rglob("*.py"))}


@pytest.mark.parametrize(("map_", "meeste"), [("app/domain", 150), ("app", 300), ("bench", 300), ("tests", 300)])
def test_a_file_is_read_in_one_sitting(map_: str, meeste: int) -> None:
    assert {naam: n for naam, tekst in in_map(map_).items() if (n := len(tekst.splitlines())) > meeste} == {}


def test_a_function_of_the_service_is_seen_at_one_glance() -> None:
    te_lang = {
        f"{naam}:{knoop.name}": knoop.end_lineno - knoop.lineno + 1
        for naam, tekst in in_map("app").items()
        for knoop in ast.walk(ast.parse(tekst))
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef) and knoop.end_lineno is not None
        if knoop.end_lineno - knoop.lineno >= 30
    }
    assert te_lang == {}

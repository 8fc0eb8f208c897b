"""Half a character becomes NUL; everything else stays, byte by byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.routers.wire.surrogaten import met_nul


@pytest.mark.parametrize(
    ("ruw", "verwacht"),
    [
        (rb'"a\ud800b"', rb'"a\u0000b"'),
        (rb'"\uDFFF"', rb'"\u0000"'),
        (rb'"\ud83d\ude00"', rb'"\ud83d\ude00"'),
        (rb'"\ude00\ud83d"', rb'"\u0000\u0000"'),
        (rb'"\ud800\ud83d\ude00"', rb'"\u0000\ud83d\ude00"'),
        (rb'"\\ud800"', rb'"\\ud800"'),
        (rb'"\\\ud800"', rb'"\\\u0000"'),
        (rb'"\ud80"', rb'"\ud80"'),
        (rb'"\u00e9\n\"', rb'"\u00e9\n\"'),
    ],
)
def test_only_what_has_no_other_half_is_replaced(ruw: bytes, verwacht: bytes) -> None:
    assert met_nul(ruw) == verwacht


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_it_reads_as_the_same_text_with_nul(tekst: str) -> None:
    ruw = json.dumps(tekst).encode()
    gelezen = json.loads(ruw)
    verwacht = "".join("\x00" if "\ud800" <= teken <= "\udfff" else teken for teken in gelezen)
    assert json.loads(met_nul(ruw)) == verwacht

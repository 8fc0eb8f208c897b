"""Whatever is done to a token that passes, it is refused with TokenOngeldig and with no other exception."""

import asyncio
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.fouten import TokenOngeldig
from tests.auth.smidse import bouw_poort, claims, onderteken

POORT = bouw_poort()
TOKENS = (onderteken(claims()), onderteken(claims(), kid="ec-1", soort="P-256"))
ANDERE = onderteken(claims(roles=["manager"], jti="een-ander"))

tokens = st.sampled_from(TOKENS)


def weigert(header: str) -> None:
    with pytest.raises(TokenOngeldig):
        asyncio.run(POORT.controle.controleer(header))


@given(tokens, st.data())
def test_one_flipped_bit(token: str, data: st.DataObject) -> None:
    plaats = data.draw(st.integers(0, len(token) - 1))
    bit = data.draw(st.integers(0, 7))
    weigert("Bearer " + token[:plaats] + chr(ord(token[plaats]) ^ (1 << bit)) + token[plaats + 1 :])


@given(tokens, st.data())
def test_a_piece_cut_out(token: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(token) - 1))
    eind = data.draw(st.integers(begin + 1, len(token)))
    weigert("Bearer " + token[:begin] + token[eind:])


@given(tokens, st.data(), st.text(min_size=1).filter(lambda tekst: tekst.strip(" ")))
def test_a_piece_put_in(token: str, data: st.DataObject, stuk: str) -> None:
    plaats = data.draw(st.integers(0, len(token)))
    weigert("Bearer " + token[:plaats] + stuk + token[plaats:])


@given(st.lists(st.sampled_from([deel for token in (*TOKENS, ANDERE) for deel in token.split(".")]), max_size=5))
def test_parts_shuffled(delen: list[str]) -> None:
    token = ".".join(delen)
    if token not in (*TOKENS, ANDERE):
        weigert(f"Bearer {token}")


@given(
    st.one_of(st.text(), st.text().map(lambda rest: f"Bearer {rest}"), st.binary().map(lambda b: b.decode("latin1")))
)
def test_anything_at_all(header: str) -> None:
    weigert(header)


@given(
    tokens,
    st.sampled_from([str.upper, str.lower, str.swapcase, lambda token: token[::-1], lambda token: token * 2]),
)
def test_the_whole_turned(token: str, draai: Callable[[str], str]) -> None:
    weigert(f"Bearer {draai(token)}")

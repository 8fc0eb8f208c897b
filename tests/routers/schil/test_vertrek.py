"""A caller that leaves while something is made for it alone."""

import asyncio

import pytest
from starlette.types import Message

from app.routers.schil.vertrek import Vertrokken, zolang_aanwezig
from tests.routers.schil.proefapp import Proef

WEG = {"type": "http.disconnect"}
LEEG = {"type": "http.request", "body": b"", "more_body": False}


def test_what_is_made_for_who_left_is_made_no_further_and_nothing_is_sent() -> None:
    proef = Proef()
    assert proef.rauw({"path": "/v1/tekent"}, [LEEG, WEG]) == []
    assert proef.vastgelegd == ["gestopt"]
    assert [(regel["event"], regel["status"]) for regel in proef.log] == [("verzoek", 499)]


def test_who_stays_gets_it() -> None:
    proef = Proef()
    assert proef.vraag("GET", "/v1/tekent", params={"lang": 0.01}).json() == {"klaar": True}


def test_time_that_is_up_stops_it_too() -> None:
    proef = Proef(werktijd=0.02)
    assert proef.vraag("GET", "/v1/tekent").status_code == 503
    assert proef.vastgelegd == ["gestopt"]


async def blijft() -> Message:
    await asyncio.sleep(60)
    raise AssertionError


def test_what_goes_wrong_goes_wrong_as_without_it() -> None:
    async def breekt() -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        asyncio.run(zolang_aanwezig(blijft, breekt()))


def test_work_that_stops_by_itself_is_no_departure() -> None:
    async def gestopt() -> None:
        raise asyncio.CancelledError

    async def loop() -> str:
        try:
            await zolang_aanwezig(blijft, gestopt())
        except Vertrokken:
            return "vertrokken"
        except asyncio.CancelledError:
            return "gestopt"
        return "klaar"

    assert asyncio.run(loop()) == "gestopt"

"""A talk that was held closes the appointment that was planned for it."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    afgerond_ambitiegesprek,
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio

OP = "2021-03-17T09:00:00Z"
LATER = "2021-03-22T09:00:00Z"


async def stand(api: Api, afspraak: httpx.Response) -> tuple[Any, set[str]]:
    """Where an appointment stands, and its reminders."""
    nu = (await api.receptie.get(f"/afspraken/{afspraak.json()['id']}")).json()
    return nu["toestand"], {termijn["toestand"] for termijn in (await termijnen_van(api, afspraak)).values()}


async def test_the_screening_shows_that_the_klant_came(api: Api, wijzer: Wijzer) -> None:
    melding = await nieuwe_melding(api)
    afspraak = await nieuwe_afspraak(api, melding, begin=OP)
    wijzer.zet("2021-03-17T10:00:00Z")
    await nieuwe_screening(api, melding=melding.json()["id"], gesprekOp="2021-03-17T08:58:00Z")
    assert await stand(api, afspraak) == ("verschenen", {"vervallen"})
    assert "afspraak.nagekomen" in await types_in_tijdlijn(api, melding.json()["klantId"])


async def test_of_a_couple_both_came(api: Api, wijzer: Wijzer) -> None:
    partner = (await nieuwe_klant(api)).json()["id"]
    melding = await nieuwe_melding(api, partner=partner)
    samen = [
        await nieuwe_afspraak(api, melding, begin=OP),
        await nieuwe_afspraak(api, melding, begin=OP, klantId=partner, medewerker=f"medewerker-{partner}"),
    ]
    wijzer.zet("2021-03-17T10:00:00Z")
    await nieuwe_screening(api, melding=melding.json()["id"], gesprekOp=OP)
    assert [(await stand(api, afspraak))[0] for afspraak in samen] == ["verschenen", "verschenen"]


async def test_what_is_planned_for_a_later_day_or_another_talk_stays(api: Api, wijzer: Wijzer) -> None:
    melding = await nieuwe_melding(api, statushouder=True)
    vroeger = await nieuwe_afspraak(api, melding, begin="2021-03-16T09:00:00Z")
    afspraak = await nieuwe_afspraak(api, melding, begin=OP)
    later = await nieuwe_afspraak(api, melding, begin=LATER)
    ander = await nieuwe_afspraak(api, melding, begin="2021-03-17T10:00:00Z", soort="ambitiegesprek")
    wijzer.zet("2021-03-17T12:00:00Z")
    await nieuwe_screening(api, melding=melding.json()["id"], gesprekOp=OP)
    standen = [(await stand(api, een))[0] for een in (vroeger, afspraak, later, ander)]
    assert standen == ["gepland", "verschenen", "gepland", "gepland"]


async def test_a_rounded_off_ambitiegesprek_shows_that_the_klant_came(api: Api, wijzer: Wijzer) -> None:
    melding = await nieuwe_melding(api)
    await nieuwe_screening(api, melding=melding.json()["id"])
    afspraak = await nieuwe_afspraak(api, melding, begin=LATER, soort="ambitiegesprek")
    wijzer.zet("2021-03-22T11:00:00Z")
    await afgerond_ambitiegesprek(api, melding=melding.json()["id"], gesprekOp=LATER)
    assert await stand(api, afspraak) == ("verschenen", {"vervallen"})

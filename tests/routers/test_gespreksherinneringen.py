"""When the klant is reminded of an ambitiegesprek, over HTTP."""

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuw_ambitiegesprek, nieuwe_afspraak, termijnen_van
from tests.stappen_gesprekken import gescreende_melding, wijzig

pytestmark = pytest.mark.anyio
VOORUIT = "2021-03-22T09:00:00Z"
BEVESTIGD = {"bevestiging": "2021-03-15"}


async def afspraak_voor(api: Api, gesprek: httpx.Response, begin: str = VOORUIT) -> httpx.Response:
    """An appointment for a recorded talk."""
    melding = await api.receptie.get(f"/meldingen/{gesprek.json()['meldingId']}")
    return await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin=begin)


async def lopend(api: Api, onderwerp: httpx.Response) -> dict[str, str]:
    """What is still to be sent, and when."""
    termijnen = await termijnen_van(api, onderwerp)
    return {soort: t["uiterlijkOp"] for soort, t in termijnen.items() if t["toestand"] == "lopend"}


class TestHerinnering:
    async def test_who_must_still_fill_in_dariuz_is_reminded_three_werkdagen_before(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp="2021-03-22T10:00:00+01:00", diagnoseIngevuld=False)
        herinnering = (await termijnen_van(api, gesprek))["herinnering_diagnose"]
        assert (herinnering["uiterlijkOp"], herinnering["herinnering"]) == ("2021-03-17", True)
        assert (herinnering["rol"], herinnering["regel"]) == ("trajectconsulent", "iom.ambitie.herinnering")
        verplaatst = await wijzig(api, gesprek, opgave={"gesprekOp": "2021-03-23T10:00:00+01:00"})
        assert (await termijnen_van(api, gesprek))["herinnering_diagnose"]["uiterlijkOp"] == "2021-03-18"
        await wijzig(api, verplaatst, opgave={"diagnoseIngevuld": True})
        assert (await termijnen_van(api, gesprek))["herinnering_diagnose"]["toestand"] == "vervallen"

    async def test_without_an_appointment_the_klant_is_reminded_of_the_talk_itself(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT)
        herinnering = (await termijnen_van(api, gesprek))["herinnering_gesprek"]
        assert (herinnering["uiterlijkOp"], herinnering["rol"]) == ("2021-03-21", "receptie")
        assert (herinnering["herinnering"], herinnering["regel"]) == (True, "iom.ambitie.herinnering")

    async def test_an_appointment_takes_the_reminders_over_and_moves_them(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak = await afspraak_voor(api, gesprek)
        assert await lopend(api, gesprek) == {}
        verplaatsing = {"begin": "2021-03-23T09:00:00Z", "reden": "De klant is dan verhinderd."}
        pad = f"/afspraken/{afspraak.json()['id']}/verplaatsingen"
        assert (await api.receptie.post(pad, verplaatsing, als=afspraak)).status_code == 200
        assert await lopend(api, gesprek) == {}
        assert await lopend(api, afspraak) == BEVESTIGD | {"dariuz": "2021-03-18", "sms": "2021-03-22"}

    async def test_a_talk_recorded_after_its_appointment_leaves_the_reminders_there(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        afspraak = await nieuwe_afspraak(
            api, await api.receptie.get(f"/meldingen/{melding['id']}"), soort="ambitiegesprek", begin=VOORUIT
        )
        gesprek = await nieuw_ambitiegesprek(api, melding=melding["id"], gesprekOp=VOORUIT, diagnoseIngevuld=False)
        assert await lopend(api, gesprek) == {}
        assert await lopend(api, afspraak) == BEVESTIGD | {"dariuz": "2021-03-17", "sms": "2021-03-21"}

    async def test_filled_in_dariuz_is_not_reminded_of_by_the_appointment_either(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak = await afspraak_voor(api, gesprek)
        await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True})
        assert await lopend(api, afspraak) == BEVESTIGD | {"sms": "2021-03-21"}
        verplaatsing = {"begin": "2021-03-23T09:00:00Z", "reden": "De klant is dan verhinderd."}
        await api.receptie.post(f"/afspraken/{afspraak.json()['id']}/verplaatsingen", verplaatsing, als=afspraak)
        assert await lopend(api, afspraak) == BEVESTIGD | {"sms": "2021-03-22"}

    async def test_a_cancelled_appointment_gives_the_reminders_back(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak, later = (
            await afspraak_voor(api, gesprek),
            await afspraak_voor(api, gesprek, begin="2021-03-23T09:00:00Z"),
        )
        zelf = {"herinnering_diagnose": "2021-03-17", "herinnering_gesprek": "2021-03-21"}
        for welke, verwacht in ((later, {}), (afspraak, zelf)):
            pad = f"/afspraken/{welke.json()['id']}/annuleringen"
            await api.receptie.post(pad, {"reden": "De klant heeft afgebeld."}, als=welke)
            assert await lopend(api, gesprek) == verwacht

    async def test_after_a_missed_appointment_a_talk_on_another_day_is_reminded_of(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT)
        afspraak = await afspraak_voor(api, gesprek)
        wijzer.zet("2021-03-22T10:00:00Z")
        pad = f"/afspraken/{afspraak.json()['id']}/opkomsten"
        assert (await api.receptie.post(pad, {"verschenen": False}, als=afspraak)).status_code == 200
        await wijzig(api, gesprek, opgave={"gesprekOp": "2021-03-29T10:00:00+02:00"})
        assert await lopend(api, gesprek) == {"herinnering_gesprek": "2021-03-28"}

"""The end of an inkooporder over HTTP: work and Plaatsing, end report, judged result."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen_orders import Order, nieuwe_order

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _april(wijzer: Wijzer) -> None:
    wijzer.zet("2025-04-07T09:00:00Z")


def fouten(antwoord: httpx.Response) -> set[tuple[str, str]]:
    assert antwoord.status_code == 400, antwoord.text
    return {(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]}


def botsing(antwoord: httpx.Response) -> str:
    """The name of a clash with what is recorded."""
    assert antwoord.status_code == 409, antwoord.text
    soort: str = antwoord.json()["type"]
    return soort.rsplit("/", 1)[-1].rsplit(":", 1)[-1]


async def hervat(order: Order, op: str, **anders: Any) -> Order:
    return await order.stap(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": op} | anders)


async def onderbreek(order: Order, van: str, tot: str | None, reden: str) -> Order:
    body = {"van": van, "reden": reden} | ({"totEnMet": tot} if tot else {})
    return await order.stap(order.opdrachtnemer, "onderbrekingen", body)


async def naar_werk(api: Api) -> Order:
    """Naar werk from 7 April through 7 October 2025."""
    return await (await nieuwe_order(api, "naar_werk")).in_uitvoering()


class TestWerk:
    async def test_work_in_time_gives_the_day_of_the_plaatsing(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        termijn = (await order.termijnen())["werkhervatting"]
        assert (termijn["uiterlijkOp"], termijn["basisOp"], termijn["herinnering"]) == (
            "2026-01-07",
            "2025-10-07",
            True,
        )
        wijzer.zet("2025-06-03T09:00:00Z")
        await hervat(order, "2025-06-02", werkgever="Bakkerij")
        (werk,) = order.nu["werkhervattingen"]
        assert (werk["tijdig"], werk["plaatsingOp"], werk["volOp"]) == (True, None, "2025-09-02")
        termijnen = await order.termijnen()
        assert termijnen["werkhervatting"]["toestand"] == "gehaald"
        assert termijnen["plaatsing"]["uiterlijkOp"] == "2025-09-02"
        assert order.nu["verantwoording"]["toets"] == "uwv-plaatsing"
        assert {"uwv.naar_werk.hervatting", "uwv.plaatsing"} <= {grond["regel"] for grond in order.nu["motivering"]}

    async def test_illness_moves_the_plaatsing_and_lost_work_starts_it_anew(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-08-01T09:00:00Z")
        await hervat(order, "2025-06-02")
        await onderbreek(order, "2025-07-07", None, "ziekte")
        assert order.nu["werkhervattingen"][0]["volOp"] == "2025-09-28"
        await onderbreek(order, "2025-07-07", "2025-07-11", "ziekte")
        assert order.nu["werkhervattingen"][0]["volOp"] == "2025-09-07"
        assert (await order.termijnen())["plaatsing"]["uiterlijkOp"] == "2025-09-07"
        await onderbreek(order, "2025-07-21", "2025-07-25", "anders")
        assert order.nu["werkhervattingen"][0]["volOp"] == "2025-10-26"
        assert len(order.nu["werkhervattingen"][0]["onderbrekingen"]) == 2

    async def test_a_later_step_sees_that_the_day_of_the_plaatsing_has_passed(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-06-02T09:00:00Z")
        await hervat(order, "2025-06-02")
        wijzer.zet("2025-09-10T09:00:00Z")
        await onderbreek(order, "2025-09-09", None, "anders")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] == "2025-09-02"
        antwoord = await order.probeer(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": "2025-09-10"})
        assert botsing(antwoord) == "al-plaatsing"

    async def test_illness_that_is_told_late_takes_the_plaatsing_back(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-09-03T09:00:00Z")
        await hervat(order, "2025-06-02")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] == "2025-09-02"
        await onderbreek(order, "2025-07-07", "2025-07-11", "ziekte")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] is None
        termijn = (await order.termijnen())["plaatsing"]
        assert (termijn["toestand"], termijn["uiterlijkOp"]) == ("lopend", "2025-09-07")

    async def test_other_work_after_lost_work_counts_anew(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-08-01T09:00:00Z")
        await hervat(order, "2025-06-02")
        ander = {"hervattingOp": "2025-08-01", "werkgever": "Drukkerij"}
        assert botsing(await order.probeer(order.opdrachtnemer, "werkhervattingen", ander)) == "werk-loopt"
        await onderbreek(order, "2025-07-01", None, "anders")
        vroeg = {"hervattingOp": "2025-07-01"}
        assert fouten(await order.probeer(order.opdrachtnemer, "werkhervattingen", vroeg)) == {
            ("hervattingOp", "te-vroeg")
        }
        await hervat(order, "2025-08-01", werkgever="Drukkerij")
        eerste, tweede = order.nu["werkhervattingen"]
        assert eerste["onderbrekingen"][0]["totEnMet"] == "2025-07-31"
        assert (tweede["tijdig"], tweede["volOp"]) == (True, "2025-11-01")
        termijnen = await order.termijnen()
        assert termijnen["plaatsing"]["toestand"] == "vervallen"
        assert termijnen["plaatsing_2"]["uiterlijkOp"] == "2025-11-01"
        await onderbreek(order, "2025-08-01", "2025-08-01", "ziekte")
        assert order.nu["werkhervattingen"][1]["volOp"] == "2025-11-02"

    @pytest.mark.parametrize(
        ("van", "tot", "fout"),
        [
            ("2025-06-01", "2025-06-03", ("van", "te-vroeg")),
            ("2025-08-02", None, ("van", "toekomst")),
            ("2025-07-20", "2025-08-02", ("totEnMet", "toekomst")),
            ("2025-07-20", "2025-07-19", ("totEnMet", "voor-begin")),
            ("2025-07-11", "2025-07-12", ("van", "overlap")),
        ],
    )
    async def test_an_interruption_that_cannot_be_changes_nothing(
        self, api: Api, wijzer: Wijzer, van: str, tot: str | None, fout: tuple[str, str]
    ) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-08-01T09:00:00Z")
        await hervat(order, "2025-06-02")
        await onderbreek(order, "2025-07-07", "2025-07-11", "ziekte")
        body = {"van": van, "totEnMet": tot, "reden": "ziekte"}
        assert fouten(await order.probeer(order.opdrachtnemer, "onderbrekingen", body)) == {fout}
        assert (await order.uwv.get(order.pad)).json() == order.nu

    async def test_an_interruption_interrupts_work_and_one_at_a_time(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-08-01T09:00:00Z")
        ziek = {"van": "2025-07-01", "reden": "ziekte"}
        assert botsing(await order.probeer(order.opdrachtnemer, "onderbrekingen", ziek)) == "geen-werk"
        await hervat(order, "2025-06-02")
        await onderbreek(order, "2025-07-01", None, "ziekte")
        for anders in ({"van": "2025-07-02"}, {"reden": "anders"}):
            antwoord = await order.probeer(order.opdrachtnemer, "onderbrekingen", ziek | anders)
            assert botsing(antwoord) == "onderbreking-loopt"
        antwoord = await order.probeer(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": "2025-08-01"})
        assert botsing(antwoord) == "werk-loopt"

    @pytest.mark.parametrize(("op", "fout"), [("2025-04-06", "te-vroeg"), ("2025-04-08", "toekomst")])
    async def test_work_lies_between_the_start_and_today(self, api: Api, op: str, fout: str) -> None:
        order = await naar_werk(api)
        antwoord = await order.probeer(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": op})
        assert fouten(antwoord) == {("hervattingOp", fout)}

    async def test_work_is_of_naar_werk_only(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        for stap, body in (
            ("werkhervattingen", {"hervattingOp": "2025-04-07"}),
            ("onderbrekingen", {"van": "2025-04-07", "reden": "ziekte"}),
        ):
            assert (await order.probeer(order.opdrachtnemer, stap, body)).status_code == 409

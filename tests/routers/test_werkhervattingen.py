"""Work and Plaatsing of an inkooporder for Naar werk over HTTP."""

import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen_orders import (
    Order,
    beeindig,
    hervat,
    nieuwe_order,
    onderbreek,
    oordeel,
    rapport_voor,
    rapporteer,
)

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


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
        assert strijd(antwoord) == "al-plaatsing"

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
        assert strijd(await order.probeer(order.opdrachtnemer, "werkhervattingen", ander)) == "werk-loopt"
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
        assert strijd(await order.probeer(order.opdrachtnemer, "onderbrekingen", ziek)) == "geen-werk"
        await hervat(order, "2025-06-02")
        await onderbreek(order, "2025-07-01", None, "ziekte")
        for anders in ({"van": "2025-07-02"}, {"reden": "anders"}):
            antwoord = await order.probeer(order.opdrachtnemer, "onderbrekingen", ziek | anders)
            assert strijd(antwoord) == "onderbreking-loopt"
        antwoord = await order.probeer(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": "2025-08-01"})
        assert strijd(antwoord) == "werk-loopt"

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


async def met_werk(api: Api, wijzer: Wijzer, op: str, nu: str) -> Order:
    """Naar werk with work from a day, ended and reported; the clock stands on `nu`."""
    order = await naar_werk(api)
    wijzer.zet(f"{nu}T09:00:00Z")
    await hervat(order, op)
    await beeindig(order)
    return await rapporteer(order, "2025-10-07", werkhervatting=True)


class TestPlaatsing:
    async def test_work_from_the_last_day_that_counts_gives_a_result(self, api: Api, wijzer: Wijzer) -> None:
        order = await met_werk(api, wijzer, "2026-01-07", "2026-04-07")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] == "2026-04-07"
        await oordeel(order, "2026-04-07", "werkbehoud")
        assert order.nu["resultaat"] == "behaald"

    async def test_work_from_one_day_later_is_recorded_and_gives_none(self, api: Api, wijzer: Wijzer) -> None:
        order = await met_werk(api, wijzer, "2026-01-08", "2026-04-08")
        (werk,) = order.nu["werkhervattingen"]
        assert (werk["tijdig"], werk["plaatsingOp"]) == (False, "2026-04-08")
        body = {"behaald": True, "oordeelOp": "2026-04-08"}
        assert strijd(await order.probeer(order.uwv, "resultaatoordelen", body)) == "geen-plaatsing"
        await oordeel(order, "2026-04-08", behaald=False, toelichting="Te laat aan het werk.")
        assert order.nu["resultaat"] == "niet_behaald"

    async def test_a_plaatsing_counts_on_the_day_of_the_judgement_only(self, api: Api, wijzer: Wijzer) -> None:
        order = await met_werk(api, wijzer, "2025-09-01", "2025-12-01")
        body = {"behaald": True, "oordeelOp": "2025-11-30"}
        assert strijd(await order.probeer(order.uwv, "resultaatoordelen", body)) == "geen-plaatsing"
        await oordeel(order, "2025-12-01")
        assert order.nu["resultaatoordeel"]["vervolg"] is None

    async def test_the_day_that_passed_is_filled_at_the_judgement(self, api: Api, wijzer: Wijzer) -> None:
        order = await met_werk(api, wijzer, "2025-09-01", "2025-11-30")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] is None
        wijzer.zet("2025-12-02T09:00:00Z")
        await oordeel(order, "2025-12-02")
        assert order.nu["werkhervattingen"][0]["plaatsingOp"] == "2025-12-01"

    async def test_without_work_there_is_no_result(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-10-07T09:00:00Z")
        await rapporteer(await beeindig(order), "2025-10-07")
        body = {"behaald": True, "oordeelOp": "2025-10-07"}
        assert strijd(await order.probeer(order.uwv, "resultaatoordelen", body)) == "geen-plaatsing"
        nee = {"behaald": False, "oordeelOp": "2025-10-07", "toelichting": "Geen werk.", "vervolg": "werkbehoud"}
        assert fouten(await order.probeer(order.uwv, "resultaatoordelen", nee)) == {("vervolg", "niet-mogelijk")}

    @pytest.mark.parametrize(("op", "status"), [("2025-11-30", 409), ("2025-12-01", 200)])
    async def test_werkbehoud_follows_from_the_day_of_the_plaatsing_on(
        self, api: Api, wijzer: Wijzer, op: str, status: int
    ) -> None:
        order = await met_werk(api, wijzer, "2025-09-01", "2025-11-30")
        wijzer.zet("2025-12-05T09:00:00Z")
        klant = order.nu["klantId"]
        werkbehoud = await nieuwe_order(api, "werkbehoud_loondienst", klant=klant, hervattingOp="2025-09-01")
        body = {
            "opdrachtnemerId": werkbehoud.firma.json()["id"],
            "inkooporderOp": op,
            "beschikkingOp": op,
            "uren": 18,
            "doorlooptijdMaanden": 3,
        }
        antwoord = await werkbehoud.probeer(werkbehoud.uwv, "verstrekkingen", body)
        assert antwoord.status_code == status
        assert status == 200 or strijd(antwoord) == "nog-geen-plaatsing"

    async def test_a_report_does_not_deny_work_that_is_recorded(self, api: Api, wijzer: Wijzer) -> None:
        order = await naar_werk(api)
        wijzer.zet("2025-10-07T09:00:00Z")
        await beeindig(await hervat(order, "2025-06-02"))
        body = {"rapport": rapport_voor("naar_werk", werkhervatting=False), "ontvangenOp": "2025-10-07"}
        antwoord = await order.probeer(order.opdrachtnemer, "eindrapportages", body)
        assert strijd(antwoord) == "werkhervatting-vastgelegd"

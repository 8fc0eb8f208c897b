"""Adjustments of a running service over HTTP: substantial ones, and those that UWV hears of."""

from typing import Any

import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen_orders import plan_voor
from tests.stappen_uitvoering import BIJSTELLING, besluit, lopend

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


def meer(uren: int = 41, maanden: int = 12, op: str = "2025-06-02", **anders: Any) -> dict[str, Any]:
    """More hours or months of Werkfit maken, with a whole plan that says so."""
    plan = plan_voor("werkfit_maken", doorlooptijdMaanden=maanden, afwijking="Er is meer begeleiding nodig.")
    plan["activiteiten"][0]["uren"] = f"{uren - 3}.00"
    return BIJSTELLING | {"gemeldOp": op, "uren": uren, "doorlooptijdMaanden": maanden, "plan": plan} | anders


class TestSubstantieleBijstelling:
    async def test_more_hours_and_months_wait_for_uwv_and_then_hold(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", meer(41, 18))
        een = order.nu["bijstellingen"][0]
        assert (een["substantieel"], een["bezwaarTot"], een["andereActiviteiten"]) == (True, None, True)
        assert (order.nu["inkoop"]["uren"], order.nu["einddatum"]) == (35, "2026-04-07")
        assert order.nu["verantwoording"]["toets"] == "uwv-bijstelling"
        wijzer.zet("2025-06-10T09:00:00Z")
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-06-10"))
        inkoop = order.nu["inkoop"]
        assert (inkoop["uren"], inkoop["doorlooptijdMaanden"]) == (41, 18)
        assert (inkoop["inkooporderOp"], inkoop["beschikkingOp"]) == ("2025-04-07", "2025-04-07")
        assert order.nu["einddatum"] == "2026-10-07"
        termijnen = await order.termijnen()
        assert termijnen["einde_dienst"]["uiterlijkOp"] == "2026-10-07"
        assert termijnen["evaluatiemoment"]["uiterlijkOp"] == "2025-10-07"

    async def test_a_refusal_needs_a_reason_and_leaves_everything(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", meer())
        nee = besluit(False, "2025-06-02")
        stil = nee | {"toelichting": None}
        assert fouten(await order.probeer(order.uwv, "bijstellingsbesluiten", stil)) == {("toelichting", "verplicht")}
        await order.stap(order.uwv, "bijstellingsbesluiten", nee)
        assert (order.nu["inkoop"]["uren"], order.nu["einddatum"]) == (35, "2026-04-07")
        assert strijd(await order.probeer(order.uwv, "bijstellingsbesluiten", nee)) == "al-besloten"
        await order.stap(order.opdrachtnemer, "bijstellingen", meer())
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-06-02", 2))
        assert order.nu["inkoop"]["uren"] == 41

    async def test_a_second_one_is_refused_with_the_reason(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", meer(38))
        tweede = await order.probeer(order.opdrachtnemer, "bijstellingen", meer(40))
        assert strijd(tweede) == "bijstelling-onbeslist"
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-06-02"))
        tweede = await order.probeer(order.opdrachtnemer, "bijstellingen", meer(42, 19))
        assert strijd(tweede) == "bijstelling-niet-toegestaan"
        assert [fout["detail"] for fout in tweede.json()["errors"]] == [
            "Een dienst kan 1 keer substantieel worden bijgesteld.",
            "42 uren is meer dan het maximum van 41.",
            "19 maanden is langer dan het maximum van 18.",
        ]
        await order.is_ongewijzigd()
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING | {"uren": 38})

    async def test_longer_only_where_the_own_duration_is_shorter_than_the_general_one(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02", "participatie_interventie")
        langer = meer(21, 6)
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", langer)
        assert "6 maanden is langer dan het maximum van 5." in antwoord.text
        assert strijd(antwoord) == "bijstelling-niet-toegestaan"

    async def test_a_scholing_bounds_what_can_be_asked(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(
            api, wijzer, "2025-06-02", "begeleiding_bij_scholing", scholingWeken=40, scholingMaanden=12
        )
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", meer(41))
        assert ("plan.activiteiten", "boven-maximum") in fouten(antwoord)

    async def test_werkbehoud_is_adjusted_without_a_plan(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02", "werkbehoud_loondienst")
        anders = BIJSTELLING | {"uren": 18, "doorlooptijdMaanden": 3}
        met_plan = anders | {"plan": plan_voor("werkfit_maken")}
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", met_plan)
        assert fouten(antwoord) == {("plan", "niet-van-toepassing")}
        await order.stap(order.opdrachtnemer, "bijstellingen", anders)
        te_lang = anders | {"doorlooptijdMaanden": 4}
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", te_lang)
        assert strijd(antwoord) == "bijstelling-niet-toegestaan"

    async def test_a_fixed_price_gets_no_hours(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02", "praktijkassessment")
        anders = BIJSTELLING | {"uren": 4, "doorlooptijdMaanden": 4}
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", anders)
        assert fouten(antwoord) == {("uren", "niet-van-toepassing")}
        assert "uwv.dienst" in antwoord.json()["errors"][0]["detail"]
        await order.stap(order.opdrachtnemer, "bijstellingen", anders | {"uren": None})
        assert order.nu["bijstellingen"][0]["uren"] is None

    async def test_agreement_that_comes_after_the_end_it_gives_is_too_late(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", meer(41, 6))
        wijzer.zet("2025-10-08T09:00:00Z")
        ja = besluit(True, "2025-10-08")
        assert strijd(await order.probeer(order.uwv, "bijstellingsbesluiten", ja)) == "einde-verstreken"
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-10-07"))
        assert order.nu["einddatum"] == "2025-10-07"

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"plan": None}, ("plan", "verplicht")),
            ({"uren": 40}, ("plan.activiteiten", "anders-dan-gevraagd")),
            ({"doorlooptijdMaanden": 13}, ("plan.doorlooptijdMaanden", "anders-dan-gevraagd")),
            ({"plan": {}}, ("plan.startsituatie", "plan-onvolledig")),
            ({"uren": None}, ("uren", "verplicht")),
            ({"gemeldOp": "2025-06-03"}, ("gemeldOp", "toekomst")),
            ({"gemeldOp": "2025-04-06"}, ("gemeldOp", "te-vroeg")),
            ({"doorlooptijdMaanden": 1}, ("doorlooptijdMaanden", "einde-verstreken")),
        ],
    )
    async def test_a_wrong_adjustment_changes_nothing(
        self, api: Api, wijzer: Wijzer, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        assert fout in fouten(await order.probeer(order.opdrachtnemer, "bijstellingen", meer() | anders))
        await order.is_ongewijzigd()


class TestGemeldeBijstelling:
    async def test_it_goes_on_and_uwv_can_decide_otherwise_through_the_fourteenth_day(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING)
        assert order.nu["bijstellingen"][0]["bezwaarTot"] == "2025-06-16"
        termijn = (await order.termijnen())["bijstellingsbezwaar"]
        assert (termijn["uiterlijkOp"], termijn["rol"]) == ("2025-06-16", "uwv")
        wijzer.zet("2025-06-17T09:00:00Z")
        te_laat = await order.probeer(order.uwv, "bijstellingsbesluiten", besluit(False, "2025-06-17"))
        assert strijd(te_laat) == "bezwaartermijn-voorbij"
        await order.is_ongewijzigd()
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(False, "2025-06-16"))
        assert order.nu["bijstellingen"][0]["besluit"]["akkoord"] is False
        termijn = (await order.termijnen())["bijstellingsbezwaar"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == ("gehaald", "2025-06-16")

    async def test_fewer_hours_or_months_leave_what_uwv_ordered(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        minder = BIJSTELLING | {"uren": 30, "doorlooptijdMaanden": 10, "andereActiviteiten": False}
        await order.stap(order.opdrachtnemer, "bijstellingen", minder)
        assert order.nu["bijstellingen"][0]["uren"] == 30
        assert (order.nu["inkoop"]["uren"], order.nu["einddatum"]) == (35, "2026-04-07")
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-06-02"))
        assert (order.nu["inkoop"]["uren"], order.nu["einddatum"]) == (35, "2026-04-07")

    async def test_several_run_beside_each_other_and_a_decision_is_on_one(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        for _ in range(2):
            await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING)
        await order.stap(order.uwv, "bijstellingsbesluiten", besluit(False, "2025-06-02", 2))
        assert [een["besluit"] is None for een in order.nu["bijstellingen"]] == [True, False]
        termijnen = await order.termijnen()
        assert termijnen["bijstellingsbezwaar"]["toestand"] == "lopend"
        assert termijnen["bijstellingsbezwaar_2"]["toestand"] == "gehaald"
        antwoord = await order.probeer(order.uwv, "bijstellingsbesluiten", besluit(True, "2025-06-02", 3))
        assert fouten(antwoord) == {("bijstelling", "onbekend")}

    async def test_what_changes_nothing_is_no_adjustment(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        niets = BIJSTELLING | {"andereActiviteiten": False}
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", niets)
        assert fouten(antwoord) == {("andereActiviteiten", "geen-wijziging")}
        await order.is_ongewijzigd()

    async def test_a_plan_that_comes_with_it_is_judged_too(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        plan = plan_voor("werkfit_maken", gezienOp="2025-06-03")
        antwoord = await order.probeer(order.opdrachtnemer, "bijstellingen", BIJSTELLING | {"plan": plan})
        assert fouten(antwoord) == {("plan.gezienOp", "toekomst")}
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING | {"plan": plan_voor("werkfit_maken")})

    async def test_on_the_last_day_nothing_is_adjusted_any_more(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2026-04-07")
        laat = BIJSTELLING | {"gemeldOp": "2026-04-07"}
        assert fouten(await order.probeer(order.opdrachtnemer, "bijstellingen", laat)) == {("gemeldOp", "te-laat")}
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING | {"gemeldOp": "2026-04-06"})

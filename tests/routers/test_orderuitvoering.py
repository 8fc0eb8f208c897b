"""A running service over HTTP: evaluation, adjustment and end, by the party whose step it is."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen_orders import Order, nieuwe_order, plan_voor

pytestmark = pytest.mark.anyio

ADVIES = {"gehoudenOp": "2025-10-07", "ontwikkelbaar": False, "advies": "Er is na zes maanden geen vooruitgang."}
BIJSTELLING = {
    "gemeldOp": "2025-06-02",
    "uren": 35,
    "doorlooptijdMaanden": 12,
    "andereActiviteiten": True,
    "reden": "De cliënt heeft meer aan individuele begeleiding.",
}


@pytest.fixture(autouse=True)
def _april(wijzer: Wijzer) -> None:
    wijzer.zet("2025-04-07T09:00:00Z")


def fouten(antwoord: httpx.Response) -> set[tuple[str, str]]:
    assert antwoord.status_code in (400, 409), antwoord.text
    return {(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]}


def strijd(antwoord: httpx.Response) -> str:
    assert antwoord.status_code == 409, antwoord.text
    return str(antwoord.json()["type"]).rsplit("/", 1)[-1]


async def ongewijzigd(order: Order) -> None:
    assert (await order.uwv.get(order.pad)).json() == order.nu


def meer(uren: int = 41, maanden: int = 12, op: str = "2025-06-02", **anders: Any) -> dict[str, Any]:
    """More hours or months of Werkfit maken, with a whole plan that says so."""
    plan = plan_voor("werkfit_maken", doorlooptijdMaanden=maanden, afwijking="Er is meer begeleiding nodig.")
    plan["activiteiten"][0]["uren"] = f"{uren - 3}.00"
    return BIJSTELLING | {"gemeldOp": op, "uren": uren, "doorlooptijdMaanden": maanden, "plan": plan} | anders


def besluit(akkoord: bool, op: str, nummer: int = 1, **anders: Any) -> dict[str, Any]:
    waarom = {} if akkoord else {"toelichting": "Dat past niet bij de cliënt."}
    return {"bijstelling": nummer, "akkoord": akkoord, "beslotenOp": op} | waarom | anders


async def lopend(api: Api, wijzer: Wijzer, op: str, dienst: str = "werkfit_maken", **rest: Any) -> Order:
    """A service that began on 7 April 2025, seen on a later day."""
    order = await (await nieuwe_order(api, dienst, **rest)).in_uitvoering()
    wijzer.zet(f"{op}T09:00:00Z")
    return order


class TestEvaluatie:
    async def test_an_advice_that_uwv_follows_ends_the_service_that_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        assert (await order.termijnen())["evaluatiemoment"]["toestand"] == "gehaald"
        wijzer.zet("2025-10-14T09:00:00Z")
        await order.stap(order.uwv, "evaluatiebesluiten", {"stoppen": True, "beslotenOp": "2025-10-13"})
        assert (order.nu["toestand"], order.nu["beeindigdOp"]) == ("beeindigd", "2025-10-13")
        assert order.nu["beeindiging"]["reden"] == "evaluatie"
        termijnen = await order.termijnen()
        assert (termijnen["einde_dienst"]["toestand"], termijnen["einde_dienst"]["afgedaanOp"]) == (
            "gehaald",
            "2025-10-13",
        )
        assert termijnen["eindrapportage"]["uiterlijkOp"] == "2025-10-27"

    async def test_an_advice_that_uwv_does_not_follow_changes_nothing(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        eind = order.nu["einddatum"]
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        nee = {"stoppen": False, "beslotenOp": "2025-10-07", "toelichting": "Er is wel vooruitgang."}
        await order.stap(order.uwv, "evaluatiebesluiten", nee)
        assert (order.nu["toestand"], order.nu["einddatum"], order.nu["beeindiging"]) == ("in_uitvoering", eind, None)
        assert strijd(await order.probeer(order.uwv, "evaluatiebesluiten", nee)) == "geen-advies"
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        assert len(order.nu["evaluaties"]) == 2

    async def test_a_client_who_can_be_developed_asks_no_decision(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-08")
        assert strijd(await order.probeer(order.uwv, "evaluatiebesluiten", _stop("2025-10-08"))) == "geen-advies"
        await order.stap(order.opdrachtnemer, "evaluaties", {"gehoudenOp": "2025-10-08", "ontwikkelbaar": True})
        assert (await order.termijnen())["evaluatiemoment"]["toestand"] == "gemist"
        assert strijd(await order.probeer(order.uwv, "evaluatiebesluiten", _stop("2025-10-08"))) == "geen-advies"

    async def test_one_advice_waits_at_a_time(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        assert strijd(await order.probeer(order.opdrachtnemer, "evaluaties", ADVIES)) == "advies-onbeslist"

    async def test_a_decision_after_the_last_day_ends_the_service_on_that_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2026-04-01")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES | {"gehoudenOp": "2026-04-01"})
        wijzer.zet("2026-04-20T09:00:00Z")
        await order.stap(order.uwv, "evaluatiebesluiten", _stop("2026-04-20"))
        assert (order.nu["einddatum"], order.nu["beeindigdOp"]) == ("2026-04-07", "2026-04-07")

    async def test_only_a_service_that_is_evaluated_has_the_step(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02", "naar_werk")
        assert strijd(await order.probeer(order.opdrachtnemer, "evaluaties", ADVIES)) == "stap-niet-toegestaan"

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"gehoudenOp": "2025-10-08"}, ("gehoudenOp", "toekomst")),
            ({"gehoudenOp": "2025-04-06"}, ("gehoudenOp", "te-vroeg")),
            ({"advies": None}, ("advies", "verplicht")),
            ({"ontwikkelbaar": True}, ("advies", "niet-van-toepassing")),
        ],
    )
    async def test_a_wrong_evaluation_changes_nothing(
        self, api: Api, wijzer: Wijzer, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        assert fouten(await order.probeer(order.opdrachtnemer, "evaluaties", ADVIES | anders)) == {fout}
        await ongewijzigd(order)

    async def test_a_day_of_the_evaluation_or_the_decision_out_of_order_changes_nothing(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        order = await lopend(api, wijzer, "2026-04-08")
        na = ADVIES | {"gehoudenOp": "2026-04-08"}
        assert fouten(await order.probeer(order.opdrachtnemer, "evaluaties", na)) == {("gehoudenOp", "na-einddatum")}
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        for dag, code in (("2026-04-09", "toekomst"), ("2025-10-06", "te-vroeg")):
            antwoord = await order.probeer(order.uwv, "evaluatiebesluiten", _stop(dag))
            assert fouten(antwoord) == {("beslotenOp", code)}
        await ongewijzigd(order)
        await order.stap(order.uwv, "evaluatiebesluiten", _stop("2025-10-07") | {"stoppen": False})
        eerder = ADVIES | {"gehoudenOp": "2025-10-06"}
        assert fouten(await order.probeer(order.opdrachtnemer, "evaluaties", eerder)) == {("gehoudenOp", "te-vroeg")}


def _stop(op: str) -> dict[str, Any]:
    return {"stoppen": True, "beslotenOp": op}


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
        await ongewijzigd(order)
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
        assert "vaste prijs: er komen geen uren bij" in antwoord.json()["errors"][0]["detail"]
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
        await ongewijzigd(order)


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
        await ongewijzigd(order)
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
        await ongewijzigd(order)

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


class TestBeeindiging:
    @pytest.mark.parametrize("partij", ["uwv", "opdrachtnemer"])
    async def test_either_party_ends_it_on_the_last_day_also_later(self, api: Api, wijzer: Wijzer, partij: str) -> None:
        order = await lopend(api, wijzer, "2026-04-06")
        einde = {"beeindigdOp": "2026-04-07", "reden": "doorlooptijd"}
        wie = getattr(order, partij)
        assert fouten(await order.probeer(wie, "beeindigingen", einde)) == {("beeindigdOp", "toekomst")}
        te_vroeg = einde | {"beeindigdOp": "2026-04-06"}
        assert fouten(await order.probeer(wie, "beeindigingen", te_vroeg)) == {("beeindigdOp", "te-vroeg")}
        wijzer.zet("2026-04-20T09:00:00Z")
        te_laat = einde | {"beeindigdOp": "2026-04-08"}
        assert fouten(await order.probeer(wie, "beeindigingen", te_laat)) == {("beeindigdOp", "na-einddatum")}
        await ongewijzigd(order)
        await order.stap(wie, "beeindigingen", einde)
        assert (order.nu["toestand"], order.nu["beeindigdOp"]) == ("beeindigd", "2026-04-07")
        termijnen = await order.termijnen()
        assert termijnen["einde_dienst"]["toestand"] == "gehaald"
        assert termijnen["evaluatiemoment"]["toestand"] == "gemist"
        assert termijnen["eindrapportage"]["uiterlijkOp"] == "2026-04-21"

    async def test_uwv_ends_it_early_when_the_result_is_reached(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        await order.stap(order.opdrachtnemer, "bijstellingen", BIJSTELLING)
        bereikt = {"beeindigdOp": "2025-06-02", "reden": "resultaat_bereikt", "toelichting": "Klaar voor werk."}
        antwoord = await order.probeer(order.opdrachtnemer, "beeindigingen", bereikt)
        assert antwoord.status_code == 403
        assert "Alleen UWV" in antwoord.json()["detail"]
        for dag, code in (("2025-06-01", "te-vroeg"), ("2025-04-06", "te-vroeg"), ("2025-06-03", "toekomst")):
            antwoord = await order.probeer(order.uwv, "beeindigingen", bereikt | {"beeindigdOp": dag})
            assert fouten(antwoord) == {("beeindigdOp", code)}
        await ongewijzigd(order)
        await order.stap(order.uwv, "beeindigingen", bereikt)
        assert order.nu["beeindiging"]["reden"] == "resultaat_bereikt"
        termijnen = await order.termijnen()
        assert {soort: een["toestand"] for soort, een in termijnen.items()}.items() >= {
            "einde_dienst": "gehaald",
            "evaluatiemoment": "vervallen",
            "bijstellingsbezwaar": "vervallen",
            "eindrapportage": "lopend",
        }.items()
        assert strijd(await order.probeer(order.uwv, "beeindigingen", bereikt)) == "stap-niet-toegestaan"

    @pytest.mark.parametrize("reden", ["evaluatie", "terugmelding"])
    async def test_what_follows_from_a_decision_is_no_reason_to_give(
        self, api: Api, wijzer: Wijzer, reden: str
    ) -> None:
        order = await lopend(api, wijzer, "2025-06-02")
        antwoord = await order.probeer(order.uwv, "beeindigingen", {"beeindigdOp": "2025-06-02", "reden": reden})
        assert fouten(antwoord) == {("reden", "niet-van-toepassing")}
        await ongewijzigd(order)


class TestWieDoetWat:
    @pytest.mark.parametrize(
        ("stap", "body", "mag_niet"),
        [
            ("evaluaties", ADVIES, "uwv"),
            ("evaluatiebesluiten", _stop("2025-10-07"), "opdrachtnemer"),
            ("bijstellingen", BIJSTELLING, "uwv"),
            ("bijstellingsbesluiten", besluit(True, "2025-10-07"), "opdrachtnemer"),
            ("beeindigingen", {"beeindigdOp": "2025-10-07", "reden": "doorlooptijd"}, "consulent"),
        ],
    )
    async def test_the_wrong_party_is_refused_and_another_firm_finds_nothing(
        self, api: Api, wijzer: Wijzer, stap: str, body: dict[str, Any], mag_niet: str
    ) -> None:
        ander = await (await nieuwe_order(api)).in_uitvoering()
        order = await lopend(api, wijzer, "2025-10-07")
        for wie in (getattr(order, mag_niet), order.consulent):
            assert (await order.probeer(wie, stap, body)).status_code == 403
        verwacht = 403 if mag_niet == "opdrachtnemer" else 404
        assert (await order.probeer(ander.opdrachtnemer, stap, body)).status_code == verwacht
        await ongewijzigd(order)

    @pytest.mark.parametrize(
        "stap", ["evaluaties", "evaluatiebesluiten", "bijstellingen", "bijstellingsbesluiten", "beeindigingen"]
    )
    async def test_nothing_of_it_goes_before_the_service_began(self, api: Api, stap: str) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        bodies = {
            "evaluaties": (order.opdrachtnemer, ADVIES),
            "evaluatiebesluiten": (order.uwv, _stop("2025-04-07")),
            "bijstellingen": (order.opdrachtnemer, BIJSTELLING),
            "bijstellingsbesluiten": (order.uwv, besluit(True, "2025-04-07")),
            "beeindigingen": (order.uwv, {"beeindigdOp": "2025-04-07", "reden": "doorlooptijd"}),
        }
        wie, body = bodies[stap]
        assert strijd(await order.probeer(wie, stap, body)) == "stap-niet-toegestaan"

"""The evaluation of a running service over HTTP: an advice to stop, and what UWV decides on it."""

from typing import Any

import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen_uitvoering import ADVIES, lopend, stop

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


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
        assert strijd(await order.probeer(order.uwv, "evaluatiebesluiten", stop("2025-10-08"))) == "geen-advies"
        await order.stap(order.opdrachtnemer, "evaluaties", {"gehoudenOp": "2025-10-08", "ontwikkelbaar": True})
        assert (await order.termijnen())["evaluatiemoment"]["toestand"] == "gemist"
        assert strijd(await order.probeer(order.uwv, "evaluatiebesluiten", stop("2025-10-08"))) == "geen-advies"

    async def test_one_advice_waits_at_a_time(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2025-10-07")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        assert strijd(await order.probeer(order.opdrachtnemer, "evaluaties", ADVIES)) == "advies-onbeslist"

    async def test_a_decision_after_the_last_day_ends_the_service_on_that_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await lopend(api, wijzer, "2026-04-01")
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES | {"gehoudenOp": "2026-04-01"})
        wijzer.zet("2026-04-20T09:00:00Z")
        await order.stap(order.uwv, "evaluatiebesluiten", stop("2026-04-20"))
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
        await order.is_ongewijzigd()

    async def test_a_day_of_the_evaluation_or_the_decision_out_of_order_changes_nothing(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        order = await lopend(api, wijzer, "2026-04-08")
        na = ADVIES | {"gehoudenOp": "2026-04-08"}
        assert fouten(await order.probeer(order.opdrachtnemer, "evaluaties", na)) == {("gehoudenOp", "na-einddatum")}
        await order.stap(order.opdrachtnemer, "evaluaties", ADVIES)
        for dag, code in (("2026-04-09", "toekomst"), ("2025-10-06", "te-vroeg")):
            antwoord = await order.probeer(order.uwv, "evaluatiebesluiten", stop(dag))
            assert fouten(antwoord) == {("beslotenOp", code)}
        await order.is_ongewijzigd()
        await order.stap(order.uwv, "evaluatiebesluiten", stop("2025-10-07") | {"stoppen": False})
        eerder = ADVIES | {"gehoudenOp": "2025-10-06"}
        assert fouten(await order.probeer(order.opdrachtnemer, "evaluaties", eerder)) == {("gehoudenOp", "te-vroeg")}

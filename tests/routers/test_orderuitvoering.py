"""The end of a running service over HTTP, and which party takes which step of it."""

from typing import Any

import pytest

from tests.api import Api, fouten, strijd
from tests.conftest import Wijzer
from tests.stappen_orders import nieuwe_order
from tests.stappen_uitvoering import ADVIES, BIJSTELLING, besluit, lopend, stop

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


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
        await order.is_ongewijzigd()
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
        await order.is_ongewijzigd()
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
        await order.is_ongewijzigd()


class TestWieDoetWat:
    @pytest.mark.parametrize(
        ("stap", "body", "mag_niet"),
        [
            ("evaluaties", ADVIES, "uwv"),
            ("evaluatiebesluiten", stop("2025-10-07"), "opdrachtnemer"),
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
        await order.is_ongewijzigd()

    @pytest.mark.parametrize(
        "stap", ["evaluaties", "evaluatiebesluiten", "bijstellingen", "bijstellingsbesluiten", "beeindigingen"]
    )
    async def test_nothing_of_it_goes_before_the_service_began(self, api: Api, stap: str) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        bodies = {
            "evaluaties": (order.opdrachtnemer, ADVIES),
            "evaluatiebesluiten": (order.uwv, stop("2025-04-07")),
            "bijstellingen": (order.opdrachtnemer, BIJSTELLING),
            "bijstellingsbesluiten": (order.uwv, besluit(True, "2025-04-07")),
            "beeindigingen": (order.uwv, {"beeindigdOp": "2025-04-07", "reden": "doorlooptijd"}),
        }
        wie, body = bodies[stap]
        assert strijd(await order.probeer(wie, stap, body)) == "stap-niet-toegestaan"

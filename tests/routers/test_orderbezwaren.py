"""An objection against the werkplan or the plan over HTTP: it suspends nothing unless UWV says so, and can end it."""

from typing import Any

import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen_onderbrekingen import BEGIN, BEZWAAR, GEGROND, geweigerd
from tests.stappen_orders import nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


class TestBezwaar:
    async def test_an_objection_suspends_nothing(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        voor = await order.termijnen()
        await order.stap(order.consulent, "bezwaren", BEZWAAR)
        assert "schort de uitvoering niet op" in order.nu["motivering"][0]["tekst"]
        assert await order.termijnen() == voor
        await order.stap(order.opdrachtnemer, "evaluaties", {"gehoudenOp": BEGIN, "ontwikkelbaar": True})

    async def test_unless_uwv_says_so_and_then_the_terms_run_on(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        voor = await order.termijnen()
        wijzer.op_dag("2025-04-14")
        schort_op = BEZWAAR | {"tegen": "reintegratieplan", "opgeschortVanaf": "2025-04-09"}
        antwoord = await order.probeer(order.consulent, "bezwaren", schort_op | {"toelichting": "Wacht."})
        assert antwoord.status_code == 403
        assert fouten(await order.probeer(order.uwv, "bezwaren", schort_op)) == {("toelichting", "verplicht")}
        await order.stap(order.uwv, "bezwaren", schort_op | {"toelichting": "De cliënt lijdt er schade van."})
        assert await order.termijnen() == voor
        evaluatie = {"gehoudenOp": "2025-04-09", "ontwikkelbaar": True}
        tekst = await geweigerd(order, "evaluaties", evaluatie, "uitvoering-opgeschort")
        assert "uwv.bezwaar" in tekst
        await order.stap(order.opdrachtnemer, "evaluaties", evaluatie | {"gehoudenOp": "2025-04-08"})
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": "2025-04-10"})
        beslissing = {"tegen": "reintegratieplan", "uitkomst": "ongegrond", "beslistOp": "2025-04-14"}
        await order.stap(order.uwv, "bezwaarbeslissingen", beslissing)
        await geweigerd(order, "evaluaties", evaluatie | {"gehoudenOp": "2025-04-13"}, "uitvoering-opgeschort")
        await order.stap(order.opdrachtnemer, "evaluaties", evaluatie | {"gehoudenOp": "2025-04-14"})

    async def test_a_suspended_service_takes_no_session_with_the_client(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        schort_op = BEZWAAR | {"opgeschortVanaf": BEGIN, "toelichting": "De cliënt lijdt er schade van."}
        await order.stap(order.uwv, "bezwaren", schort_op)
        sessie = {
            "gehoudenOp": BEGIN,
            "soort": "activiteit",
            "activiteit": "Training",
            "minuten": 60,
            "inkooporders": [order.nu["id"]],
        }
        antwoord = await order.opdrachtnemer.post("/begeleidingssessies", sessie)
        assert antwoord.status_code == 409, antwoord.text
        assert antwoord.json()["type"].endswith("/uitvoering-opgeschort")
        assert antwoord.json()["errors"][0]["path"] == "inkooporders[0]"
        antwoord = await order.opdrachtnemer.post("/begeleidingssessies", sessie | {"soort": "administratie"})
        assert antwoord.status_code == 201, antwoord.text

    async def test_won_and_to_stop_it_is_an_early_return(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.consulent, "bezwaren", BEZWAAR)
        await order.stap(order.uwv, "bezwaarbeslissingen", GEGROND)
        assert order.nu["toestand"] == "voortijdig_teruggemeld"
        (terugmelding,) = order.nu["terugmeldingen"]
        assert (terugmelding["reden"], terugmelding["besluit"]["akkoord"]) == ("bezwaar_gegrond", True)
        assert terugmelding["clientAkkoordOp"] is None
        assert (order.nu["beeindiging"]["reden"], order.nu["beeindigdOp"]) == ("terugmelding", BEGIN)
        assert (await order.termijnen())["eindrapportage"]["uiterlijkOp"] == "2025-04-21"
        await order.stap(order.consulent, "bezwaren", BEZWAAR)
        await geweigerd(order, "bezwaarbeslissingen", GEGROND, "dienst-al-beeindigd", wie="uwv")

    @pytest.mark.parametrize("dienst", ["werkfit_maken", "werkbehoud_loondienst"])
    async def test_won_before_the_service_begins_there_is_no_order(self, api: Api, dienst: str) -> None:
        order = await nieuwe_order(api, dienst)
        await order.stap(order.consulent, "bezwaren", BEZWAAR)
        await order.stap(order.uwv, "bezwaarbeslissingen", GEGROND)
        assert order.nu["toestand"] == "vervallen"
        assert order.nu["vervallenverklaring"]["reden"] == GEGROND["toelichting"]

    async def test_won_without_stopping_the_plan_can_be_handed_in_all_the_same(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        await order.stap(order.uwv, "bezwaren", BEZWAAR)
        await order.stap(order.uwv, "bezwaarbeslissingen", GEGROND | {"stoppen": False, "toelichting": None})
        assert order.nu["toestand"] == "opdracht_verstrekt"
        await order.met_plan()

    async def test_stopped_in_the_plan_phase_the_terms_of_the_plan_lapse(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        await order.stap(order.uwv, "bezwaren", BEZWAAR)
        wijzer.op_dag("2025-04-14")
        antwoord = await order.probeer(order.uwv, "bezwaarbeslissingen", GEGROND | {"beslistOp": "2025-04-15"})
        assert fouten(antwoord) == {("beslistOp", "toekomst")}
        await order.stap(order.uwv, "bezwaarbeslissingen", GEGROND)
        assert order.nu["toestand"] == "vervallen"
        assert (await order.termijnen())["reintegratieplan"]["toestand"] == "vervallen"

    async def test_a_service_is_not_stopped_before_it_began(self, api: Api) -> None:
        order = await nieuwe_order(api)
        await order.stap(order.uwv, "bezwaren", BEZWAAR | {"ingediendOp": "2025-04-01"})
        await order.in_uitvoering()
        antwoord = await order.probeer(order.uwv, "bezwaarbeslissingen", GEGROND | {"beslistOp": "2025-04-02"})
        assert fouten(antwoord) == {("beslistOp", "te-vroeg")}

    async def test_objections_run_one_per_document_and_are_decided_by_it(self, api: Api) -> None:
        order = await nieuwe_order(api)
        tegen_plan = BEZWAAR | {"tegen": "reintegratieplan"}
        await geweigerd(order, "bezwaren", tegen_plan, "geen-plan", wie="uwv")
        await order.in_uitvoering()
        await order.stap(order.uwv, "bezwaren", BEZWAAR)
        await order.stap(order.consulent, "bezwaren", tegen_plan)
        await geweigerd(order, "bezwaren", BEZWAAR, "bezwaar-loopt", wie="consulent")
        beslissing = {"tegen": "reintegratieplan", "uitkomst": "ingetrokken", "beslistOp": BEGIN}
        await order.stap(order.uwv, "bezwaarbeslissingen", beslissing)
        assert [een["beslissing"] is None for een in order.nu["bezwaren"]] == [True, False]
        await geweigerd(order, "bezwaarbeslissingen", beslissing, "geen-bezwaar", wie="uwv")

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"uitkomst": "ongegrond"}, ("stoppen", "niet-van-toepassing")),
            ({"toelichting": None}, ("toelichting", "verplicht")),
            ({"beslistOp": "2025-04-06"}, ("beslistOp", "te-vroeg")),
        ],
    )
    async def test_a_decision_that_cannot_be_changes_nothing(
        self, api: Api, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.uwv, "bezwaren", BEZWAAR)
        assert fouten(await order.probeer(order.uwv, "bezwaarbeslissingen", GEGROND | anders)) == {fout}
        await order.is_ongewijzigd()

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"ingediendOp": "2025-04-08"}, ("ingediendOp", "toekomst")),
            ({"tegen": "reintegratieplan", "ingediendOp": "2025-04-06"}, ("ingediendOp", "te-vroeg")),
            ({"opgeschortVanaf": "2025-04-06", "toelichting": "Wacht."}, ("opgeschortVanaf", "te-vroeg")),
            ({"opgeschortVanaf": "2025-04-08", "toelichting": "Wacht."}, ("opgeschortVanaf", "toekomst")),
        ],
    )
    async def test_an_objection_on_a_day_that_cannot_be_is_refused(
        self, api: Api, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        assert fouten(await order.probeer(order.uwv, "bezwaren", BEZWAAR | anders)) == {fout}

"""A client who is ill too long, moved or died is given back over HTTP, when UWV agrees."""

from typing import Any

import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen_onderbrekingen import BEGIN, VERHUISD, geweigerd, ziek_terug
from tests.stappen_orders import nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
OVERLEDEN = {"reden": "overlijden", "toelichting": "De cliënt is overleden.", "gemeldOp": BEGIN}


class TestZiekte:
    @pytest.mark.parametrize(
        ("dienst", "clientsoort", "te_kort", "terug_op"),
        [
            ("werkfit_maken", "zw", "2025-05-04", "2025-05-05"),
            ("werkfit_maken", "ww", "2025-07-06", "2025-07-07"),
            ("naar_werk", "ag", "2025-07-06", "2025-07-07"),
            ("werkbehoud_loondienst", "ww", "2025-05-04", "2025-05-05"),
            ("werkbehoud_zelfstandige", "ag", "2025-05-04", "2025-05-05"),
        ],
    )
    async def test_a_client_who_is_ill_too_long_is_given_back_and_not_a_day_before(
        self, api: Api, wijzer: Wijzer, dienst: str, clientsoort: str, te_kort: str, terug_op: str
    ) -> None:
        order = await (await nieuwe_order(api, dienst, clientsoort=clientsoort)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        assert order.nu["ziekteperioden"][0]["terugmeldenVanaf"] == terug_op
        assert order.nu["verantwoording"]["toets"] == "uwv-ziekte"
        herinnering = (await order.termijnen())["terugmelding"]
        assert (herinnering["uiterlijkOp"], herinnering["rol"]) == (terug_op, "opdrachtnemer")
        wijzer.op_dag(te_kort)
        tekst = await geweigerd(order, "terugmeldingen", ziek_terug(te_kort), "ziekte-nog-kort")
        assert "uwv.ziekte" in tekst
        wijzer.op_dag(terug_op)
        await order.stap(order.opdrachtnemer, "terugmeldingen", ziek_terug(terug_op))
        assert (await order.termijnen())["terugmelding"]["toestand"] == "gehaald"
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": terug_op})
        assert order.nu["toestand"] == "voortijdig_teruggemeld"

    async def test_a_shorter_illness_does_not_move_the_last_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        einddatum = order.nu["einddatum"]
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        wijzer.op_dag("2025-05-12")
        await order.stap(order.opdrachtnemer, "herstelmeldingen", {"hersteldOp": "2025-05-12"})
        assert order.nu["einddatum"] == einddatum
        termijnen = await order.termijnen()
        assert termijnen["einde_dienst"]["uiterlijkOp"] == einddatum
        assert termijnen["terugmelding"]["toestand"] == "vervallen"

    async def test_a_second_illness_counts_anew(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api, clientsoort="zw")).in_uitvoering()
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        wijzer.op_dag("2025-04-14")
        await order.stap(order.opdrachtnemer, "herstelmeldingen", {"hersteldOp": "2025-04-10"})
        await geweigerd(order, "ziekteperioden", {"ziekVan": "2025-04-09"}, "ziekteperiode-overlapt")
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": "2025-04-14"})
        assert (await order.termijnen())["terugmelding_2"]["uiterlijkOp"] == "2025-05-12"

    async def test_one_illness_runs_at_a_time_and_only_that_one_ends(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await geweigerd(order, "herstelmeldingen", {"hersteldOp": BEGIN}, "geen-ziekteperiode")
        await geweigerd(order, "terugmeldingen", ziek_terug(BEGIN), "geen-ziekteperiode")
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        await geweigerd(order, "ziekteperioden", {"ziekVan": BEGIN}, "ziekteperiode-open")

    @pytest.mark.parametrize(
        ("dag", "code"), [("2025-04-06", "te-vroeg"), ("2025-04-08", "toekomst"), ("2025-13-01", "dag")]
    )
    async def test_an_illness_falls_within_the_service(self, api: Api, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await order.probeer(order.opdrachtnemer, "ziekteperioden", {"ziekVan": dag})
        assert fouten(antwoord) == {("ziekVan", code)}

    async def test_an_illness_does_not_begin_after_the_last_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api, "werkbehoud_loondienst")).in_uitvoering()
        wijzer.op_dag("2025-07-08")
        antwoord = await order.probeer(order.opdrachtnemer, "ziekteperioden", {"ziekVan": "2025-07-08"})
        assert fouten(antwoord) == {("ziekVan", "na-einddatum")}

    @pytest.mark.parametrize(("dag", "code"), [(BEGIN, "te-vroeg"), ("2025-04-08", "toekomst")])
    async def test_recovery_comes_after_the_first_day_of_illness(self, api: Api, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        antwoord = await order.probeer(order.opdrachtnemer, "herstelmeldingen", {"hersteldOp": dag})
        assert fouten(antwoord) == {("hersteldOp", code)}


class TestTerugmelding:
    async def test_a_client_who_moved_is_given_back_when_uwv_agrees(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        assert order.nu["toestand"] == "in_uitvoering"
        wijzer.op_dag("2025-04-14")
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-04-14"})
        assert order.nu["toestand"] == "voortijdig_teruggemeld"
        assert (order.nu["beeindiging"]["reden"], order.nu["beeindigdOp"]) == ("terugmelding", "2025-04-14")
        termijnen = await order.termijnen()
        assert termijnen["einde_dienst"]["toestand"] == "gehaald"
        assert termijnen["evaluatiemoment"]["toestand"] == "vervallen"
        assert termijnen["eindrapportage"]["uiterlijkOp"] == "2025-04-28"

    async def test_the_dead_are_given_back_without_their_agreement(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await order.probeer(order.opdrachtnemer, "terugmeldingen", OVERLEDEN | {"clientAkkoordOp": BEGIN})
        assert fouten(antwoord) == {("clientAkkoordOp", "niet-van-toepassing")}
        await order.stap(order.opdrachtnemer, "terugmeldingen", OVERLEDEN)
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN})
        assert order.nu["terugmeldingen"][0]["clientAkkoordOp"] is None
        assert order.nu["toestand"] == "voortijdig_teruggemeld"

    async def test_refused_by_uwv_the_service_goes_on_and_the_client_can_be_given_back_later(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        await geweigerd(order, "terugmeldingen", VERHUISD, "terugmelding-loopt")
        nee = {"akkoord": False, "beslotenOp": BEGIN}
        assert fouten(await order.probeer(order.uwv, "terugmeldbesluiten", nee)) == {("toelichting", "verplicht")}
        await order.stap(order.uwv, "terugmeldbesluiten", nee | {"toelichting": "De reistijd is een half uur."})
        assert order.nu["toestand"] == "in_uitvoering"
        assert order.nu["beeindiging"] is None
        assert (await order.termijnen())["einde_dienst"]["toestand"] == "lopend"
        await geweigerd(
            order, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN}, "geen-terugmelding", wie="uwv"
        )
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)

    async def test_a_decision_after_the_last_day_does_not_make_the_service_longer(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        order = await (await nieuwe_order(api, "werkbehoud_loondienst")).in_uitvoering()
        wijzer.op_dag("2025-07-06")
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD | {"gemeldOp": "2025-07-06"})
        wijzer.op_dag("2025-07-20")
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-07-20"})
        assert order.nu["beeindigdOp"] == order.nu["einddatum"] == "2025-07-07"

    @pytest.mark.parametrize(
        ("anders", "fout"),
        [
            ({"reden": "bezwaar_gegrond"}, ("reden", "volgt-uit-bezwaar")),
            ({"clientAkkoordOp": None}, ("clientAkkoordOp", "verplicht")),
            ({"clientAkkoordOp": "2025-04-08"}, ("clientAkkoordOp", "na-melding")),
            ({"clientAkkoordOp": "2025-04-06"}, ("clientAkkoordOp", "te-vroeg")),
            ({"gemeldOp": "2025-04-06"}, ("gemeldOp", "te-vroeg")),
            ({"gemeldOp": "2025-04-08"}, ("gemeldOp", "toekomst")),
        ],
    )
    async def test_a_proposal_that_cannot_be_changes_nothing(
        self, api: Api, anders: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        assert fouten(await order.probeer(order.opdrachtnemer, "terugmeldingen", VERHUISD | anders)) == {fout}
        await order.is_ongewijzigd()

    @pytest.mark.parametrize(("dag", "code"), [("2025-04-07", "te-vroeg"), ("2025-04-15", "toekomst")])
    async def test_a_decision_comes_after_the_proposal(self, api: Api, wijzer: Wijzer, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        wijzer.op_dag("2025-04-14")
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD | {"gemeldOp": "2025-04-08"})
        antwoord = await order.probeer(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": dag})
        assert fouten(antwoord) == {("beslotenOp", code)}

"""What interrupts an inkooporder over HTTP: illness, early return, objection, signals, and who closes a reminder."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding
from tests.stappen_orders import Order, nieuwe_order

pytestmark = pytest.mark.anyio
BEGIN = "2025-04-07"
VERHUISD = {
    "reden": "verhuizing",
    "toelichting": "De reistijd is te lang geworden.",
    "clientAkkoordOp": BEGIN,
    "gemeldOp": BEGIN,
}
OVERLEDEN = {"reden": "overlijden", "toelichting": "De cliënt is overleden.", "gemeldOp": BEGIN}
BEZWAAR = {"tegen": "werkplan", "ingediendOp": BEGIN}
WEIGERT = {"soort": "weigert_medewerking", "gesignaleerdOp": BEGIN, "toelichting": "De cliënt komt niet."}
GEGROND = {
    "tegen": "werkplan",
    "uitkomst": "gegrond",
    "stoppen": True,
    "beslistOp": BEGIN,
    "toelichting": "Het werkplan past niet bij de cliënt.",
}


@pytest.fixture(autouse=True)
def _april(wijzer: Wijzer) -> None:
    op(wijzer, BEGIN)


def op(wijzer: Wijzer, dag: str) -> None:
    wijzer.zet(f"{dag}T09:00:00Z")


def ziek_terug(gemeld_op: str) -> dict[str, Any]:
    return VERHUISD | {"reden": "langdurige_ziekte", "clientAkkoordOp": gemeld_op, "gemeldOp": gemeld_op}


def fouten(antwoord: httpx.Response) -> set[tuple[str, str]]:
    assert antwoord.status_code == 400, antwoord.text
    return {(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]}


async def geweigerd(order: Order, stap: str, body: Any, code: str, *, wie: str = "opdrachtnemer") -> str:
    """A step that clashes with what is recorded, and changes nothing; gives what the refusal says."""
    antwoord = await order.probeer(getattr(order, wie), stap, body)
    assert antwoord.status_code == 409, antwoord.text
    assert antwoord.json()["type"].endswith(f"/{code}"), antwoord.text
    assert (await order.uwv.get(order.pad)).json() == order.nu
    tekst: str = antwoord.json()["detail"]
    return tekst


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
        op(wijzer, te_kort)
        tekst = await geweigerd(order, "terugmeldingen", ziek_terug(te_kort), "ziekte-nog-kort")
        assert "uwv.ziekte" in tekst
        op(wijzer, terug_op)
        await order.stap(order.opdrachtnemer, "terugmeldingen", ziek_terug(terug_op))
        assert (await order.termijnen())["terugmelding"]["toestand"] == "gehaald"
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": terug_op})
        assert order.nu["toestand"] == "voortijdig_teruggemeld"

    async def test_a_shorter_illness_does_not_move_the_last_day(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        einddatum = order.nu["einddatum"]
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        op(wijzer, "2025-05-12")
        await order.stap(order.opdrachtnemer, "herstelmeldingen", {"hersteldOp": "2025-05-12"})
        assert order.nu["einddatum"] == einddatum
        termijnen = await order.termijnen()
        assert termijnen["einde_dienst"]["uiterlijkOp"] == einddatum
        assert termijnen["terugmelding"]["toestand"] == "vervallen"

    async def test_a_second_illness_counts_anew(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api, clientsoort="zw")).in_uitvoering()
        await order.stap(order.opdrachtnemer, "ziekteperioden", {"ziekVan": BEGIN})
        op(wijzer, "2025-04-14")
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
        op(wijzer, "2025-07-08")
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
        op(wijzer, "2025-04-14")
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
        op(wijzer, "2025-07-06")
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD | {"gemeldOp": "2025-07-06"})
        op(wijzer, "2025-07-20")
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
        assert (await order.uwv.get(order.pad)).json() == order.nu

    @pytest.mark.parametrize(("dag", "code"), [("2025-04-07", "te-vroeg"), ("2025-04-15", "toekomst")])
    async def test_a_decision_comes_after_the_proposal(self, api: Api, wijzer: Wijzer, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        op(wijzer, "2025-04-14")
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD | {"gemeldOp": "2025-04-08"})
        antwoord = await order.probeer(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": dag})
        assert fouten(antwoord) == {("beslotenOp", code)}


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
        op(wijzer, "2025-04-14")
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
        op(wijzer, "2025-04-14")
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
        assert (await order.uwv.get(order.pad)).json() == order.nu

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


class TestSignaal:
    async def herinnering(self, order: Order) -> tuple[str, httpx.Response]:
        """Where the reminder of the last signal is closed, and an answer with its ETag."""
        termijn = (await order.termijnen())["signaal"]
        als = httpx.Response(200, headers={"ETag": f'"{termijn["versie"]}"'})
        return f"/termijnen/{termijn['id']}/afdoeningen", als

    async def test_a_client_who_refuses_is_reported_and_uwv_closes_the_reminder(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        termijn = (await order.termijnen())["signaal"]
        assert (termijn["rol"], termijn["uiterlijkOp"], termijn["regel"]) == ("uwv", BEGIN, "uwv.bezwaar")
        assert order.nu["motivering"][0]["keuze"]
        pad, als = await self.herinnering(order)
        gedaan = await order.uwv.post(pad, {"op": BEGIN, "toelichting": "De cliënt gebeld."}, als=als)
        assert gedaan.status_code == 200, gedaan.text
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        standen = {naam: termijn["toestand"] for naam, termijn in (await order.termijnen()).items()}
        assert (standen["signaal"], standen["signaal_2"]) == ("gehaald", "lopend")

    async def test_a_signal_is_still_seen_after_the_service_ended(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN})
        assert (await order.termijnen())["signaal"]["toestand"] == "lopend"

    async def test_multiple_problems_are_of_werkbehoud(self, api: Api) -> None:
        signaal = WEIGERT | {"soort": "multiproblematiek"}
        ander = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await ander.probeer(ander.opdrachtnemer, "signalen", signaal)
        assert fouten(antwoord) == {("soort", "niet-van-toepassing")}
        order = await (await nieuwe_order(api, "werkbehoud_loondienst")).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", signaal)
        assert (await order.termijnen())["signaal"]["regel"] == "uwv.multiproblematiek"

    @pytest.mark.parametrize(("dag", "code"), [("2025-04-06", "te-vroeg"), ("2025-04-08", "toekomst")])
    async def test_a_signal_comes_from_within_the_service(self, api: Api, dag: str, code: str) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        antwoord = await order.probeer(order.opdrachtnemer, "signalen", WEIGERT | {"gesignaleerdOp": dag})
        assert fouten(antwoord) == {("gesignaleerdOp", code)}

    async def test_only_uwv_closes_its_reminder_and_another_firm_does_not_find_it(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        ander = await (await nieuwe_order(api)).in_uitvoering()
        await order.stap(order.opdrachtnemer, "signalen", WEIGERT)
        pad, als = await self.herinnering(order)
        gedaan = {"op": BEGIN, "toelichting": "Gezien."}
        assert (await order.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 403
        assert (await order.consulent.post(pad, gedaan, als=als)).status_code == 403
        assert (await ander.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 404
        assert (await ander.opdrachtnemer.post(pad, gedaan)).status_code == 404
        assert (await order.uwv.post(pad, gedaan)).status_code == 428

    async def test_what_follows_a_step_is_not_closed_by_hand(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        termijn = (await order.termijnen())["einde_dienst"]
        als = httpx.Response(200, headers={"ETag": f'"{termijn["versie"]}"'})
        antwoord = await order.opdrachtnemer.post(
            f"/termijnen/{termijn['id']}/afdoeningen", {"op": BEGIN, "toelichting": "Klaar."}, als=als
        )
        assert antwoord.status_code == 409
        assert antwoord.json()["type"].endswith("/termijn-volgt-stap")
        assert "beëindiging" in antwoord.json()["detail"]

    async def test_terms_of_a_dossier_are_not_of_uwv_or_an_opdrachtnemer(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).met_opdracht()
        melding = (await nieuwe_melding(api, kanaal="digitaal")).json()
        lijst = (await api.coordinator.get("/termijnen", params={"onderwerpId": melding["id"]})).json()["resultaten"]
        assert lijst
        als = httpx.Response(200, headers={"ETag": '"1"'})
        gedaan = {"op": BEGIN, "toelichting": "Gezien."}
        for termijn in lijst:
            pad = f"/termijnen/{termijn['id']}/afdoeningen"
            assert (await order.opdrachtnemer.post(pad, gedaan, als=als)).status_code == 404
            assert (await order.uwv.post(pad, gedaan, als=als)).status_code == 403


STAPPEN: tuple[tuple[str, Any, str], ...] = (
    ("ziekteperioden", {"ziekVan": BEGIN}, "opdrachtnemer"),
    ("herstelmeldingen", {"hersteldOp": BEGIN}, "opdrachtnemer"),
    ("terugmeldingen", VERHUISD, "opdrachtnemer"),
    ("terugmeldbesluiten", {"akkoord": True, "beslotenOp": BEGIN}, "uwv"),
    ("bezwaren", BEZWAAR, "uwv consulent"),
    ("bezwaarbeslissingen", GEGROND, "uwv"),
    ("signalen", WEIGERT, "opdrachtnemer"),
)


@pytest.mark.parametrize(("stap", "body", "wie"), STAPPEN)
async def test_a_step_is_of_its_party_only(api: Api, stap: str, body: Any, wie: str) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    for partij in ("uwv", "opdrachtnemer", "consulent"):
        if partij not in wie.split():
            assert (await order.probeer(getattr(order, partij), stap, body)).status_code == 403
    if wie == "opdrachtnemer":
        ander = await (await nieuwe_order(api)).met_opdracht()
        assert (await order.probeer(ander.opdrachtnemer, stap, body)).status_code == 404
    assert (await order.uwv.get(order.pad)).json() == order.nu


@pytest.mark.parametrize(("stap", "body", "wie"), [een for een in STAPPEN if "bezwa" not in een[0]])
async def test_nothing_interrupts_a_service_that_has_not_begun(api: Api, stap: str, body: Any, wie: str) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    antwoord = await order.probeer(getattr(order, wie), stap, body)
    assert antwoord.status_code == 409
    assert antwoord.json()["toestand"] == "opdracht_verstrekt"

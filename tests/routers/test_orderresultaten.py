"""The end of an inkooporder over HTTP: every service to its judgement, end report, judged result."""

from typing import Any

import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen import nieuwe_opdrachtnemer
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


VERLOOP: dict[str, tuple[str, str | None]] = {
    "participatie_interventie": ("2025-09-07", "werkfit_maken"),
    "bevorderen_maatschappelijke_deelname": ("2025-09-07", "praktijkassessment"),
    "begeleiding_bij_scholing": ("2026-04-07", "geen_vervolg"),
    "werkfit_maken": ("2026-04-07", "naar_werk"),
    "naar_werk": ("2025-10-07", "werkbehoud"),
    "praktijkassessment": ("2025-08-07", "modulair"),
    "werkbehoud_loondienst": ("2025-07-07", None),
    "werkbehoud_zelfstandige": ("2025-07-07", None),
}
"""Of each service its last day and what follows."""


class TestLevensloop:
    @pytest.mark.parametrize("dienst", VERLOOP)
    async def test_every_service_comes_from_werkplan_to_judgement(self, api: Api, wijzer: Wijzer, dienst: str) -> None:
        einde, vervolg = VERLOOP[dienst]
        order = await nieuwe_order(api, dienst)
        gesprek = {"opdrachtnemerId": order.firma.json()["id"], "gesprokenOp": "2025-04-07", "gekozen": True}
        await order.stap(order.consulent, "orientatiegesprekken", gesprek)
        await order.in_uitvoering()
        wijzer.zet(f"{einde}T09:00:00Z")
        if dienst == "naar_werk":
            await hervat(order, "2025-06-02")
            await onderbreek(order, "2025-07-07", "2025-07-11", "ziekte")
        await beeindig(order)
        assert (order.nu["toestand"], order.nu["beeindigdOp"]) == ("beeindigd", einde)
        await rapporteer(order, einde, werkhervatting=dienst == "naar_werk")
        assert order.nu["toestand"] == "eindrapportage_ingediend"
        await oordeel(order, einde, vervolg)
        gezien = (await order.consulent.get(order.pad)).json()
        assert (gezien["toestand"], gezien["resultaat"], gezien["oordeelOp"]) == ("beoordeeld", "behaald", einde)
        assert "uwv.vervolg" in {grond["regel"] for grond in gezien["motivering"]}
        termijnen = await order.termijnen()
        assert termijnen["eindrapportage"]["toestand"] == "gehaald"
        assert "lopend" not in {termijn["toestand"] for termijn in termijnen.values()}
        assert (await order.probeer(order.uwv, "resultaatoordelen", {"behaald": True, "oordeelOp": einde})).json()[
            "toegestaan"
        ] == ["bezwaarbeslissing"]

    @pytest.mark.parametrize(
        ("dienst", "laatste"), [("naar_werk", "2025-11-04"), ("participatie_interventie", "2025-09-21")]
    )
    async def test_an_end_report_is_late_the_day_after_its_last_day(
        self, api: Api, wijzer: Wijzer, dienst: str, laatste: str
    ) -> None:
        order = await (await nieuwe_order(api, dienst)).in_uitvoering()
        wijzer.zet("2025-12-01T09:00:00Z")
        await beeindig(order)
        assert (await order.termijnen())["eindrapportage"]["uiterlijkOp"] == laatste
        laat = f"{laatste[:-2]}{int(laatste[-2:]) + 1:02}"
        await rapporteer(order, laat)
        assert (await order.termijnen())["eindrapportage"]["toestand"] == "gemist"


async def beeindigd(api: Api, wijzer: Wijzer, dienst: str = "werkfit_maken") -> Order:
    """A service that UWV ended on 1 July 2025 because its result was reached."""
    order = await (await nieuwe_order(api, dienst)).in_uitvoering()
    wijzer.zet("2025-07-01T09:00:00Z")
    return await beeindig(order, "2025-07-01", "resultaat_bereikt")


class TestEindrapportage:
    async def test_what_a_report_lacks_is_named_all_at_once(self, api: Api, wijzer: Wijzer) -> None:
        order = await beeindigd(api, wijzer)
        body = {"rapport": {"activiteiten": [{"omschrijving": "Training"}]}, "ontvangenOp": "2025-07-01"}
        antwoord = await order.probeer(order.opdrachtnemer, "eindrapportages", body)
        namen = {naam for naam in rapport_voor("werkfit_maken") if naam != "activiteiten"} | {"activiteiten[0].uren"}
        assert fouten(antwoord) == {(f"rapport.{naam}", "rapport-onvolledig") for naam in namen}
        assert all("uwv.eindrapportage" in fout["detail"] for fout in antwoord.json()["errors"])
        assert (await order.uwv.get(order.pad)).json() == order.nu

    @pytest.mark.parametrize(
        ("ontvangen", "akkoord", "fout"),
        [
            ("2025-06-30", "2025-06-30", ("ontvangenOp", "te-vroeg")),
            ("2025-07-02", "2025-07-01", ("ontvangenOp", "toekomst")),
            ("2025-07-01", "2025-04-06", ("rapport.urenAkkoordClientOp", "te-vroeg")),
            ("2025-07-01", "2025-07-02", ("rapport.urenAkkoordClientOp", "na-ontvangst")),
        ],
    )
    async def test_days_that_cannot_be_change_nothing(
        self, api: Api, wijzer: Wijzer, ontvangen: str, akkoord: str, fout: tuple[str, str]
    ) -> None:
        order = await beeindigd(api, wijzer)
        body = {"rapport": rapport_voor("werkfit_maken", urenAkkoordClientOp=akkoord), "ontvangenOp": ontvangen}
        assert fouten(await order.probeer(order.opdrachtnemer, "eindrapportages", body)) == {fout}
        assert (await order.uwv.get(order.pad)).json() == order.nu

    async def test_a_report_comes_after_the_end(self, api: Api) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        body = {"rapport": rapport_voor("werkfit_maken"), "ontvangenOp": "2025-04-07"}
        assert (await order.probeer(order.opdrachtnemer, "eindrapportages", body)).status_code == 409

    async def test_after_the_death_of_the_client_the_firm_reports_alone(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api, "naar_werk")).in_uitvoering()
        wijzer.zet("2025-07-01T09:00:00Z")
        melding = {"reden": "overlijden", "toelichting": "De cliënt is overleden.", "gemeldOp": "2025-07-01"}
        await order.stap(order.opdrachtnemer, "terugmeldingen", melding)
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-07-01"})
        van_client = ("visieClientVerloop", "visieClientResultaat", "urenAkkoordClientOp")
        await rapporteer(order, "2025-07-01", **dict.fromkeys(van_client))
        assert (await order.termijnen())["werkhervatting"]["toestand"] == "vervallen"
        await oordeel(order, "2025-07-01", behaald=False, toelichting="De cliënt is overleden.")
        assert order.nu["resultaat"] == "telt_niet_mee"


class TestOordeel:
    async def test_a_service_that_uwv_stopped_does_not_count(self, api: Api, wijzer: Wijzer) -> None:
        order = await (await nieuwe_order(api)).in_uitvoering()
        wijzer.zet("2025-10-07T09:00:00Z")
        advies = {"gehoudenOp": "2025-10-07", "ontwikkelbaar": False, "advies": "Er is geen vooruitgang."}
        await order.stap(order.opdrachtnemer, "evaluaties", advies)
        besluit = {"stoppen": True, "beslotenOp": "2025-10-07", "toelichting": "Eens met het advies."}
        await order.stap(order.uwv, "evaluatiebesluiten", besluit)
        zonder = {"rapport": rapport_voor("werkfit_maken", advies=None), "ontvangenOp": "2025-10-07"}
        antwoord = await order.probeer(order.opdrachtnemer, "eindrapportages", zonder)
        assert fouten(antwoord) == {("rapport.advies", "rapport-onvolledig")}
        await rapporteer(order, "2025-10-07")
        await oordeel(order, "2025-10-07", "geen_vervolg", behaald=False, toelichting="Niet werkfit te maken.")
        assert order.nu["resultaat"] == "telt_niet_mee"

    @pytest.mark.parametrize(
        ("body", "fout"),
        [
            ({"behaald": False, "vervolg": "geen_vervolg"}, ("toelichting", "verplicht")),
            ({"vervolg": None}, ("vervolg", "verplicht")),
            ({"vervolg": "modulair"}, ("vervolg", "niet-mogelijk")),
            ({"vervolg": "naar_werk", "oordeelOp": "2025-06-30"}, ("oordeelOp", "te-vroeg")),
            ({"vervolg": "naar_werk", "oordeelOp": "2025-07-02"}, ("oordeelOp", "toekomst")),
        ],
    )
    async def test_a_judgement_that_cannot_be_changes_nothing(
        self, api: Api, wijzer: Wijzer, body: dict[str, Any], fout: tuple[str, str]
    ) -> None:
        order = await rapporteer(await beeindigd(api, wijzer), "2025-07-01")
        antwoord = await order.probeer(
            order.uwv, "resultaatoordelen", {"behaald": True, "oordeelOp": "2025-07-01"} | body
        )
        assert fouten(antwoord) == {fout}
        assert (await order.uwv.get(order.pad)).json() == order.nu

    async def test_nothing_follows_werkbehoud(self, api: Api, wijzer: Wijzer) -> None:
        order = await rapporteer(await beeindigd(api, wijzer, "werkbehoud_loondienst"), "2025-07-01")
        body = {"behaald": True, "oordeelOp": "2025-07-01", "vervolg": "geen_vervolg"}
        assert fouten(await order.probeer(order.uwv, "resultaatoordelen", body)) == {("vervolg", "niet-mogelijk")}


class TestPartijen:
    async def test_each_step_is_of_one_party_and_of_one_firm(self, api: Api, wijzer: Wijzer) -> None:
        order = await beeindigd(api, wijzer, "naar_werk")
        ander = api.als_opdrachtnemer((await nieuwe_opdrachtnemer(api)).json()["kenmerk"])
        stappen: dict[str, dict[str, Any]] = {
            "werkhervattingen": {"hervattingOp": "2025-06-02"},
            "onderbrekingen": {"van": "2025-06-02", "reden": "ziekte"},
            "eindrapportages": {"rapport": rapport_voor("naar_werk"), "ontvangenOp": "2025-07-01"},
        }
        for stap, body in stappen.items():
            for wie in (order.uwv, order.consulent):
                assert (await order.probeer(wie, stap, body)).status_code == 403
            assert (await order.probeer(ander, stap, body)).status_code == 404
        oordeel_nu = {"behaald": False, "oordeelOp": "2025-07-01", "toelichting": "x"}
        for wie in (order.opdrachtnemer, order.consulent):
            assert (await order.probeer(wie, "resultaatoordelen", oordeel_nu)).status_code == 403

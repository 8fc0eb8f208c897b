"""Groepswisselingen over HTTP: assessed by the rules, decided by a person, handed over."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api, strijd
from tests.conftest import Wijzer
from tests.stappen import termijnen_van, types_in_tijdlijn
from tests.stappen_groepen import genomen_wisselbesluit, nieuwe_indeling, nieuwe_wisseling

pytestmark = pytest.mark.anyio
ONBEKEND = "01783a4f-7c00-7000-8000-000000000001"


async def beoordeel(api: Api, indeling: httpx.Response, **opgave: Any) -> httpx.Response:
    """Try to assess a change."""
    body = {"indelingId": indeling.json()["id"], "opgave": opgave}
    return await api.trajectconsulent.post("/groepswisselingen", body)


async def besluit(api: Api, wisseling: httpx.Response, naar: str | None = None, **anders: Any) -> httpx.Response:
    """Try to decide."""
    body = {"naar": naar, "reden": "Zo besproken."} | anders
    pad = f"/groepswisselingen/{wisseling.json()['id']}/besluiten"
    return await api.trajectconsulent.post(pad, body, als=wisseling)


async def draag_over(api: Api, wisseling: httpx.Response, **anders: Any) -> httpx.Response:
    """Try to hand over."""
    body = {"op": "2021-05-12", "naarMedewerker": "werkconsulent-twee", "verslag": "Kennisgemaakt."} | anders
    pad = f"/groepswisselingen/{wisseling.json()['id']}/overdrachten"
    return await api.trajectconsulent.post(pad, body, als=wisseling)


async def indeling_van(api: Api, klant: str) -> httpx.Response:
    """Read the placing that runs."""
    return await api.receptie.get(f"/klanten/{klant}/groepsindeling")


def pad_en_code(antwoord: httpx.Response) -> list[tuple[str, str]]:
    assert antwoord.status_code == 400, antwoord.text
    return [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]]


class TestBeoordelen:
    async def test_an_assessment_is_found_at_its_location_with_advice_and_reasons(self, api: Api) -> None:
        gemaakt = await nieuwe_wisseling(api, maandenTotWerk=48)
        gelezen = await api.werkconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        wisseling = gelezen.json()
        assert (wisseling["toestand"], wisseling["besluit"]) == ("beoordeeld", None)
        assert (wisseling["uitkomst"]["advies"], wisseling["uitkomst"]["naar"]) == ("wisselen", "faciliteren")
        assert [grond["regel"] for grond in wisseling["motivering"]] == [
            "iom.wisseling.groeien_belemmering",
            "iom.wisseling.gevolgen",
        ]

    async def test_group_first_day_and_extension_come_from_the_dossier(self, api: Api, wijzer: Wijzer) -> None:
        indeling = await nieuwe_indeling(api)
        wijzer.zet("2021-09-15T09:00:00Z")
        feiten = (await nieuwe_wisseling(api, indeling=indeling)).json()["feiten"]
        assert (feiten["huidigeGroep"], feiten["inGroepSinds"], feiten["verlengd"]) == ("matchen", "2021-03-15", False)

    async def test_of_one_placing_one_assessment_is_open(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api, keuze="groeien")
        antwoorden = await asyncio.gather(*(beoordeel(api, indeling) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409]
        assert strijd(await beoordeel(api, indeling)) == "wisseling-open"

    async def test_an_ended_and_an_unknown_placing_are_not_assessed(self, api: Api, wijzer: Wijzer) -> None:
        indeling = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=indeling), "zorgen")
        assert strijd(await beoordeel(api, indeling)) == "indeling-beeindigd"
        body = {"indelingId": ONBEKEND, "opgave": {}}
        assert (await api.trajectconsulent.post("/groepswisselingen", body)).status_code == 404

    async def test_three_roles_may_assess_and_the_reception_does_not_see_it(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api, keuze="groeien")
        body = {"indelingId": indeling.json()["id"], "opgave": {}}
        for rol in ("trajectconsulent", "werkconsulent", "inkomensconsulent"):
            gemaakt = await api.als(rol).post("/groepswisselingen", body)
            assert gemaakt.status_code == 201, rol
            await genomen_wisselbesluit(api, gemaakt)
        assert (await api.receptie.post("/groepswisselingen", body)).status_code == 403
        assert (await api.receptie.get("/groepswisselingen")).status_code == 403

    async def test_an_assessment_after_half_a_year_is_what_the_reminder_asked_for(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        indeling = await nieuwe_indeling(api)
        wijzer.zet("2021-09-14T09:00:00Z")
        await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=indeling))
        assert (await termijnen_van(api, indeling))["wisselbeoordeling"]["toestand"] == "lopend"
        wijzer.zet("2021-10-01T09:00:00Z")
        await nieuwe_wisseling(api, indeling=indeling)
        herinnering = (await termijnen_van(api, indeling))["wisselbeoordeling"]
        assert (herinnering["toestand"], herinnering["afgedaanOp"]) == ("gehaald", "2021-10-01")


class TestBesluiten:
    async def test_a_change_ends_one_placing_and_begins_the_next_without_a_gap(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        klant = oud.json()["klantId"]
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=oud, maandenTotWerk=48)
        gewisseld = await besluit(api, wisseling, "faciliteren")
        assert gewisseld.status_code == 200
        assert gewisseld.json()["toestand"] == "gewisseld"
        assert gewisseld.json()["besluit"]["afwijkend"] is False
        nieuw = (await indeling_van(api, klant)).json()
        assert nieuw["id"] == gewisseld.json()["nieuweIndelingId"]
        assert (nieuw["klasse"], nieuw["advies"], nieuw["geldigVan"]) == ("faciliteren", "faciliteren", "2021-05-10")
        assert (nieuw["wisselingId"], nieuw["meldingId"], nieuw["feiten"]) == (wisseling.json()["id"], None, None)
        assert nieuw["kickOff"] is True
        eerder = (await api.receptie.get(f"/groepsindelingen/{oud.json()['id']}")).json()
        assert eerder["geldigTot"] == "2021-05-09"
        assert (await types_in_tijdlijn(api, klant))[-4:] == [
            "groepswisseling.beoordeeld",
            "groepsindeling.beeindigd",
            "groepswisseling.gewisseld",
            "groepsindeling.vastgelegd",
        ]

    async def test_a_change_asks_for_a_three_way_talk(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        gewisseld = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=oud), "zorgen")
        overdracht = (await termijnen_van(api, gewisseld))["warme_overdracht"]
        assert (overdracht["rol"], overdracht["regel"]) == ("inkomensconsulent", "iom.wisseling.gevolgen")
        assert (await indeling_van(api, oud.json()["klantId"])).json()["kickOff"] is False

    async def test_going_against_the_advice_is_kept_with_its_reason(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=oud)
        gewisseld = await besluit(api, wisseling, "zorgen", reden="Langdurig opgenomen.")
        assert gewisseld.json()["besluit"]["afwijkend"] is True
        nieuw = (await indeling_van(api, oud.json()["klantId"])).json()
        assert (nieuw["advies"], nieuw["afwijkingReden"]) == ("groeien", "Langdurig opgenomen.")
        regels = [grond["regel"] for grond in nieuw["motivering"]]
        assert regels[-2:] == ["iom.ambitie.keuze", "iom.wisseling.gevolgen"]

    async def test_staying_against_the_advice_is_a_deviation_and_after_an_assessment_it_is_not(self, api: Api) -> None:
        tegen = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, maandenTotWerk=48))
        assert (tegen.json()["toestand"], tegen.json()["besluit"]["afwijkend"]) == ("gebleven", True)
        assert "iom.wisseling.gevolgen" not in [grond["regel"] for grond in tegen.json()["motivering"]]
        zorgen = await nieuwe_indeling(api, keuze="zorgen")
        vrij = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=zorgen, gemotiveerd=True))
        assert (vrij.json()["uitkomst"]["advies"], vrij.json()["besluit"]["afwijkend"]) == ("beoordelen", False)

    async def test_from_groeien_to_matchen_is_never_decided(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        antwoord = await besluit(api, await nieuwe_wisseling(api, indeling=oud, maandenTotWerk=3), "matchen")
        assert strijd(antwoord) == "groeien-matchen"
        assert "iom.wisseling.groeien_matchen" in antwoord.json()["detail"]

    async def test_a_decision_that_contradicts_itself_is_refused_with_the_field_named(self, api: Api) -> None:
        wisseling = await nieuwe_wisseling(api)
        assert pad_en_code(await besluit(api, wisseling, "groeien")) == [("naar", "zelfde-groep")]
        beide = await besluit(api, wisseling, "zorgen", verlengen=True)
        assert pad_en_code(beide) == [("verlengen", "verlengen-of-wisselen")]
        blijft = await besluit(api, wisseling, geldigVan="2021-03-15")
        assert pad_en_code(blijft) == [("geldigVan", "geen-wisseling")]
        later = await besluit(api, wisseling, "zorgen", geldigVan="2021-03-16")
        assert pad_en_code(later) == [("geldigVan", "toekomst")]
        assert pad_en_code(await besluit(api, wisseling, "zorgen", reden=""))[0][0] == "reden"

    async def test_the_first_day_may_lie_back_but_the_placing_keeps_a_day(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=oud)
        zelfde_dag = await besluit(api, wisseling, "zorgen", geldigVan="2021-03-15")
        assert strijd(zelfde_dag) == "indeling-begonnen"
        assert (await besluit(api, wisseling, "zorgen", geldigVan="2021-03-16")).status_code == 200
        assert (await indeling_van(api, oud.json()["klantId"])).json()["geldigVan"] == "2021-03-16"

    async def test_of_two_simultaneous_decisions_one_wins(self, api: Api, wijzer: Wijzer) -> None:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=oud)
        antwoorden = await asyncio.gather(*(besluit(api, wisseling, naar) for naar in ("zorgen", "faciliteren")))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]
        lijst = await api.receptie.get("/groepsindelingen", params={"klantId": oud.json()["klantId"]})
        assert [indeling["geldigTot"] for indeling in lijst.json()["resultaten"]] == [None, "2021-05-09"]

    async def test_it_needs_the_version_and_is_taken_once(self, api: Api) -> None:
        wisseling = await nieuwe_wisseling(api)
        pad = f"/groepswisselingen/{wisseling.json()['id']}/besluiten"
        body = {"naar": None, "reden": "Blijft."}
        assert (await api.trajectconsulent.post(pad, body)).status_code == 428
        genomen = await besluit(api, wisseling)
        assert (await besluit(api, wisseling)).status_code == 412
        nogmaals = await besluit(api, genomen)
        assert (strijd(nogmaals), nogmaals.json()["toestand"]) == ("stap-niet-toegestaan", "gebleven")
        assert (await api.fiatteur.post(pad, body, als=genomen)).status_code == 403
        onbekend = f"/groepswisselingen/{ONBEKEND}/besluiten"
        assert (await api.trajectconsulent.post(onbekend, body, als=genomen)).status_code == 404


class TestVerlengen:
    async def test_a_stay_in_matchen_is_prolonged_once(self, api: Api, wijzer: Wijzer) -> None:
        indeling = await nieuwe_indeling(api)
        wijzer.zet("2021-09-15T09:00:00Z")
        verlengd = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=indeling), verlengen=True)
        assert (verlengd.json()["toestand"], verlengd.json()["verlengdTot"]) == ("verlengd", "2021-12-15")
        termijnen = await termijnen_van(api, indeling)
        assert termijnen["verlenging"]["uiterlijkOp"] == "2021-12-15"
        assert termijnen["verlenging"]["regel"] == "iom.wisseling.matchen_verlenging"
        wijzer.zet("2021-12-15T09:00:00Z")
        opnieuw = await nieuwe_wisseling(api, indeling=indeling)
        assert opnieuw.json()["feiten"]["verlengd"] is True
        assert strijd(await besluit(api, opnieuw, verlengen=True)) == "geen-verlenging"
        assert (await termijnen_van(api, indeling))["verlenging"]["toestand"] == "gehaald"

    async def test_there_is_none_before_half_a_year_or_in_another_group(self, api: Api) -> None:
        for keuze in ("matchen", "groeien"):
            wisseling = await nieuwe_wisseling(api, indeling=await nieuwe_indeling(api, keuze=keuze))
            assert strijd(await besluit(api, wisseling, verlengen=True)) == "geen-verlenging"

    async def test_its_end_lapses_with_a_change(self, api: Api, wijzer: Wijzer) -> None:
        indeling = await nieuwe_indeling(api)
        wijzer.zet("2021-09-15T09:00:00Z")
        await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=indeling), verlengen=True)
        wijzer.zet("2021-10-15T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=indeling, extraNodig=True)
        await genomen_wisselbesluit(api, wisseling, "groeien")
        assert (await termijnen_van(api, indeling))["verlenging"]["toestand"] == "vervallen"


class TestOverdragen:
    async def _gewisseld(self, api: Api, wijzer: Wijzer) -> httpx.Response:
        oud = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        gewisseld = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=oud), "faciliteren")
        wijzer.zet("2021-05-12T09:00:00Z")
        return gewisseld

    async def test_the_three_way_talk_closes_the_change_and_its_reminder(self, api: Api, wijzer: Wijzer) -> None:
        gewisseld = await self._gewisseld(api, wijzer)
        overgedragen = await draag_over(api, gewisseld)
        assert overgedragen.status_code == 200
        assert overgedragen.json()["toestand"] == "overgedragen"
        assert overgedragen.json()["overdracht"]["naarMedewerker"] == "werkconsulent-twee"
        herinnering = (await termijnen_van(api, gewisseld))["warme_overdracht"]
        assert (herinnering["toestand"], herinnering["afgedaanOp"]) == ("gehaald", "2021-05-12")
        types = await types_in_tijdlijn(api, gewisseld.json()["klantId"])
        assert types[-1] == "groepswisseling.overgedragen"

    async def test_the_talk_lies_in_the_stay_and_not_ahead(self, api: Api, wijzer: Wijzer) -> None:
        gewisseld = await self._gewisseld(api, wijzer)
        assert pad_en_code(await draag_over(api, gewisseld, op="2021-05-13")) == [("op", "toekomst")]
        assert pad_en_code(await draag_over(api, gewisseld, op="2021-03-14")) == [("op", "voor-indeling")]

    async def test_it_comes_after_a_change_and_once(self, api: Api, wijzer: Wijzer) -> None:
        beoordeeld = await nieuwe_wisseling(api)
        antwoord = await draag_over(api, beoordeeld, op="2021-03-15")
        assert (strijd(antwoord), antwoord.json()["toegestaan"]) == ("stap-niet-toegestaan", ["besluit"])
        gewisseld = await self._gewisseld(api, wijzer)
        antwoorden = await asyncio.gather(*(draag_over(api, gewisseld) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]

    async def test_a_list_shows_a_klant_a_placing_or_a_state(self, api: Api, wijzer: Wijzer) -> None:
        gewisseld = (await self._gewisseld(api, wijzer)).json()

        async def ids(**vraag: str) -> list[str]:
            antwoord = await api.manager.get("/groepswisselingen", params=vraag)
            return [wisseling["id"] for wisseling in antwoord.json()["resultaten"]]

        for vraag in ({"klantId": gewisseld["klantId"]}, {"indelingId": gewisseld["indelingId"]}):
            assert await ids(**vraag) == [gewisseld["id"]]
            assert await ids(**vraag, toestand="beoordeeld") == []
        assert gewisseld["id"] in await ids(toestand="gewisseld")
        assert (await api.manager.get(f"/groepswisselingen/{ONBEKEND}")).status_code == 404

"""Groepsindelingen over HTTP that are corrected without loss."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen import besproken_melding, termijnen_van, types_in_tijdlijn
from tests.stappen_groepen import ONBEKEND, deel_in, genomen_wisselbesluit, nieuwe_indeling, nieuwe_wisseling, nu

pytestmark = pytest.mark.anyio


async def corrigeer(api: Api, indeling: httpx.Response, **correctie: Any) -> httpx.Response:
    """Try to correct a placing."""
    body = {"reden": "Verkeerd aangeklikt."} | correctie
    pad = f"/groepsindelingen/{indeling.json()['id']}/correcties"
    return await api.trajectconsulent.post(pad, body, als=indeling)


class TestCorrigeren:
    async def test_a_correction_takes_the_place_of_what_it_corrects(self, api: Api, wijzer: Wijzer) -> None:
        indeling = await nieuwe_indeling(api)
        wijzer.zet("2021-03-20T09:00:00Z")
        juist = await corrigeer(api, indeling, klasse="zorgen", afwijkingReden="Kan nu niets aan.")
        assert juist.status_code == 200
        assert (juist.json()["klasse"], juist.json()["advies"]) == ("zorgen", "matchen")
        assert juist.json()["kickOff"] is False
        assert juist.json()["overdracht"]["bellenUiterlijk"] == "2021-03-22"
        assert juist.json()["verantwoording"]["peildatum"] == "2021-03-15"
        termijnen = await termijnen_van(api, indeling)
        assert termijnen["wisselbeoordeling"]["toestand"] == "vervallen"
        assert termijnen["bellen_inkomensconsulent"]["toestand"] == "lopend"
        toen = await api.receptie.get(
            f"/groepsindelingen/{indeling.json()['id']}", params={"bekendOp": "2021-03-19T09:00:00Z"}
        )
        assert toen.json() == indeling.json()
        assert (await types_in_tijdlijn(api, indeling.json()["klantId"]))[-1] == "groepsindeling.gecorrigeerd"

    async def test_the_call_is_due_again_once_a_wrong_correction_is_undone(self, api: Api) -> None:
        indeling = await deel_in(api, await besproken_melding(api), keuze="zorgen", afwijkingReden="Kan nu niets aan.")
        elders = await corrigeer(api, indeling, klasse="groeien")
        assert (await termijnen_van(api, indeling))["bellen_inkomensconsulent"]["toestand"] == "vervallen"
        terug = await corrigeer(api, elders, klasse="zorgen")
        assert terug.status_code == 200
        bellen = (await termijnen_van(api, indeling))["bellen_inkomensconsulent"]
        assert (bellen["toestand"], bellen["uiterlijkOp"]) == ("lopend", "2021-03-22")

    async def test_a_reason_stays_as_long_as_the_choice_deviates(self, api: Api) -> None:
        melding = await besproken_melding(api)
        indeling = await deel_in(api, melding, keuze="groeien", afwijkingReden="Eerst herstel.")
        elders = await corrigeer(api, indeling, klasse="faciliteren")
        assert elders.json()["afwijkingReden"] == "Eerst herstel."
        volgens = await corrigeer(api, elders, klasse="matchen")
        assert volgens.json()["afwijkingReden"] is None
        opnieuw = await corrigeer(api, volgens, klasse="zorgen")
        assert fouten(opnieuw) == {("afwijkingReden", "verplicht")}

    async def test_a_first_day_moves_with_its_terms_but_not_before_the_melding_or_after_today(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        wijzer.zet("2021-03-20T09:00:00Z")
        indeling = await nieuwe_indeling(api)
        assert fouten(await corrigeer(api, indeling, geldigVan="2021-03-21")) == {("geldigVan", "toekomst")}
        assert fouten(await corrigeer(api, indeling, geldigVan="2021-03-14")) == {("geldigVan", "voor-melding")}
        assert fouten(await corrigeer(api, indeling)) == {("klasse", "geen-correctie")}
        juist = await corrigeer(api, indeling, geldigVan="2021-03-16")
        assert juist.json()["geldigVan"] == "2021-03-16"
        assert (await termijnen_van(api, indeling))["wisselbeoordeling"]["uiterlijkOp"] == "2021-09-16"

    async def test_the_placing_before_moves_along_and_keeps_a_day(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        gewisseld = await genomen_wisselbesluit(api, await nieuwe_wisseling(api, indeling=eerste), "faciliteren")
        tweede = await api.receptie.get(f"/groepsindelingen/{gewisseld.json()['nieuweIndelingId']}")
        te_vroeg = await corrigeer(api, tweede, geldigVan="2021-03-15")
        assert (te_vroeg.status_code, te_vroeg.json()["type"]) == (409, "/problemen/indeling-begonnen")
        for dag, tot in (("2021-04-01", "2021-03-31"), ("2021-05-05", "2021-05-04")):
            tweede = await corrigeer(api, tweede, geldigVan=dag)
            assert (tweede.json()["geldigVan"], (await nu(api, eerste)).json()["geldigTot"]) == (dag, tot)
        na_einde = await corrigeer(api, await nu(api, eerste), geldigVan="2021-05-05")
        assert fouten(na_einde) == {("geldigVan", "na-einde")}

    async def test_a_corrected_change_corrects_its_decision_too(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=eerste, maandenTotWerk=48)
        wisseling = await genomen_wisselbesluit(api, wisseling, "faciliteren")
        tweede = await api.receptie.get(f"/groepsindelingen/{wisseling.json()['nieuweIndelingId']}")
        assert (await corrigeer(api, tweede, klasse="matchen")).json()["type"] == "/problemen/groeien-matchen"
        assert fouten(await corrigeer(api, tweede, klasse="groeien")) == {("klasse", "zelfde-groep")}
        juist = await corrigeer(api, tweede, klasse="zorgen", afwijkingReden="Kan niet deelnemen.")
        assert (juist.json()["klasse"], juist.json()["kickOff"]) == ("zorgen", False)
        besloten = (await api.trajectconsulent.get(f"/groepswisselingen/{wisseling.json()['id']}")).json()
        assert (besloten["besluit"]["naar"], besloten["versie"]) == ("zorgen", wisseling.json()["versie"] + 1)
        assert besloten["motivering"] == juist.json()["motivering"]
        assert (await termijnen_van(api, wisseling))["warme_overdracht"]["rol"] == "inkomensconsulent"

    async def test_what_an_open_assessment_rests_on_is_not_corrected(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api, keuze="groeien")
        await nieuwe_wisseling(api, indeling=indeling)
        antwoord = await corrigeer(api, indeling, klasse="matchen", afwijkingReden="Toch.")
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/wisseling-open")

    async def test_it_needs_the_version_that_it_corrects(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api)
        pad = f"/groepsindelingen/{indeling.json()['id']}/correcties"
        body = {"reden": "Fout.", "klasse": "groeien", "afwijkingReden": "Herstel."}
        assert (await api.trajectconsulent.post(pad, body)).status_code == 428
        antwoorden = await asyncio.gather(*(api.trajectconsulent.post(pad, body, als=indeling) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]
        assert (await api.receptie.post(pad, body, als=indeling)).status_code == 403
        onbekend = f"/groepsindelingen/{ONBEKEND}/correcties"
        assert (await api.trajectconsulent.post(onbekend, body, als=indeling)).status_code == 404

"""Aanvragen over HTTP: received, listed, after the zoekperiode."""

import asyncio

import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_melding, termijnen_van, types_in_tijdlijn
from tests.stappen_aanvragen import (
    consulent,
    gescreende_aanvraag,
    gevraagde_aanvulling,
    nieuwe_aanvraag,
    nieuwe_jongere,
    standen,
    stap_in_aanvraag,
    volledige_aanvraag,
    voorgestelde_aanvraag,
)

pytestmark = pytest.mark.anyio


class TestOntvangen:
    async def test_a_received_application_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_aanvraag(api)
        gelezen = await api.inkomensconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        aanvraag = gelezen.json()
        assert aanvraag["toestand"] == "ontvangen"
        assert aanvraag["beslistermijn"] == {
            "uiterlijk": "2021-05-10",
            "opgeschorteDagen": 0,
            "streefdatum": "2021-04-12",
        }
        assert aanvraag["verantwoording"]["peildatum"] == "2021-03-15"
        assert [(grond["regel"], grond["keuze"]) for grond in aanvraag["motivering"]] == [
            ("iom.aanvraag.beslistermijn", False)
        ]

    async def test_the_decision_terms_of_the_melding_lapse_and_its_own_take_over(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        voor = standen(await termijnen_van(api, melding))
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        na = standen(await termijnen_van(api, melding))
        assert (na["besluit"][0], na["streefbesluit"][0]) == ("vervallen", "vervallen")
        assert na["screening"] == voor["screening"]
        eigen = {"besluit": voor["besluit"], "streefbesluit": voor["streefbesluit"]}
        assert standen(await termijnen_van(api, aanvraag)) == eigen

    async def test_the_term_counts_from_the_melding_however_late_the_application_is(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-04-06T09:00:00Z")
        aanvraag = await nieuwe_aanvraag(api, melding=melding, ontvangenOp="2021-04-06")
        assert aanvraag.json()["beslistermijn"]["uiterlijk"] == "2021-05-10"

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-melding"), ("2021-03-16", "toekomst")])
    async def test_a_day_before_the_melding_or_after_today_is_refused(self, api: Api, dag: str, code: str) -> None:
        melding = (await nieuwe_melding(api)).json()
        antwoord = await api.inkomensconsulent.post("/aanvragen", {"meldingId": melding["id"], "ontvangenOp": dag})
        assert antwoord.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("ontvangenOp", code)]

    async def test_a_melding_has_one_application(self, api: Api) -> None:
        melding = (await nieuwe_melding(api)).json()
        body = {"meldingId": melding["id"], "ontvangenOp": "2021-03-15"}
        antwoorden = await asyncio.gather(*(api.inkomensconsulent.post("/aanvragen", body) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409]
        types = {antwoord.json().get("type") for antwoord in antwoorden}
        assert "/problemen/aanvraag-bekend" in types

    async def test_an_unknown_melding_is_refused(self, api: Api) -> None:
        body = {"meldingId": "01783a4f-7c00-7000-8000-0000000000ff", "ontvangenOp": "2021-03-15"}
        assert (await api.inkomensconsulent.post("/aanvragen", body)).status_code == 404

    async def test_only_an_inkomensconsulent_receives(self, api: Api) -> None:
        body = {"meldingId": "01783a4f-7c00-7000-8000-0000000000ff", "ontvangenOp": "2021-03-15"}
        assert (await api.receptie.post("/aanvragen", body)).status_code == 403

    async def test_partners_share_one_application_in_both_dossiers(self, api: Api) -> None:
        klant, partner = [(await nieuwe_klant(api)).json()["id"] for _ in range(2)]
        await volledige_aanvraag(
            api, aanvraag=await nieuwe_aanvraag(api, melding=await nieuwe_melding(api, klant=klant, partner=partner))
        )
        verwacht = ["aanvraag.ontvangen", "aanvraag.gescreend", "aanvraag.volledig_verklaard"]
        for wie in (klant, partner):
            assert (await types_in_tijdlijn(api, wie))[-3:] == verwacht


class TestZoekperiode:
    async def test_receiving_is_allowed_and_the_term_is_marked_as_a_choice(self, api: Api) -> None:
        aanvraag = await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        assert [grond["keuze"] for grond in aanvraag.json()["motivering"]] == [True]
        navraag = (await termijnen_van(api, aanvraag))["navraag_werkconsulent"]
        assert (navraag["uiterlijkOp"], navraag["herinnering"]) == ("2021-04-13", True)
        assert navraag["regel"] == "iom.jongere.dienstverlening"

    async def test_through_its_last_day_the_application_is_not_handled(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await gescreende_aanvraag(
            api, aanvraag=await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        )
        body = {"volledigOp": "2021-03-15"}
        wijzer.zet("2021-04-12T21:59:59Z")
        te_vroeg = await consulent(api, aanvraag, "volledigverklaringen", body)
        assert (te_vroeg.status_code, te_vroeg.json()["type"]) == (409, "/problemen/zoekperiode-loopt")
        assert "wet.pw.zoekperiode" in te_vroeg.json()["detail"]
        wijzer.zet("2021-04-12T22:00:00Z")
        assert (await consulent(api, aanvraag, "volledigverklaringen", body)).status_code == 200

    async def test_what_comes_in_is_recorded_but_does_not_complete_it(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await nieuwe_aanvraag(api, melding=await nieuwe_jongere(api))
        gevraagd = await gevraagde_aanvulling(api, aanvraag=aanvraag)
        deel = {"aangevuldOp": "2021-03-15", "compleet": False}
        geheel = deel | {"compleet": True}
        assert (await consulent(api, gevraagd, "aanvullingen", geheel)).json()["type"] == "/problemen/zoekperiode-loopt"
        verder = await consulent(api, gevraagd, "aanvullingen", deel)
        assert verder.status_code == 200
        wijzer.zet("2021-04-13T09:00:00Z")
        compleet = await consulent(api, verder, "aanvullingen", geheel)
        assert (compleet.status_code, compleet.json()["beslistermijn"]["opgeschorteDagen"]) == (200, 0)


class TestVersies:
    async def test_a_step_needs_the_current_version(self, api: Api) -> None:
        eerste = await nieuwe_aanvraag(api)
        pad = f"/aanvragen/{eerste.json()['id']}/volledigverklaringen"
        body = {"volledigOp": "2021-03-15"}
        assert (await api.inkomensconsulent.post(pad, body)).status_code == 428
        await gescreende_aanvraag(api, aanvraag=eerste)
        assert (await api.inkomensconsulent.post(pad, body, als=eerste)).status_code == 412

    async def test_of_two_simultaneous_steps_one_wins(self, api: Api) -> None:
        voorgesteld = await voorgestelde_aanvraag(api)
        antwoorden = await asyncio.gather(
            *(
                stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", {"akkoord": True}, persoon=wie)
                for wie in ("een", "twee")
            )
        )
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [200, 412]

    async def test_an_unknown_application_is_not_found(self, api: Api) -> None:
        pad = "/aanvragen/01783a4f-7c00-7000-8000-0000000000ff"
        assert (await api.inkomensconsulent.get(pad)).status_code == 404


class TestBladeren:
    async def test_by_klant_by_melding_and_by_state(self, api: Api) -> None:
        eigen = (await volledige_aanvraag(api)).json()
        await nieuwe_aanvraag(api)

        async def ids(**vraag: str) -> list[str]:
            antwoord = await api.manager.get("/aanvragen", params=vraag)
            assert antwoord.status_code == 200, antwoord.text
            return [str(aanvraag["id"]) for aanvraag in antwoord.json()["resultaten"]]

        assert await ids(klantId=eigen["klantId"]) == [eigen["id"]]
        assert await ids(meldingId=eigen["meldingId"], toestand="volledig") == [eigen["id"]]
        assert await ids(meldingId=eigen["meldingId"], toestand="besloten") == []
        assert eigen["id"] in await ids(toestand="volledig")

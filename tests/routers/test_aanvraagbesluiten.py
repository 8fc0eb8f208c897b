"""Aanvragen over HTTP towards their decision: screen, propose, check, send."""

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding, nieuwe_screening, termijnen_van, types_in_tijdlijn
from tests.stappen_aanvragen import (
    besloten_aanvraag,
    consulent,
    gefiatteerde_aanvraag,
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
VOORSTEL = {"besluit": "toekennen", "onderbouwing": "Er is geen inkomen."}
ONBEHANDELD = {"besluit": "buiten_behandeling", "onderbouwing": "De stukken bleven uit."}


class TestScreenen:
    async def test_the_note_is_for_the_sociale_recherche_and_the_inkomensconsulent_only(self, api: Api) -> None:
        aanvraag = await gescreende_aanvraag(api, onderzoekNodig=True, notitie="Twee adressen.")
        assert aanvraag.json()["srScreening"]["notitie"] == "Twee adressen."
        pad, melding = f"/aanvragen/{aanvraag.json()['id']}", aanvraag.json()["meldingId"]
        for rol, ziet in (("sociaal_rechercheur", True), ("inkomensconsulent", True), ("fiatteur", False)):
            een = (await api.als(rol).get(pad)).json()
            lijst = (await api.als(rol).get("/aanvragen", params={"meldingId": melding})).json()["resultaten"]
            assert [("notitie" in deel["srScreening"]) for deel in (een, *lijst)] == [ziet, ziet]
            assert een["srScreening"]["onderzoekNodig"] is True

    async def test_the_note_is_not_in_the_answer_to_a_fiatteur_either(self, api: Api) -> None:
        gescreend = await gescreende_aanvraag(api, notitie="Twee adressen.")
        volledig = await consulent(api, gescreend, "volledigverklaringen", {"volledigOp": "2021-03-15"})
        voorgesteld = await voorgestelde_aanvraag(api, aanvraag=volledig)
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=voorgesteld)
        assert "Twee adressen." not in gefiatteerd.text

    async def test_no_proposal_without_it(self, api: Api) -> None:
        aanvraag = await consulent(
            api, await nieuwe_aanvraag(api), "volledigverklaringen", {"volledigOp": "2021-03-15"}
        )
        antwoord = await consulent(api, aanvraag, "voorstellen", VOORSTEL)
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/stap-niet-toegestaan"
        assert antwoord.json()["toestand"] == "volledig"
        assert antwoord.json()["toegestaan"] == ["aanvulverzoek", "sr_screening", "intrekking"]

    async def test_only_the_sociale_recherche_screens(self, api: Api) -> None:
        aanvraag = await nieuwe_aanvraag(api)
        assert (await consulent(api, aanvraag, "sr-screeningen", {"onderzoekNodig": False})).status_code == 403


class TestVoorstellen:
    async def test_a_proposal_is_the_fiatteurs_turn(self, api: Api) -> None:
        aanvraag = await voorgestelde_aanvraag(api)
        assert aanvraag.json()["toestand"] == "voorgesteld"
        rollen = {soort: termijn["rol"] for soort, termijn in (await termijnen_van(api, aanvraag)).items()}
        assert rollen == {"besluit": "fiatteur", "streefbesluit": "fiatteur", "voorschot": "inkomensconsulent"}
        nogmaals = await consulent(api, aanvraag, "voorstellen", VOORSTEL)
        assert (nogmaals.status_code, nogmaals.json()["toegestaan"]) == (409, ["controle", "intrekking"])

    async def test_unhandled_only_after_a_hersteltermijn_that_passed_unused(self, api: Api, wijzer: Wijzer) -> None:
        volledig = await consulent(api, await volledige_aanvraag(api), "voorstellen", ONBEHANDELD)
        assert (volledig.status_code, volledig.json()["type"]) == (409, "/problemen/hersteltermijn-niet-verstreken")
        gevraagd = await gevraagde_aanvulling(api, aanvraag=await gescreende_aanvraag(api), tot="2021-03-29")
        wijzer.zet("2021-03-29T21:00:00Z")
        assert (await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)).status_code == 409
        wijzer.zet("2021-03-29T22:00:00Z")
        toekennen = await consulent(api, gevraagd, "voorstellen", VOORSTEL)
        assert (toekennen.status_code, toekennen.json()["type"]) == (409, "/problemen/aanvraag-onvolledig")
        voorgesteld = await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)
        assert voorgesteld.status_code == 200
        termijnen = standen(await termijnen_van(api, voorgesteld))
        assert (termijnen["hersteltermijn"][0], termijnen["besluit"]) == ("gemist", ("lopend", "2021-05-25"))

    async def test_an_unhandled_application_given_back_is_as_incomplete_as_before(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gevraagd = await gevraagde_aanvulling(api, aanvraag=await gescreende_aanvraag(api), tot="2021-03-29")
        wijzer.zet("2021-03-30T09:00:00Z")
        voorgesteld = await consulent(api, gevraagd, "voorstellen", ONBEHANDELD)
        nee = {"akkoord": False, "toelichting": "Vraag het nog eens."}
        terug = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", nee)
        assert terug.json()["toestand"] == "aanvulling_gevraagd"
        termijnen = await termijnen_van(api, terug)
        assert standen(termijnen)["hersteltermijn"][0] == "gemist"
        assert (termijnen["besluit"]["toestand"], termijnen["besluit"]["rol"]) == ("lopend", "inkomensconsulent")
        assert (await gevraagde_aanvulling(api, aanvraag=terug, tot="2021-04-08")).status_code == 200


class TestControleren:
    async def test_nobody_checks_their_own_proposal(self, api: Api) -> None:
        voorgesteld = await stap_in_aanvraag(
            api, "inkomensconsulent", await volledige_aanvraag(api), "voorstellen", VOORSTEL, persoon="dubbelrol"
        )
        ja = {"akkoord": True}
        zelf = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", ja, persoon="dubbelrol")
        assert (zelf.status_code, zelf.json()["type"]) == (403, "/problemen/vier-ogen")
        ander = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", ja)
        assert (ander.status_code, ander.json()["toestand"]) == (200, "gefiatteerd")

    async def test_disagreement_needs_a_reason_and_gives_the_application_back(self, api: Api) -> None:
        voorgesteld = await voorgestelde_aanvraag(api)
        zonder = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", {"akkoord": False})
        assert [(fout["path"], fout["code"]) for fout in zonder.json()["errors"]] == [("toelichting", "verplicht")]
        nee = {"akkoord": False, "toelichting": "De norm klopt niet."}
        terug = await stap_in_aanvraag(api, "fiatteur", voorgesteld, "controles", nee)
        assert (terug.json()["toestand"], terug.json()["controle"]["akkoord"]) == ("volledig", False)

    async def test_who_gave_it_back_may_propose_anew_and_then_someone_else_checks(self, api: Api) -> None:
        nee = {"akkoord": False, "toelichting": "De norm klopt niet."}
        terug = await stap_in_aanvraag(
            api, "fiatteur", await voorgestelde_aanvraag(api), "controles", nee, persoon="invaller"
        )
        opnieuw = await stap_in_aanvraag(api, "inkomensconsulent", terug, "voorstellen", VOORSTEL, persoon="invaller")
        assert (opnieuw.status_code, opnieuw.json()["controle"]) == (200, None)
        assert (await gefiatteerde_aanvraag(api, aanvraag=opnieuw)).json()["toestand"] == "gefiatteerd"

    async def test_an_inkomensconsulent_does_not_check(self, api: Api) -> None:
        antwoord = await consulent(api, await voorgestelde_aanvraag(api), "controles", {"akkoord": True})
        assert antwoord.status_code == 403


class TestVerzenden:
    async def test_sending_decides_and_meets_the_terms(self, api: Api) -> None:
        aanvraag = await besloten_aanvraag(api)
        assert aanvraag.json()["toestand"] == "besloten"
        assert aanvraag.json()["verzending"]["besluit"] == "toekennen"
        termijnen = await termijnen_van(api, aanvraag)
        gedaan = {soort: (termijn["toestand"], termijn["afgedaanOp"]) for soort, termijn in termijnen.items()}
        assert gedaan == {
            "besluit": ("gehaald", "2021-03-15"),
            "streefbesluit": ("gehaald", "2021-03-15"),
            "voorschot": ("vervallen", None),
        }
        assert (await types_in_tijdlijn(api, aanvraag.json()["klantId"]))[-6:] == [
            "aanvraag.ontvangen",
            "aanvraag.gescreend",
            "aanvraag.volledig_verklaard",
            "aanvraag.voorgesteld",
            "aanvraag.gefiatteerd",
            "aanvraag.besloten",
        ]

    async def test_the_day_of_sending_decides_what_was_met(self, api: Api, wijzer: Wijzer) -> None:
        aanvraag = await gefiatteerde_aanvraag(api)
        wijzer.zet("2021-05-12T09:00:00Z")
        body = {"verzondenOp": "2021-05-10"}
        besloten = await stap_in_aanvraag(api, "fiatteur", aanvraag, "verzendingen", body)
        termijnen = standen(await termijnen_van(api, besloten))
        assert (termijnen["besluit"][0], termijnen["streefbesluit"][0]) == ("gehaald", "gemist")

    @pytest.mark.parametrize(("dag", "code"), [("2021-03-14", "voor-controle"), ("2021-03-16", "toekomst")])
    async def test_sending_lies_between_the_check_and_today(self, api: Api, dag: str, code: str) -> None:
        body = {"verzondenOp": dag}
        antwoord = await stap_in_aanvraag(api, "administratie", await gefiatteerde_aanvraag(api), "verzendingen", body)
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("verzondenOp", code)]

    async def test_after_a_decision_nothing_follows(self, api: Api) -> None:
        antwoord = await consulent(api, await besloten_aanvraag(api), "voorstellen", VOORSTEL)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, [])


class TestWatOpenstondBijHetBesluit:
    """Terms of klant and screening that the decision finds still running."""

    async def besluit(self, api: Api, wijzer: Wijzer, melding: httpx.Response, op: str) -> httpx.Response:
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        wijzer.zet(f"{op}T09:00:00Z")
        gefiatteerd = await gefiatteerde_aanvraag(
            api, aanvraag=await voorgestelde_aanvraag(api, aanvraag=await volledige_aanvraag(api, aanvraag=aanvraag))
        )
        besloten = await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", {"verzondenOp": op})
        assert besloten.status_code == 200, besloten.text
        return besloten

    @pytest.mark.parametrize(
        ("op", "voorschot", "inkomensafspraak"),
        [
            ("2021-03-29", "vervallen", "vervallen"),
            ("2021-03-30", "vervallen", "gemist"),
            ("2021-04-12", "vervallen", "gemist"),
            ("2021-04-13", "gemist", "gemist"),
        ],
    )
    async def test_what_was_overdue_is_missed_and_what_was_not_due_yet_lapses(
        self, api: Api, wijzer: Wijzer, op: str, voorschot: str, inkomensafspraak: str
    ) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        besloten = await self.besluit(api, wijzer, melding, op)
        van_de_aanvraag, van_de_screening = [await termijnen_van(api, stuk) for stuk in (besloten, screening)]
        gevonden = [van_de_aanvraag["voorschot"], van_de_screening["inkomensafspraak"]]
        assert [termijn["toestand"] for termijn in gevonden] == [voorschot, inkomensafspraak]
        assert {termijn["afgedaanOp"] for termijn in gevonden} == {None}

    async def test_papers_that_never_came_are_missed(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        aanvraag = await gevraagde_aanvulling(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        wijzer.zet("2021-03-30T09:00:00Z")
        gescreend = await gescreende_aanvraag(api, aanvraag=aanvraag)
        voorstel = await voorgestelde_aanvraag(api, aanvraag=gescreend, besluit="buiten_behandeling")
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=voorstel)
        await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", {"verzondenOp": "2021-03-30"})
        gevonden = await termijnen_van(api, screening)
        assert (gevonden["stukken"]["toestand"], gevonden["nabellen"]["toestand"]) == ("gemist", "vervallen")

    async def test_the_zoekperiode_was_kept_through_its_last_day(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_jongere(api)
        await self.besluit(api, wijzer, melding, "2021-04-20")
        termijn = (await termijnen_van(api, melding))["zoekperiode"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == ("gehaald", "2021-04-12")

    @pytest.mark.parametrize(("op", "toestand"), [("2021-03-15", "gehaald"), ("2021-03-16", "gemist")])
    async def test_the_signal_of_broodnood_is_met_or_missed(
        self, api: Api, wijzer: Wijzer, op: str, toestand: str
    ) -> None:
        melding = await nieuwe_melding(api, broodnood=True)
        await self.besluit(api, wijzer, melding, op)
        termijn = (await termijnen_van(api, melding))["broodnood"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == (toestand, op)

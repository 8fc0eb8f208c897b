"""Voorschotten of who applies without a screening, over HTTP: wet PW art. 52, rule iom.voorschot.verzoek."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_melding, nieuwe_screening, termijnen_van, types_in_tijdlijn, werk
from tests.stappen_aanvragen import (
    gefiatteerde_aanvraag,
    nieuwe_aanvraag,
    stap_in_aanvraag,
    volledige_aanvraag,
    voorgestelde_aanvraag,
)

pytestmark = pytest.mark.anyio

VOORSCHOT = {
    "verstrektOp": "2021-03-15",
    "bedrag": "967.90",
    "opVerzoek": True,
    "klantGeinformeerd": True,
    "leefvorm": "alleenstaand",
}


async def zonder_screening(api: Api, **anders: Any) -> httpx.Response:
    """The application of someone from VSO/PrO, who has no screening."""
    return await nieuwe_aanvraag(api, melding=await nieuwe_melding(api, vsoPro=True, **anders))


async def verstrek(api: Api, aanvraag: httpx.Response, **anders: Any) -> httpx.Response:
    return await stap_in_aanvraag(api, "inkomensconsulent", aanvraag, "voorschotten", VOORSCHOT | anders)


async def verstrek_bij_screening(api: Api, screening: httpx.Response, op: str) -> httpx.Response:
    body = {naam: waarde for naam, waarde in VOORSCHOT.items() if naam != "leefvorm"} | {"verstrektOp": op}
    pad = f"/screeningen/{screening.json()['id']}/voorschotten"
    antwoord = await api.inkomensconsulent.post(pad, body, als=screening)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


class TestVerstrekken:
    async def test_it_is_kept_with_the_decision_and_the_next_is_due_four_weeks_later(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        aanvraag = await zonder_screening(api)
        eerste = (await termijnen_van(api, aanvraag))["voorschot"]
        assert (eerste["uiterlijkOp"], eerste["toestand"]) == ("2021-04-12", "lopend")
        wijzer.zet("2021-03-17T09:00:00Z")
        na = await verstrek(api, aanvraag, verstrektOp="2021-03-17")
        assert (na.status_code, na.headers["ETag"]) == (200, '"2"')
        (voorschot,) = na.json()["voorschotten"]
        assert (voorschot["minimum"], voorschot["volgendeUiterlijk"]) == ("967.90", "2021-04-14")
        assert (voorschot["leefvorm"], voorschot["verantwoording"]["toets"]) == ("alleenstaand", "voorschot")
        assert voorschot["motivering"][0]["regel"] == "iom.voorschot.verzoek"
        assert (await api.manager.get(f"/aanvragen/{na.json()['id']}")).json() == na.json()
        volgende = (await termijnen_van(api, na))["voorschot"]
        velden = ("uiterlijkOp", "toestand", "basisOp", "id", "rol")
        verwacht = ["2021-04-14", "lopend", "2021-03-17", eerste["id"], "inkomensconsulent"]
        assert [volgende[veld] for veld in velden] == verwacht

    async def test_the_next_follows_the_last_one_given_in_whatever_order_they_are_recorded(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        aanvraag = await zonder_screening(api)
        wijzer.zet("2021-03-18T09:00:00Z")
        laatste = await verstrek(api, aanvraag, verstrektOp="2021-03-18")
        alsnog = await verstrek(api, laatste, verstrektOp="2021-03-16")
        assert [v["verstrektOp"] for v in alsnog.json()["voorschotten"]] == ["2021-03-18", "2021-03-16"]
        assert (await termijnen_van(api, alsnog))["voorschot"]["uiterlijkOp"] == "2021-04-15"

    @pytest.mark.parametrize(
        ("op_verzoek", "broodnood", "grond"),
        [
            (True, True, "iom.voorschot.verzoek"),
            (False, True, "iom.signaal.broodnood"),
            (False, False, "iom.voorschot.verzoek"),
        ],
    )
    async def test_it_shows_in_the_dossier_of_klant_and_partner_on_its_ground(
        self, api: Api, op_verzoek: bool, broodnood: bool, grond: str
    ) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding = await nieuwe_melding(api, partner=partner, vsoPro=True, broodnood=broodnood)
        na = await verstrek(
            api, await nieuwe_aanvraag(api, melding=melding), leefvorm="gehuwd", bedrag="1382.71", opVerzoek=op_verzoek
        )
        assert na.status_code == 200
        for klant in (na.json()["klantId"], partner):
            assert (await types_in_tijdlijn(api, klant))[-1] == "voorschot.verstrekt"
        audit = (await api.privacy.get(f"/klanten/{partner}/audit")).json()["resultaten"]
        assert audit[-1]["grond"] == grond

    async def test_the_handling_goes_on_beside_it(self, api: Api) -> None:
        voorgesteld = await voorgestelde_aanvraag(
            api, aanvraag=await volledige_aanvraag(api, aanvraag=await zonder_screening(api))
        )
        na = await verstrek(api, voorgesteld)
        assert (na.status_code, na.json()["toestand"]) == (200, "voorgesteld")
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=na)
        assert len(gefiatteerd.json()["voorschotten"]) == 1
        assert (await termijnen_van(api, gefiatteerd))["voorschot"]["toestand"] == "lopend"

    @pytest.mark.parametrize("broodnood", [False, True])
    async def test_the_next_one_stands_in_the_work_list_first_at_broodnood(self, api: Api, broodnood: bool) -> None:
        na = await verstrek(api, await zonder_screening(api, broodnood=broodnood))
        assert na.status_code == 200
        (regel,) = [
            regel
            for regel in await werk(api)
            if regel["termijn"]["onderwerpId"] == na.json()["id"] and regel["termijn"]["soort"] == "voorschot"
        ]
        assert (regel["termijn"]["uiterlijkOp"], regel["termijn"]["spoed"]) == ("2021-04-12", broodnood)

    async def test_one_under_the_minimum_has_a_reason_that_is_kept(self, api: Api) -> None:
        na = await verstrek(api, await zonder_screening(api), bedrag="350.00", toelichting="Heeft zelf inkomen.")
        assert na.status_code == 200, na.text
        (voorschot,) = na.json()["voorschotten"]
        velden = ("bedrag", "minimum", "toelichting")
        assert [voorschot[veld] for veld in velden] == ["350.00", "967.90", "Heeft zelf inkomen."]
        assert "€ 350,00 is lager dan het deel dat de wet noemt" in voorschot["motivering"][-1]["tekst"]

    @pytest.mark.parametrize(
        ("klant", "partner", "leefvorm"),
        [
            ("2001-06-05", None, "alleenstaand"),
            ("1953-01-01", None, "alleenstaand"),
            ("1987-06-05", "2001-06-05", "gehuwd"),
        ],
    )
    async def test_no_minimum_is_guarded_for_an_age_without_a_known_norm(
        self, api: Api, klant: str, partner: str | None, leefvorm: str
    ) -> None:
        wie = (await nieuwe_klant(api, geboortedatum=klant)).json()["id"]
        met = (await nieuwe_klant(api, geboortedatum=partner)).json()["id"] if partner else None
        na = await verstrek(
            api, await zonder_screening(api, klant=wie, partner=met), bedrag="350.00", leefvorm=leefvorm
        )
        assert na.status_code == 200, na.text
        (voorschot,) = na.json()["voorschotten"]
        assert (voorschot["minimum"], voorschot["toelichting"]) == (None, None)
        assert "wordt geen minimum bewaakt" in voorschot["motivering"][0]["tekst"]


class TestMetScreening:
    async def test_with_a_screening_it_belongs_there_which_the_refusal_names(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        antwoord = await verstrek(api, await nieuwe_aanvraag(api, melding=melding))
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/voorschot-bij-screening")
        assert screening.json()["id"] in antwoord.json()["detail"]

    @pytest.mark.parametrize(("op", "volgende"), [("2021-03-17", "2021-04-15"), ("2021-03-19", "2021-04-16")])
    @pytest.mark.parametrize("broodnood", [False, True])
    async def test_the_next_counts_those_given_before_the_talk_and_those_after(
        self, api: Api, wijzer: Wijzer, op: str, volgende: str, broodnood: bool
    ) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-03-19T09:00:00Z")
        aanvraag = await verstrek(api, await nieuwe_aanvraag(api, melding=melding), verstrektOp="2021-03-18")
        assert aanvraag.status_code == 200
        screening = await nieuwe_screening(api, melding=melding.json()["id"], broodnood=broodnood)
        termijn = (await termijnen_van(api, aanvraag))["voorschot"]
        assert (termijn["uiterlijkOp"], termijn["spoed"]) == ("2021-04-15", broodnood)
        assert "voorschot" not in await termijnen_van(api, screening)
        await verstrek_bij_screening(api, screening, op)
        termijn = (await termijnen_van(api, aanvraag))["voorschot"]
        assert (termijn["uiterlijkOp"], termijn["toestand"], termijn["spoed"]) == (volgende, "lopend", broodnood)


class TestGeweigerd:
    @pytest.mark.parametrize(
        ("anders", "pad", "code"),
        [
            ({"klantGeinformeerd": False}, "klantGeinformeerd", "niet-geinformeerd"),
            ({"verstrektOp": "2021-03-16"}, "verstrektOp", "toekomst"),
            ({"verstrektOp": "2021-03-14"}, "verstrektOp", "voor-melding"),
            ({"bedrag": "967.89"}, "toelichting", "verplicht"),
            ({"leefvorm": "samenwonend", "bedrag": "1382.70"}, "toelichting", "verplicht"),
        ],
    )
    async def test_one_untold_low_without_a_reason_or_on_a_wrong_day(
        self, api: Api, anders: dict[str, Any], pad: str, code: str
    ) -> None:
        antwoord = await verstrek(api, await zonder_screening(api), **anders)
        assert antwoord.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [(pad, code)]

    async def test_without_the_leefvorm_there_is_no_minimum(self, api: Api) -> None:
        aanvraag = await zonder_screening(api)
        body = {naam: waarde for naam, waarde in VOORSCHOT.items() if naam != "leefvorm"}
        antwoord = await stap_in_aanvraag(api, "inkomensconsulent", aanvraag, "voorschotten", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["leefvorm"]

    async def test_after_the_decision_and_what_was_due_lapses(self, api: Api) -> None:
        aanvraag = await volledige_aanvraag(api, aanvraag=await zonder_screening(api))
        gefiatteerd = await gefiatteerde_aanvraag(api, aanvraag=await voorgestelde_aanvraag(api, aanvraag=aanvraag))
        verzending = {"verzondenOp": "2021-03-15"}
        besloten = await stap_in_aanvraag(api, "administratie", gefiatteerd, "verzendingen", verzending)
        antwoord = await verstrek(api, besloten)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-voorschot-meer")
        assert (await termijnen_van(api, besloten))["voorschot"]["toestand"] == "vervallen"

    async def test_after_the_melding_was_withdrawn(self, api: Api) -> None:
        aanvraag = await zonder_screening(api)
        pad = f"/meldingen/{aanvraag.json()['meldingId']}"
        intrekking = {"ondertekendOp": "2021-03-15", "reden": "Heeft werk gevonden."}
        melding = await api.receptie.get(pad)
        assert (await api.receptie.post(f"{pad}/intrekkingen", intrekking, als=melding)).status_code == 200
        antwoord = await verstrek(api, await api.manager.get(f"/aanvragen/{aanvraag.json()['id']}"))
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-voorschot-meer")

    async def test_on_an_application_that_is_not_there(self, api: Api) -> None:
        pad = "/aanvragen/01783a4f-7c00-7000-8000-00000000dead/voorschotten"
        antwoord = await api.inkomensconsulent.post(pad, VOORSCHOT, koppen={"If-Match": '"1"'})
        assert antwoord.status_code == 404

    async def test_without_the_current_version(self, api: Api) -> None:
        aanvraag = await zonder_screening(api)
        pad = f"/aanvragen/{aanvraag.json()['id']}/voorschotten"
        assert (await api.inkomensconsulent.post(pad, VOORSCHOT)).status_code == 428
        assert (await verstrek(api, aanvraag)).status_code == 200
        assert (await verstrek(api, aanvraag)).status_code == 412

    @pytest.mark.parametrize("rol", ["receptie", "trajectconsulent", "fiatteur", "administratie", "bad"])
    async def test_by_anyone_but_the_inkomensconsulent(self, api: Api, rol: str) -> None:
        antwoord = await stap_in_aanvraag(api, rol, await zonder_screening(api), "voorschotten", VOORSCHOT)
        assert (antwoord.status_code, antwoord.json()["type"]) == (403, "/problemen/geen-recht")

"""What follows over HTTP when someone from another municipality needs no ambitiegesprek, and the reminder to decide."""

import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_afspraak, nieuwe_melding, nieuwe_screening, termijnen_van, werk
from tests.stappen_aanvragen import nieuwe_aanvraag, volledige_aanvraag, voorgestelde_aanvraag
from tests.stappen_gespreksbesluiten import (
    LOOPT,
    ZUTPHEN,
    begin_gesprek,
    besloten,
    besluit,
    gescreend,
    lees,
    toestanden,
)

pytestmark = pytest.mark.anyio


class TestNietNodig:
    async def test_the_melding_ends_and_makes_room_for_a_new_one(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        antwoord = await besloten(api, melding, nodig=False)
        assert antwoord.json()["stand"] == "geen_ambitiegesprek"
        nogmaals = await besluit(api.inkomensconsulent, antwoord, nodig=True)
        assert (nogmaals.status_code, nogmaals.json()["toegestaan"]) == (409, [])
        assert (await begin_gesprek(api, melding)).status_code == 409
        await nieuwe_melding(api, klant=melding.json()["klantId"])

    async def test_terms_of_the_talk_lapse_and_those_of_the_application_run_on(self, api: Api) -> None:
        melding, screening = await gescreend(api)
        await besloten(api, melding, nodig=False)
        van_screening = await toestanden(api, screening)
        assert {soort for soort, toestand in van_screening.items() if toestand == "vervallen"} >= {"ambitiegesprek"}
        assert "diagnose" not in van_screening or van_screening["diagnose"] == "vervallen"
        assert [van_screening[soort] for soort in ("stukken", "nabellen", "inkomensafspraak")] == [LOOPT] * 3
        van_melding = await toestanden(api, melding)
        assert (van_melding["besluit"], van_melding["streefbesluit"]) == (LOOPT, LOOPT)

    async def test_an_application_is_received_and_decided_as_before(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        melding = await besloten(api, melding, nodig=False)
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        voorstel = await voorgestelde_aanvraag(api, aanvraag=await volledige_aanvraag(api, aanvraag=aanvraag))
        assert voorstel.json()["toestand"] == "voorgesteld"

    async def test_an_application_that_runs_goes_on(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        aanvraag = await nieuwe_aanvraag(api, melding=melding)
        await besloten(api, melding, nodig=False)
        assert LOOPT in (await toestanden(api, aanvraag)).values()
        assert (await volledige_aanvraag(api, aanvraag=aanvraag)).status_code == 200

    async def test_the_income_appointment_can_still_be_planned(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        await nieuwe_afspraak(api, await besloten(api, melding, nodig=False), soort="inkomensafspraak")

    async def test_a_corrected_birth_date_still_moves_what_the_application_waits_for(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        await besloten(api, melding, nodig=False)
        klant = await api.inkomensconsulent.get(f"/klanten/{melding.json()['klantId']}")
        pad = f"/klanten/{klant.json()['id']}"
        antwoord = await api.inkomensconsulent.patch(pad, {"geboortedatum": "2000-01-01"}, als=klant)
        assert antwoord.status_code == 200, antwoord.text
        assert (await toestanden(api, melding))["zoekperiode"] == LOOPT
        assert (await lees(api, melding)).json()["stand"] == "geen_ambitiegesprek"


class TestHerinnering:
    async def test_the_inkomensconsulent_is_reminded_on_the_day_of_the_screening(self, api: Api) -> None:
        melding, screening = await gescreend(api, broodnood=True)
        termijn = (await termijnen_van(api, screening))["gespreksbesluit"]
        assert (termijn["regel"], termijn["rol"]) == ("iom.centrumgemeente.ambitie", "inkomensconsulent")
        assert (termijn["uiterlijkOp"], termijn["herinnering"], termijn["spoed"]) == ("2021-03-15", True, True)
        assert termijn["id"] in {regel["termijn"]["id"] for regel in await werk(api)}
        await besloten(api, melding, nodig=True)
        assert termijn["id"] not in {regel["termijn"]["id"] for regel in await werk(api)}
        gedaan = (await termijnen_van(api, screening))["gespreksbesluit"]
        assert (gedaan["toestand"], gedaan["afgedaanOp"]) == ("gehaald", "2021-03-15")

    async def test_only_the_decision_closes_it(self, api: Api) -> None:
        _, screening = await gescreend(api)
        termijn_id = (await termijnen_van(api, screening))["gespreksbesluit"]["id"]
        termijn = await api.inkomensconsulent.get(f"/termijnen/{termijn_id}")
        body = {"op": "2021-03-15", "toelichting": "Besloten."}
        antwoord = await api.inkomensconsulent.post(f"/termijnen/{termijn_id}/afdoeningen", body, als=termijn)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/termijn-volgt-stap")
        assert "ambitiegesprek nodig is" in antwoord.json()["detail"]

    async def test_it_lapses_with_the_withdrawal(self, api: Api) -> None:
        melding, screening = await gescreend(api)
        getekend = {"ondertekendOp": "2021-03-15", "reden": "Heeft werk."}
        await api.receptie.post(f"/meldingen/{melding.json()['id']}/intrekkingen", getekend, als=melding)
        assert (await toestanden(api, screening))["gespreksbesluit"] == "vervallen"

    async def test_a_proposed_rejection_asks_for_the_decision_once_it_is_refused(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        melding = await nieuwe_melding(api, **ZUTPHEN)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], wekenGewerktVan36=26)
        assert "gespreksbesluit" not in await termijnen_van(api, screening)
        wijzer.zet("2021-03-17T09:00:00Z")
        body = {"akkoord": False, "toelichting": "De WW is al op."}
        nu = await lees(api, melding)
        antwoord = await api.fiatteur.post(f"/meldingen/{nu.json()['id']}/afwijzingen", body, als=nu)
        assert antwoord.status_code == 200, antwoord.text
        termijnen = await termijnen_van(api, screening)
        assert (termijnen["gespreksbesluit"]["uiterlijkOp"], termijnen["ambitiegesprek"]["toestand"]) == (
            "2021-03-17",
            LOOPT,
        )
        assert (await besloten(api, melding, nodig=False)).json()["stand"] == "geen_ambitiegesprek"

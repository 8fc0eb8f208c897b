"""Deciding over HTTP whether someone from another municipality needs an ambitiegesprek."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    afgerond_ambitiegesprek,
    nieuw_ambitiegesprek,
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    termijnen_van,
    types_in_tijdlijn,
)
from tests.stappen_gespreksbesluiten import (
    LOOPT,
    REDEN,
    ZUTPHEN,
    begin_gesprek,
    besloten,
    besluit,
    gescreend,
    lees,
    toestanden,
)
from tests.stappen_groepen import nieuwe_indeling

pytestmark = pytest.mark.anyio


class TestVolgorde:
    async def test_before_the_decision_there_is_no_ambitiegesprek(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        antwoord = await begin_gesprek(api, melding)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/stap-niet-toegestaan")
        assert antwoord.json()["toestand"] == "gescreend"
        assert antwoord.json()["toegestaan"] == ["gespreksbesluit", "intrekking"]

    async def test_before_the_decision_it_is_not_planned_but_the_income_appointment_is(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        body = {"klantId": melding.json()["klantId"], "meldingId": melding.json()["id"], "soort": "ambitiegesprek"}
        body |= {"begin": "2021-03-17T09:00:00Z", "wijze": "fysiek", "medewerker": f"van-{melding.json()['id']}"}
        antwoord = await api.receptie.post("/afspraken", body)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, ["inkomensafspraak"])
        await nieuwe_afspraak(api, melding, soort="inkomensafspraak")

    async def test_before_the_screening_there_is_nothing_to_decide(self, api: Api) -> None:
        antwoord = await besluit(api.inkomensconsulent, await nieuwe_melding(api, **ZUTPHEN), nodig=True)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, ["screening", "intrekking"])

    @pytest.mark.parametrize(
        "anders",
        [
            {"adres": "vast", "herkomstgemeente": "Zutphen"},
            {"adres": "geen"},
            {"adres": "geen", "herkomstgemeente": "Deventer"},
        ],
    )
    async def test_for_anyone_else_the_ambitiegesprek_follows_by_itself(self, api: Api, anders: dict[str, str]) -> None:
        melding = await nieuwe_melding(api, **anders)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert "gespreksbesluit" not in await termijnen_van(api, screening)
        antwoord = await besluit(api.inkomensconsulent, await lees(api, melding), nodig=False)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, ["ambitiegesprek", "intrekking"])
        assert (await begin_gesprek(api, melding)).status_code == 201

    async def test_without_a_screening_there_is_nothing_to_decide(self, api: Api) -> None:
        klant = (await nieuwe_klant(api, geboortedatum="2003-01-01")).json()["id"]
        melding = await nieuwe_melding(api, klant=klant, vsoPro=True, **ZUTPHEN)
        antwoord = await besluit(api.inkomensconsulent, melding, nodig=False)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, ["ambitiegesprek", "intrekking"])
        assert (await begin_gesprek(api, melding)).status_code == 201


class TestNodig:
    async def test_the_decision_stands_on_the_melding_and_opens_the_talk(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        antwoord = await besluit(api.inkomensconsulent, melding, nodig=True)
        assert (antwoord.status_code, antwoord.json()["stand"]) == (200, "gescreend")
        assert antwoord.json()["versie"] == melding.json()["versie"] + 1
        assert antwoord.json()["gespreksbesluiten"] == [
            {
                "klantId": melding.json()["klantId"],
                "nodig": True,
                "toelichting": REDEN,
                "door": antwoord.json()["gespreksbesluiten"][0]["door"],
                "op": "2021-03-15T09:00:00Z",
            }
        ]
        assert antwoord.json()["gespreksbesluiten"][0]["door"].endswith("|inkomensconsulent-een")
        assert (await lees(api, melding)).json() == antwoord.json()
        await nieuwe_afspraak(api, antwoord, soort="ambitiegesprek")
        await nieuwe_indeling(api, melding=await _besproken(api, melding), keuze="groeien")

    async def test_the_journal_names_the_rule(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        klant = melding.json()["klantId"]
        await besloten(api, melding, nodig=True)
        await besloten(api, melding, nodig=False)
        types = (await types_in_tijdlijn(api, klant))[-2:]
        assert types == ["melding.gesprek-nodig", "melding.gesprek-niet-nodig"]
        regels = (await api.privacy.get(f"/klanten/{klant}/audit")).json()["resultaten"][-2:]
        assert {regel["grond"] for regel in regels} == {"iom.centrumgemeente.ambitie"}

    async def test_it_can_be_decided_again_until_the_talk_was_held(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        await besloten(api, melding, nodig=True)
        nogmaals = await besloten(api, melding, nodig=True)
        assert len(nogmaals.json()["gespreksbesluiten"]) == 1
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"])
        antwoord = await besluit(api.inkomensconsulent, await lees(api, melding), nodig=False)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, ["groepsindeling", "intrekking"])

    async def test_taken_back_it_cancels_the_appointment_and_stops_the_talk(self, api: Api) -> None:
        melding, screening = await gescreend(api)
        await besloten(api, melding, nodig=True)
        inkomen = await nieuwe_afspraak(api, melding, soort="inkomensafspraak")
        gepland = await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin="2021-03-18T09:00:00Z")
        later: dict[str, Any] = {"gesprekOp": "2021-03-25T10:00:00Z", "diagnoseIngevuld": False}
        await api.receptie.post(f"/afspraken/{gepland.json()['id']}/annuleringen", {"reden": "Ziek."}, als=gepland)
        gesprek = await nieuw_ambitiegesprek(api, melding=melding.json()["id"], **later)
        opnieuw = await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin="2021-03-25T10:00:00Z")
        await besloten(api, melding, nodig=False)
        afspraken = [await api.receptie.get(f"/afspraken/{a.json()['id']}") for a in (inkomen, opnieuw)]
        assert [a.json()["toestand"] for a in afspraken] == ["gepland", "geannuleerd"]
        assert afspraken[1].json()["reden"] == "Een ambitiegesprek is niet nodig."
        assert LOOPT not in (await toestanden(api, gesprek)).values()
        assert (await toestanden(api, screening))["ambitiegesprek"] == "vervallen"
        antwoord = await api.trajectconsulent.post(
            f"/ambitiegesprekken/{gesprek.json()['id']}/afrondingen", None, als=gesprek
        )
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "geen_ambitiegesprek")

    async def test_taken_back_a_talk_that_was_begun_reminds_no_more(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        await besloten(api, melding, nodig=True)
        later: dict[str, Any] = {"gesprekOp": "2021-03-25T10:00:00Z", "diagnoseIngevuld": False}
        gesprek = await nieuw_ambitiegesprek(api, melding=melding.json()["id"], **later)
        assert LOOPT in (await toestanden(api, gesprek)).values()
        await besloten(api, melding, nodig=False)
        assert set((await toestanden(api, gesprek)).values()) == {"vervallen"}


async def _besproken(api: Api, melding: httpx.Response) -> httpx.Response:
    await afgerond_ambitiegesprek(api, melding=melding.json()["id"])
    return await lees(api, melding)


class TestPartner:
    async def test_each_of_a_couple_is_decided_about(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding, screening = await gescreend(api, partner=partner)
        eerst = await besloten(api, melding, nodig=False, klant=partner)
        assert (eerst.json()["stand"], eerst.json()["standPartner"]) == ("gescreend", "geen_ambitiegesprek")
        assert (await begin_gesprek(api, melding)).status_code == 409
        lopend = await toestanden(api, screening)
        assert (lopend["gespreksbesluit"], lopend["ambitiegesprek"]) == (LOOPT, LOOPT)
        samen = await besloten(api, melding, nodig=True)
        assert [b["nodig"] for b in samen.json()["gespreksbesluiten"]] == [False, True]
        assert (await toestanden(api, screening))["gespreksbesluit"] == "gehaald"
        assert (await types_in_tijdlijn(api, partner))[-2:] == ["melding.gesprek-niet-nodig", "melding.gesprek-nodig"]
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"])
        assert (await toestanden(api, screening))["ambitiegesprek"] == "gehaald"

    async def test_a_talk_with_one_of_them_was_in_time_when_the_other_needs_none(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding, screening = await gescreend(api, partner=partner)
        await besloten(api, melding, nodig=True)
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"])
        assert (await toestanden(api, screening))["ambitiegesprek"] == LOOPT
        wijzer.zet("2021-03-29T09:00:00Z")
        await besloten(api, melding, nodig=False, klant=partner)
        termijn = (await termijnen_van(api, screening))["ambitiegesprek"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == ("gehaald", "2021-03-15")

    async def test_both_without_a_talk_end_the_melding(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding, screening = await gescreend(api, partner=partner)
        await besloten(api, melding, nodig=False)
        await besloten(api, melding, nodig=False, klant=partner)
        assert (await toestanden(api, screening))["ambitiegesprek"] == "vervallen"
        await nieuwe_melding(api, klant=partner)

    async def test_what_one_withdraws_after_the_placing_of_the_other_leaves_no_talk_to_hold(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding, screening = await gescreend(api, partner=partner)
        await besloten(api, melding, nodig=True)
        await nieuwe_indeling(api, melding=await _besproken(api, melding), keuze="groeien")
        nu = await lees(api, melding)
        getekend = {"ondertekendOp": "2021-03-15", "reden": "Gaat uit elkaar."}
        ingetrokken = await api.receptie.post(f"/meldingen/{nu.json()['id']}/intrekkingen", getekend, als=nu)
        assert (ingetrokken.json()["stand"], ingetrokken.json()["standPartner"]) == ("ingedeeld", "ingetrokken")
        gesloten = await toestanden(api, screening)
        assert (gesloten["gespreksbesluit"], gesloten["ambitiegesprek"]) == ("vervallen", "gehaald")
        assert (await toestanden(api, melding))["besluit"] == LOOPT

    async def test_it_is_about_someone_of_the_melding(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        vreemde = (await nieuwe_klant(api)).json()["id"]
        antwoord = await besluit(api.inkomensconsulent, melding, nodig=True, klant=vreemde)
        assert antwoord.status_code == 400
        assert [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]] == [("klantId", "niet-van-melding")]


class TestWie:
    @pytest.mark.parametrize("rol", ["trajectconsulent", "receptie", "fiatteur", "coordinator", "manager"])
    async def test_nobody_else_decides(self, api: Api, rol: str) -> None:
        melding, _ = await gescreend(api)
        antwoord = await besluit(api.als(rol), melding, nodig=True)
        assert (antwoord.status_code, antwoord.json()["type"]) == (403, "/problemen/geen-recht")

    async def test_the_receptie_sees_the_decision_without_its_reason(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        await besloten(api, melding, nodig=True)
        pad = f"/meldingen/{melding.json()['id']}"
        (gezien,) = (await api.receptie.get(pad)).json()["gespreksbesluiten"]
        assert (gezien["nodig"], "toelichting" in gezien) == (True, False)
        (gezien,) = (await api.trajectconsulent.get(pad)).json()["gespreksbesluiten"]
        assert gezien["toelichting"] == REDEN

    async def test_it_needs_the_current_version(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        pad = f"/meldingen/{melding.json()['id']}/gespreksbesluiten"
        body = {"klantId": melding.json()["klantId"], "nodig": True, "toelichting": REDEN}
        assert (await api.inkomensconsulent.post(pad, body)).status_code == 428
        assert (await api.inkomensconsulent.post(pad, body, koppen={"If-Match": '"1"'})).status_code == 412

    async def test_it_needs_a_reason_and_a_melding(self, api: Api) -> None:
        melding, _ = await gescreend(api)
        zonder = await besluit(api.inkomensconsulent, melding, nodig=True, toelichting="")
        assert (zonder.status_code, zonder.json()["errors"][0]["path"]) == (400, "toelichting")
        body = {"klantId": melding.json()["klantId"], "nodig": True, "toelichting": REDEN}
        pad = "/meldingen/01783a4f-7c00-7000-8000-000000000001/gespreksbesluiten"
        assert (await api.inkomensconsulent.post(pad, body, als=melding)).status_code == 404

"""Couples: what holds for the one never goes for the other, and each is judged at their own age."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    afgerond_ambitiegesprek,
    besproken_melding,
    nieuw_ambitiegesprek,
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    opgave_screening,
    termijnen_van,
)
from tests.stappen_groepen import nieuwe_indeling

pytestmark = pytest.mark.anyio

JONG, OUD = "1998-06-05", "1987-06-05"
VERKEERD_LOKET = {"wekenGewerktVan36": 30}
GESPREK, INHOUD = ("ambitiegesprek", "diagnose"), ("stukken", "nabellen", "inkomensafspraak")


async def klant_van(api: Api, geboortedatum: str) -> str:
    return str((await nieuwe_klant(api, geboortedatum=geboortedatum)).json()["id"])


async def stel(api: Api, klant: str = OUD, partner: str = OUD, **anders: Any) -> httpx.Response:
    """A melding of a couple with these birth dates."""
    wie = {"klant": await klant_van(api, klant), "partner": await klant_van(api, partner)}
    return await nieuwe_melding(api, **wie, **anders)


async def lees(api: Api, melding: httpx.Response) -> httpx.Response:
    return await api.fiatteur.get(f"/meldingen/{melding.json()['id']}")


async def standen(api: Api, melding: httpx.Response) -> tuple[str, str]:
    nu = (await lees(api, melding)).json()
    return nu["stand"], nu["standPartner"]


async def controleer(api: Api, melding: httpx.Response, **body: Any) -> None:
    nu = await lees(api, melding)
    antwoord = await api.fiatteur.post(f"/meldingen/{nu.json()['id']}/afwijzingen", body, als=nu)
    assert antwoord.status_code == 200, antwoord.text


async def toestanden(api: Api, stuk: httpx.Response) -> dict[str, str]:
    return {soort: termijn["toestand"] for soort, termijn in (await termijnen_van(api, stuk)).items()}


class TestEigenFeiten:
    @pytest.mark.parametrize("wie", ["klantId", "partnerId"])
    @pytest.mark.parametrize("feit", ["exDetentie", "statushouder"])
    async def test_only_who_it_holds_for_is_placed_by_it(self, api: Api, wie: str, feit: str) -> None:
        van = {feit: True} if wie == "klantId" else {"van_partner": {feit: True}}
        melding = await besproken_melding(api, partner=await klant_van(api, OUD), **van)
        for klant, keuze in (("klantId", "groeien"), ("partnerId", "groeien")):
            reden = {} if klant == wie else {"afwijkingReden": "Zo besproken."}
            body = {"opgave": {"maandenTotWerk": 4, "participatie": "wil", **_GEWOON}, **reden}
            indeling = await nieuwe_indeling(api, melding=melding, klant=melding.json()[klant], keuze=keuze, **body)
            assert indeling.json()["feiten"][feit] is (klant == wie)
            assert indeling.json()["advies"] == ("groeien" if klant == wie else "matchen")

    async def test_the_screening_uses_what_holds_for_each(self, api: Api) -> None:
        melding = await stel(api, van_partner={"statushouder": True})
        screening = (await nieuwe_screening(api, melding=melding.json()["id"])).json()
        partner = screening["partneroordeel"]
        assert (screening["feiten"]["statushouder"], partner["feiten"]["statushouder"]) == (False, True)
        assert (screening["uitkomst"]["diagnose"], partner["uitkomst"]["diagnose"]) == ("dariuz", "format")
        for klant, diagnose in (("klantId", "dariuz"), ("partnerId", "format")):
            gesprek = await nieuw_ambitiegesprek(api, melding=melding.json()["id"], klant=melding.json()[klant])
            assert gesprek.json()["feiten"]["diagnose"] == diagnose

    async def test_the_bad_sees_nothing_of_the_partner(self, api: Api) -> None:
        screening = await nieuwe_screening(api, melding=(await stel(api)).json()["id"])
        gezien = (await api.bad.get(f"/screeningen/{screening.json()['id']}")).json()
        assert "partneroordeel" not in gezien


_GEWOON = {"wajongAfgewezen": False, "structureelParttime": False, "alleenstaandeOuderZorgplicht": False}


class TestVsoPro:
    """No gatekeeping for who comes from VSO/PrO, and for nobody else."""

    async def test_the_partner_of_who_comes_from_vso_pro_is_screened(self, api: Api) -> None:
        melding = await stel(api, JONG, vsoPro=True)
        klant, partner = melding.json()["klantId"], melding.json()["partnerId"]
        assert (await termijnen_van(api, melding))["screening"]["uiterlijkOp"] == "2021-03-17"
        await nieuwe_afspraak(api, melding, klantId=partner)
        body = {"meldingId": melding.json()["id"], "klantId": partner}
        assert (await api.trajectconsulent.post("/ambitiegesprekken", body | _GESPREK)).status_code == 409
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert (screening.json()["klantId"], screening.json()["partnerId"]) == (partner, None)
        assert screening.json()["feiten"]["geboortedatum"] == OUD
        assert await standen(api, melding) == ("gemeld", "gescreend")
        assert (await toestanden(api, melding))["screening"] == "gehaald"
        for wie in (klant, partner):
            await afgerond_ambitiegesprek(api, melding=melding.json()["id"], klant=wie)

    async def test_a_partner_elsewhere_leaves_the_decision_about_who_has_no_screening(self, api: Api) -> None:
        melding = await stel(api, JONG, vsoPro=True)
        await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)
        await controleer(api, melding, akkoord=True)
        assert await standen(api, melding) == ("gemeld", "afgewezen")
        assert (await toestanden(api, melding))["besluit"] == "lopend"

    async def test_a_partner_from_vso_pro_is_not_screened(self, api: Api) -> None:
        melding = await stel(api, OUD, JONG, van_partner={"vsoPro": True})
        screening = (await nieuwe_screening(api, melding=melding.json()["id"])).json()
        assert (screening["partnerId"], screening["partneroordeel"]) == (None, None)
        assert screening["uitkomst"]["aantalAmbitiegesprekken"] == 2
        assert await standen(api, melding) == ("gescreend", "gemeld")
        partner = melding.json()["partnerId"]
        gesprek = await nieuw_ambitiegesprek(api, melding=melding.json()["id"], klant=partner)
        assert gesprek.json()["feiten"]["diagnose"] == "format"

    async def test_where_both_come_from_vso_pro_nobody_is_screened(self, api: Api) -> None:
        melding = await stel(api, JONG, JONG, vsoPro=True, van_partner={"vsoPro": True})
        assert "screening" not in await termijnen_van(api, melding)
        body = {"meldingId": melding.json()["id"], "opgave": opgave_screening()}
        assert (await api.inkomensconsulent.post("/screeningen", body)).status_code == 409

    async def test_a_corrected_birth_date_keeps_the_day_of_the_screening(self, api: Api) -> None:
        melding = await stel(api, JONG, vsoPro=True)
        klant = await api.receptie.get(f"/klanten/{melding.json()['klantId']}")
        await api.receptie.patch(f"/klanten/{klant.json()['id']}", {"geboortedatum": "1999-01-01"}, als=klant)
        assert (await toestanden(api, melding))["screening"] == "lopend"


_GESPREK = {
    "opgave": {
        "gesprekOp": "2021-03-15T10:00:00+01:00",
        "startkwalificatie": True,
        "diagnoseIngevuld": True,
        "veiligheidsrisico": False,
        "wijze": "fysiek",
    }
}


class TestEigenLeeftijd:
    """At the wrong desk who is 27 or older is proposed for rejection, and who is younger is still invited."""

    @pytest.mark.parametrize(
        ("klant", "partner", "verwacht"),
        [
            (OUD, JONG, ("afwijzing_voorgesteld", "gescreend")),
            (JONG, OUD, ("gescreend", "afwijzing_voorgesteld")),
            (OUD, OUD, ("afwijzing_voorgesteld", "afwijzing_voorgesteld")),
            (JONG, JONG, ("gescreend", "gescreend")),
        ],
    )
    async def test_each_stands_where_their_own_age_says(
        self, api: Api, klant: str, partner: str, verwacht: tuple[str, str]
    ) -> None:
        melding = await stel(api, klant, partner)
        screening = (await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)).json()
        assert await standen(api, melding) == verwacht
        uitkomsten = (screening["uitkomst"], screening["partneroordeel"]["uitkomst"])
        gesprekken = tuple(uitkomst["aantalAmbitiegesprekken"] for uitkomst in uitkomsten)
        samen = 2 if klant == partner == JONG else 1
        assert gesprekken == tuple(samen if stand == "gescreend" else 0 for stand in verwacht)
        assert screening["partneroordeel"]["feiten"]["geboortedatum"] == partner
        assert screening["partneroordeel"]["verantwoording"]["toets"] == "screening"
        elders = [g for g in screening["partneroordeel"]["motivering"] if g["regel"] == "iom.loket.elders"]
        assert len(elders) == 1

    @pytest.mark.parametrize(("klant", "partner"), [(OUD, JONG), (JONG, OUD)])
    async def test_the_talk_of_the_younger_is_due_and_the_rejection_of_the_older_decided(
        self, api: Api, wijzer: Wijzer, klant: str, partner: str
    ) -> None:
        melding = await stel(api, klant, partner)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)
        termijnen = await toestanden(api, screening)
        assert all(termijnen[soort] == "lopend" for soort in GESPREK)
        assert not termijnen.keys() & set(INHOUD)
        assert (await toestanden(api, melding))["besluit"] == "lopend"
        wijzer.zet("2021-03-16T09:00:00Z")
        await controleer(api, melding, akkoord=True)
        afgewezen = {OUD: "afgewezen", JONG: "gescreend"}
        assert await standen(api, melding) == (afgewezen[klant], afgewezen[partner])
        besluit = (await termijnen_van(api, melding))["besluit"]
        assert (besluit["toestand"], besluit["afgedaanOp"]) == ("gehaald", "2021-03-16")
        assert (await toestanden(api, screening))["ambitiegesprek"] == "lopend"
        jongere = melding.json()["klantId" if klant == JONG else "partnerId"]
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"], klant=jongere)
        assert (await toestanden(api, screening))["ambitiegesprek"] == "gehaald"

    async def test_a_refused_rejection_lets_the_other_be(self, api: Api) -> None:
        melding = await stel(api, OUD, JONG)
        await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"], klant=melding.json()["partnerId"])
        await controleer(api, melding, akkoord=False, toelichting="De WW is al op.")
        assert await standen(api, melding) == ("gescreend", "besproken")
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"], klant=melding.json()["klantId"])

    async def test_broodnood_of_a_rejected_couple_brings_no_voorschot_more(self, api: Api) -> None:
        melding = await stel(api, OUD, JONG)
        screening = await nieuwe_screening(api, melding=melding.json()["id"], broodnood=True, **VERKEERD_LOKET)
        assert (await toestanden(api, screening))["voorschot"] == "lopend"
        await controleer(api, melding, akkoord=True)
        assert (await toestanden(api, screening))["voorschot"] == "vervallen"

    async def test_at_the_right_desk_both_go_on_to_one_application(self, api: Api) -> None:
        melding = await stel(api, OUD, JONG)
        screening = await nieuwe_screening(api, melding=melding.json()["id"])
        assert await standen(api, melding) == ("gescreend", "gescreend")
        assert (await toestanden(api, screening)).keys() >= {*GESPREK, *INHOUD}
        assert screening.json()["partneroordeel"]["uitkomst"]["aantalAmbitiegesprekken"] == 2

    async def test_the_first_ww_day_of_the_one_says_nothing_of_the_other(self, api: Api) -> None:
        melding = await stel(api, OUD, "1950-01-01")
        ww = {"eersteWwDag": "2020-01-01", "wwVolledigDoorlopen": True}
        screening = (await nieuwe_screening(api, melding=melding.json()["id"], **ww)).json()
        assert screening["partneroordeel"]["uitkomst"]["juisteLoket"] is True
        assert await standen(api, melding) == ("gescreend", "gescreend")

    async def test_a_birth_date_that_is_corrected_before_the_screening_counts(self, api: Api) -> None:
        melding = await stel(api, OUD, OUD)
        partner = await api.receptie.get(f"/klanten/{melding.json()['partnerId']}")
        await api.receptie.patch(f"/klanten/{partner.json()['id']}", {"geboortedatum": JONG}, als=partner)
        await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)
        assert await standen(api, melding) == ("afwijzing_voorgesteld", "gescreend")

    async def test_one_that_is_corrected_later_leaves_what_the_rejection_still_decides(self, api: Api) -> None:
        melding = await stel(api, JONG, OUD)
        await nieuwe_screening(api, melding=melding.json()["id"], **VERKEERD_LOKET)
        klant = await api.receptie.get(f"/klanten/{melding.json()['klantId']}")
        await api.receptie.patch(f"/klanten/{klant.json()['id']}", {"geboortedatum": "1998-06-06"}, als=klant)
        assert await standen(api, melding) == ("gescreend", "afwijzing_voorgesteld")
        assert (await toestanden(api, melding))["besluit"] == "lopend"

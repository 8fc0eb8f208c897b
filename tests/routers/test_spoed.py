"""Broodnood that comes to light in the talk puts the klant first in the work list, as on the form: PB §2.4.1."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.stappen import (
    afgerond_ambitiegesprek,
    nieuw_ambitiegesprek,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    termijnen_van,
    werk,
)
from tests.stappen_aanvragen import gevraagde_aanvulling, nieuwe_aanvraag
from tests.stappen_groepen import nieuwe_indeling

pytestmark = pytest.mark.anyio

JONG = {"geboortedatum": "1999-04-12"}


async def werk_van(api: Api, melding: httpx.Response) -> dict[str, bool]:
    """What runs for the klant of a melding, in whatever role, and whether it has spoed."""
    klant = melding.json()["klantId"]
    regels = [regel for regel in await werk(api, "coordinator") if regel["klant"]["id"] == klant]
    return {regel["termijn"]["soort"]: regel["termijn"]["spoed"] for regel in regels}


async def in_nood(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    return await nieuwe_screening(api, melding=melding.json()["id"], broodnood=True, **anders)


class TestWatLiep:
    async def test_everything_of_the_melding_and_the_talk_goes_before_who_came_earlier(self, api: Api) -> None:
        gewoon = await nieuwe_melding(api)
        melding = await nieuwe_melding(api, klant=(await nieuwe_klant(api, **JONG)).json()["id"])
        assert set((await werk_van(api, melding)).values()) == {False}
        await in_nood(api, melding)
        lopend = await werk_van(api, melding)
        assert {"zoekperiode", "streefbesluit", "besluit", "ambitiegesprek", "stukken", "voorschot"} <= set(lopend)
        assert set(lopend.values()) == {True}
        volgorde = [regel["klant"]["id"] for regel in await werk(api)]
        laatste = len(volgorde) - 1 - volgorde[::-1].index(melding.json()["klantId"])
        assert laatste < volgorde.index(gewoon.json()["klantId"])

    async def test_so_does_an_application_that_was_there_before_the_talk(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_aanvraag(api, melding=melding)
        assert not any((await werk_van(api, melding)).values())
        await in_nood(api, melding)
        lopend = await werk_van(api, melding)
        assert {"besluit", "streefbesluit", "voorschot", "ambitiegesprek"} <= set(lopend)
        assert set(lopend.values()) == {True}

    async def test_the_signal_runs_on_when_the_talk_refers_elsewhere_until_it_is_acted_on(self, api: Api) -> None:
        melding = await nieuwe_melding(api, broodnood=True)
        await nieuwe_screening(api, melding=melding.json()["id"], vraag="hulp")
        gelezen = await api.inkomensconsulent.get(f"/meldingen/{melding.json()['id']}")
        assert gelezen.json()["stand"] == "doorverwezen"
        assert (await werk_van(api, melding))["broodnood"] is True
        signaal = (await termijnen_van(api, melding))["broodnood"]
        termijn = await api.coordinator.get(f"/termijnen/{signaal['id']}")
        pad = f"/termijnen/{signaal['id']}/afdoeningen"
        body = {"op": "2021-03-15", "toelichting": "De voedselbank levert vandaag."}
        antwoord = await api.coordinator.post(pad, body, als=termijn)
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (200, "gehaald")

    async def test_without_broodnood_nothing_does(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await nieuwe_aanvraag(api, melding=melding)
        await nieuwe_screening(api, melding=melding.json()["id"], dreigendeUithuiszetting=True)
        assert set((await werk_van(api, melding)).values()) == {False}


class TestWatVolgt:
    @pytest.mark.parametrize("formulier", [False, True])
    async def test_an_application_and_what_its_klant_must_add(self, api: Api, formulier: bool) -> None:
        melding = await nieuwe_melding(api, broodnood=formulier)
        await nieuwe_screening(api, melding=melding.json()["id"], broodnood=not formulier)
        await gevraagde_aanvulling(api, aanvraag=await nieuwe_aanvraag(api, melding=melding))
        lopend = await werk_van(api, melding)
        assert {"hersteltermijn", "herinnering_hersteltermijn", "streefbesluit", "voorschot"} <= set(lopend)
        assert set(lopend.values()) == {True}

    async def test_the_reminders_of_the_ambitiegesprek(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await in_nood(api, melding)
        later = "2021-03-22T10:00:00+01:00"
        await nieuw_ambitiegesprek(api, melding=melding.json()["id"], gesprekOp=later, diagnoseIngevuld=False)
        lopend = await werk_van(api, melding)
        assert {"herinnering_gesprek", "herinnering_diagnose"} <= set(lopend)
        assert set(lopend.values()) == {True}

    async def test_studieplicht_in_the_beschikking(self, api: Api) -> None:
        melding = await nieuwe_melding(api, klant=(await nieuwe_klant(api, **JONG)).json()["id"])
        await in_nood(api, melding)
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"], startkwalificatie=False)
        assert (await werk_van(api, melding))["studieplicht_in_beschikking"]

    async def test_the_call_after_a_warm_handover(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await in_nood(api, melding)
        await afgerond_ambitiegesprek(api, melding=melding.json()["id"])
        await nieuwe_indeling(api, melding=melding, keuze="zorgen")
        assert (await werk_van(api, melding))["bellen_inkomensconsulent"]

    async def test_the_ambitiegesprek_after_a_rejection_that_was_refused(self, api: Api) -> None:
        melding = await nieuwe_melding(api)
        await in_nood(api, melding, rechtOpStudiefinanciering=True)
        voorgesteld = await api.receptie.get(f"/meldingen/{melding.json()['id']}")
        body = {"akkoord": False, "toelichting": "Hoort hier wel."}
        geweigerd = await api.fiatteur.post(f"/meldingen/{melding.json()['id']}/afwijzingen", body, als=voorgesteld)
        assert geweigerd.status_code == 200, geweigerd.text
        lopend = await werk_van(api, melding)
        assert lopend["ambitiegesprek"]
        assert set(lopend.values()) == {True}

    async def test_a_corrected_birth_date_takes_nothing_of_it_away(self, api: Api) -> None:
        klant = await nieuwe_klant(api)
        melding = await nieuwe_melding(api, klant=klant.json()["id"])
        await nieuwe_aanvraag(api, melding=melding)
        await in_nood(api, melding)
        pad = f"/klanten/{klant.json()['id']}"
        gewijzigd = await api.receptie.patch(pad, JONG, als=await api.receptie.get(pad))
        assert gewijzigd.status_code == 200, gewijzigd.text
        lopend = await werk_van(api, melding)
        assert {"zoekperiode", "navraag_werkconsulent", "besluit"} <= set(lopend)
        assert set(lopend.values()) == {True}

"""A birth date that turns out different: what the rules made of it follows, what people decided stays."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    afgerond_ambitiegesprek,
    besproken_melding,
    nieuw_ambitiegesprek,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    termijnen_van,
    types_in_tijdlijn,
)
from tests.stappen_aanvragen import besloten_aanvraag, nieuwe_aanvraag
from tests.stappen_groepen import nieuwe_indeling

pytestmark = pytest.mark.anyio

JONG, OUD = "1998-06-05", "1987-06-05"


async def corrigeer(api: Api, klant_id: str, geboortedatum: str) -> httpx.Response:
    """Correct the birth date in the current version of a klant."""
    klant = await api.receptie.get(f"/klanten/{klant_id}")
    body = {"geboortedatum": geboortedatum, "corrigeert": klant.json()["versie"]}
    return await api.receptie.patch(f"/klanten/{klant_id}", body, als=klant)


async def gecorrigeerd(api: Api, klant_id: str, geboortedatum: str) -> None:
    antwoord = await corrigeer(api, klant_id, geboortedatum)
    assert antwoord.status_code == 200, antwoord.text


async def lees(api: Api, stuk: httpx.Response, soort: str) -> dict[str, Any]:
    antwoord = await api.inkomensconsulent.get(f"/{soort}/{stuk.json()['id']}")
    assert antwoord.status_code == 200, antwoord.text
    return dict(antwoord.json())


async def melding_van(api: Api, geboortedatum: str, **anders: Any) -> tuple[str, httpx.Response]:
    klant_id = (await nieuwe_klant(api, geboortedatum=geboortedatum)).json()["id"]
    return klant_id, await nieuwe_melding(api, klant=klant_id, **anders)


async def toestanden(api: Api, stuk: httpx.Response) -> dict[str, str]:
    return {soort: termijn["toestand"] for soort, termijn in (await termijnen_van(api, stuk)).items()}


class TestMelding:
    async def test_who_turns_out_under_27_gets_the_route_and_the_zoekperiode_of_a_jongere(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        await gecorrigeerd(api, klant_id, JONG)
        melding = await lees(api, gemeld, "meldingen")
        assert (melding["versie"], melding["route"]) == (2, "jongere")
        assert melding["uitkomst"]["zoekperiodeTot"] == "2021-04-12"
        assert melding["verantwoording"]["peildatum"] == melding["meldingsdatum"]
        assert melding["opgave"] == gemeld.json()["opgave"]
        termijnen = await termijnen_van(api, gemeld)
        assert (termijnen["zoekperiode"]["uiterlijkOp"], termijnen["zoekperiode"]["toestand"]) == (
            "2021-04-12",
            "lopend",
        )

    async def test_a_change_of_the_birth_date_that_is_not_called_a_correction_does_the_same(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        klant = await api.receptie.get(f"/klanten/{klant_id}")
        await api.receptie.patch(f"/klanten/{klant_id}", {"geboortedatum": JONG}, als=klant)
        assert (await lees(api, gemeld, "meldingen"))["route"] == "jongere"

    async def test_the_zoekperiode_lapses_for_who_turns_out_older_and_runs_again_after_a_next_correction(
        self, api: Api
    ) -> None:
        klant_id, gemeld = await melding_van(api, JONG)
        await gecorrigeerd(api, klant_id, OUD)
        assert (await lees(api, gemeld, "meldingen"))["uitkomst"]["zoekperiodeTot"] is None
        assert (await toestanden(api, gemeld))["zoekperiode"] == "vervallen"
        await gecorrigeerd(api, klant_id, JONG)
        assert (await toestanden(api, gemeld))["zoekperiode"] == "lopend"

    async def test_it_stands_in_both_dossiers_with_its_reason_when_it_is_the_partner(self, api: Api) -> None:
        partner = (await nieuwe_klant(api, geboortedatum=OUD)).json()["id"]
        klant_id, gemeld = await melding_van(api, JONG, partner=partner)
        assert gemeld.json()["uitkomst"]["zoekperiodeTot"] is None
        await gecorrigeerd(api, partner, JONG)
        assert (await lees(api, gemeld, "meldingen"))["uitkomst"]["zoekperiodeTot"] == "2021-04-12"
        verwacht = ["klant.geregistreerd", "melding.geregistreerd", "melding.herbeoordeeld"]
        assert await types_in_tijdlijn(api, klant_id) == verwacht
        assert await types_in_tijdlijn(api, partner) == [*verwacht[:2], "klant.gecorrigeerd", verwacht[2]]
        audit = (await api.privacy.get(f"/klanten/{klant_id}/audit")).json()["resultaten"]
        assert audit[-1]["grond"] == "correctie van de geboortedatum"

    @pytest.mark.parametrize("wie", ["klant", "partner"])
    async def test_a_birth_after_the_melding_is_refused_and_nothing_changes(
        self, api: Api, wijzer: Wijzer, wie: str
    ) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        klant_id, gemeld = await melding_van(api, OUD, partner=partner)
        wijzer.zet("2021-03-20T09:00:00Z")
        antwoord = await corrigeer(api, {"klant": klant_id, "partner": partner}[wie], "2021-03-16")
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["geboortedatum"]
        assert await lees(api, gemeld, "meldingen") == gemeld.json()
        assert (await api.receptie.get(f"/klanten/{klant_id}")).json()["versie"] == 1

    async def test_another_change_leaves_the_melding_as_it_is(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        klant = await api.receptie.get(f"/klanten/{klant_id}")
        body = {"woonplaats": "Zutphen", "geboortedatum": OUD}
        assert (await api.receptie.patch(f"/klanten/{klant_id}", body, als=klant)).status_code == 200
        assert await lees(api, gemeld, "meldingen") == gemeld.json()

    async def test_a_melding_that_was_withdrawn_stays_as_it_is(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        body = {"ondertekendOp": "2021-03-15", "reden": "Vond werk."}
        ingetrokken = await api.receptie.post(f"/meldingen/{gemeld.json()['id']}/intrekkingen", body, als=gemeld)
        assert ingetrokken.status_code == 200, ingetrokken.text
        await gecorrigeerd(api, klant_id, JONG)
        assert await lees(api, gemeld, "meldingen") == ingetrokken.json()
        assert "zoekperiode" not in await termijnen_van(api, gemeld)


class TestWatMensenBesloten:
    async def test_the_screening_stays_and_what_it_closed_stays_closed(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        screening = await nieuwe_screening(api, melding=gemeld.json()["id"], vraag="werk", inkomenTot120Wml=True)
        await gecorrigeerd(api, klant_id, JONG)
        assert await lees(api, screening, "screeningen") == screening.json()
        assert (await lees(api, gemeld, "meldingen"))["stand"] == "gescreend"
        termijnen = await toestanden(api, gemeld)
        assert (termijnen["screening"], termijnen["besluit"]) == ("gehaald", "vervallen")
        assert "zoekperiode" not in termijnen

    async def test_a_talk_that_was_rounded_off_and_a_placing_stay(self, api: Api) -> None:
        klant_id = (await nieuwe_klant(api, geboortedatum=OUD)).json()["id"]
        besproken = await besproken_melding(api, klant=klant_id)
        gesprekken = await api.trajectconsulent.get("/ambitiegesprekken", params={"klantId": klant_id})
        indeling = await nieuwe_indeling(api, melding=besproken)
        await gecorrigeerd(api, klant_id, JONG)
        assert await lees(api, indeling, "groepsindelingen") == indeling.json()
        daarna = await api.trajectconsulent.get("/ambitiegesprekken", params={"klantId": klant_id})
        assert daarna.json() == gesprekken.json()


class TestAmbitiegesprek:
    async def test_one_that_is_not_rounded_off_is_prepared_anew(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        melding_id = gemeld.json()["id"]
        await nieuwe_screening(api, melding=melding_id)
        gesprek = await nieuw_ambitiegesprek(api, melding=melding_id, startkwalificatie=False)
        assert gesprek.json()["uitkomst"]["studieplichtBeoordelen"] is False
        await gecorrigeerd(api, klant_id, JONG)
        opnieuw = await lees(api, gesprek, "ambitiegesprekken")
        assert (opnieuw["versie"], opnieuw["uitkomst"]["studieplichtBeoordelen"]) == (2, True)
        assert opnieuw["feiten"] == {**gesprek.json()["feiten"], "geboortedatum": JONG}
        assert "ambitiegesprek.herbeoordeeld" in await types_in_tijdlijn(api, klant_id)

    async def test_the_talk_of_the_other_of_a_couple_stays(self, api: Api) -> None:
        partner = (await nieuwe_klant(api, geboortedatum=OUD)).json()["id"]
        klant_id, gemeld = await melding_van(api, OUD, partner=partner)
        melding_id = gemeld.json()["id"]
        await nieuwe_screening(api, melding=melding_id)
        await afgerond_ambitiegesprek(api, melding=melding_id, klant=klant_id)
        gesprek = await nieuw_ambitiegesprek(api, melding=melding_id, klant=partner)
        await gecorrigeerd(api, klant_id, JONG)
        assert await lees(api, gesprek, "ambitiegesprekken") == gesprek.json()
        assert (await lees(api, gemeld, "meldingen"))["standPartner"] == "gescreend"


class TestAanvraag:
    async def test_an_undecided_one_follows_the_zoekperiode_there_and_back(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        ontvangen = await nieuwe_aanvraag(api, melding=gemeld)
        for geboortedatum, navraag in ((JONG, "lopend"), (OUD, "vervallen"), (JONG, "lopend")):
            await gecorrigeerd(api, klant_id, geboortedatum)
            assert (await toestanden(api, ontvangen))["navraag_werkconsulent"] == navraag
        aanvraag = await lees(api, ontvangen, "aanvragen")
        assert (aanvraag["versie"], aanvraag["beslistermijn"]) == (4, ontvangen.json()["beslistermijn"])
        assert [grond["keuze"] for grond in aanvraag["motivering"] if "beslistermijn" in grond["regel"]] == [True]
        assert (await toestanden(api, gemeld))["besluit"] == "vervallen"

    async def test_one_that_waits_no_longer_can_be_handled_at_once(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, JONG)
        ontvangen = await nieuwe_aanvraag(api, melding=gemeld)
        pad, body = f"/aanvragen/{ontvangen.json()['id']}", {"volledigOp": "2021-03-15"}
        wacht = await api.inkomensconsulent.post(f"{pad}/volledigverklaringen", body, als=ontvangen)
        assert wacht.json()["type"] == "/problemen/zoekperiode-loopt"
        await gecorrigeerd(api, klant_id, OUD)
        nu = await api.inkomensconsulent.get(pad)
        assert (await api.inkomensconsulent.post(f"{pad}/volledigverklaringen", body, als=nu)).status_code == 200

    async def test_one_of_a_klant_who_was_placed_follows_too(self, api: Api) -> None:
        klant_id = (await nieuwe_klant(api, geboortedatum=OUD)).json()["id"]
        besproken = await besproken_melding(api, klant=klant_id)
        ontvangen = await nieuwe_aanvraag(api, melding=besproken)
        await nieuwe_indeling(api, melding=besproken)
        await gecorrigeerd(api, klant_id, JONG)
        assert (await toestanden(api, ontvangen))["navraag_werkconsulent"] == "lopend"

    async def test_one_that_stays_without_a_zoekperiode_stays_as_it_is(self, api: Api) -> None:
        klant_id, gemeld = await melding_van(api, OUD)
        ontvangen = await nieuwe_aanvraag(api, melding=gemeld)
        await gecorrigeerd(api, klant_id, "1986-06-05")
        assert await lees(api, ontvangen, "aanvragen") == ontvangen.json()

    async def test_one_that_was_decided_stays_as_it_is(self, api: Api) -> None:
        besloten = await besloten_aanvraag(api)
        await gecorrigeerd(api, besloten.json()["klantId"], JONG)
        aanvraag = await lees(api, besloten, "aanvragen")
        assert (aanvraag["versie"], aanvraag["toestand"]) == (besloten.json()["versie"], "besloten")

"""Groepsindelingen over HTTP: placed by advice or with a reason, ended by the next."""

import asyncio

import pytest

from tests.api import Api, fouten
from tests.conftest import Wijzer
from tests.stappen import besproken_melding, nieuwe_klant, nieuwe_melding, termijnen_van, types_in_tijdlijn
from tests.stappen_groepen import (
    ONBEKEND,
    deel_in,
    in_groep,
    nieuwe_indeling,
    nieuwe_wisseling,
    nu,
    opgave_indeling,
)

pytestmark = pytest.mark.anyio


class TestIndelen:
    async def test_a_placing_by_the_advice_is_found_at_its_location(self, api: Api) -> None:
        gemaakt = await nieuwe_indeling(api)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        indeling = gelezen.json()
        assert (indeling["klasse"], indeling["advies"], indeling["afwijkingReden"]) == ("matchen", "matchen", None)
        assert (indeling["geldigVan"], indeling["geldigTot"]) == ("2021-03-15", None)
        assert indeling["indelingsschema"] == "klantgroepen"
        assert indeling["verantwoording"]["peildatum"] == "2021-03-15"
        regels = [grond["regel"] for grond in indeling["motivering"]]
        assert regels == ["iom.indeling.mogelijkheid", "iom.indeling.matchen", "iom.ambitie.overdracht"]

    async def test_it_ends_the_melding_for_this_klant(self, api: Api) -> None:
        indeling = (await nieuwe_indeling(api)).json()
        melding = (await api.receptie.get(f"/meldingen/{indeling['meldingId']}")).json()
        assert melding["stand"] == "ingedeeld"
        types = await types_in_tijdlijn(api, indeling["klantId"])
        assert types[-2:] == ["groepsindeling.vastgelegd", "melding.ingedeeld"]

    async def test_partners_of_one_melding_are_placed_each_in_an_own_group(self, api: Api) -> None:
        partner = (await nieuwe_klant(api)).json()["id"]
        melding = await besproken_melding(api, partner=partner)
        van_partner = (await nieuwe_indeling(api, melding=melding, klant=partner, keuze="zorgen")).json()
        halverwege = (await api.receptie.get(f"/meldingen/{melding.json()['id']}")).json()
        assert (halverwege["stand"], halverwege["standPartner"]) == ("besproken", "ingedeeld")
        van_klant = (await nieuwe_indeling(api, melding=melding)).json()
        assert (van_partner["klasse"], van_klant["klasse"]) == ("zorgen", "matchen")

    async def test_what_the_melding_knows_is_not_asked_again(self, api: Api) -> None:
        melding = await besproken_melding(api, adres="opvang")
        indeling = (await nieuwe_indeling(api, melding=melding, keuze="groeien", opgave=opgave_indeling())).json()
        assert indeling["feiten"]["dakOfThuisloos"] is True
        assert indeling["feiten"]["geboortedatum"] == "1987-06-05"
        assert indeling["uitkomst"]["zonderUitstroombestemming"] is True

    async def test_a_youngster_from_vso_is_placed_without_screening(self, api: Api) -> None:
        klant = (await nieuwe_klant(api, geboortedatum="2003-01-01")).json()["id"]
        melding = await besproken_melding(api, klant=klant, vsoPro=True)
        indeling = await nieuwe_indeling(api, melding=melding, keuze="groeien", opgave=opgave_indeling())
        assert "iom.indeling.vso_pro" in [grond["regel"] for grond in indeling.json()["motivering"]]

    async def test_another_choice_than_the_advice_needs_a_reason_and_only_then(self, api: Api) -> None:
        melding = await besproken_melding(api)
        zonder = await deel_in(api, melding, keuze="groeien")
        assert fouten(zonder) == {("afwijkingReden", "verplicht")}
        overbodig = await deel_in(api, melding, afwijkingReden="Toch maar zo.", verschilToelichting="Niets.")
        assert fouten(overbodig) == {("afwijkingReden", "geen-afwijking"), ("verschilToelichting", "geen-verschil")}
        met = await deel_in(api, melding, keuze="groeien", afwijkingReden="Eerst herstel.")
        assert met.status_code == 201
        assert (met.json()["klasse"], met.json()["advies"]) == ("groeien", "matchen")
        assert "iom.ambitie.keuze" in [grond["regel"] for grond in met.json()["motivering"]]

    async def test_a_difference_is_with_the_chosen_group_and_kept_for_who_follows(self, api: Api) -> None:
        opgave = opgave_indeling(voorkeurKlant="faciliteren")
        indeling = (await nieuwe_indeling(api, opgave=opgave, verschilToelichting="De klant wil rust.")).json()
        assert (indeling["voorkeurKlant"], indeling["verschilVanMening"]) == ("faciliteren", True)
        eens = (
            await nieuwe_indeling(
                api,
                keuze="groeien",
                opgave=opgave_indeling(voorkeurKlant="groeien"),
                afwijkingReden="De klant overtuigt.",
            )
        ).json()
        assert (eens["verschilVanMening"], eens["uitkomst"]["verschilVanMening"]) == (False, True)

    async def test_who_is_placed_in_zorgen_is_called_within_a_week_and_not_invited(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api, keuze="zorgen")
        assert indeling.json()["kickOff"] is False
        assert indeling.json()["overdracht"] == {"warm": True, "bellenUiterlijk": "2021-03-22"}
        termijnen = await termijnen_van(api, indeling)
        assert list(termijnen) == ["bellen_inkomensconsulent"]
        bellen = termijnen["bellen_inkomensconsulent"]
        assert (bellen["rol"], bellen["uiterlijkOp"]) == ("inkomensconsulent", "2021-03-22")
        assert bellen["regel"] == "iom.ambitie.overdracht"

    async def test_matchen_is_looked_at_again_after_half_a_year(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api)
        assert indeling.json()["kickOff"] is True
        termijnen = await termijnen_van(api, indeling)
        assert list(termijnen) == ["wisselbeoordeling"]
        assert termijnen["wisselbeoordeling"]["uiterlijkOp"] == "2021-09-15"
        assert await termijnen_van(api, await nieuwe_indeling(api, keuze="groeien")) == {}

    async def test_a_step_out_of_order_says_what_can_be_done(self, api: Api) -> None:
        antwoord = await deel_in(api, await nieuwe_melding(api))
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/stap-niet-toegestaan"
        assert antwoord.json()["toestand"] == "gemeld"

    async def test_a_melding_gives_one_placing(self, api: Api) -> None:
        melding = await besproken_melding(api)
        antwoorden = await asyncio.gather(*(deel_in(api, melding) for _ in range(2)))
        assert sorted(antwoord.status_code for antwoord in antwoorden) == [201, 409]

    async def test_a_klant_of_another_melding_and_an_unknown_melding_are_refused(self, api: Api) -> None:
        melding = await besproken_melding(api)
        assert fouten(await deel_in(api, melding, klantId=ONBEKEND)) == {("klantId", "niet-van-melding")}
        assert (await deel_in(api, melding, meldingId=ONBEKEND)).status_code == 404

    async def test_only_the_trajectconsulent_places(self, api: Api) -> None:
        body = {"meldingId": ONBEKEND, "klantId": ONBEKEND, "opgave": opgave_indeling(), "keuze": "matchen"}
        assert (await api.werkconsulent.post("/groepsindelingen", body)).status_code == 403
        assert (await api.bad.get("/groepsindelingen")).status_code == 403


class TestOpnieuwIndelen:
    async def test_a_new_melding_ends_the_earlier_placing_the_day_before(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api)
        wijzer.zet("2021-05-10T09:00:00Z")
        melding = await besproken_melding(api, klant=eerste.json()["klantId"])
        tweede = await nieuwe_indeling(api, melding=melding, keuze="groeien")
        eerder = (await nu(api, eerste)).json()
        assert (eerder["geldigTot"], tweede.json()["geldigVan"]) == ("2021-05-09", "2021-05-10")
        assert (await termijnen_van(api, eerste))["wisselbeoordeling"]["toestand"] == "vervallen"
        types = await types_in_tijdlijn(api, eerste.json()["klantId"])
        assert types[-3:] == ["groepsindeling.beeindigd", "groepsindeling.vastgelegd", "melding.ingedeeld"]

    async def test_a_placing_lasts_a_day_at_least(self, api: Api) -> None:
        eerste = await nieuwe_indeling(api)
        melding = await besproken_melding(api, klant=eerste.json()["klantId"])
        antwoord = await deel_in(api, melding)
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/indeling-begonnen"

    async def test_the_same_group_again_is_one_stay(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api)
        wijzer.zet("2021-05-10T09:00:00Z")
        tweede = await nieuwe_indeling(api, melding=await besproken_melding(api, klant=eerste.json()["klantId"]))
        assert (await termijnen_van(api, tweede))["wisselbeoordeling"]["uiterlijkOp"] == "2021-09-15"
        wisseling = await nieuwe_wisseling(api, indeling=tweede)
        assert wisseling.json()["feiten"]["inGroepSinds"] == "2021-03-15"

    async def test_an_undecided_assessment_goes_with_the_placing_that_ends(self, api: Api, wijzer: Wijzer) -> None:
        wisseling = await nieuwe_wisseling(api)
        wijzer.zet("2021-05-10T09:00:00Z")
        await nieuwe_indeling(api, melding=await besproken_melding(api, klant=wisseling.json()["klantId"]))
        pad = f"/groepswisselingen/{wisseling.json()['id']}"
        vervallen = await api.trajectconsulent.get(pad)
        assert vervallen.json()["toestand"] == "vervallen"
        besluit = {"naar": None, "reden": "Blijft."}
        antwoord = await api.trajectconsulent.post(f"{pad}/besluiten", besluit, als=vervallen)
        assert (antwoord.status_code, antwoord.json()["toegestaan"]) == (409, [])


class TestLezen:
    async def test_a_klant_has_a_group_on_a_day(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api)
        pad = f"/klanten/{eerste.json()['klantId']}/groepsindeling"
        wijzer.zet("2021-05-10T09:00:00Z")
        melding = await besproken_melding(api, klant=eerste.json()["klantId"])
        await nieuwe_indeling(api, melding=melding, keuze="groeien")

        async def klasse(**vraag: str) -> str:
            antwoord = await api.receptie.get(pad, params=vraag)
            return str(antwoord.json()["klasse"]) if antwoord.status_code == 200 else str(antwoord.status_code)

        assert await klasse() == "groeien"
        assert [await klasse(geldigOp=f"2021-05-{dag}") for dag in ("09", "10")] == ["matchen", "groeien"]
        assert await klasse(geldigOp="2021-03-14") == "404"
        assert await klasse(geldigOp="2021-05-10", bekendOp="2021-05-10T08:59:59Z") == "matchen"
        assert await klasse(bekendOp="2021-03-15T08:59:59Z") == "404"

    async def test_who_is_in_no_group_and_who_is_unknown_are_not_found(self, api: Api) -> None:
        klant = (await nieuwe_klant(api)).json()["id"]
        for wie in (klant, ONBEKEND):
            assert (await api.receptie.get(f"/klanten/{wie}/groepsindeling")).status_code == 404

    async def test_a_placing_is_found_on_the_days_that_it_holds(self, api: Api) -> None:
        indeling = await nieuwe_indeling(api)
        pad = f"/groepsindelingen/{indeling.json()['id']}"
        for dag, status in (("2021-03-14", 404), ("2021-03-15", 200), ("2031-03-15", 200)):
            assert (await api.receptie.get(pad, params={"geldigOp": dag})).status_code == status
        eerder = {"bekendOp": "2021-03-15T08:59:59Z"}
        assert (await api.receptie.get(pad, params=eerder)).status_code == 404
        assert (await api.receptie.get(f"/groepsindelingen/{ONBEKEND}")).status_code == 404

    async def test_a_list_shows_a_klant_or_who_is_in_a_group_now(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api)
        wijzer.zet("2021-05-10T09:00:00Z")
        melding = await besproken_melding(api, klant=eerste.json()["klantId"])
        tweede = await nieuwe_indeling(api, melding=melding, keuze="groeien")

        async def ids(**vraag: str) -> list[str]:
            antwoord = await api.receptie.get("/groepsindelingen", params=vraag)
            return [indeling["id"] for indeling in antwoord.json()["resultaten"]]

        eerste_id, tweede_id = eerste.json()["id"], tweede.json()["id"]
        klant = eerste.json()["klantId"]
        assert await ids(klantId=klant) == [tweede_id, eerste_id]
        assert await ids(klantId=klant, klasse="matchen") == []
        assert await ids(klantId=klant, klasse="groeien") == [tweede_id]


async def test_in_groep_is_what_the_rules_advise(api: Api) -> None:
    for groep in ("matchen", "groeien", "faciliteren", "zorgen"):
        assert (await nieuwe_indeling(api, keuze=groep, opgave=in_groep(groep))).json()["advies"] == groep

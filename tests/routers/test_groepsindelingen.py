"""Groepsindelingen over HTTP: placed by advice or with a reason, ended by the next, corrected without loss."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    besproken_melding,
    genomen_wisselbesluit,
    in_groep,
    nieuwe_indeling,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_wisseling,
    opgave_indeling,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio
ONBEKEND = "01783a4f-7c00-7000-8000-000000000001"


async def deel_in(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    """Try to place a klant."""
    van = melding.json()
    basis = {"meldingId": van["id"], "klantId": van["klantId"], "opgave": opgave_indeling(), "keuze": "matchen"}
    return await api.trajectconsulent.post("/groepsindelingen", basis | anders)


async def corrigeer(api: Api, indeling: httpx.Response, **correctie: Any) -> httpx.Response:
    """Try to correct a placing."""
    body = {"reden": "Verkeerd aangeklikt."} | correctie
    pad = f"/groepsindelingen/{indeling.json()['id']}/correcties"
    return await api.trajectconsulent.post(pad, body, als=indeling)


async def nu(api: Api, indeling: httpx.Response) -> httpx.Response:
    """Read a placing again."""
    return await api.receptie.get(f"/groepsindelingen/{indeling.json()['id']}")


def paden(antwoord: httpx.Response) -> list[tuple[str, str]]:
    assert antwoord.status_code == 400, antwoord.text
    return [(fout["path"], fout["code"]) for fout in antwoord.json()["errors"]]


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
        assert paden(zonder) == [("afwijkingReden", "verplicht")]
        overbodig = await deel_in(api, melding, afwijkingReden="Toch maar zo.", verschilToelichting="Niets.")
        assert paden(overbodig) == [("afwijkingReden", "geen-afwijking"), ("verschilToelichting", "geen-verschil")]
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
        assert paden(await deel_in(api, melding, klantId=ONBEKEND)) == [("klantId", "niet-van-melding")]
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
        assert paden(opnieuw) == [("afwijkingReden", "verplicht")]

    async def test_a_first_day_moves_with_its_terms_but_not_before_the_melding_or_after_today(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        wijzer.zet("2021-03-20T09:00:00Z")
        indeling = await nieuwe_indeling(api)
        assert paden(await corrigeer(api, indeling, geldigVan="2021-03-21")) == [("geldigVan", "toekomst")]
        assert paden(await corrigeer(api, indeling, geldigVan="2021-03-14")) == [("geldigVan", "voor-melding")]
        assert paden(await corrigeer(api, indeling)) == [("klasse", "geen-correctie")]
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
        assert paden(na_einde) == [("geldigVan", "na-einde")]

    async def test_a_corrected_change_corrects_its_decision_too(self, api: Api, wijzer: Wijzer) -> None:
        eerste = await nieuwe_indeling(api, keuze="groeien")
        wijzer.zet("2021-05-10T09:00:00Z")
        wisseling = await nieuwe_wisseling(api, indeling=eerste, maandenTotWerk=48)
        wisseling = await genomen_wisselbesluit(api, wisseling, "faciliteren")
        tweede = await api.receptie.get(f"/groepsindelingen/{wisseling.json()['nieuweIndelingId']}")
        assert (await corrigeer(api, tweede, klasse="matchen")).json()["type"] == "/problemen/groeien-matchen"
        assert paden(await corrigeer(api, tweede, klasse="groeien")) == [("klasse", "zelfde-groep")]
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


async def test_in_groep_is_what_the_rules_advise(api: Api) -> None:
    for groep in ("matchen", "groeien", "faciliteren", "zorgen"):
        assert (await nieuwe_indeling(api, keuze=groep, opgave=in_groep(groep))).json()["advies"] == groep

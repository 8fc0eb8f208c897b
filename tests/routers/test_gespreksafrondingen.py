"""Ambitiegesprekken over HTTP: judged and rounded off."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    LEEFGEBIEDEN,
    afgerond_ambitiegesprek,
    nieuw_ambitiegesprek,
    nieuwe_screening,
    termijnen_van,
    types_in_tijdlijn,
)
from tests.stappen_gesprekken import TAAL, gescreende_melding, stap, stel

pytestmark = pytest.mark.anyio
BESLUIT = {"studieplichtig": True, "reden": "Kan in september beginnen."}
JONG = "1998-06-05"


async def jong_gesprek(api: Api) -> httpx.Response:
    """The talk of someone under 27 without a startkwalificatie."""
    melding = await gescreende_melding(api, geboortedatum=JONG)
    return await nieuw_ambitiegesprek(api, melding=melding["id"], startkwalificatie=False)


class TestTaal:
    async def test_the_level_is_recorded_with_who_judged_it(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        na = await stap(api, gesprek, "taalbeoordelingen", TAAL)
        assert na.status_code == 200
        assert na.json()["taal"]["niveau"] == "voldoet"
        assert na.json()["taal"]["door"].endswith("|trajectconsulent-een")
        assert (await types_in_tijdlijn(api, na.json()["klantId"]))[-1] == "taal.beoordeeld"

    async def test_unclear_means_signed_up_for_a_test(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        antwoord = await stap(api, gesprek, "taalbeoordelingen", TAAL | {"niveau": "onduidelijk"})
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["toetsAangemeld"]
        aangemeld = TAAL | {"niveau": "onduidelijk", "toetsAangemeld": True}
        assert (await stap(api, gesprek, "taalbeoordelingen", aangemeld)).status_code == 200


class TestStudieplicht:
    async def test_the_decision_reaches_the_inkomensconsulent_the_same_day(self, api: Api) -> None:
        gesprek = await jong_gesprek(api)
        assert gesprek.json()["uitkomst"]["studieplichtBeoordelen"] is True
        na = await stap(api, gesprek, "studieplichtbesluiten", BESLUIT)
        assert na.json()["studieplicht"]["studieplichtig"] is True
        bericht = (await termijnen_van(api, gesprek))["studieplicht_in_beschikking"]
        assert (bericht["rol"], bericht["uiterlijkOp"]) == ("inkomensconsulent", "2021-03-15")
        assert (bericht["herinnering"], bericht["regel"]) == (True, "iom.ambitie.studieplicht")

    async def test_another_decision_is_told_again(self, api: Api, wijzer: Wijzer) -> None:
        gesprek = await stap(api, await jong_gesprek(api), "studieplichtbesluiten", BESLUIT)
        wijzer.zet("2021-03-16T09:00:00Z")
        anders = BESLUIT | {"studieplichtig": False}
        na = await stap(api, gesprek, "studieplichtbesluiten", anders)
        assert na.json()["studieplicht"]["studieplichtig"] is False
        bericht = (await termijnen_van(api, gesprek))["studieplicht_in_beschikking"]
        assert (bericht["uiterlijkOp"], bericht["toestand"]) == ("2021-03-16", "lopend")

    async def test_nothing_is_decided_where_the_rules_do_not_ask(self, api: Api) -> None:
        antwoord = await stap(api, await nieuw_ambitiegesprek(api), "studieplichtbesluiten", BESLUIT)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/geen-studieplichtbesluit")


class TestAfronden:
    async def test_a_whole_talk_makes_the_klant_ready_to_be_placed(self, api: Api) -> None:
        gesprek = await afgerond_ambitiegesprek(api)
        assert gesprek.json()["toestand"] == "afgerond"
        melding = (await api.receptie.get(f"/meldingen/{gesprek.json()['meldingId']}")).json()
        assert melding["stand"] == "besproken"
        types = await types_in_tijdlijn(api, melding["klantId"])
        assert types[-2:] == ["ambitiegesprek.afgerond", "melding.besproken"]

    async def test_what_is_missing_is_named(self, api: Api) -> None:
        antwoord = await stap(api, await jong_gesprek(api), "afrondingen")
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/gesprek-onvolledig")
        ontbreekt = [fout["path"] for fout in antwoord.json()["errors"]]
        assert ontbreekt == [*(f"leefgebieden.{naam}" for naam in LEEFGEBIEDEN), "taal", "studieplicht"]

    async def test_a_talk_that_lies_ahead_cannot_be_over(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp="2021-03-15T10:00:01+01:00")
        antwoord = await stap(api, gesprek, "afrondingen")
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/gesprek-nog-niet-geweest")

    async def test_it_closes_the_terms_of_the_screening_by_the_day_of_the_talk(self, api: Api, wijzer: Wijzer) -> None:
        screening = await nieuwe_screening(api)
        wijzer.zet("2021-03-30T09:00:00Z")
        await afgerond_ambitiegesprek(api, melding=screening.json()["meldingId"], gesprekOp="2021-03-22T10:00:00+01:00")
        termijn = (await termijnen_van(api, screening))["ambitiegesprek"]
        assert (termijn["toestand"], termijn["afgedaanOp"]) == ("gehaald", "2021-03-22")

    @pytest.mark.parametrize(
        ("ingevuld", "op", "verwacht"),
        [
            (True, "2021-03-20", ("gehaald", "2021-03-20")),
            (True, "2021-03-21", ("gemist", "2021-03-21")),
            (True, None, ("gehaald", None)),
            (False, None, ("gemist", "2021-03-22")),
        ],
        ids=["on its last day", "a day late", "on a day nobody knows", "never: the form in the talk"],
    )
    async def test_dariuz_is_in_time_by_the_day_on_which_it_was_filled_in(
        self, api: Api, wijzer: Wijzer, ingevuld: bool, op: str | None, verwacht: tuple[str, str | None]
    ) -> None:
        screening = await nieuwe_screening(api)
        wijzer.zet("2021-03-22T12:00:00Z")
        melding = screening.json()["meldingId"]
        anders: dict[str, Any] = {"gesprekOp": "2021-03-22T10:00:00+01:00", "diagnoseIngevuld": ingevuld}
        await afgerond_ambitiegesprek(api, melding=melding, inhoud={"diagnoseIngevuldOp": op}, **anders)
        termijn = (await termijnen_van(api, screening))["diagnose"]
        assert termijn["uiterlijkOp"] == "2021-03-20"
        assert (termijn["toestand"], termijn["afgedaanOp"]) == verwacht

    async def test_of_a_couple_the_last_who_filled_in_dariuz_counts(self, api: Api, wijzer: Wijzer) -> None:
        melding = await stel(api)
        vraag = {"meldingId": melding["id"]}
        (screening,) = (await api.inkomensconsulent.get("/screeningen", params=vraag)).json()["resultaten"]
        wijzer.zet("2021-03-22T12:00:00Z")
        for klant, op in ((melding["klantId"], "2021-03-21"), (melding["partnerId"], "2021-03-16")):
            inhoud = {"diagnoseIngevuldOp": op}
            await afgerond_ambitiegesprek(
                api, melding=melding["id"], klant=klant, inhoud=inhoud, gesprekOp="2021-03-22T10:00:00+01:00"
            )
        termijnen = await termijnen_van(api, await api.inkomensconsulent.get(f"/screeningen/{screening['id']}"))
        assert (termijnen["diagnose"]["toestand"], termijnen["diagnose"]["afgedaanOp"]) == ("gemist", "2021-03-21")

    async def test_of_a_couple_the_term_runs_until_both_were_spoken_with(self, api: Api) -> None:
        melding = await stel(api)
        vraag = {"meldingId": melding["id"]}
        (screening,) = (await api.inkomensconsulent.get("/screeningen", params=vraag)).json()["resultaten"]
        pad = f"/screeningen/{screening['id']}"
        for klant, verwacht in ((melding["partnerId"], "lopend"), (melding["klantId"], "gehaald")):
            await afgerond_ambitiegesprek(api, melding=melding["id"], klant=klant)
            termijnen = await termijnen_van(api, await api.inkomensconsulent.get(pad))
            assert termijnen["ambitiegesprek"]["toestand"] == verwacht
        na = (await api.receptie.get(f"/meldingen/{melding['id']}")).json()
        assert (na["stand"], na["standPartner"]) == ("besproken", "besproken")

    async def test_a_step_asks_for_the_version_that_was_seen(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        pad = f"/ambitiegesprekken/{gesprek.json()['id']}/afrondingen"
        assert (await api.trajectconsulent.post(pad, None)).status_code == 428
        assert (await api.trajectconsulent.post(pad, None, koppen={"If-Match": '"9"'})).status_code == 412
        assert (await api.werkconsulent.post(pad, None, als=gesprek)).status_code == 403

"""Ambitiegesprekken over HTTP: begun, filled in, judged, rounded off."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import (
    LEEFGEBIEDEN,
    afgerond_ambitiegesprek,
    nieuw_ambitiegesprek,
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    opgave_ambitiegesprek,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio

TAAL = {"niveau": "voldoet", "toetsAangemeld": False, "toelichting": "Sprak en schreef vlot."}
BESLUIT = {"studieplichtig": True, "reden": "Kan in september beginnen."}
JONG = "1998-06-05"
VOORUIT = "2021-03-22T09:00:00Z"
BEVESTIGD = {"bevestiging": "2021-03-15"}


async def gescreende_melding(api: Api, *, geboortedatum: str = "1987-06-05", **anders: Any) -> dict[str, Any]:
    """A melding of someone born on this day, screened."""
    klant = str((await nieuwe_klant(api, geboortedatum=geboortedatum)).json()["id"])
    melding: dict[str, Any] = (await nieuwe_melding(api, klant=klant)).json()
    await nieuwe_screening(api, melding=melding["id"], **anders)
    return melding


async def stel(api: Api) -> dict[str, Any]:
    """A melding of a couple, screened."""
    partner = str((await nieuwe_klant(api)).json()["id"])
    melding: dict[str, Any] = (await nieuwe_melding(api, partner=partner)).json()
    await nieuwe_screening(api, melding=melding["id"])
    return melding


async def jong_gesprek(api: Api) -> httpx.Response:
    """The talk of someone under 27 without a startkwalificatie."""
    melding = await gescreende_melding(api, geboortedatum=JONG)
    return await nieuw_ambitiegesprek(api, melding=melding["id"], startkwalificatie=False)


async def afspraak_voor(api: Api, gesprek: httpx.Response, begin: str = VOORUIT) -> httpx.Response:
    """An appointment for a recorded talk."""
    melding = await api.receptie.get(f"/meldingen/{gesprek.json()['meldingId']}")
    return await nieuwe_afspraak(api, melding, soort="ambitiegesprek", begin=begin)


async def lopend(api: Api, onderwerp: httpx.Response) -> dict[str, str]:
    """What is still to be sent, and when."""
    termijnen = await termijnen_van(api, onderwerp)
    return {soort: t["uiterlijkOp"] for soort, t in termijnen.items() if t["toestand"] == "lopend"}


async def stap(api: Api, gesprek: httpx.Response, naam: str, body: Any = None) -> httpx.Response:
    return await api.trajectconsulent.post(f"/ambitiegesprekken/{gesprek.json()['id']}/{naam}", body, als=gesprek)


async def wijzig(api: Api, gesprek: httpx.Response, **wijziging: Any) -> httpx.Response:
    return await api.trajectconsulent.patch(f"/ambitiegesprekken/{gesprek.json()['id']}", wijziging, als=gesprek)


class TestBeginnen:
    async def test_a_talk_is_found_at_its_location_prepared_by_what_the_screening_chose(self, api: Api) -> None:
        melding = await gescreende_melding(api, dariuz="met_hulp")
        gemaakt = await nieuw_ambitiegesprek(api, melding=melding["id"], diagnoseIngevuld=False)
        gelezen = await api.werkconsulent.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        assert (gelezen.json()["toestand"], gelezen.json()["feiten"]["diagnose"]) == ("begonnen", "dariuz_met_hulp")
        assert gelezen.json()["feiten"]["geboortedatum"] == "1987-06-05"
        assert gelezen.json()["uitkomst"]["formatInvullen"] is True
        assert gelezen.json()["verantwoording"]["peildatum"] == "2021-03-15"
        assert (await types_in_tijdlijn(api, melding["klantId"]))[-1] == "ambitiegesprek.begonnen"

    async def test_without_a_screening_the_form_is_used(self, api: Api) -> None:
        melding = (await nieuwe_melding(api, vsoPro=True)).json()
        gesprek = await nieuw_ambitiegesprek(api, melding=melding["id"])
        assert gesprek.json()["feiten"]["diagnose"] == "format"
        assert gesprek.json()["uitkomst"]["herinneringDiagnoseOp"] is None

    async def test_partners_have_a_talk_each_in_their_own_dossier(self, api: Api) -> None:
        melding = await stel(api)
        for klant in (melding["klantId"], melding["partnerId"]):
            assert (await nieuw_ambitiegesprek(api, melding=melding["id"], klant=klant)).json()["klantId"] == klant
            assert (await types_in_tijdlijn(api, klant)).count("ambitiegesprek.begonnen") == 1

    async def test_a_klant_has_one_talk_per_melding(self, api: Api) -> None:
        gesprek = (await nieuw_ambitiegesprek(api)).json()
        body = {"meldingId": gesprek["meldingId"], "klantId": gesprek["klantId"], "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/ambitiegesprek-bekend")

    async def test_before_the_screening_it_is_out_of_order(self, api: Api) -> None:
        melding = (await nieuwe_melding(api)).json()
        body = {"meldingId": melding["id"], "klantId": melding["klantId"], "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "gemeld")

    async def test_someone_else_than_klant_or_partner_is_refused(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        ander = str((await nieuwe_klant(api)).json()["id"])
        body = {"meldingId": melding["id"], "klantId": ander, "opgave": opgave_ambitiegesprek()}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["klantId"]

    async def test_a_talk_before_its_screening_is_refused(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        opgave = opgave_ambitiegesprek(gesprekOp="2021-03-15T09:59:59+01:00")
        body = {"meldingId": melding["id"], "klantId": melding["klantId"], "opgave": opgave}
        antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["opgave.gesprekOp"]

    async def test_only_the_trajectconsulent_holds_it(self, api: Api) -> None:
        assert (await api.inkomensconsulent.post("/ambitiegesprekken", {})).status_code == 403


class TestLezen:
    async def test_filters_on_klant_and_melding(self, api: Api) -> None:
        gesprek = (await nieuw_ambitiegesprek(api)).json()
        for vraag in ({"klantId": gesprek["klantId"]}, {"meldingId": gesprek["meldingId"]}):
            gevonden = await api.manager.get("/ambitiegesprekken", params=vraag)
            assert gevonden.json()["resultaten"] == [gesprek]

    @pytest.mark.parametrize("rol", ["receptie", "bad", "sociaal_rechercheur", "administratie"])
    async def test_suspicions_are_not_for_every_role(self, api: Api, rol: str) -> None:
        inhoud = {"waarnemingen": {"vermoedenOnveiligThuis": True}}
        gesprek = await nieuw_ambitiegesprek(api, inhoud=inhoud)
        assert gesprek.json()["waarnemingen"]["vermoedenOnveiligThuis"] is True
        assert (await api.als(rol).get(f"/ambitiegesprekken/{gesprek.json()['id']}")).status_code == 403


class TestAanvullen:
    async def test_within_nested_things_only_the_named_fields_change(self, api: Api) -> None:
        inhoud = {"leefgebieden": {"wonen": "Huurt.", "financien": "Krap."}, "voorkeurKlant": "groeien"}
        gesprek = await nieuw_ambitiegesprek(api, inhoud=inhoud)
        na = await wijzig(
            api,
            gesprek,
            leefgebieden={"financien": None, "zingeving": "Wandelt."},
            themas={"kinderen": "Twee."},
            waarnemingen={"toelichting": "Rustig."},
            voorkeurKlant=None,
        )
        assert na.status_code == 200
        gevuld = {naam: tekst for naam, tekst in na.json()["leefgebieden"].items() if tekst}
        assert gevuld == {"wonen": "Huurt.", "zingeving": "Wandelt."}
        assert na.json()["themas"]["kinderen"] == "Twee."
        assert na.json()["waarnemingen"] == {
            "vermoedenLaaggeletterdheid": False,
            "vermoedenOnveiligThuis": False,
            "toelichting": "Rustig.",
        }
        assert na.json()["voorkeurKlant"] is None
        assert na.json()["verantwoording"] == gesprek.json()["verantwoording"]
        leeg = await wijzig(api, na, waarnemingen=None)
        assert leeg.json()["waarnemingen"] is None

    async def test_changed_facts_are_judged_anew_with_a_receipt_of_their_own(self, api: Api, wijzer: Wijzer) -> None:
        gesprek = await nieuw_ambitiegesprek(api, diagnoseIngevuld=False)
        wijzer.zet("2021-03-16T09:00:00Z")
        na = (await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True, "wijze": "digitaal"})).json()
        assert (na["uitkomst"]["formatInvullen"], na["uitkomst"]["duurMinuten"]) == (False, 30)
        assert na["feiten"]["startkwalificatie"] is True
        assert na["verantwoording"]["op"] == "2021-03-16T09:00:00Z"

    @pytest.mark.parametrize(
        ("wijziging", "pad"),
        [
            ({"opgave": {"wijze": None}}, "opgave.wijze"),
            ({"leefgebieden": None}, "leefgebieden"),
            ({"leefgebieden": {"tuin": "Groot."}}, "leefgebieden.tuin"),
            ({"opgave": {"gesprekOp": "2021-03-14T10:00:00Z"}}, "opgave.gesprekOp"),
        ],
    )
    async def test_what_cannot_be_is_refused_with_the_field_named(
        self, api: Api, wijziging: dict[str, Any], pad: str
    ) -> None:
        antwoord = await wijzig(api, await nieuw_ambitiegesprek(api), **wijziging)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == [pad]

    async def test_the_day_of_dariuz_can_be_filled_in_later(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, diagnoseIngevuld=False)
        assert gesprek.json()["diagnoseIngevuldOp"] is None
        na = await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True}, diagnoseIngevuldOp="2021-03-14")
        assert (na.status_code, na.json()["diagnoseIngevuldOp"]) == (200, "2021-03-14")

    @pytest.mark.parametrize(
        ("op", "anders"),
        [
            ("2021-03-15", {"diagnoseIngevuld": False}),
            ("2021-03-18", {"gesprekOp": "2021-03-22T10:00:00+01:00"}),
            ("2021-03-16", {}),
        ],
        ids=["not filled in", "in the future", "after the talk"],
    )
    async def test_a_day_on_which_dariuz_cannot_have_been_filled_in_is_refused(
        self, api: Api, wijzer: Wijzer, op: str, anders: dict[str, Any]
    ) -> None:
        wijzer.zet("2021-03-17T09:00:00Z")
        gesprek = await nieuw_ambitiegesprek(api, **anders)
        antwoord = await wijzig(api, gesprek, diagnoseIngevuldOp=op)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["diagnoseIngevuldOp"]

    async def test_a_change_asks_for_the_version_that_was_seen(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        pad = f"/ambitiegesprekken/{gesprek.json()['id']}"
        assert (await api.trajectconsulent.patch(pad, {"voorkeurKlant": "matchen"})).status_code == 428
        assert (await wijzig(api, gesprek, voorkeurKlant="matchen")).status_code == 200
        assert (await wijzig(api, gesprek, voorkeurKlant="groeien")).status_code == 412

    @pytest.mark.parametrize(
        "wijziging",
        [
            {},
            {"opgave": {}, "leefgebieden": {}, "themas": {}},
            {"opgave": {"diagnoseIngevuld": True}, "voorkeurKlant": None},
        ],
        ids=["empty", "nested empty", "as it is"],
    )
    async def test_what_changes_nothing_is_answered_and_not_recorded(
        self, api: Api, wijzer: Wijzer, wijziging: dict[str, Any]
    ) -> None:
        gesprek = await nieuw_ambitiegesprek(api)
        voor = await types_in_tijdlijn(api, gesprek.json()["klantId"])
        wijzer.zet("2021-03-17T09:00:00Z")
        antwoord = await wijzig(api, gesprek, **wijziging)
        assert (antwoord.status_code, antwoord.json()) == (200, gesprek.json())
        assert antwoord.headers["ETag"] == gesprek.headers["ETag"]
        assert await types_in_tijdlijn(api, gesprek.json()["klantId"]) == voor

    async def test_a_talk_that_is_rounded_off_stays_as_it_is(self, api: Api) -> None:
        gesprek = await afgerond_ambitiegesprek(api)
        antwoord = await wijzig(api, gesprek, voorkeurKlant="matchen")
        assert (antwoord.status_code, antwoord.json()["toestand"]) == (409, "besproken")
        assert (await stap(api, gesprek, "taalbeoordelingen", TAAL)).status_code == 409


class TestHerinnering:
    async def test_who_must_still_fill_in_dariuz_is_reminded_three_werkdagen_before(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp="2021-03-22T10:00:00+01:00", diagnoseIngevuld=False)
        herinnering = (await termijnen_van(api, gesprek))["herinnering_diagnose"]
        assert (herinnering["uiterlijkOp"], herinnering["herinnering"]) == ("2021-03-17", True)
        assert (herinnering["rol"], herinnering["regel"]) == ("trajectconsulent", "iom.ambitie.herinnering")
        verplaatst = await wijzig(api, gesprek, opgave={"gesprekOp": "2021-03-23T10:00:00+01:00"})
        assert (await termijnen_van(api, gesprek))["herinnering_diagnose"]["uiterlijkOp"] == "2021-03-18"
        await wijzig(api, verplaatst, opgave={"diagnoseIngevuld": True})
        assert (await termijnen_van(api, gesprek))["herinnering_diagnose"]["toestand"] == "vervallen"

    async def test_without_an_appointment_the_klant_is_reminded_of_the_talk_itself(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT)
        herinnering = (await termijnen_van(api, gesprek))["herinnering_gesprek"]
        assert (herinnering["uiterlijkOp"], herinnering["rol"]) == ("2021-03-21", "receptie")
        assert (herinnering["herinnering"], herinnering["regel"]) == (True, "iom.ambitie.herinnering")

    async def test_an_appointment_takes_the_reminders_over_and_moves_them(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak = await afspraak_voor(api, gesprek)
        assert await lopend(api, gesprek) == {}
        verplaatsing = {"begin": "2021-03-23T09:00:00Z", "reden": "De klant is dan verhinderd."}
        pad = f"/afspraken/{afspraak.json()['id']}/verplaatsingen"
        assert (await api.receptie.post(pad, verplaatsing, als=afspraak)).status_code == 200
        assert await lopend(api, gesprek) == {}
        assert await lopend(api, afspraak) == BEVESTIGD | {"dariuz": "2021-03-18", "sms": "2021-03-22"}

    async def test_a_talk_recorded_after_its_appointment_leaves_the_reminders_there(self, api: Api) -> None:
        melding = await gescreende_melding(api)
        afspraak = await nieuwe_afspraak(
            api, await api.receptie.get(f"/meldingen/{melding['id']}"), soort="ambitiegesprek", begin=VOORUIT
        )
        gesprek = await nieuw_ambitiegesprek(api, melding=melding["id"], gesprekOp=VOORUIT, diagnoseIngevuld=False)
        assert await lopend(api, gesprek) == {}
        assert await lopend(api, afspraak) == BEVESTIGD | {"dariuz": "2021-03-17", "sms": "2021-03-21"}

    async def test_filled_in_dariuz_is_not_reminded_of_by_the_appointment_either(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak = await afspraak_voor(api, gesprek)
        await wijzig(api, gesprek, opgave={"diagnoseIngevuld": True})
        assert await lopend(api, afspraak) == BEVESTIGD | {"sms": "2021-03-21"}
        verplaatsing = {"begin": "2021-03-23T09:00:00Z", "reden": "De klant is dan verhinderd."}
        await api.receptie.post(f"/afspraken/{afspraak.json()['id']}/verplaatsingen", verplaatsing, als=afspraak)
        assert await lopend(api, afspraak) == BEVESTIGD | {"sms": "2021-03-22"}

    async def test_a_cancelled_appointment_gives_the_reminders_back(self, api: Api) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT, diagnoseIngevuld=False)
        afspraak, later = (
            await afspraak_voor(api, gesprek),
            await afspraak_voor(api, gesprek, begin="2021-03-23T09:00:00Z"),
        )
        zelf = {"herinnering_diagnose": "2021-03-17", "herinnering_gesprek": "2021-03-21"}
        for welke, verwacht in ((later, {}), (afspraak, zelf)):
            pad = f"/afspraken/{welke.json()['id']}/annuleringen"
            await api.receptie.post(pad, {"reden": "De klant heeft afgebeld."}, als=welke)
            assert await lopend(api, gesprek) == verwacht

    async def test_after_a_missed_appointment_a_talk_on_another_day_is_reminded_of(
        self, api: Api, wijzer: Wijzer
    ) -> None:
        gesprek = await nieuw_ambitiegesprek(api, gesprekOp=VOORUIT)
        afspraak = await afspraak_voor(api, gesprek)
        wijzer.zet("2021-03-22T10:00:00Z")
        pad = f"/afspraken/{afspraak.json()['id']}/opkomsten"
        assert (await api.receptie.post(pad, {"verschenen": False}, als=afspraak)).status_code == 200
        await wijzig(api, gesprek, opgave={"gesprekOp": "2021-03-29T10:00:00+02:00"})
        assert await lopend(api, gesprek) == {"herinnering_gesprek": "2021-03-28"}


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

"""Checking a proposed rejection over HTTP: four eyes, and what follows."""

from typing import Any

import httpx
import pytest

from tests.api import Api, Persoon
from tests.conftest import Wijzer
from tests.stappen import (
    nieuwe_afspraak,
    nieuwe_klant,
    nieuwe_melding,
    nieuwe_screening,
    termijnen_van,
    types_in_tijdlijn,
)

pytestmark = pytest.mark.anyio


async def voorgesteld(api: Api, **anders: Any) -> httpx.Response:
    """A melding of someone of 33 at the wrong desk: worked 26 weeks, so UWV comes first."""
    melding = (await nieuwe_melding(api, **anders)).json()["id"]
    await nieuwe_screening(api, melding=melding, wekenGewerktVan36=26)
    gelezen = await api.fiatteur.get(f"/meldingen/{melding}")
    assert gelezen.json()["stand"] == "afwijzing_voorgesteld"
    return gelezen


async def controleer(wie: Persoon, melding: httpx.Response, **body: Any) -> httpx.Response:
    return await wie.post(f"/meldingen/{melding.json()['id']}/afwijzingen", body, als=melding)


async def test_with_a_second_pair_of_eyes_the_melding_is_rejected_and_its_terms_lapse(api: Api) -> None:
    melding = await voorgesteld(api)
    antwoord = await controleer(api.fiatteur, melding, akkoord=True)
    assert antwoord.status_code == 200, antwoord.text
    afgewezen = antwoord.json()
    assert (afgewezen["stand"], afgewezen["afwijzing"]["akkoord"]) == ("afgewezen", True)
    assert afgewezen["afwijzing"]["op"] == "2021-03-15T09:00:00Z"
    assert "lopend" not in {t["toestand"] for t in (await termijnen_van(api, melding)).values()}
    assert (await types_in_tijdlijn(api, melding.json()["klantId"]))[-1] == "melding.afgewezen"
    await nieuwe_melding(api, klant=melding.json()["klantId"])


@pytest.mark.parametrize(("moment", "toestand"), [("2021-05-10", "gehaald"), ("2021-05-11", "gemist")])
async def test_a_rejection_is_the_decision_in_time_or_too_late(
    api: Api, wijzer: Wijzer, moment: str, toestand: str
) -> None:
    melding = await voorgesteld(api)
    wijzer.zet(f"{moment}T09:00:00Z")
    await controleer(api.fiatteur, melding, akkoord=True)
    besluit = (await termijnen_van(api, melding))["besluit"]
    assert (besluit["toestand"], besluit["afgedaanOp"]) == (toestand, moment)


async def test_a_rejection_that_is_refused_brings_the_ambitiegesprek(api: Api) -> None:
    melding = await voorgesteld(api)
    antwoord = await controleer(api.fiatteur, melding, akkoord=False, toelichting="De WW is al op.")
    assert (antwoord.status_code, antwoord.json()["stand"]) == (200, "gescreend")
    assert (await types_in_tijdlijn(api, melding.json()["klantId"]))[-1] == "melding.afwijzing-geweigerd"
    await nieuwe_afspraak(api, antwoord, soort="ambitiegesprek")
    vraag = {"meldingId": melding.json()["id"]}
    (screening,) = (await api.inkomensconsulent.get("/screeningen", params=vraag)).json()["resultaten"]
    stuk = await api.inkomensconsulent.get(f"/screeningen/{screening['id']}")
    termijn = (await termijnen_van(api, stuk))["ambitiegesprek"]
    assert (termijn["uiterlijkOp"], termijn["rol"]) == ("2021-03-22", "trajectconsulent")


@pytest.mark.parametrize(("op", "toestand"), [("2021-03-15", "gehaald"), ("2021-03-16", "gemist")])
async def test_a_rejection_closes_the_signal_of_broodnood(api: Api, wijzer: Wijzer, op: str, toestand: str) -> None:
    melding = await voorgesteld(api, broodnood=True)
    wijzer.zet(f"{op}T09:00:00Z")
    await controleer(api.fiatteur, melding, akkoord=True)
    assert (await termijnen_van(api, melding))["broodnood"]["toestand"] == toestand


async def na_weigering(api: Api, wijzer: Wijzer, op: str, **melding: Any) -> dict[str, tuple[str, str]]:
    """Which terms the screening has after a refusal on this day: what runs, from when and until when."""
    gemeld = (await nieuwe_melding(api, **melding)).json()["id"]
    screening = await nieuwe_screening(api, melding=gemeld, wekenGewerktVan36=26, dariuz="zelfstandig")
    gelezen = await api.fiatteur.get(f"/meldingen/{gemeld}")
    wijzer.zet(f"{op}T09:00:00Z")
    antwoord = await controleer(api.fiatteur, gelezen, akkoord=False, toelichting="De WW is al op.")
    assert antwoord.status_code == 200, antwoord.text
    termijnen = (await termijnen_van(api, screening)).items()
    return {soort: (t["basisOp"], t["uiterlijkOp"]) for soort, t in termijnen if t["toestand"] == "lopend"}


async def test_a_refusal_plans_all_that_comes_with_an_ambitiegesprek(api: Api, wijzer: Wijzer) -> None:
    assert await na_weigering(api, wijzer, "2021-03-17") == {
        "ambitiegesprek": ("2021-03-17", "2021-03-24"),
        "diagnose": ("2021-03-15", "2021-03-20"),
        "stukken": ("2021-03-15", "2021-03-22"),
        "nabellen": ("2021-03-15", "2021-03-19"),
        "inkomensafspraak": ("2021-03-15", "2021-03-29"),
    }


async def test_what_counted_from_the_talk_would_be_past_counts_from_the_refusal(api: Api, wijzer: Wijzer) -> None:
    assert await na_weigering(api, wijzer, "2021-03-22") == {
        "ambitiegesprek": ("2021-03-22", "2021-03-29"),
        "diagnose": ("2021-03-22", "2021-03-27"),
        "stukken": ("2021-03-22", "2021-03-29"),
        "nabellen": ("2021-03-22", "2021-03-26"),
        "inkomensafspraak": ("2021-03-22", "2021-04-07"),  # past Good Friday and Easter Monday
    }


async def test_a_no_needs_a_reason(api: Api) -> None:
    antwoord = await controleer(api.fiatteur, await voorgesteld(api), akkoord=False)
    assert antwoord.status_code == 400
    assert [fout["path"] for fout in antwoord.json()["errors"]] == ["toelichting"]


async def test_who_recorded_the_screening_does_not_check_it(api: Api) -> None:
    melding = await voorgesteld(api)
    antwoord = await controleer(api.als("fiatteur", "inkomensconsulent-een"), melding, akkoord=True)
    assert (antwoord.status_code, antwoord.json()["type"]) == (403, "/problemen/vier-ogen")


async def test_another_role_does_not_check_it(api: Api) -> None:
    antwoord = await controleer(api.inkomensconsulent, await voorgesteld(api), akkoord=True)
    assert (antwoord.status_code, antwoord.json()["type"]) == (403, "/problemen/geen-recht")


async def test_what_nobody_proposed_cannot_be_checked(api: Api) -> None:
    antwoord = await controleer(api.fiatteur, await nieuwe_melding(api), akkoord=True)
    assert antwoord.status_code == 409
    assert (antwoord.json()["toestand"], antwoord.json()["toegestaan"]) == ("gemeld", ["screening", "intrekking"])


async def test_it_needs_the_current_version(api: Api) -> None:
    melding = await voorgesteld(api)
    pad = f"/meldingen/{melding.json()['id']}/afwijzingen"
    assert (await api.fiatteur.post(pad, {"akkoord": True})).status_code == 428
    oud = {"If-Match": '"1"'}
    assert (await api.fiatteur.post(pad, {"akkoord": True}, koppen=oud)).status_code == 412


async def test_a_couple_is_rejected_together(api: Api) -> None:
    partner = (await nieuwe_klant(api)).json()["id"]
    melding = await voorgesteld(api, partner=partner)
    afgewezen = (await controleer(api.fiatteur, melding, akkoord=True)).json()
    assert (afgewezen["stand"], afgewezen["standPartner"]) == ("afgewezen", "afgewezen")
    assert (await types_in_tijdlijn(api, partner))[-1] == "melding.afgewezen"

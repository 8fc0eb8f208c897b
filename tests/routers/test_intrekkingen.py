"""Withdrawing a melding over HTTP."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_klant, nieuwe_melding, termijnen_van, types_in_tijdlijn

pytestmark = pytest.mark.anyio
GETEKEND = {"ondertekendOp": "2021-03-15", "reden": "De klant heeft werk gevonden."}


async def trek_in(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    return await api.receptie.post(f"/meldingen/{melding.json()['id']}/intrekkingen", GETEKEND | anders, als=melding)


async def test_a_withdrawn_melding_keeps_everything_and_its_terms_lapse(api: Api) -> None:
    gemaakt = await nieuwe_melding(api, kanaal="digitaal")
    ingetrokken = (await trek_in(api, gemaakt)).json()
    assert (ingetrokken["stand"], ingetrokken["ingetrokkenOp"]) == ("ingetrokken", "2021-03-15")
    assert ingetrokken["intrekkingReden"] == GETEKEND["reden"]
    assert ingetrokken["opgave"] == gemaakt.json()["opgave"]
    assert {t["toestand"] for t in (await termijnen_van(api, gemaakt)).values()} == {"vervallen"}
    assert (await types_in_tijdlijn(api, gemaakt.json()["klantId"]))[-1] == "melding.ingetrokken"


async def test_it_ends_for_the_partner_as_well_and_makes_room_for_a_new_melding(api: Api) -> None:
    klant, partner = [(await nieuwe_klant(api)).json()["id"] for _ in range(2)]
    ingetrokken = (await trek_in(api, await nieuwe_melding(api, klant=klant, partner=partner))).json()
    assert (ingetrokken["stand"], ingetrokken["standPartner"]) == ("ingetrokken", "ingetrokken")
    assert (await types_in_tijdlijn(api, partner))[-1] == "melding.ingetrokken"
    await nieuwe_melding(api, klant=partner)


async def test_a_melding_ends_once(api: Api) -> None:
    ingetrokken = await trek_in(api, await nieuwe_melding(api))
    nogmaals = await trek_in(api, ingetrokken)
    assert nogmaals.status_code == 409
    assert nogmaals.json()["type"] == "/problemen/stap-niet-toegestaan"
    assert (nogmaals.json()["toestand"], nogmaals.json()["toegestaan"]) == ("ingetrokken", [])


@pytest.mark.parametrize("dag", ["2021-03-14", "2021-03-16"])
async def test_the_signature_lies_between_melding_and_today(api: Api, dag: str) -> None:
    antwoord = await trek_in(api, await nieuwe_melding(api), ondertekendOp=dag)
    assert antwoord.status_code == 400
    assert [fout["path"] for fout in antwoord.json()["errors"]] == ["ondertekendOp"]


async def test_it_needs_the_current_version_and_the_right(api: Api, wijzer: Wijzer) -> None:
    gemaakt = await nieuwe_melding(api, kanaal="digitaal")
    pad = f"/meldingen/{gemaakt.json()['id']}/intrekkingen"
    assert (await api.receptie.post(pad, GETEKEND)).status_code == 428
    assert (await api.fiatteur.post(pad, GETEKEND, als=gemaakt)).status_code == 403
    await api.receptie.post(
        f"/meldingen/{gemaakt.json()['id']}/terugbellingen", {"gebeldOp": "2021-03-15T09:00:00Z"}, als=gemaakt
    )
    assert (await trek_in(api, gemaakt)).status_code == 412

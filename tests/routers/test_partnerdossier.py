"""What concerns a couple is found from the dossier of either."""

from typing import Any

import pytest

from tests.api import Api
from tests.stappen import nieuw_ambitiegesprek, nieuwe_klant, nieuwe_melding, nieuwe_screening, nieuwe_toewijzing
from tests.stappen_aanvragen import nieuwe_aanvraag

pytestmark = pytest.mark.anyio


async def gevonden(api: Api, pad: str, **vraag: str) -> list[dict[str, Any]]:
    antwoord = await api.inkomensconsulent.get(pad, params={"limit": 200, **vraag})
    assert antwoord.status_code == 200, antwoord.text
    regels: list[dict[str, Any]] = antwoord.json()["resultaten"]
    return regels


async def stel(api: Api) -> tuple[dict[str, Any], str]:
    """A melding of a couple with its screening and application, and who the partner is."""
    partner = str((await nieuwe_klant(api)).json()["id"])
    melding = await nieuwe_melding(api, partner=partner)
    await nieuwe_screening(api, melding=melding.json()["id"])
    await nieuwe_aanvraag(api, melding=melding)
    return melding.json(), partner


@pytest.mark.parametrize("pad", ["/screeningen", "/aanvragen", "/termijnen"])
async def test_the_lists_of_a_partner_hold_what_concerns_both(api: Api, pad: str) -> None:
    melding, partner = await stel(api)
    van_partner = await gevonden(api, pad, klantId=partner)
    assert van_partner == await gevonden(api, pad, klantId=melding["klantId"]) != []
    assert {(regel["klantId"], regel["partnerId"]) for regel in van_partner} == {(melding["klantId"], partner)}


@pytest.mark.parametrize("pad", ["/screeningen", "/aanvragen", "/termijnen"])
async def test_alone_there_is_no_partner(api: Api, pad: str) -> None:
    melding = await nieuwe_melding(api)
    await nieuwe_screening(api, melding=melding.json()["id"])
    await nieuwe_aanvraag(api, melding=melding)
    assert {regel["partnerId"] for regel in await gevonden(api, pad, klantId=melding.json()["klantId"])} == {None}


async def test_ones_own_talk_stays_out_of_the_lists_of_the_other(api: Api) -> None:
    melding, partner = await stel(api)
    vooruit = "2021-03-22T10:00:00+01:00"
    gesprek = (await nieuw_ambitiegesprek(api, melding=melding["id"], klant=partner, gesprekOp=vooruit)).json()
    eigen = await gevonden(api, "/termijnen", onderwerpId=gesprek["id"])
    assert {(termijn["klantId"], termijn["partnerId"]) for termijn in eigen} == {(partner, None)}
    van_klant = await gevonden(api, "/termijnen", klantId=melding["klantId"])
    assert gesprek["id"] not in {termijn["onderwerpId"] for termijn in van_klant}


async def test_the_work_of_who_helps_the_partner_holds_what_concerns_both_once(api: Api) -> None:
    melding, partner = await stel(api)
    persoon = f"persoon-{melding['id']}"
    await nieuwe_toewijzing(api, klant=partner, persoon=persoon)
    werk = await gevonden(api, "/werkvoorraad", persoon=persoon)
    assert {regel["termijn"]["partnerId"] for regel in werk} == {partner}
    await nieuwe_toewijzing(api, klant=melding["klantId"], persoon=persoon)
    assert await gevonden(api, "/werkvoorraad", persoon=persoon) == werk

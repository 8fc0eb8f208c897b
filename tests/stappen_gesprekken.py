"""An ambitiegesprek over HTTP, for tests of its steps."""

from typing import Any

import httpx

from tests.api import Api
from tests.stappen import nieuwe_klant, nieuwe_melding, nieuwe_screening

TAAL = {"niveau": "voldoet", "toetsAangemeld": False, "toelichting": "Sprak en schreef vlot."}


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


async def stap(api: Api, gesprek: httpx.Response, naam: str, body: Any = None) -> httpx.Response:
    return await api.trajectconsulent.post(f"/ambitiegesprekken/{gesprek.json()['id']}/{naam}", body, als=gesprek)


async def wijzig(api: Api, gesprek: httpx.Response, **wijziging: Any) -> httpx.Response:
    return await api.trajectconsulent.patch(f"/ambitiegesprekken/{gesprek.json()['id']}", wijziging, als=gesprek)

"""Deciding over HTTP whether an ambitiegesprek is needed, for tests of what follows."""

from typing import Any

import httpx

from tests.api import Api, Persoon
from tests.stappen import nieuwe_melding, nieuwe_screening, opgave_ambitiegesprek, termijnen_van

REDEN = "Krijgt een postadres in Deventer."
ZUTPHEN = {"adres": "geen", "herkomstgemeente": "Zutphen"}
LOOPT = "lopend"


async def lees(api: Api, melding: httpx.Response) -> httpx.Response:
    return await api.inkomensconsulent.get(f"/meldingen/{melding.json()['id']}")


async def gescreend(api: Api, *, partner: str | None = None, **anders: Any) -> tuple[httpx.Response, httpx.Response]:
    """The melding of someone without an address from Zutphen who was screened, and the screening."""
    melding = await nieuwe_melding(api, partner=partner, **ZUTPHEN | anders)
    screening = await nieuwe_screening(api, melding=melding.json()["id"])
    return await lees(api, melding), screening


async def besluit(
    wie: Persoon, melding: httpx.Response, *, nodig: bool, klant: str | None = None, **anders: Any
) -> httpx.Response:
    body = {"klantId": klant or melding.json()["klantId"], "nodig": nodig, "toelichting": REDEN} | anders
    return await wie.post(f"/meldingen/{melding.json()['id']}/gespreksbesluiten", body, als=melding)


async def besloten(api: Api, melding: httpx.Response, *, nodig: bool, klant: str | None = None) -> httpx.Response:
    """The same, taken by an inkomensconsulent on the melding as it stands."""
    antwoord = await besluit(api.inkomensconsulent, await lees(api, melding), nodig=nodig, klant=klant)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


async def toestanden(api: Api, stuk: httpx.Response) -> dict[str, str]:
    return {soort: termijn["toestand"] for soort, termijn in (await termijnen_van(api, stuk)).items()}


async def begin_gesprek(api: Api, melding: httpx.Response) -> httpx.Response:
    van = melding.json()
    body = {"meldingId": van["id"], "klantId": van["klantId"], "opgave": opgave_ambitiegesprek()}
    return await api.trajectconsulent.post("/ambitiegesprekken", body)

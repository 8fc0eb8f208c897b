"""The steps of the process over HTTP, for tests of what comes after them. Each checks that it was taken."""

from typing import Any

import httpx

from tests.api import Api
from tests.conftest import nieuw_bsn


async def nieuwe_klant(api: Api, **anders: Any) -> httpx.Response:
    """Record a klant of 33 with an own BSN."""
    basis = {"bsn": nieuw_bsn(), "voornamen": "Noor", "geslachtsnaam": "Voorbeeld", "geboortedatum": "1987-06-05"}
    antwoord = await api.receptie.post("/klanten", basis | anders)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


def opgave_melding(**anders: Any) -> dict[str, Any]:
    """What is given with a melding: by phone, just before the clock's start, without anything special."""
    basis = {
        "gemeldOp": "2021-03-15T09:30:00+01:00",
        "kanaal": "telefonisch",
        "adres": "vast",
        "statushouder": False,
        "vsoPro": False,
        "speciaalOnderwijs": False,
        "exDetentie": False,
        "broodnood": False,
    }
    return basis | anders


async def nieuwe_melding(
    api: Api, *, klant: str | None = None, partner: str | None = None, **anders: Any
) -> httpx.Response:
    """Record a melding of a klant (a new one unless given); `anders` changes its opgave."""
    klant_id = klant or (await nieuwe_klant(api)).json()["id"]
    body = {"klantId": klant_id, "partnerId": partner, "opgave": opgave_melding(**anders)}
    antwoord = await api.receptie.post("/meldingen", body)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


async def termijnen_van(api: Api, onderwerp: httpx.Response) -> dict[str, dict[str, Any]]:
    """Read every term of a thing, by kind."""
    antwoord = await api.inkomensconsulent.get("/termijnen", params={"onderwerpId": onderwerp.json()["id"]})
    assert antwoord.status_code == 200, antwoord.text
    return {termijn["soort"]: termijn for termijn in antwoord.json()["resultaten"]}


async def types_in_tijdlijn(api: Api, klant: str) -> list[str]:
    """Name what happened in a dossier, in order."""
    antwoord = await api.inkomensconsulent.get(f"/klanten/{klant}/tijdlijn")
    assert antwoord.status_code == 200, antwoord.text
    return [str(regel["type"]) for regel in antwoord.json()["resultaten"]]

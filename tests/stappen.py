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

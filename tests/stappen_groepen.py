"""Placing in a group over HTTP, for tests; what is named after its outcome checks that it came."""

from typing import Any

import httpx

from tests.api import Api
from tests.stappen import besproken_melding

ONBEKEND = "01783a4f-7c00-7000-8000-000000000001"


def opgave_indeling(**anders: Any) -> dict[str, Any]:
    """What a plain ambitiegesprek establishes: work within four months, so Matchen for who is 27 or older."""
    basis = {
        "maandenTotWerk": 4,
        "participatie": "wil",
        "wajongAfgewezen": False,
        "structureelParttime": False,
        "alleenstaandeOuderZorgplicht": False,
    }
    return basis | anders


def in_groep(groep: str) -> dict[str, Any]:
    """What is established of someone whom the rules place in this group."""
    maanden = {"matchen": 4, "groeien": 24}.get(groep)
    return opgave_indeling(maandenTotWerk=maanden, participatie="kan_niet" if groep == "zorgen" else "wil")


async def nieuwe_indeling(
    api: Api, *, melding: httpx.Response | None = None, klant: str | None = None, keuze: str = "matchen", **anders: Any
) -> httpx.Response:
    """Place the klant of a melding (a new one unless given) in the group that the rules advise."""
    van = (melding or await besproken_melding(api)).json()
    body = {"meldingId": van["id"], "klantId": klant or van["klantId"], "opgave": in_groep(keuze), "keuze": keuze}
    antwoord = await api.trajectconsulent.post("/groepsindelingen", body | anders)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


async def nieuwe_wisseling(api: Api, *, indeling: httpx.Response | None = None, **opgave: Any) -> httpx.Response:
    """Assess a change from a placing (a new one in Groeien unless given)."""
    van = (indeling or await nieuwe_indeling(api, keuze="groeien")).json()
    antwoord = await api.trajectconsulent.post("/groepswisselingen", {"indelingId": van["id"], "opgave": opgave})
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


async def genomen_wisselbesluit(
    api: Api, wisseling: httpx.Response, naar: str | None = None, **anders: Any
) -> httpx.Response:
    """Decide on an assessment: to stay, unless a group is given."""
    body = {"naar": naar, "reden": "Zo besproken met de klant."} | anders
    pad = f"/groepswisselingen/{wisseling.json()['id']}/besluiten"
    antwoord = await api.trajectconsulent.post(pad, body, als=wisseling)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


async def deel_in(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    """Try to place a klant."""
    van = melding.json()
    basis = {"meldingId": van["id"], "klantId": van["klantId"], "opgave": opgave_indeling(), "keuze": "matchen"}
    return await api.trajectconsulent.post("/groepsindelingen", basis | anders)


async def nu(api: Api, indeling: httpx.Response) -> httpx.Response:
    """Read a placing again."""
    return await api.receptie.get(f"/groepsindelingen/{indeling.json()['id']}")

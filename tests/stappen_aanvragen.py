"""An application over HTTP, for tests; what is named after its outcome checks that it came."""

from typing import Any

import httpx

from tests.api import Api
from tests.stappen import nieuwe_klant, nieuwe_melding


async def nieuwe_aanvraag(api: Api, *, melding: httpx.Response | None = None, **anders: Any) -> httpx.Response:
    """Receive the application of a melding (a new one unless given), on the day of the melding."""
    van = (melding or await nieuwe_melding(api)).json()
    body = {"meldingId": van["id"], "ontvangenOp": van["meldingsdatum"]} | anders
    antwoord = await api.inkomensconsulent.post("/aanvragen", body)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


async def stap_in_aanvraag(
    api: Api, rol: str, aanvraag: httpx.Response, stap: str, body: dict[str, Any], *, persoon: str = ""
) -> httpx.Response:
    """Take a step in an application, as it stands in the answer that is given; whether it was taken is not checked."""
    return await api.als(rol, persoon).post(f"/aanvragen/{aanvraag.json()['id']}/{stap}", body, als=aanvraag)


async def _genomen(api: Api, rol: str, aanvraag: httpx.Response, stap: str, body: dict[str, Any]) -> httpx.Response:
    antwoord = await stap_in_aanvraag(api, rol, aanvraag, stap, body)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


async def gevraagde_aanvulling(
    api: Api, *, aanvraag: httpx.Response | None = None, tot: str = "2021-03-29", **anders: Any
) -> httpx.Response:
    """Ask the klant to complete an application (a new one unless given)."""
    body = {"hersteltermijnTot": tot} | anders
    return await _genomen(api, "inkomensconsulent", aanvraag or await nieuwe_aanvraag(api), "aanvulverzoeken", body)


async def gescreende_aanvraag(api: Api, *, aanvraag: httpx.Response | None = None, **anders: Any) -> httpx.Response:
    """Let the sociale recherche screen an application (a new one unless given)."""
    body = {"onderzoekNodig": False} | anders
    return await _genomen(api, "sociaal_rechercheur", aanvraag or await nieuwe_aanvraag(api), "sr-screeningen", body)


async def volledige_aanvraag(api: Api, *, aanvraag: httpx.Response | None = None) -> httpx.Response:
    """Declare an application complete (a new one unless given), after its screening by the sociale recherche."""
    gescreend = await gescreende_aanvraag(api, aanvraag=aanvraag)
    body = {"volledigOp": gescreend.json()["ontvangenOp"]}
    return await _genomen(api, "inkomensconsulent", gescreend, "volledigverklaringen", body)


async def voorgestelde_aanvraag(api: Api, *, aanvraag: httpx.Response | None = None, **anders: Any) -> httpx.Response:
    """Propose to grant an application that is complete (a new one unless given)."""
    body = {"besluit": "toekennen", "onderbouwing": "Er is geen inkomen en geen vermogen."} | anders
    return await _genomen(api, "inkomensconsulent", aanvraag or await volledige_aanvraag(api), "voorstellen", body)


async def gefiatteerde_aanvraag(api: Api, *, aanvraag: httpx.Response | None = None) -> httpx.Response:
    """Agree with a proposal (a new one unless given)."""
    return await _genomen(api, "fiatteur", aanvraag or await voorgestelde_aanvraag(api), "controles", {"akkoord": True})


async def besloten_aanvraag(api: Api, *, op: str = "2021-03-15") -> httpx.Response:
    """Take a new application through to its decision."""
    return await _genomen(api, "administratie", await gefiatteerde_aanvraag(api), "verzendingen", {"verzondenOp": op})


async def consulent(api: Api, aanvraag: httpx.Response, stap: str, body: dict[str, Any]) -> httpx.Response:
    return await stap_in_aanvraag(api, "inkomensconsulent", aanvraag, stap, body)


async def nieuwe_jongere(api: Api) -> httpx.Response:
    klant = await nieuwe_klant(api, geboortedatum="1999-04-12")
    return await nieuwe_melding(api, klant=klant.json()["id"])


def standen(termijnen: dict[str, dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """How far every term is, but for the voorschot, which runs beside the handling."""
    return {t["soort"]: (t["toestand"], t["uiterlijkOp"]) for t in termijnen.values() if t["soort"] != "voorschot"}

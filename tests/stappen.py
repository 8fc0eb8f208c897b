"""The steps of the process over HTTP, for tests of what comes after them. Each checks that it was taken."""

from typing import Any

import httpx

from tests.api import Api, nieuwe_organisatie
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


def opgave_partner(**anders: bool) -> dict[str, bool]:
    """What is given of a partner: nothing special."""
    return {"statushouder": False, "vsoPro": False, "exDetentie": False} | anders


async def nieuwe_melding(
    api: Api,
    *,
    klant: str | None = None,
    partner: str | None = None,
    van_partner: Any = None,
    **anders: Any,
) -> httpx.Response:
    """Record a melding of a klant (a new one unless given).

    `anders` changes its opgave, `van_partner` that of the partner.
    """
    klant_id = klant or (await nieuwe_klant(api)).json()["id"]
    body = {"klantId": klant_id, "opgave": opgave_melding(**anders)}
    if partner:
        body |= {"partnerId": partner, "partnerOpgave": opgave_partner(**van_partner or {})}
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


async def nieuwe_toewijzing(api: Api, *, klant: str | None = None, **anders: Any) -> httpx.Response:
    """Assign a klant (a new one unless given) to an inkomensconsulent from the clock's first day on."""
    klant_id = klant or (await nieuwe_klant(api)).json()["id"]
    basis = {"klantId": klant_id, "rol": "inkomensconsulent", "persoon": "consulent-1", "geldigVan": "2021-03-15"}
    antwoord = await api.coordinator.post("/toewijzingen", basis | anders)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


def opgave_screening(**anders: Any) -> dict[str, Any]:
    """What a plain talk establishes: someone who asks for a uitkering at the right desk, at the clock's start."""
    basis = {
        "gesprekOp": "2021-03-15T10:00:00+01:00",
        "vraag": "uitkering",
        "wekenGewerktVan36": 0,
        "gestoptDoorZiekte": False,
        "wwVolledigDoorlopen": False,
        "leefvorm": "alleenstaand",
        "nettoInkomen": "0.00",
        "vermogenBovenGrens": False,
        "doelgroepregister": False,
        "rechtOpStudiefinanciering": False,
        "medischeBeperking": False,
        "voorliggend": [],
        "dreigendeUithuiszetting": False,
        "broodnood": False,
        "fraudevermoeden": False,
        "minderZelfredzaam": False,
        "lksJongere": False,
        "dariuz": "zelfstandig",
    }
    return basis | anders


async def nieuwe_screening(api: Api, *, melding: str | None = None, **anders: Any) -> httpx.Response:
    """Record the screening of a melding (a new one unless given); `anders` changes its opgave."""
    melding_id = melding or (await nieuwe_melding(api)).json()["id"]
    body = {"meldingId": melding_id, "opgave": opgave_screening(**anders), "verslag": "Een gewoon gesprek."}
    antwoord = await api.inkomensconsulent.post("/screeningen", body)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


def opgave_ambitiegesprek(**anders: Any) -> dict[str, Any]:
    """What is known of a plain ambitiegesprek, held on the clock's first moment."""
    basis = {
        "gesprekOp": "2021-03-15T10:00:00+01:00",
        "startkwalificatie": True,
        "diagnoseIngevuld": True,
        "veiligheidsrisico": False,
        "wijze": "fysiek",
    }
    return basis | anders


async def nieuw_ambitiegesprek(
    api: Api,
    *,
    melding: str | None = None,
    klant: str | None = None,
    inhoud: dict[str, Any] | None = None,
    **anders: Any,
) -> httpx.Response:
    """Begin an ambitiegesprek with the klant of a melding that was screened (a new one unless given) or its partner.

    `inhoud` adds to the body (leefgebieden, waarnemingen, ...); `anders` changes its opgave.
    """
    melding_id = melding or (await nieuwe_screening(api)).json()["meldingId"]
    klant_id = klant or (await api.receptie.get(f"/meldingen/{melding_id}")).json()["klantId"]
    body = {"meldingId": melding_id, "klantId": klant_id, "opgave": opgave_ambitiegesprek(**anders)}
    antwoord = await api.trajectconsulent.post("/ambitiegesprekken", body | (inhoud or {}))
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


LEEFGEBIEDEN = (
    "zingeving",
    "wonen",
    "financien",
    "socialeRelaties",
    "lichamelijkeGezondheid",
    "psychischeGezondheid",
    "werkEnActiviteiten",
)


async def afgerond_ambitiegesprek(
    api: Api,
    *,
    melding: str | None = None,
    klant: str | None = None,
    inhoud: dict[str, Any] | None = None,
    **anders: Any,
) -> httpx.Response:
    """Hold a whole ambitiegesprek, as `nieuw_ambitiegesprek`, and round it off; the klant can then be placed."""
    besproken = {"leefgebieden": dict.fromkeys(LEEFGEBIEDEN, "Besproken.")} | (inhoud or {})
    gesprek = await nieuw_ambitiegesprek(api, melding=melding, klant=klant, inhoud=besproken, **anders)
    pad = f"/ambitiegesprekken/{gesprek.json()['id']}"
    taal = {"niveau": "voldoet", "toetsAangemeld": False, "toelichting": "Sprak en schreef vlot."}
    antwoord = await api.trajectconsulent.post(f"{pad}/taalbeoordelingen", taal, als=gesprek)
    if gesprek.json()["uitkomst"]["studieplichtBeoordelen"]:
        besluit = {"studieplichtig": False, "reden": "Heeft eerst rust nodig."}
        antwoord = await api.trajectconsulent.post(f"{pad}/studieplichtbesluiten", besluit, als=antwoord)
    antwoord = await api.trajectconsulent.post(f"{pad}/afrondingen", None, als=antwoord)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord


def opgave_afspraak(melding: httpx.Response, **anders: Any) -> dict[str, Any]:
    """A screeningsgesprek of the klant of a melding, with an employee whom no other test has."""
    basis = {
        "klantId": melding.json()["klantId"],
        "meldingId": melding.json()["id"],
        "soort": "screeningsgesprek",
        "begin": "2021-03-17T09:00:00Z",
        "wijze": "telefonisch",
        "medewerker": f"medewerker-{melding.json()['id']}",
    }
    return basis | anders


async def nieuwe_afspraak(api: Api, melding: httpx.Response, **anders: Any) -> httpx.Response:
    """Plan it."""
    antwoord = await api.receptie.post("/afspraken", opgave_afspraak(melding, **anders))
    assert antwoord.status_code == 201, antwoord.text
    return antwoord


async def besproken_melding(
    api: Api,
    *,
    klant: str | None = None,
    partner: str | None = None,
    van_partner: Any = None,
    **anders: Any,
) -> httpx.Response:
    """Take a melding to where its klant, and its partner, can be placed; `anders` changes the opgave of the melding."""
    melding = (await nieuwe_melding(api, klant=klant, partner=partner, van_partner=van_partner, **anders)).json()
    if melding["route"] != "vso_pro":
        await nieuwe_screening(api, melding=melding["id"])
    for klant_id in filter(None, (melding["klantId"], melding["partnerId"])):
        await afgerond_ambitiegesprek(api, melding=melding["id"], klant=klant_id)
    return await api.receptie.get(f"/meldingen/{melding['id']}")


async def werk(api: Api, wie: str = "inkomensconsulent", **vraag: Any) -> list[dict[str, Any]]:
    """Read the work list."""
    return await api.als(wie).alles("/werkvoorraad", **vraag)


async def nieuwe_opdrachtnemer(api: Api, **anders: Any) -> httpx.Response:
    """Record an opdrachtnemer with a raamovereenkomst for each perceel; `api.als_opdrachtnemer(kenmerk)` is it."""
    raam = [{"nummer": f"raam-{perceel}", "perceel": perceel, "van": "2016-07-01"} for perceel in range(1, 6)]
    basis = {"kenmerk": nieuwe_organisatie(), "naam": "Werkbedrijf Voorbeeld", "kvkNummer": "12345678"}
    antwoord = await api.uwv.post("/opdrachtnemers", basis | {"raamovereenkomsten": raam} | anders)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord

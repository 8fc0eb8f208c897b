"""Ambitiegesprekken: the broad intake of one klant, filled in step by step and rounded off."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.begin_ambitiegesprek import NieuwAmbitiegesprek, begin_ambitiegesprek
from app.services.beoordeel_taal import NieuweTaalbeoordeling, beoordeel_taal
from app.services.besluit_studieplicht import NieuwStudieplichtbesluit, besluit_studieplicht
from app.services.rechten import Recht
from app.services.rond_ambitiegesprek_af import rond_ambitiegesprek_af
from app.services.wijzig_ambitiegesprek import Ambitiegesprekwijziging, wijzig_ambitiegesprek

op = Operaties(
    "ambitiegesprekken",
    "De brede intake per leefgebied, met taal en studieplicht.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekBladeren(Bladeren):
    """Which ambitiegesprekken, and where in their list."""

    klant_id: UUID | None = None
    """Alleen gesprekken met deze klant."""
    melding_id: UUID | None = None
    """Alleen gesprekken voor deze melding."""


NIEUW = {
    "meldingId": "01783a4f-7c00-7000-8000-000000000002",
    "klantId": "01783a4f-7c00-7000-8000-000000000001",
    "opgave": {
        "gesprekOp": "2021-03-22T10:00:00+01:00",
        "startkwalificatie": False,
        "diagnoseIngevuld": False,
        "veiligheidsrisico": False,
        "wijze": "fysiek",
    },
    "leefgebieden": {"wonen": "Huurt een kamer."},
    "themas": {"ambities": "Wil in de zorg werken."},
    "waarnemingen": {"vermoedenLaaggeletterdheid": True, "toelichting": "Liet het formulier voorlezen."},
    "voorkeurKlant": "matchen",
}
WIJZIGING = {
    "opgave": {"diagnoseIngevuld": True},
    "leefgebieden": {"financien": "Geen schulden meer."},
    "voorkeurKlant": None,
}


@op.post(
    "/ambitiegesprekken",
    Recht.AMBITIEGESPREK_VASTLEGGEN,
    "Begin een ambitiegesprek",
    uitleg="Eén gesprek per klant en melding; hoe de leefgebieden in kaart komen, volgt uit de screening.",
    body=NieuwAmbitiegesprek,
    geeft=Ambitiegesprek,
    voorbeeld=NIEUW,
    velden_uit={"meldingId": "meldingen", "klantId": "klanten"},
)
async def begin_nieuw_ambitiegesprek(v: Verzoek, body: NieuwAmbitiegesprek) -> Response:
    return await v.schrijf(lambda h: begin_ambitiegesprek(h, body), plaats="/ambitiegesprekken")


@op.get(
    "/ambitiegesprekken",
    Recht.AMBITIEGESPREK_LEZEN,
    "Toon ambitiegesprekken, nieuwste eerst",
    geeft=lijst_van(Ambitiegesprek),
    vraag=AmbitiegesprekBladeren,
)
async def toon_ambitiegesprekken(v: Verzoek, vraag: AmbitiegesprekBladeren) -> Response:
    return await toon_lijst(v, Ambitiegesprek, vraag, sorteer="-aangemaakt_op")


@op.get(
    "/ambitiegesprekken/{gesprek_id}",
    Recht.AMBITIEGESPREK_LEZEN,
    "Toon een ambitiegesprek",
    geeft=Ambitiegesprek,
    etag=True,
)
async def toon_ambitiegesprek(v: Verzoek, gesprek_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Ambitiegesprek, gesprek_id))


@op.patch(
    "/ambitiegesprekken/{gesprek_id}",
    Recht.AMBITIEGESPREK_VASTLEGGEN,
    "Vul een ambitiegesprek aan",
    uitleg="Ook binnen opgave, leefgebieden, themas en waarnemingen veranderen alleen de genoemde velden.",
    body=Ambitiegesprekwijziging,
    geeft=Ambitiegesprek,
    voorbeeld=WIJZIGING,
)
async def wijzig_bestaand_ambitiegesprek(v: Verzoek, gesprek_id: UUID, body: dict[str, Any]) -> Response:
    return await v.schrijf(lambda h: wijzig_ambitiegesprek(h, gesprek_id, body))


@op.stap(
    "/ambitiegesprekken/{gesprek_id}/taalbeoordelingen",
    Recht.AMBITIEGESPREK_VASTLEGGEN,
    "Leg de beoordeling van het taalniveau vast",
    uitleg="Is het niveau onduidelijk, dan is de klant aangemeld voor een taaltoets.",
    body=NieuweTaalbeoordeling,
    geeft=Ambitiegesprek,
    voorbeeld={"niveau": "onduidelijk", "toetsAangemeld": True, "toelichting": "Schreef het formulier niet zelf."},
)
async def leg_taalbeoordeling_vast(v: Verzoek, gesprek_id: UUID, body: NieuweTaalbeoordeling) -> Response:
    return await v.schrijf(lambda h: beoordeel_taal(h, gesprek_id, body))


@op.stap(
    "/ambitiegesprekken/{gesprek_id}/studieplichtbesluiten",
    Recht.AMBITIEGESPREK_VASTLEGGEN,
    "Leg het besluit over studieplicht vast",
    uitleg="Alleen als de regels erom vragen; de inkomensconsulent krijgt er bericht van voor de beschikking.",
    body=NieuwStudieplichtbesluit,
    geeft=Ambitiegesprek,
    voorbeeld={"studieplichtig": True, "reden": "Kan in september met mbo 2 beginnen."},
)
async def leg_studieplichtbesluit_vast(v: Verzoek, gesprek_id: UUID, body: NieuwStudieplichtbesluit) -> Response:
    return await v.schrijf(lambda h: besluit_studieplicht(h, gesprek_id, body))


@op.stap(
    "/ambitiegesprekken/{gesprek_id}/afrondingen",
    Recht.AMBITIEGESPREK_VASTLEGGEN,
    "Rond een ambitiegesprek af",
    uitleg=(
        "Alle zeven leefgebieden zijn besproken, de taal is beoordeeld en zo nodig is over studieplicht besloten; "
        "anders 409 met in errors wat ontbreekt."
    ),
    geeft=Ambitiegesprek,
)
async def rond_bestaand_ambitiegesprek_af(v: Verzoek, gesprek_id: UUID) -> Response:
    return await v.schrijf(lambda h: rond_ambitiegesprek_af(h, gesprek_id))

"""Groepswisselingen: assess, decide and hand over."""

from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling, Wisseltoestand
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beoordeel_wisseling import NieuweGroepswisseling, beoordeel_wisseling
from app.services.besluit_wisseling import Wisselkeuze, besluit_wisseling
from app.services.draag_klant_over import NieuweOverdracht, draag_klant_over
from app.services.rechten import Recht

op = Operaties(
    "groepswisselingen",
    "Of een klant naar een andere groep gaat of langer blijft, en de overdracht.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WisselingBladeren(Bladeren):
    """Which groepswisselingen, and where in their list."""

    klant_id: UUID | None = None
    """Alleen wisselingen van deze klant."""
    indeling_id: UUID | None = None
    """Alleen wisselingen vanuit deze indeling."""
    toestand: Wisseltoestand | None = None
    """Alleen wisselingen in deze toestand."""


NIEUW = {
    "indelingId": "01783a4f-7c00-7000-8000-000000000003",
    "opgave": {"maandenTotWerk": 48, "participatie": "neemt_deel"},
}


@op.post(
    "/groepswisselingen",
    Recht.WISSELING_VOORSTELLEN,
    "Beoordeel of een klant van groep wisselt",
    uitleg="De regels adviseren; daarna besluit de consulent. Per indeling loopt één beoordeling tegelijk.",
    body=NieuweGroepswisseling,
    geeft=Groepswisseling,
    voorbeeld=NIEUW,
    velden_uit={"indelingId": "groepsindelingen"},
)
async def beoordeel_nieuwe_wisseling(v: Verzoek, body: NieuweGroepswisseling) -> Response:
    return await v.schrijf(lambda h: beoordeel_wisseling(h, body), plaats="/groepswisselingen")


@op.get(
    "/groepswisselingen",
    Recht.WISSELING_LEZEN,
    "Toon groepswisselingen, nieuwste eerst",
    geeft=lijst_van(Groepswisseling),
    vraag=WisselingBladeren,
)
async def toon_groepswisselingen(v: Verzoek, vraag: WisselingBladeren) -> Response:
    return await toon_lijst(v, Groepswisseling, vraag, sorteer="-aangemaakt_op")


@op.get(
    "/groepswisselingen/{wisseling_id}",
    Recht.WISSELING_LEZEN,
    "Toon een groepswisseling",
    geeft=Groepswisseling,
    etag=True,
)
async def toon_groepswisseling(v: Verzoek, wisseling_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Groepswisseling, wisseling_id))


@op.stap(
    "/groepswisselingen/{wisseling_id}/besluiten",
    Recht.WISSELING_VOORSTELLEN,
    "Besluit over een beoordeelde wisseling",
    uitleg=(
        "Blijven, verlengen of wisselen, altijd met een reden. Bij wisselen eindigt de indeling de dag voor de eerste "
        "dag in de nieuwe groep. Van Groeien wordt nooit naar Matchen gewisseld."
    ),
    body=Wisselkeuze,
    geeft=Groepswisseling,
    voorbeeld={"naar": "faciliteren", "reden": "Werk is de komende jaren niet haalbaar."},
)
async def besluit_over_wisseling(v: Verzoek, wisseling_id: UUID, body: Wisselkeuze) -> Response:
    return await v.schrijf(lambda h: besluit_wisseling(h, wisseling_id, body))


@op.stap(
    "/groepswisselingen/{wisseling_id}/overdrachten",
    Recht.WISSELING_VOORSTELLEN,
    "Leg de warme overdracht na een wisseling vast",
    body=NieuweOverdracht,
    geeft=Groepswisseling,
    voorbeeld={"op": "2021-03-15", "naarMedewerker": "werkconsulent-een", "verslag": "Samen kennisgemaakt."},
)
async def leg_overdracht_van_wisseling_vast(v: Verzoek, wisseling_id: UUID, body: NieuweOverdracht) -> Response:
    return await v.schrijf(lambda h: draag_klant_over(h, wisseling_id, body))

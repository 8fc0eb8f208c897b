"""Screeningen: the report of the talk, the referrals that were carried out and the advances."""

from dataclasses import dataclass, fields
from uuid import UUID

from pydantic.alias_generators import to_camel
from starlette.responses import Response

from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.screening import SCREENING
from app.domain.basisdienstverlening.screening.feiten import ScreeningOpgave
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.geleid_door import NieuweDoorgeleiding, geleid_door
from app.services.leg_screening_vast import NieuweScreening, leg_screening_vast
from app.services.rechten import Recht
from app.services.verstrek_voorschot import verstrek_voorschot
from app.services.voorschotverloop import NieuwVoorschot

op = Operaties(
    "screeningen",
    "Het eerste gesprek: uitkomst, doorverwijzingen en voorschotten.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningBladeren(Bladeren):
    """Which screeningen, and where in their list."""

    klant_id: UUID | None = None
    """Alleen screeningen van deze klant, ook als partner; een stel heeft één screening."""
    melding_id: UUID | None = None
    """Alleen de screening van deze melding."""


_OPGAVE = {to_camel(veld.name) for veld in fields(ScreeningOpgave)}
NIEUW = {
    "meldingId": "01783a4f-7c00-7000-8000-000000000002",
    "opgave": {naam: waarde for naam, waarde in SCREENING.voorbeeld.items() if naam in _OPGAVE},
    "verslag": "De klant zoekt werk in de zorg.",
}


@op.post(
    "/screeningen",
    Recht.SCREENING_VASTLEGGEN,
    "Leg een screening vast",
    uitleg=(
        "De uitkomst bepaalt hoe de melding verdergaat en welke termijnen lopen. Een stel heeft één gesprek; voor de "
        "partner gelden dezelfde regels naar de eigen leeftijd."
    ),
    body=NieuweScreening,
    geeft=Screening,
    voorbeeld=NIEUW,
    velden_uit={"meldingId": "meldingen"},
)
async def leg_nieuwe_screening_vast(v: Verzoek, body: NieuweScreening) -> Response:
    return await v.schrijf(lambda h: leg_screening_vast(h, body), plaats="/screeningen")


@op.get(
    "/screeningen",
    Recht.SCREENING_LEZEN,
    "Toon screeningen, nieuwste eerst",
    uitleg="Het BAD ziet alleen de financiële vragen en de voorschotten.",
    geeft=lijst_van(Screening),
    vraag=ScreeningBladeren,
)
async def toon_screeningen(v: Verzoek, vraag: ScreeningBladeren) -> Response:
    return await toon_lijst(v, Screening, vraag, sorteer="-aangemaakt_op")


@op.get(
    "/screeningen/{screening_id}",
    Recht.SCREENING_LEZEN,
    "Toon een screening",
    uitleg="Het BAD ziet alleen de financiële vragen en de voorschotten.",
    geeft=Screening,
    etag=True,
)
async def toon_screening(v: Verzoek, screening_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Screening, screening_id))


@op.stap(
    "/screeningen/{screening_id}/doorgeleidingen",
    Recht.SCREENING_VASTLEGGEN,
    "Leg vast dat een verwijzing is uitgevoerd",
    uitleg="Naar een adres waarnaar de screening verwijst, of naar het BAD als het servicegesprek is aangeboden.",
    body=NieuweDoorgeleiding,
    geeft=Screening,
    voorbeeld={"naar": "bad", "op": "2021-03-15", "warm": True, "toelichting": "Samen het BAD gebeld."},
)
async def leg_doorgeleiding_vast(v: Verzoek, screening_id: UUID, body: NieuweDoorgeleiding) -> Response:
    return await v.schrijf(lambda h: geleid_door(h, screening_id, body))


@op.stap(
    "/screeningen/{screening_id}/voorschotten",
    Recht.VOORSCHOT_VERSTREKKEN,
    "Leg een verstrekt voorschot vast",
    uitleg="Lager dan het minimum kan met een toelichting. Daarna loopt de termijn voor het volgende voorschot.",
    body=NieuwVoorschot,
    geeft=Screening,
    voorbeeld={"verstrektOp": "2021-03-15", "bedrag": "1450.00", "opVerzoek": True, "klantGeinformeerd": True},
)
async def leg_voorschot_vast(v: Verzoek, screening_id: UUID, body: NieuwVoorschot) -> Response:
    return await v.schrijf(lambda h: verstrek_voorschot(h, screening_id, body))

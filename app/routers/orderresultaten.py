"""How an inkooporder ends: work and Plaatsing of Naar werk, the end report, UWV's judgement of the result."""

from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.order.inkooporder import Inkooporder
from app.routers.inkooporders import EEN
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beoordeel_resultaat import NieuwResultaatoordeel, beoordeel_resultaat
from app.services.dien_eindrapportage_in import NieuweEindrapportage, dien_eindrapportage_in
from app.services.leg_onderbreking_vast import NieuweOnderbreking, leg_onderbreking_vast
from app.services.leg_werkhervatting_vast import NieuweWerkhervatting, leg_werkhervatting_vast
from app.services.rechten import Recht

op = Operaties("inkooporders")
RAPPORT: dict[str, Any] = {
    "activiteiten": [
        {"omschrijving": "Sollicitatietraining", "uren": "26.50", "afwijking": "Een bijeenkomst ging niet door."}
    ],
    "vorderingen": "De cliënt solliciteert zelfstandig.",
    "resultaat": "De cliënt kan 24 uur in de week werken.",
    "visieClientVerloop": "De groep heeft mij geholpen.",
    "visieClientResultaat": "Ik ben klaar om te gaan werken.",
    "werkhervatting": False,
    "urenAkkoordClientOp": "2025-09-01",
}
WERKFIT = {
    "affiniteiten": "Administratief werk in de zorg.",
    "advies": "Naar werk, met begeleiding bij het zoeken.",
    "arbeidsmarktpositie": "In de regio zijn veel banen op dit niveau.",
    "werknemersvaardigheden": "Komt afspraken na en werkt samen.",
}
"""What an end report of Werkfit maken tells besides."""


@op.stap(
    f"{EEN}/werkhervattingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Leg een werkhervatting van de cliënt vast",
    uitleg="Alleen bij Naar werk. Een eerste werkdag na de laatste dag die meetelt wordt vastgelegd en geeft geen "
    "resultaat. Ander werk kan na een onderbreking anders die nog duurt: die eindigt dan op de dag ervoor, en de "
    "telling begint opnieuw. Of de werkhervatting op tijd is volgt uit de eerste werkdag van het eerste werk.",
    body=NieuweWerkhervatting,
    geeft=Inkooporder,
    voorbeeld={"hervattingOp": "2025-09-01", "werkgever": "Bakkerij De Korenaar"},
)
async def leg_werkhervatting_van_client_vast(v: Verzoek, inkooporder_id: UUID, body: NieuweWerkhervatting) -> Response:
    return await v.schrijf(lambda h: leg_werkhervatting_vast(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/onderbrekingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Leg een onderbreking van het werk vast",
    uitleg="Alleen bij Naar werk, op volgorde en zonder overlap. Wie een onderbreking die nog duurt opnieuw opgeeft, "
    "met haar laatste dag, sluit haar af.",
    body=NieuweOnderbreking,
    geeft=Inkooporder,
    voorbeeld={"van": "2025-09-01", "totEnMet": "2025-09-01", "reden": "ziekte"},
)
async def leg_onderbreking_van_werk_vast(v: Verzoek, inkooporder_id: UUID, body: NieuweOnderbreking) -> Response:
    return await v.schrijf(lambda h: leg_onderbreking_vast(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/eindrapportages",
    Recht.INKOOPORDER_UITVOEREN,
    "Dien de eindrapportage in",
    uitleg="Wat aan de inhoud ontbreekt wordt genoemd, in een keer. Bij een praktijkassessment horen geen uren en geen "
    "akkoord daarop; affiniteiten, advies, arbeidsmarktpositie en werknemersvaardigheden horen bij Werkfit maken. "
    "Keuze van Trede: na overlijden van de cliënt zijn zijn visie en akkoord niet verplicht.",
    body=NieuweEindrapportage,
    geeft=Inkooporder,
    voorbeeld={"rapport": RAPPORT | WERKFIT, "ontvangenOp": "2025-09-01"},
)
async def dien_eindrapportage_van_order_in(v: Verzoek, inkooporder_id: UUID, body: NieuweEindrapportage) -> Response:
    return await v.schrijf(lambda h: dien_eindrapportage_in(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/resultaatoordelen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Beoordeel het resultaat en kies wat volgt",
    uitleg="Het resultaat van Naar werk is een plaatsing die op tijd begon. Een dienst die UWV na een evaluatie "
    "stopte telt niet mee in het resultaatpercentage. Keuze van Trede: een voortijdige terugmelding zonder resultaat "
    "ook niet, want de oorzaak ligt niet bij de opdrachtnemer.",
    body=NieuwResultaatoordeel,
    geeft=Inkooporder,
    voorbeeld={"behaald": True, "oordeelOp": "2025-09-01", "vervolg": "naar_werk"},
)
async def beoordeel_resultaat_van_order(v: Verzoek, inkooporder_id: UUID, body: NieuwResultaatoordeel) -> Response:
    return await v.schrijf(lambda h: beoordeel_resultaat(h, inkooporder_id, body))

"""How an inkooporder ends: work and Plaatsing of Naar werk, the end report, UWV's judgement of the result."""

from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.order.inkooporder import Inkooporder
from app.routers.inkooporders import EEN
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.leg_onderbreking_vast import NieuweOnderbreking, leg_onderbreking_vast
from app.services.leg_werkhervatting_vast import NieuweWerkhervatting, leg_werkhervatting_vast
from app.services.rechten import Recht

op = Operaties("inkooporders")


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

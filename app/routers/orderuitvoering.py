"""The running service of an inkooporder: evaluation, adjustment and end."""

from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.order.inkooporder import Inkooporder
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beeindig_order import NieuweOrderbeeindiging, beeindig_order
from app.services.besluit_bijstelling import NieuwBijstellingsbesluit, besluit_bijstelling
from app.services.besluit_evaluatie import NieuwEvaluatiebesluit, besluit_evaluatie
from app.services.houd_evaluatie import NieuweEvaluatie, houd_evaluatie
from app.services.rechten import Recht
from app.services.stel_bij import NieuweBijstelling, stel_bij

op = Operaties("inkooporders")
EEN = "/inkooporders/{inkooporder_id}"


@op.stap(
    f"{EEN}/evaluaties",
    Recht.INKOOPORDER_UITVOEREN,
    "Leg een evaluatie van Werkfit maken vast",
    uitleg="Alleen een advies om te stoppen gaat naar UWV; in alle andere gevallen loopt de dienst door.",
    body=NieuweEvaluatie,
    geeft=Inkooporder,
    voorbeeld={
        "gehoudenOp": "2025-09-01",
        "ontwikkelbaar": False,
        "advies": "Na drie maanden training is er geen vooruitgang; verdere begeleiding leidt niet tot werk.",
    },
)
async def leg_evaluatie_vast(v: Verzoek, inkooporder_id: UUID, body: NieuweEvaluatie) -> Response:
    return await v.schrijf(lambda h: houd_evaluatie(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/evaluatiebesluiten",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Besluit over het advies om te stoppen",
    uitleg="Volgt UWV het advies, dan eindigt de dienst die dag, zonder gevolg voor het resultaatpercentage.",
    body=NieuwEvaluatiebesluit,
    geeft=Inkooporder,
    voorbeeld={"stoppen": False, "beslotenOp": "2025-09-01", "toelichting": "De training is pas net begonnen."},
)
async def besluit_over_evaluatie(v: Verzoek, inkooporder_id: UUID, body: NieuwEvaluatiebesluit) -> Response:
    return await v.schrijf(lambda h: besluit_evaluatie(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/bijstellingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Vraag of meld een tussentijdse bijstelling",
    uitleg="Meer uren of maanden kan één keer, met een aangepast plan, en vraagt akkoord van UWV. Een andere verdeling "
    "of andere activiteiten worden vooraf gemeld en gaan door, tenzij UWV binnen 14 dagen anders beslist.",
    body=NieuweBijstelling,
    geeft=Inkooporder,
    voorbeeld={
        "gemeldOp": "2025-09-01",
        "uren": 32,
        "doorlooptijdMaanden": 12,
        "andereActiviteiten": True,
        "reden": "De cliënt heeft meer aan individuele begeleiding dan aan een groep.",
    },
)
async def vraag_bijstelling(v: Verzoek, inkooporder_id: UUID, body: NieuweBijstelling) -> Response:
    return await v.schrijf(lambda h: stel_bij(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/bijstellingsbesluiten",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Besluit over een bijstelling",
    uitleg="Bij akkoord met meer uren of maanden verschuift het einde van de dienst mee.",
    body=NieuwBijstellingsbesluit,
    geeft=Inkooporder,
    voorbeeld={"bijstelling": 1, "akkoord": True, "beslotenOp": "2025-09-01"},
)
async def besluit_over_bijstelling(v: Verzoek, inkooporder_id: UUID, body: NieuwBijstellingsbesluit) -> Response:
    return await v.schrijf(lambda h: besluit_bijstelling(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/beeindigingen",
    Recht.INKOOPORDER_BEEINDIGEN,
    "Beëindig de dienst",
    uitleg="Op de laatste dag van de doorlooptijd, door UWV of de opdrachtnemer; eerder alleen door UWV, als het "
    "resultaat is bereikt. Daarna volgt de eindrapportage.",
    body=NieuweOrderbeeindiging,
    geeft=Inkooporder,
    voorbeeld={"beeindigdOp": "2025-09-01", "reden": "resultaat_bereikt"},
)
async def beeindig_dienst(v: Verzoek, inkooporder_id: UUID, body: NieuweOrderbeeindiging) -> Response:
    return await v.schrijf(lambda h: beeindig_order(h, inkooporder_id, body))

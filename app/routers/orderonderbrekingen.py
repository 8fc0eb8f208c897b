"""What interrupts an inkooporder: illness, early return, objection and signals."""

from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.order.inkooporder import Inkooporder
from app.routers.inkooporders import EEN
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beslis_op_bezwaar import NieuweBezwaarbeslissing, beslis_op_bezwaar
from app.services.besluit_terugmelding import NieuwTerugmeldbesluit, besluit_terugmelding
from app.services.geef_signaal import NieuwSignaal, geef_signaal
from app.services.maak_bezwaar import NieuwBezwaar, maak_bezwaar
from app.services.meld_hersteld import NieuwHerstel, meld_hersteld
from app.services.meld_terug import NieuweTerugmelding, meld_terug
from app.services.meld_ziek import NieuweZiekte, meld_ziek
from app.services.rechten import Recht
from app.services.schort_uitvoering_op import NieuweBezwaarschorsing, schort_uitvoering_op

op = Operaties("inkooporders")


@op.stap(
    f"{EEN}/ziekteperioden",
    Recht.INKOOPORDER_UITVOEREN,
    "Meld een cliënt ziek",
    uitleg="Ziekte maakt de dienst nooit langer. Na 4 weken (ZW en Werkbehoud) of 13 weken herinnert een termijn aan "
    "de terugmelding.",
    body=NieuweZiekte,
    geeft=Inkooporder,
    voorbeeld={"ziekVan": "2025-09-01"},
)
async def meld_client_ziek(v: Verzoek, inkooporder_id: UUID, body: NieuweZiekte) -> Response:
    return await v.schrijf(lambda h: meld_ziek(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/herstelmeldingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Meld een cliënt hersteld",
    body=NieuwHerstel,
    geeft=Inkooporder,
    voorbeeld={"hersteldOp": "2025-09-02"},
)
async def meld_client_hersteld(v: Verzoek, inkooporder_id: UUID, body: NieuwHerstel) -> Response:
    return await v.schrijf(lambda h: meld_hersteld(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/terugmeldingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Meld een cliënt voortijdig terug",
    uitleg="Alleen om een oorzaak bij de cliënt en met diens instemming, behalve bij overlijden. Om ziekte kan het pas "
    "als die te lang duurt. De dienst eindigt als UWV akkoord gaat.",
    body=NieuweTerugmelding,
    geeft=Inkooporder,
    voorbeeld={
        "reden": "verhuizing",
        "toelichting": "De cliënt is verhuisd; de reistijd is te lang geworden.",
        "clientAkkoordOp": "2025-09-01",
        "gemeldOp": "2025-09-01",
    },
)
async def meld_client_terug(v: Verzoek, inkooporder_id: UUID, body: NieuweTerugmelding) -> Response:
    return await v.schrijf(lambda h: meld_terug(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/terugmeldbesluiten",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Besluit over een voortijdige terugmelding",
    uitleg="Bij akkoord eindigt de dienst met een eindrapportage, nooit later dan de einddatum; anders gaat zij door.",
    body=NieuwTerugmeldbesluit,
    geeft=Inkooporder,
    voorbeeld={"akkoord": True, "beslotenOp": "2025-09-01"},
)
async def besluit_over_terugmelding(v: Verzoek, inkooporder_id: UUID, body: NieuwTerugmeldbesluit) -> Response:
    return await v.schrijf(lambda h: besluit_terugmelding(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/bezwaren",
    Recht.INKOOPORDER_BEGELEIDEN,
    "Leg een bezwaar van de cliënt vast",
    uitleg="De uitvoering gaat door, tenzij UWV uitdrukkelijk een dag geeft waarop zij stil komt te liggen; dan kan "
    "vanaf die dag geen begeleiding worden vastgelegd. Termijnen lopen door.",
    body=NieuwBezwaar,
    geeft=Inkooporder,
    voorbeeld={"tegen": "werkplan", "ingediendOp": "2025-09-01"},
)
async def leg_bezwaar_van_client_vast(v: Verzoek, inkooporder_id: UUID, body: NieuwBezwaar) -> Response:
    return await v.schrijf(lambda h: maak_bezwaar(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/bezwaarschorsingen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Schort de uitvoering op door een lopend bezwaar",
    uitleg="Ook als een consulent het bezwaar vastlegde. Van de gegeven dag tot de beslissing kan geen begeleiding "
    "worden vastgelegd; wat al is vastgelegd telt op die dagen niet in de declaratie. Termijnen lopen door.",
    body=NieuweBezwaarschorsing,
    geeft=Inkooporder,
    voorbeeld={
        "tegen": "werkplan",
        "opgeschortVanaf": "2025-09-01",
        "toelichting": "De cliënt lijdt schade als de begeleiding doorgaat.",
    },
)
async def schort_uitvoering_door_bezwaar_op(v: Verzoek, inkooporder_id: UUID, body: NieuweBezwaarschorsing) -> Response:
    return await v.schrijf(lambda h: schort_uitvoering_op(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/bezwaarbeslissingen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Beslis op een bezwaar van de cliënt",
    uitleg="Moet de dienst om een gegrond bezwaar stoppen, dan geldt dat als voortijdige terugmelding; is zij nog niet "
    "begonnen, dan vervalt de order.",
    body=NieuweBezwaarbeslissing,
    geeft=Inkooporder,
    voorbeeld={"tegen": "werkplan", "uitkomst": "ongegrond", "beslistOp": "2025-09-01"},
)
async def beslis_op_bezwaar_van_client(v: Verzoek, inkooporder_id: UUID, body: NieuweBezwaarbeslissing) -> Response:
    return await v.schrijf(lambda h: beslis_op_bezwaar(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/signalen",
    Recht.INKOOPORDER_UITVOEREN,
    "Geef UWV een signaal",
    uitleg="Weigert de cliënt medewerking, of is er bij Werkbehoud een vermoeden van multiproblematiek, dan hoort UWV "
    "dat direct. UWV doet de herinnering die volgt zelf af.",
    body=NieuwSignaal,
    geeft=Inkooporder,
    voorbeeld={
        "soort": "weigert_medewerking",
        "gesignaleerdOp": "2025-09-01",
        "toelichting": "De cliënt komt niet en zegt dat hij niet meer meedoet.",
    },
)
async def geef_uwv_een_signaal(v: Verzoek, inkooporder_id: UUID, body: NieuwSignaal) -> Response:
    return await v.schrijf(lambda h: geef_signaal(h, inkooporder_id, body))

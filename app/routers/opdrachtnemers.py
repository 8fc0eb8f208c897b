"""Opdrachtnemers: who carries out inkooporders of UWV, and under which raamovereenkomsten."""

from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.opdrachtnemer import Opdrachtnemer, Raamovereenkomst
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beeindig_raamovereenkomst import NieuweRaamovereenkomstbeeindiging, beeindig_raamovereenkomst
from app.services.rechten import Recht
from app.services.registreer_opdrachtnemer import NieuweOpdrachtnemer, registreer_opdrachtnemer
from app.services.sluit_raamovereenkomst import sluit_raamovereenkomst
from app.services.wijzig_opdrachtnemer import Opdrachtnemerwijziging, wijzig_opdrachtnemer
from app.services.zicht import eigen_rijen, eis_eigen

op = Operaties(
    "opdrachtnemers",
    "De organisaties die inkooporders van UWV uitvoeren, en hun raamovereenkomsten.",
)

OVEREENKOMST = {"nummer": "UWV-2025-0417", "perceel": 2, "van": "2025-01-01"}
NIEUW = {
    "kenmerk": "werkbedrijf-voorbeeld",
    "naam": "Werkbedrijf Voorbeeld",
    "kvkNummer": "12345678",
    "raamovereenkomsten": [OVEREENKOMST],
}


@op.post(
    "/opdrachtnemers",
    Recht.OPDRACHTNEMER_BEHEREN,
    "Registreer een opdrachtnemer",
    body=NieuweOpdrachtnemer,
    geeft=Opdrachtnemer,
    voorbeeld=NIEUW,
)
async def registreer_nieuwe_opdrachtnemer(v: Verzoek, body: NieuweOpdrachtnemer) -> Response:
    return await v.schrijf(lambda h: registreer_opdrachtnemer(h, body), plaats="/opdrachtnemers")


@op.get(
    "/opdrachtnemers",
    Recht.OPDRACHTNEMER_LEZEN,
    "Toon opdrachtnemers, op naam",
    uitleg="Een opdrachtnemer ziet alleen zichzelf.",
    geeft=lijst_van(Opdrachtnemer),
    vraag=Bladeren,
)
async def toon_opdrachtnemers(v: Verzoek, vraag: Bladeren) -> Response:
    return await toon_lijst(v, Opdrachtnemer, vraag, sorteer="naam", vast=eigen_rijen(v.beller, "kenmerk"))


@op.get(
    "/opdrachtnemers/{opdrachtnemer_id}",
    Recht.OPDRACHTNEMER_LEZEN,
    "Toon een opdrachtnemer",
    uitleg="Een opdrachtnemer ziet alleen zichzelf.",
    geeft=Opdrachtnemer,
    etag=True,
)
async def toon_opdrachtnemer(v: Verzoek, opdrachtnemer_id: UUID) -> Response:
    opdrachtnemer = await v.lezer.haal(Opdrachtnemer, opdrachtnemer_id)
    eis_eigen(v.beller, opdrachtnemer.kenmerk, "opdrachtnemer")
    return v.toon(opdrachtnemer)


@op.patch(
    "/opdrachtnemers/{opdrachtnemer_id}",
    Recht.OPDRACHTNEMER_BEHEREN,
    "Wijzig een opdrachtnemer",
    body=Opdrachtnemerwijziging,
    geeft=Opdrachtnemer,
    voorbeeld={"naam": "Werkbedrijf Voorbeeld en Zoon"},
)
async def wijzig_bestaande_opdrachtnemer(v: Verzoek, opdrachtnemer_id: UUID, body: dict[str, Any]) -> Response:
    return await v.schrijf(lambda h: wijzig_opdrachtnemer(h, opdrachtnemer_id, body))


@op.stap(
    "/opdrachtnemers/{opdrachtnemer_id}/raamovereenkomsten",
    Recht.OPDRACHTNEMER_BEHEREN,
    "Sluit een raamovereenkomst voor een perceel",
    body=Raamovereenkomst,
    geeft=Opdrachtnemer,
    voorbeeld={"nummer": "UWV-2025-0418", "perceel": 3, "van": "2025-01-01", "totEnMet": "2028-12-31"},
)
async def sluit_nieuwe_raamovereenkomst(v: Verzoek, opdrachtnemer_id: UUID, body: Raamovereenkomst) -> Response:
    return await v.schrijf(lambda h: sluit_raamovereenkomst(h, opdrachtnemer_id, body))


@op.stap(
    "/opdrachtnemers/{opdrachtnemer_id}/raamovereenkomstbeeindigingen",
    Recht.OPDRACHTNEMER_BEHEREN,
    "Beëindig een raamovereenkomst",
    body=NieuweRaamovereenkomstbeeindiging,
    geeft=Opdrachtnemer,
    voorbeeld={"nummer": OVEREENKOMST["nummer"], "totEnMet": "2026-12-31"},
)
async def beeindig_bestaande_raamovereenkomst(
    v: Verzoek, opdrachtnemer_id: UUID, body: NieuweRaamovereenkomstbeeindiging
) -> Response:
    return await v.schrijf(lambda h: beeindig_raamovereenkomst(h, opdrachtnemer_id, body))

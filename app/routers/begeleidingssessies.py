"""Begeleidingssessies: the time of a session for everyone in it, the client's agreement, and what did not count."""

from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.order.sessie import Begeleidingssessie, Bijeenkomst
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.leg_sessies_vast import NieuweSessies, leg_sessies_vast
from app.services.leg_tijdakkoord_vast import NieuwTijdakkoord, leg_tijdakkoord_vast
from app.services.rechten import Recht
from app.services.sessieverloop import SOORT
from app.services.trek_sessie_in import NieuweSessieintrekking, trek_sessie_in
from app.services.zicht import eigen_rijen, eis_eigen

op = Operaties(
    "begeleidingssessies",
    "De tijd die een opdrachtnemer aan cliënten besteedt: alleen of in een groep, op de minuut. Een opdrachtnemer ziet "
    "alleen de eigen sessies.",
)
_EEN = "/begeleidingssessies/{begeleidingssessie_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessiebladeren(Bladeren):
    """Which sessions, and where in their list."""

    inkooporder_id: UUID | None = None
    """Alleen van deze inkooporder."""
    bijeenkomst_id: UUID | None = None
    """Alleen van wie samen in deze groep zat."""


@op.post(
    "/begeleidingssessies",
    Recht.INKOOPORDER_UITVOEREN,
    "Leg een sessie vast, voor één cliënt of voor een hele groep",
    uitleg="De minuten worden gedeeld door het aantal deelnemers. Van elke deelnemer met een order hier ontstaat een "
    "sessie, van allemaal of van niemand. Administratie kan vanaf de Opdracht tot de eindrapportage, al het andere "
    "alleen tijdens de dienst. Op één order gaan op één dag niet meer dan 24 uur, ongedeeld.",
    body=NieuweSessies,
    geeft=Bijeenkomst,
    etag=False,
    lid="sessies/0",
    voorbeeld={
        "gehoudenOp": "2025-09-01",
        "soort": "activiteit",
        "activiteit": "Sollicitatietraining, eerste bijeenkomst",
        "minuten": 60,
        "deelnemers": 12,
        "inkooporders": ["01783a4f-7c00-7000-8000-000000000003"],
    },
    velden_uit={"inkooporders": "inkooporders"},
)
async def leg_nieuwe_sessies_vast(v: Verzoek, body: NieuweSessies) -> Response:
    return await v.schrijf(lambda h: leg_sessies_vast(h, body), plaats="/begeleidingssessies?bijeenkomstId=")


@op.get(
    "/begeleidingssessies",
    Recht.INKOOPORDER_LEZEN,
    "Toon begeleidingssessies, nieuwste eerst",
    geeft=lijst_van(Begeleidingssessie),
    vraag=Sessiebladeren,
)
async def toon_begeleidingssessies(v: Verzoek, vraag: Sessiebladeren) -> Response:
    return await toon_lijst(v, Begeleidingssessie, vraag, sorteer="-aangemaakt_op", vast=eigen_rijen(v.beller))


@op.get(_EEN, Recht.INKOOPORDER_LEZEN, "Toon een begeleidingssessie", geeft=Begeleidingssessie, etag=True)
async def toon_begeleidingssessie(v: Verzoek, begeleidingssessie_id: UUID) -> Response:
    sessie = await v.lezer.haal(Begeleidingssessie, begeleidingssessie_id)
    eis_eigen(v.beller, sessie.organisatie, SOORT)
    return v.toon(sessie)


@op.stap(
    f"{_EEN}/akkoorden",
    Recht.INKOOPORDER_UITVOEREN,
    "Leg vast dat de cliënt akkoord is met de tijd van een sessie",
    uitleg="Tot de eindrapportage is ingediend.",
    body=NieuwTijdakkoord,
    geeft=Begeleidingssessie,
    voorbeeld={"clientAkkoordOp": "2025-09-01"},
)
async def leg_akkoord_met_sessie_vast(v: Verzoek, begeleidingssessie_id: UUID, body: NieuwTijdakkoord) -> Response:
    return await v.schrijf(lambda h: leg_tijdakkoord_vast(h, begeleidingssessie_id, body))


@op.stap(
    f"{_EEN}/intrekkingen",
    Recht.INKOOPORDER_UITVOEREN,
    "Trek een begeleidingssessie in",
    uitleg="Zij telt dan niet meer, maar blijft te zien. Wie ook in de groep zat houdt zijn deel. Tot de "
    "eindrapportage is ingediend.",
    body=NieuweSessieintrekking,
    geeft=Begeleidingssessie,
    voorbeeld={"reden": "Dubbel vastgelegd."},
)
async def trek_bestaande_sessie_in(v: Verzoek, begeleidingssessie_id: UUID, body: NieuweSessieintrekking) -> Response:
    return await v.schrijf(lambda h: trek_sessie_in(h, begeleidingssessie_id, body))

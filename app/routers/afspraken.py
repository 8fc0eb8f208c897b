"""Afspraken: plan, move, cancel, and record who came."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.proces.afspraak import Afspraak
from app.domain.soorten import Persoon
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.annuleer_afspraak import Annulering, annuleer_afspraak
from app.services.leg_opkomst_vast import Opkomst, leg_opkomst_vast
from app.services.plan_afspraak import NieuweAfspraak, plan_afspraak
from app.services.rechten import Recht
from app.services.verplaats_afspraak import Verplaatsing, verplaats_afspraak

op = Operaties(
    "afspraken",
    "Afspraken met een klant: plannen, verplaatsen, annuleren en of de klant verscheen.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfspraakBladeren(Bladeren):
    """Which appointments, and where in their list."""

    klant_id: UUID | None = None
    """Alleen afspraken van deze klant."""
    medewerker: Persoon | None = None
    """Alleen afspraken met deze medewerker."""
    vanaf: datetime | None = None
    """Alleen afspraken die op of na dit moment beginnen."""
    tot: datetime | None = None
    """Alleen afspraken die op of voor dit moment beginnen."""


NIEUW = {
    "klantId": "01783a4f-7c00-7000-8000-000000000001",
    "meldingId": "01783a4f-7c00-7000-8000-000000000002",
    "soort": "screeningsgesprek",
    "begin": "2021-03-16T10:00:00+01:00",
    "wijze": "telefonisch",
    "medewerker": "inkomensconsulent-een",
}


@op.post(
    "/afspraken",
    Recht.AFSPRAAK_PLANNEN,
    "Plan een afspraak",
    uitleg=(
        "Voor een gesprek waar de melding nu aan toe is. De bevestiging en de herinneringen worden gepland; klant en "
        "medewerker hebben op één moment hoogstens één afspraak."
    ),
    body=NieuweAfspraak,
    geeft=Afspraak,
    voorbeeld=NIEUW,
    velden_uit={"klantId": "klanten", "meldingId": "meldingen"},
)
async def plan_nieuwe_afspraak(v: Verzoek, body: NieuweAfspraak) -> Response:
    return await v.schrijf(lambda h: plan_afspraak(h, body), plaats="/afspraken")


@op.get(
    "/afspraken",
    Recht.AFSPRAAK_LEZEN,
    "Toon afspraken, eerste begin eerst",
    geeft=lijst_van(Afspraak),
    vraag=AfspraakBladeren,
)
async def toon_afspraken(v: Verzoek, vraag: AfspraakBladeren) -> Response:
    return await toon_lijst(v, Afspraak, vraag, sorteer="begin", tussen={"vanaf": "begin:van", "tot": "begin:tot"})


@op.get("/afspraken/{afspraak_id}", Recht.AFSPRAAK_LEZEN, "Toon een afspraak", geeft=Afspraak, etag=True)
async def toon_afspraak(v: Verzoek, afspraak_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Afspraak, afspraak_id))


@op.stap(
    "/afspraken/{afspraak_id}/verplaatsingen",
    Recht.AFSPRAAK_PLANNEN,
    "Verplaats een afspraak",
    uitleg="De bevestiging en de herinneringen gaan mee.",
    body=Verplaatsing,
    geeft=Afspraak,
    voorbeeld={"begin": "2021-03-17T10:00:00+01:00", "reden": "De klant is die dag verhinderd."},
)
async def verplaats_geplande_afspraak(v: Verzoek, afspraak_id: UUID, body: Verplaatsing) -> Response:
    return await v.schrijf(lambda h: verplaats_afspraak(h, afspraak_id, body))


@op.stap(
    "/afspraken/{afspraak_id}/annuleringen",
    Recht.AFSPRAAK_PLANNEN,
    "Annuleer een afspraak",
    uitleg="Herinneringen die nog niet verstuurd zijn, vervallen.",
    body=Annulering,
    geeft=Afspraak,
    voorbeeld={"reden": "De klant heeft afgebeld."},
)
async def annuleer_geplande_afspraak(v: Verzoek, afspraak_id: UUID, body: Annulering) -> Response:
    return await v.schrijf(lambda h: annuleer_afspraak(h, afspraak_id, body))


@op.stap(
    "/afspraken/{afspraak_id}/opkomsten",
    Recht.AFSPRAAK_PLANNEN,
    "Leg vast of de klant is gekomen",
    uitleg="Vanaf het begin van de afspraak.",
    body=Opkomst,
    geeft=Afspraak,
    voorbeeld={"verschenen": True},
)
async def leg_opkomst_bij_afspraak_vast(v: Verzoek, afspraak_id: UUID, body: Opkomst) -> Response:
    return await v.schrijf(lambda h: leg_opkomst_vast(h, afspraak_id, body))

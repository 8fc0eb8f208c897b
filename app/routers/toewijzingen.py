"""Toewijzingen: who works with which klant, in which role, on which days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from starlette.responses import Response

from app.domain.dossier.toewijzing import Toewijzing
from app.domain.soorten import Persoon
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.beeindig_toewijzing import NieuweBeeindiging, beeindig_toewijzing
from app.services.rechten import Recht
from app.services.wijs_toe import NieuweToewijzing, wijs_toe

op = Operaties(
    "toewijzingen",
    "Welke medewerker welke klant begeleidt, en in welke rol.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toewijzingbladeren(Bladeren):
    """Which assignments."""

    klant_id: UUID | None = None
    """Alleen van deze klant."""
    persoon: Persoon | None = None
    """Alleen van deze medewerker."""
    geldig_op: date | None = None
    """Alleen wat op deze dag geldt."""


TUSSEN = {"geldig_op": "geldig_van:tot geldig_tot:van"}
NIEUW = {
    "klantId": "01890000-0000-7000-8000-000000000001",
    "rol": "inkomensconsulent",
    "persoon": "consulent-1",
    "geldigVan": "2021-03-15",
    "vervangt": True,
}
EINDE = {"geldigTot": "2021-06-30", "reden": "De consulent werkt nu voor een ander team."}


@op.post(
    "/toewijzingen",
    Recht.TOEWIJZING_BEHEREN,
    "Wijs een klant aan een medewerker toe",
    body=NieuweToewijzing,
    geeft=Toewijzing,
    voorbeeld=NIEUW,
    velden_uit={"klantId": "klanten"},
)
async def wijs_klant_toe(v: Verzoek, body: NieuweToewijzing) -> Response:
    return await v.schrijf(lambda h: wijs_toe(h, body), plaats="/toewijzingen")


@op.get(
    "/toewijzingen",
    Recht.TOEWIJZING_LEZEN,
    "Toon toewijzingen, laatst begonnen eerst",
    geeft=lijst_van(Toewijzing),
    vraag=Toewijzingbladeren,
)
async def toon_toewijzingen(v: Verzoek, vraag: Toewijzingbladeren) -> Response:
    return await toon_lijst(v, Toewijzing, vraag, sorteer="-geldig_van", tussen=TUSSEN)


@op.get("/toewijzingen/{toewijzing_id}", Recht.TOEWIJZING_LEZEN, "Toon een toewijzing", geeft=Toewijzing, etag=True)
async def toon_toewijzing(v: Verzoek, toewijzing_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Toewijzing, toewijzing_id))


@op.stap(
    "/toewijzingen/{toewijzing_id}/beeindigingen",
    Recht.TOEWIJZING_BEHEREN,
    "Beëindig een toewijzing",
    body=NieuweBeeindiging,
    geeft=Toewijzing,
    voorbeeld=EINDE,
)
async def beeindig(v: Verzoek, toewijzing_id: UUID, body: NieuweBeeindiging) -> Response:
    return await v.schrijf(lambda h: beeindig_toewijzing(h, toewijzing_id, body))

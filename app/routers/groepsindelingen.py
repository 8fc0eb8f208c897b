"""Groepsindelingen: place, read and correct."""

from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.routers.klanten import Peilmoment
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.corrigeer_indeling import Indelingscorrectie, corrigeer_indeling
from app.services.deel_klant_in import NieuweGroepsindeling, deel_klant_in
from app.services.handeling import dag_van
from app.services.rechten import Recht
from app.services.vind_indeling import vind_indeling, vind_indeling_van

op = Operaties(
    "groepsindelingen",
    "In welke klantgroep een klant is, met advies, keuze en redenen.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndelingBladeren(Bladeren):
    """Which groepsindelingen, and where in their list."""

    klant_id: UUID | None = None
    """Alleen indelingen van deze klant, ook beëindigde."""
    klasse: Klantgroep | None = None
    """Alleen wie nu in deze groep zit."""


NIEUW = {
    "meldingId": "01783a4f-7c00-7000-8000-000000000002",
    "klantId": "01783a4f-7c00-7000-8000-000000000001",
    "opgave": {
        "maandenTotWerk": 4,
        "participatie": "wil",
        "wajongAfgewezen": False,
        "structureelParttime": False,
        "alleenstaandeOuderZorgplicht": False,
        "voorkeurKlant": "matchen",
    },
    "keuze": "groeien",
    "afwijkingReden": "De klant herstelt nog en heeft meer tijd nodig.",
    "verschilToelichting": "De klant wil liever meteen solliciteren.",
}


@op.post(
    "/groepsindelingen",
    Recht.INDELING_VASTLEGGEN,
    "Deel een klant in een klantgroep in",
    uitleg=(
        "De regels adviseren, de consulent kiest. De melding is daarmee voor deze klant afgerond; een lopende indeling "
        "eindigt de dag ervoor."
    ),
    body=NieuweGroepsindeling,
    geeft=Groepsindeling,
    voorbeeld=NIEUW,
    velden_uit={"meldingId": "meldingen", "klantId": "klanten"},
)
async def deel_nieuwe_klant_in(v: Verzoek, body: NieuweGroepsindeling) -> Response:
    return await v.schrijf(lambda h: deel_klant_in(h, body), plaats="/groepsindelingen")


@op.get(
    "/groepsindelingen",
    Recht.INDELING_LEZEN,
    "Toon groepsindelingen, nieuwste eerst",
    geeft=lijst_van(Groepsindeling),
    vraag=IndelingBladeren,
)
async def toon_groepsindelingen(v: Verzoek, vraag: IndelingBladeren) -> Response:
    leeg = ("geldig_tot",) if vraag.klasse else ()
    return await toon_lijst(v, Groepsindeling, vraag, sorteer="-aangemaakt_op", leeg=leeg)


@op.get(
    "/groepsindelingen/{indeling_id}",
    Recht.INDELING_LEZEN,
    "Toon een groepsindeling",
    uitleg="Met geldigOp alleen als de indeling op die dag gold.",
    geeft=Groepsindeling,
    vraag=Peilmoment,
    etag=True,
)
async def toon_groepsindeling(v: Verzoek, indeling_id: UUID, vraag: Peilmoment) -> Response:
    return v.toon(await vind_indeling(v.lezer, indeling_id, vraag.geldig_op, vraag.bekend_op))


@op.stap(
    "/groepsindelingen/{indeling_id}/correcties",
    Recht.INDELING_VASTLEGGEN,
    "Corrigeer een verkeerd vastgelegde groepsindeling",
    uitleg="Voor een fout in de vastlegging. Een klant die naar een andere groep gaat, wisselt.",
    body=Indelingscorrectie,
    geeft=Groepsindeling,
    voorbeeld={"reden": "De verkeerde groep is aangeklikt.", "klasse": "matchen"},
)
async def corrigeer_groepsindeling(v: Verzoek, indeling_id: UUID, body: Indelingscorrectie) -> Response:
    return await v.schrijf(lambda h: corrigeer_indeling(h, indeling_id, body))


@op.get(
    "/klanten/{klant_id}/groepsindeling",
    Recht.INDELING_LEZEN,
    "Toon in welke groep een klant is ingedeeld",
    geeft=Groepsindeling,
    vraag=Peilmoment,
    etag=True,
)
async def toon_groepsindeling_van_klant(v: Verzoek, klant_id: UUID, vraag: Peilmoment) -> Response:
    geldig_op = vraag.geldig_op or dag_van(v.nu)
    return v.toon(await vind_indeling_van(v.lezer, klant_id, geldig_op, vraag.bekend_op))

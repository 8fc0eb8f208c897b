"""Meldingen: record, read and end them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.bel_melder_terug import Terugbelling, bel_melder_terug
from app.services.besluit_ambitiegesprek import NieuwGespreksbesluit, besluit_ambitiegesprek
from app.services.controleer_afwijzing import Afwijzing, controleer_afwijzing
from app.services.rechten import Recht
from app.services.registreer_melding import NieuweMelding, registreer_melding
from app.services.trek_melding_in import Intrekking, trek_melding_in

op = Operaties(
    "meldingen",
    "Wie zich meldt voor bijstand: kanaal, route, spoed en partner.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingBladeren(Bladeren):
    """Which meldingen, and where in their list."""

    klant_id: UUID | None = None
    """Alleen meldingen van deze klant, ook als partner."""
    stand: Stand | None = None
    """Alleen meldingen waarvan de klant die zich meldde zo ver is."""
    vanaf: date | None = None
    """Alleen meldingen met een meldingsdatum vanaf deze dag."""
    tot: date | None = None
    """Alleen meldingen met een meldingsdatum tot en met deze dag."""


NIEUW = {
    "klantId": "01783a4f-7c00-7000-8000-000000000001",
    "opgave": {
        "gemeldOp": "2021-03-15T09:30:00+01:00",
        "kanaal": "digitaal",
        "adres": "vast",
        "statushouder": False,
        "vsoPro": False,
        "speciaalOnderwijs": False,
        "exDetentie": False,
        "broodnood": False,
    },
}


@op.post(
    "/meldingen",
    Recht.MELDING_REGISTREREN,
    "Registreer een melding",
    uitleg=(
        "De regels geven de route en de termijnen. Een klant heeft hoogstens één lopende melding, ook als partner. Met "
        "een partner is `partnerOpgave` verplicht: wat voor de een geldt, geldt niet vanzelf voor de ander."
    ),
    body=NieuweMelding,
    geeft=Melding,
    voorbeeld=NIEUW,
    velden_uit={"klantId": "klanten"},
)
async def registreer_nieuwe_melding(v: Verzoek, body: NieuweMelding) -> Response:
    return await v.schrijf(lambda h: registreer_melding(h, body), plaats="/meldingen")


@op.get(
    "/meldingen",
    Recht.MELDING_LEZEN,
    "Toon meldingen, nieuwste eerst",
    geeft=lijst_van(Melding),
    vraag=MeldingBladeren,
)
async def toon_meldingen(v: Verzoek, vraag: MeldingBladeren) -> Response:
    tussen = {"vanaf": "meldingsdatum:van", "tot": "meldingsdatum:tot"}
    return await toon_lijst(v, Melding, vraag, sorteer="-meldingsdatum", tussen=tussen)


@op.get("/meldingen/{melding_id}", Recht.MELDING_LEZEN, "Toon een melding", geeft=Melding, etag=True)
async def toon_melding(v: Verzoek, melding_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Melding, melding_id))


@op.stap(
    "/meldingen/{melding_id}/terugbellingen",
    Recht.MELDING_REGISTREREN,
    "Leg vast dat de klant na een digitale melding is teruggebeld",
    uitleg="Sluit de termijn om terug te bellen.",
    body=Terugbelling,
    geeft=Melding,
    voorbeeld={"gebeldOp": "2021-03-15T10:00:00+01:00"},
)
async def leg_terugbelling_vast(v: Verzoek, melding_id: UUID, body: Terugbelling) -> Response:
    return await v.schrijf(lambda h: bel_melder_terug(h, melding_id, body))


@op.stap(
    "/meldingen/{melding_id}/intrekkingen",
    Recht.MELDING_INTREKKEN,
    "Trek een melding in",
    uitleg=(
        "Voor iedereen voor wie de melding nog loopt. Er wordt niets gewist; termijnen vervallen en geplande afspraken "
        "worden geannuleerd."
    ),
    body=Intrekking,
    geeft=Melding,
    voorbeeld={"ondertekendOp": "2021-03-15", "reden": "De klant heeft werk gevonden."},
)
async def trek_bestaande_melding_in(v: Verzoek, melding_id: UUID, body: Intrekking) -> Response:
    return await v.schrijf(lambda h: trek_melding_in(h, melding_id, body))


@op.stap(
    "/meldingen/{melding_id}/afwijzingen",
    Recht.MELDING_AFWIJZEN,
    "Controleer een voorgestelde afwijzing",
    uitleg="Niet door wie de screening vastlegde. Zonder akkoord volgt alsnog het ambitiegesprek.",
    body=Afwijzing,
    geeft=Melding,
    voorbeeld={"akkoord": True},
)
async def controleer_voorgestelde_afwijzing(v: Verzoek, melding_id: UUID, body: Afwijzing) -> Response:
    return await v.schrijf(lambda h: controleer_afwijzing(h, melding_id, body))


@op.stap(
    "/meldingen/{melding_id}/gespreksbesluiten",
    Recht.AMBITIEGESPREK_BESLUITEN,
    "Besluit of een ambitiegesprek nodig is",
    uitleg=(
        "Na de screening van wie zonder vast adres uit een contactgemeente komt. Is het niet nodig, dan eindigt de "
        "melding voor deze klant; een aanvraag loopt door. Zolang het gesprek niet is afgerond, kan het opnieuw."
    ),
    body=NieuwGespreksbesluit,
    geeft=Melding,
    voorbeeld={
        "klantId": NIEUW["klantId"],
        "nodig": False,
        "toelichting": "De klant verblijft in Zutphen en krijgt daar begeleiding naar werk.",
    },
    velden_uit={"klantId": "klanten"},
)
async def leg_gespreksbesluit_vast(v: Verzoek, melding_id: UUID, body: NieuwGespreksbesluit) -> Response:
    return await v.schrijf(lambda h: besluit_ambitiegesprek(h, melding_id, body))

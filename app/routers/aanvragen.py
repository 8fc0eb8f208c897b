"""Aanvragen: receive, complete, screen, propose, check and decide; and the advances where no screening has them."""

from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.controleer_aanvraag import NieuweControle, controleer_aanvraag
from app.services.ontvang_aanvraag import NieuweAanvraag, ontvang_aanvraag
from app.services.rechten import Recht
from app.services.screen_aanvraag import NieuweSrScreening, screen_aanvraag
from app.services.stel_besluit_voor import NieuwBesluitvoorstel, stel_besluit_voor
from app.services.trek_aanvraag_in import NieuweAanvraagintrekking, trek_aanvraag_in
from app.services.verklaar_aanvraag_volledig import Volledigverklaring, verklaar_aanvraag_volledig
from app.services.verstrek_voorschot_bij_aanvraag import NieuwAanvraagvoorschot, verstrek_voorschot_bij_aanvraag
from app.services.verzend_besluit import NieuweVerzending, verzend_besluit
from app.services.vraag_aanvulling import Aanvulverzoek, vraag_aanvulling
from app.services.vul_aanvraag_aan import NieuweAanvulling, vul_aanvraag_aan

op = Operaties(
    "aanvragen",
    "De aanvraag om bijstand: van ontvangst tot besluit, binnen de beslistermijn.",
)
_EEN = "/aanvragen/{aanvraag_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagBladeren(Bladeren):
    """Which aanvragen, and where in their list."""

    klant_id: UUID | None = None
    """Alleen aanvragen van deze klant, ook als partner."""
    melding_id: UUID | None = None
    """Alleen de aanvraag bij deze melding."""
    toestand: Aanvraagtoestand | None = None
    """Alleen aanvragen die zo ver zijn."""


@op.post(
    "/aanvragen",
    Recht.AANVRAAG_BEHANDELEN,
    "Ontvang een aanvraag",
    uitleg="De beslistermijn telt vanaf de melding. Bij een melding hoort hoogstens één aanvraag.",
    body=NieuweAanvraag,
    geeft=Aanvraag,
    voorbeeld={"meldingId": "01783a4f-7c00-7000-8000-000000000001", "ontvangenOp": "2021-03-15"},
    velden_uit={"meldingId": "meldingen"},
)
async def ontvang_nieuwe_aanvraag(v: Verzoek, body: NieuweAanvraag) -> Response:
    return await v.schrijf(lambda h: ontvang_aanvraag(h, body), plaats="/aanvragen")


@op.get(
    "/aanvragen",
    Recht.AANVRAAG_LEZEN,
    "Toon aanvragen, nieuwste eerst",
    geeft=lijst_van(Aanvraag),
    vraag=AanvraagBladeren,
)
async def toon_aanvragen(v: Verzoek, vraag: AanvraagBladeren) -> Response:
    return await toon_lijst(v, Aanvraag, vraag, sorteer="-aangemaakt_op")


@op.get(_EEN, Recht.AANVRAAG_LEZEN, "Toon een aanvraag", geeft=Aanvraag, etag=True)
async def toon_aanvraag(v: Verzoek, aanvraag_id: UUID) -> Response:
    return v.toon(await v.lezer.haal(Aanvraag, aanvraag_id))


@op.stap(
    f"{_EEN}/aanvulverzoeken",
    Recht.AANVRAAG_BEHANDELEN,
    "Vraag de klant de aanvraag aan te vullen",
    uitleg="De beslistermijn staat stil vanaf de dag na het verzoek.",
    body=Aanvulverzoek,
    geeft=Aanvraag,
    voorbeeld={"verzoekOp": "2021-03-15", "hersteltermijnTot": "2021-03-29"},
)
async def vraag_klant_om_aanvulling(v: Verzoek, aanvraag_id: UUID, body: Aanvulverzoek) -> Response:
    return await v.schrijf(lambda h: vraag_aanvulling(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/aanvullingen",
    Recht.AANVRAAG_BEHANDELEN,
    "Leg vast wat de klant aanvulde",
    uitleg="Is de aanvraag hiermee volledig, dan loopt de beslistermijn weer.",
    body=NieuweAanvulling,
    geeft=Aanvraag,
    voorbeeld={"aangevuldOp": "2021-03-15", "compleet": True},
)
async def vul_bestaande_aanvraag_aan(v: Verzoek, aanvraag_id: UUID, body: NieuweAanvulling) -> Response:
    return await v.schrijf(lambda h: vul_aanvraag_aan(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/volledigverklaringen",
    Recht.AANVRAAG_BEHANDELEN,
    "Leg vast dat de aanvraag volledig is, zonder verzoek om aanvulling",
    uitleg="Tijdens de zoekperiode van een jongere kan dit niet.",
    body=Volledigverklaring,
    geeft=Aanvraag,
    voorbeeld={"volledigOp": "2021-03-15"},
)
async def verklaar_bestaande_aanvraag_volledig(v: Verzoek, aanvraag_id: UUID, body: Volledigverklaring) -> Response:
    return await v.schrijf(lambda h: verklaar_aanvraag_volledig(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/sr-screeningen",
    Recht.AANVRAAG_SCREENEN,
    "Leg de administratieve screening door de sociale recherche vast",
    uitleg="Elke aanvraag krijgt er een, voor het voorstel.",
    body=NieuweSrScreening,
    geeft=Aanvraag,
    voorbeeld={"onderzoekNodig": False},
)
async def screen_bestaande_aanvraag(v: Verzoek, aanvraag_id: UUID, body: NieuweSrScreening) -> Response:
    return await v.schrijf(lambda h: screen_aanvraag(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/voorstellen",
    Recht.AANVRAAG_BEHANDELEN,
    "Stel een besluit voor",
    uitleg="Buiten behandeling laten kan alleen nadat een hersteltermijn ongebruikt is verstreken.",
    body=NieuwBesluitvoorstel,
    geeft=Aanvraag,
    voorbeeld={"besluit": "toekennen", "onderbouwing": "De klant heeft geen inkomen en geen vermogen."},
)
async def stel_besluit_op_aanvraag_voor(v: Verzoek, aanvraag_id: UUID, body: NieuwBesluitvoorstel) -> Response:
    return await v.schrijf(lambda h: stel_besluit_voor(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/controles",
    Recht.AANVRAAG_CONTROLEREN,
    "Controleer het voorstel",
    uitleg="Niet door wie het voorstelde. Zonder akkoord gaat de aanvraag terug naar de inkomensconsulent.",
    body=NieuweControle,
    geeft=Aanvraag,
    voorbeeld={"akkoord": True},
)
async def controleer_besluit_op_aanvraag(v: Verzoek, aanvraag_id: UUID, body: NieuweControle) -> Response:
    return await v.schrijf(lambda h: controleer_aanvraag(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/verzendingen",
    Recht.AANVRAAG_VERZENDEN,
    "Leg de verzending van het besluit vast",
    uitleg="Vanaf die dag is er een besluit, op tijd of te laat.",
    body=NieuweVerzending,
    geeft=Aanvraag,
    voorbeeld={"verzondenOp": "2021-03-15"},
)
async def verzend_besluit_op_aanvraag(v: Verzoek, aanvraag_id: UUID, body: NieuweVerzending) -> Response:
    return await v.schrijf(lambda h: verzend_besluit(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/intrekkingen",
    Recht.AANVRAAG_BEHANDELEN,
    "Trek een aanvraag in",
    uitleg="Tot het besluit is verzonden, ook als de klant al is ingedeeld. De melding zelf loopt door; termijnen van "
    "de aanvraag vervallen, en wat al te laat was, is gemist.",
    body=NieuweAanvraagintrekking,
    geeft=Aanvraag,
    voorbeeld={"ingetrokkenOp": "2021-03-15", "reden": "De klant heeft werk gevonden."},
)
async def trek_bestaande_aanvraag_in(v: Verzoek, aanvraag_id: UUID, body: NieuweAanvraagintrekking) -> Response:
    return await v.schrijf(lambda h: trek_aanvraag_in(h, aanvraag_id, body))


@op.stap(
    f"{_EEN}/voorschotten",
    Recht.VOORSCHOT_VERSTREKKEN,
    "Leg een voorschot vast van een klant zonder screening",
    uitleg="Zodra er een screening is, hoort het voorschot daar. Daarna loopt de termijn voor het volgende voorschot.",
    body=NieuwAanvraagvoorschot,
    geeft=Aanvraag,
    voorbeeld={
        "verstrektOp": "2021-03-15",
        "bedrag": "1450.00",
        "opVerzoek": True,
        "klantGeinformeerd": True,
        "leefvorm": "alleenstaand",
    },
)
async def leg_voorschot_bij_aanvraag_vast(v: Verzoek, aanvraag_id: UUID, body: NieuwAanvraagvoorschot) -> Response:
    return await v.schrijf(lambda h: verstrek_voorschot_bij_aanvraag(h, aanvraag_id, body))

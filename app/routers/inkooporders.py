"""Inkooporders: from werkplan to an order, and what everyone may read of them."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.dossier.klant import Klant
from app.domain.dossier.termijn import Termijn
from app.domain.fouten import NietGevonden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import AFGELOPEN, Ordertoestand
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.termijnen import Termijnstand, stand_van
from app.routers.verzoek import Verzoek
from app.services.beoordeel_plan import NieuwPlanoordeel, beoordeel_plan
from app.services.dien_plan_in import NieuwPlan, dien_plan_in
from app.services.leg_orientatiegesprek_vast import NieuwOrientatiegesprek, leg_orientatiegesprek_vast
from app.services.rechten import Recht
from app.services.stel_werkplan_op import NieuweInkooporder, stel_werkplan_op
from app.services.verklaar_order_vervallen import NieuweVervallenverklaring, verklaar_order_vervallen
from app.services.verstrek_opdracht import NieuweOpdracht, verstrek_opdracht
from app.services.verstrek_werkbehoud import NieuweVerstrekking, verstrek_werkbehoud
from app.services.zicht import alleen_eigen, eigen_rijen, eis_eigen

op = Operaties(
    "inkooporders",
    "Re-integratiediensten die UWV inkoopt: van werkplan tot beoordeeld resultaat. Een opdrachtnemer ziet alleen de "
    "eigen orders.",
)
EEN = "/inkooporders/{inkooporder_id}"
OPDRACHTNEMER = "01783a4f-7c00-7000-8000-000000000002"
WERKPLAN: dict[str, Any] = {
    "opleidingEnWerkervaring": "Mbo administratie; acht jaar gewerkt op een kantoor.",
    "visieClient": "Ik wil weer werken, maar niet meer voltijd.",
    "visieOpdrachtgever": "Met begeleiding is werk van 24 uur in de week haalbaar.",
    "belemmeringen": "Weinig vertrouwen na een lange periode zonder werk.",
    "afspraken": "De cliënt kiest een bedrijf en doet mee aan wat in het plan staat.",
    "activiteiten": [{"omschrijving": "Versterken van de werknemersvaardigheden", "uren": "32.00"}],
    "doorlooptijdMaanden": 12,
}
PLAN: dict[str, Any] = {
    "startsituatie": "De cliënt is een jaar zonder werk en komt weinig buiten.",
    "activiteiten": [
        {
            "omschrijving": "Sollicitatietraining van tien bijeenkomsten",
            "werkvorm": "groep",
            "doel": "De cliënt voert zelfstandig een sollicitatiegesprek.",
            "afstemming": "Twee uur per week, in de ochtend.",
            "uren": "29.00",
        }
    ],
    "doorverwijzing": "Geen andere instanties nodig.",
    "doorlooptijdMaanden": 12,
    "mijlpalen": [{"op": "2025-12-01", "omschrijving": "Eerste sollicitatie verstuurd"}],
    "administratieUren": "3.00",
    "visieClient": "Ik ben het eens met dit plan.",
    "gezienOp": "2025-09-01",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderbladeren(Bladeren):
    """Which orders, and where in their list."""

    klant_id: UUID | None = None
    """Alleen van deze cliënt."""
    opdrachtnemer_id: UUID | None = None
    """Alleen van deze opdrachtnemer."""
    toestand: Ordertoestand | None = None
    """Alleen in deze toestand."""


@op.post(
    "/inkooporders",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Stel een werkplan op",
    uitleg="Bij een ZW-cliënt heet het werkplan plan van aanpak. Of de dienst kan worden ingekocht volgt bij de "
    "Opdracht; bij Werkbehoud bij de Inkooporder.",
    body=NieuweInkooporder,
    geeft=Inkooporder,
    voorbeeld={
        "klantId": "01783a4f-7c00-7000-8000-000000000001",
        "dienst": "werkfit_maken",
        "client": {"clientsoort": "ww"},
        "werkplan": WERKPLAN,
    },
    velden_uit={"klantId": "klanten"},
)
async def stel_nieuw_werkplan_op(v: Verzoek, body: NieuweInkooporder) -> Response:
    return await v.schrijf(lambda h: stel_werkplan_op(h, body), plaats="/inkooporders")


@op.get(
    "/inkooporders",
    Recht.INKOOPORDER_LEZEN,
    "Toon inkooporders, nieuwste eerst",
    geeft=lijst_van(Inkooporder),
    vraag=Orderbladeren,
)
async def toon_inkooporders(v: Verzoek, vraag: Orderbladeren) -> Response:
    return await toon_lijst(v, Inkooporder, vraag, sorteer="-aangemaakt_op", vast=eigen_rijen(v.beller))


@op.get(EEN, Recht.INKOOPORDER_LEZEN, "Toon een inkooporder", geeft=Inkooporder, etag=True)
async def toon_inkooporder(v: Verzoek, inkooporder_id: UUID) -> Response:
    return v.toon(await eigen_order(v, inkooporder_id))


@op.get(
    f"{EEN}/termijnen",
    Recht.INKOOPORDER_LEZEN,
    "Toon de termijnen van een inkooporder, eerste laatste dag eerst",
    geeft=lijst_van(Termijnstand),
    vraag=Bladeren,
)
async def toon_ordertermijnen(v: Verzoek, inkooporder_id: UUID, vraag: Bladeren) -> Response:
    order = await eigen_order(v, inkooporder_id)
    vast = {"onderwerp_id": order.id}
    return await toon_lijst(
        v, Termijn, vraag, sorteer="uiterlijk_op", vast=vast, beeld=lambda termijn: stand_van(v, termijn)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordercontact:
    """Who the client is, for who carries out the order: enough to meet, and no more."""

    klant_id: UUID
    """Kenmerk van de cliënt."""
    voornamen: str
    """Voornamen."""
    voorvoegsel: str | None
    """Voorvoegsel van de geslachtsnaam."""
    geslachtsnaam: str
    """Geslachtsnaam."""
    geboortedatum: date
    """Geboortedatum."""
    email: str | None
    """E-mailadres."""
    telefoon: str | None
    """Telefoonnummer."""


@op.get(
    f"{EEN}/contact",
    Recht.INKOOPORDER_LEZEN,
    "Toon wie de cliënt van een inkooporder is",
    uitleg="Naam, geboortedatum, e-mail en telefoon: wat een opdrachtnemer nodig heeft om af te spreken. Is de order "
    "beoordeeld of vervallen, dan ziet de opdrachtnemer dit niet meer.",
    geeft=Ordercontact,
)
async def toon_ordercontact(v: Verzoek, inkooporder_id: UUID) -> Response:
    order = await eigen_order(v, inkooporder_id)
    if order.toestand in AFGELOPEN and alleen_eigen(v.beller) is not None:
        raise NietGevonden("De order is afgelopen: er is niets meer af te spreken.")
    klant = await v.lezer.haal(Klant, order.klant_id)
    gegevens = {veld.name: getattr(klant, veld.name) for veld in fields(Ordercontact) if veld.name != "klant_id"}
    return v.geef(Ordercontact(klant_id=klant.id, **gegevens))


async def eigen_order(v: Verzoek, order_id: UUID) -> Inkooporder:
    """The order as the caller may read it; raises NietGevonden for another firm's."""
    order = await v.lezer.haal(Inkooporder, order_id)
    eis_eigen(v.beller, order.organisatie)
    return order


@op.stap(
    f"{EEN}/orientatiegesprekken",
    Recht.INKOOPORDER_BEGELEIDEN,
    "Leg een oriënterend gesprek van de cliënt met een opdrachtnemer vast",
    uitleg="De cliënt kiest; niemand betaalt voor het gesprek.",
    body=NieuwOrientatiegesprek,
    geeft=Inkooporder,
    voorbeeld={"opdrachtnemerId": OPDRACHTNEMER, "gesprokenOp": "2025-09-01", "gekozen": True},
    velden_uit={"opdrachtnemerId": "opdrachtnemers"},
)
async def leg_orientatiegesprek_van_client_vast(
    v: Verzoek, inkooporder_id: UUID, body: NieuwOrientatiegesprek
) -> Response:
    return await v.schrijf(lambda h: leg_orientatiegesprek_vast(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/opdrachten",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Verstrek de Opdracht tot het opstellen van een re-integratieplan",
    uitleg="De dagtekening bepaalt voorgoed de versie van de eisen. De opdrachtnemer heeft die dag een "
    "raamovereenkomst voor het perceel.",
    body=NieuweOpdracht,
    geeft=Inkooporder,
    voorbeeld={"opdrachtnemerId": OPDRACHTNEMER, "opdrachtOp": "2025-09-01"},
    velden_uit={"opdrachtnemerId": "opdrachtnemers"},
)
async def verstrek_nieuwe_opdracht(v: Verzoek, inkooporder_id: UUID, body: NieuweOpdracht) -> Response:
    return await v.schrijf(lambda h: verstrek_opdracht(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/verstrekkingen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Verstrek de Inkooporder voor Werkbehoud",
    uitleg="Zonder re-integratieplan; de dagtekening is het begin. Ten hoogste twee keer per werkhervatting.",
    body=NieuweVerstrekking,
    geeft=Inkooporder,
    voorbeeld={
        "opdrachtnemerId": OPDRACHTNEMER,
        "inkooporderOp": "2025-09-01",
        "uren": 18,
        "doorlooptijdMaanden": 3,
        "beschikkingOp": "2025-09-01",
    },
    velden_uit={"opdrachtnemerId": "opdrachtnemers"},
)
async def verstrek_inkooporder_werkbehoud(v: Verzoek, inkooporder_id: UUID, body: NieuweVerstrekking) -> Response:
    return await v.schrijf(lambda h: verstrek_werkbehoud(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/plannen",
    Recht.INKOOPORDER_UITVOEREN,
    "Dien een re-integratieplan in, of een herzien plan na een afkeuring",
    uitleg="Wat aan de inhoud ontbreekt wordt genoemd. Herzien kan één keer.",
    body=NieuwPlan,
    geeft=Inkooporder,
    voorbeeld={"plan": PLAN, "ontvangenOp": "2025-09-01"},
)
async def dien_reintegratieplan_in(v: Verzoek, inkooporder_id: UUID, body: NieuwPlan) -> Response:
    return await v.schrijf(lambda h: dien_plan_in(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/planoordelen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Beoordeel het re-integratieplan",
    uitleg="Bij akkoord begint de dienst die dag. Na een tweede afkeuring vervalt de order.",
    body=NieuwPlanoordeel,
    geeft=Inkooporder,
    voorbeeld={
        "akkoord": True,
        "oordeelOp": "2025-09-01",
        "inkooporderOp": "2025-09-01",
        "beschikkingOp": "2025-09-01",
    },
)
async def beoordeel_reintegratieplan(v: Verzoek, inkooporder_id: UUID, body: NieuwPlanoordeel) -> Response:
    return await v.schrijf(lambda h: beoordeel_plan(h, inkooporder_id, body))


@op.stap(
    f"{EEN}/vervallenverklaringen",
    Recht.INKOOPORDER_VERSTREKKEN,
    "Verklaar een order vervallen voordat de dienst begon",
    uitleg="Uren voor het plan kunnen dan niet worden gedeclareerd.",
    body=NieuweVervallenverklaring,
    geeft=Inkooporder,
    voorbeeld={"vervallenOp": "2025-09-01", "reden": "De cliënt heeft zelf werk gevonden."},
)
async def verklaar_inkooporder_vervallen(v: Verzoek, inkooporder_id: UUID, body: NieuweVervallenverklaring) -> Response:
    return await v.schrijf(lambda h: verklaar_order_vervallen(h, inkooporder_id, body))

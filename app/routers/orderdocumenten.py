"""What an order wrote down for people: the re-integratieplan and the eindrapportage, as JSON or as PDF."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.document import Document
from app.domain.dossier.klant import Klant, volledige_naam
from app.domain.fouten import NietGevonden
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.opdrachtnemer import Opdrachtnemer
from app.domain.uwv.order.document_plan import plandocument_van
from app.domain.uwv.order.document_rapport import rapportdocument_van
from app.domain.uwv.order.documentdelen import Namen
from app.domain.uwv.order.einde import Ingediendrapport, Resultaatoordeel
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import Ingediendplan
from app.routers.inkooporders import EEN, eigen_order
from app.routers.operatie import PDF, Operaties
from app.routers.schil.vertrek import zolang_aanwezig
from app.routers.verzoek import Verzoek
from app.services.rechten import Recht

op = Operaties("inkooporders")
_UITLEG = "Als JSON, of als PDF met `Accept: application/pdf`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderdocument:
    """Of which order a document is, and its days."""

    inkooporder_id: UUID
    """Kenmerk van de order."""
    dienst: Dienst
    """De re-integratiedienst."""
    opdrachtnemer_id: UUID | None
    """De opdrachtnemer."""
    overzicht: str | None
    """De versie van het Overzicht Re-integratiediensten die voor deze order geldt."""
    start_op: date | None
    """De dag waarop de dienst begon."""
    einddatum: date | None
    """De laatste dag van de individuele doorlooptijd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reintegratieplandocument(Orderdocument):
    """The plan that was handed in last."""

    plan: Ingediendplan
    """Het laatst ingediende plan, met het oordeel van UWV."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindrapportagedocument(Orderdocument):
    """The end report."""

    beeindigd_op: date | None
    """De laatste dag van de dienst."""
    rapport: Ingediendrapport
    """De eindrapportage."""
    resultaatoordeel: Resultaatoordeel | None
    """Het oordeel van UWV over het resultaat."""


@op.get(
    f"{EEN}/reintegratieplan",
    Recht.INKOOPORDER_LEZEN,
    "Toon het re-integratieplan",
    uitleg=f"{_UITLEG} De PDF noemt ook eerdere oordelen en bijstellingen.",
    geeft=Reintegratieplandocument,
    pdf=True,
)
async def toon_reintegratieplan(v: Verzoek, inkooporder_id: UUID) -> Response:
    order = await eigen_order(v, inkooporder_id)
    if not order.plannen:
        raise NietGevonden("Bij deze inkooporder is nog geen re-integratieplan ingediend.")
    if v.wil_pdf:
        return await _pdf(v, plandocument_van(order, await _namen(v, order)), "reintegratieplan")
    return v.geef(
        Reintegratieplandocument(
            **_van(order),
            plan=order.plannen[-1],
        )
    )


@op.get(
    f"{EEN}/eindrapportage",
    Recht.INKOOPORDER_LEZEN,
    "Toon de eindrapportage",
    uitleg=_UITLEG,
    geeft=Eindrapportagedocument,
    pdf=True,
)
async def toon_eindrapportage(v: Verzoek, inkooporder_id: UUID) -> Response:
    order = await eigen_order(v, inkooporder_id)
    if order.rapport is None:
        raise NietGevonden("Bij deze inkooporder is nog geen eindrapportage ingediend.")
    if v.wil_pdf:
        return await _pdf(v, rapportdocument_van(order, order.rapport, await _namen(v, order)), "eindrapportage")
    return v.geef(
        Eindrapportagedocument(
            **_van(order),
            beeindigd_op=order.beeindigd_op,
            rapport=order.rapport,
            resultaatoordeel=order.resultaatoordeel,
        )
    )


def _van(order: Inkooporder) -> dict[str, Any]:
    """What every document tells of its order."""
    return {
        "inkooporder_id": order.id,
        "dienst": order.dienst,
        "opdrachtnemer_id": order.opdrachtnemer_id,
        "overzicht": order.overzicht,
        "start_op": order.start_op,
        "einddatum": order.einddatum,
    }


async def _namen(v: Verzoek, order: Inkooporder) -> Namen:
    klant = await v.lezer.haal(Klant, order.klant_id)
    firma = None if order.opdrachtnemer_id is None else await v.lezer.haal(Opdrachtnemer, order.opdrachtnemer_id)
    naam = volledige_naam(klant.voornamen, klant.voorvoegsel, klant.geslachtsnaam)
    return Namen(client=naam, opdrachtnemer=None if firma is None else firma.naam)


async def _pdf(v: Verzoek, document: Document, bestand: str) -> Response:
    """Answer with a file whose name holds nothing personal."""
    koppen = {
        "Content-Disposition": f'attachment; filename="{bestand}.pdf"',
        "Content-Language": document.taal,
        "Vary": "Authorization, Accept",
    }
    inhoud = await zolang_aanwezig(v.http.receive, v.diensten.documenten.pdf(document))
    return Response(inhoud, 200, koppen, media_type=PDF)

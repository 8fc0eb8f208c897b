"""Stel een werkplan op: UWV writes down what a client needs, and with that an order begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.fouten import Veldfout, eis_geen
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.orderclient import Orderclient, clientfouten, clientgronden
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.order.werkplan import Werkplan, werkplanfouten
from app.domain.uwv.plandocument import PLAN_DOCUMENT, plandocument, plangronden
from app.services.handeling import Handeling
from app.services.inkooporderverloop import dagfouten
from app.services.rechten import Recht, eis_recht


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweInkooporder:
    """A service that UWV means to buy."""

    klant_id: UUID
    """De cliënt."""
    dienst: Dienst
    """De re-integratiedienst."""
    client: Orderclient
    """Voor wie, voor zover de regels dat vragen."""
    werkplan: Werkplan
    """Wat UWV nodig acht; bij een ZW-cliënt heet dit plan van aanpak."""


async def stel_werkplan_op(h: Handeling, nieuw: NieuweInkooporder) -> Inkooporder:
    """Record the werkplan; which version of the rules holds, and whether the service may be bought, follows later.

    Raises GeenRecht, NietGevonden for an unknown client, and OngeldigeInvoer with everything that the service must
    know of its client, or that belongs to another service.
    """
    eis_recht(h.beller, Recht.INKOOPORDER_VERSTREKKEN)
    await h.tx.dossier(nieuw.klant_id)
    eis_geen(_fouten(h, nieuw))
    document = plandocument(nieuw.client.clientsoort)
    order = h.nieuw(
        Inkooporder,
        klant_id=nieuw.klant_id,
        dienst=nieuw.dienst,
        client=nieuw.client,
        toestand=Ordertoestand.WERKPLAN,
        plandocument=document,
        werkplan=nieuw.werkplan,
        motivering=(*clientgronden(nieuw.client), *plangronden(nieuw.dienst, nieuw.client.clientsoort, document)),
    )
    h.bewaar(order, "inkooporder.werkplan_opgesteld", grond=PLAN_DOCUMENT.id)
    return order


def _fouten(h: Handeling, nieuw: NieuweInkooporder) -> Iterator[Veldfout]:
    for veld in ("hervatting_op", "scholing_goedgekeurd_op"):
        yield from dagfouten(h, getattr(nieuw.client, veld), f"client.{veld}")
    delen = {
        "client": clientfouten(nieuw.dienst, nieuw.client),
        "werkplan": werkplanfouten(nieuw.werkplan, nieuw.dienst),
    }
    for deel, fouten in delen.items():
        yield from (Veldfout(f"{deel}.{fout.pad}", fout.code, fout.detail) for fout in fouten)

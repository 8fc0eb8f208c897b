"""Stel een werkplan op: UWV writes down what a client needs, and with that an order begins."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.fouten import eis
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.inkooporder import Inkooporder, Orderclient
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.order.werkplan import Werkplan
from app.domain.uwv.plandocument import PLAN_DOCUMENT, plandocument, plangronden
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag
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

    Raises GeenRecht, NietGevonden for an unknown client, OngeldigeInvoer for Werkbehoud without the work it keeps.
    """
    eis_recht(h.beller, Recht.INKOOPORDER_VERSTREKKEN)
    await h.tx.dossier(nieuw.klant_id)
    hervatting, pad = nieuw.client.hervatting_op, "client.hervatting_op"
    if nieuw.dienst.werkbehoud:
        eis(hervatting is not None, pad, "verplicht", "Geef bij Werkbehoud de eerste dag van de werkhervatting.")
    else:
        eis(hervatting is None, pad, "niet-van-toepassing", "Een werkhervatting hoort alleen bij Werkbehoud.")
    if hervatting is not None:
        eis_dag(h, hervatting, pad, vanaf=None)
    document = plandocument(nieuw.client.clientsoort)
    order = h.nieuw(
        Inkooporder,
        klant_id=nieuw.klant_id,
        dienst=nieuw.dienst,
        client=nieuw.client,
        toestand=Ordertoestand.WERKPLAN,
        plandocument=document,
        werkplan=nieuw.werkplan,
        motivering=tuple(plangronden(nieuw.dienst, nieuw.client.clientsoort, document)),
    )
    h.bewaar(order, "inkooporder.werkplan_opgesteld", grond=PLAN_DOCUMENT.id)
    return order

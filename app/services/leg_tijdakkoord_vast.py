"""Leg het akkoord van de cliënt met de tijd van een sessie vast."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.uwv.begeleidingsuren import UREN
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag
from app.services.sessieverloop import open_sessie


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwTijdakkoord:
    """The client's agreement."""

    client_akkoord_op: date
    """De dag waarop de cliënt akkoord ging met de verantwoorde tijd."""


async def leg_tijdakkoord_vast(h: Handeling, sessie_id: UUID, nieuw: NieuwTijdakkoord) -> Begeleidingssessie:
    """Record the agreement, once.

    Raises Strijdig when it is known already, OngeldigeInvoer for a day before the session or to come, and what
    opening a session raises.
    """
    sessie = await open_sessie(h, sessie_id)
    if sessie.client_akkoord_op is not None:
        raise Strijdig("akkoord-bekend", "De cliënt ging al akkoord met deze tijd.")
    eis_dag(h, nieuw.client_akkoord_op, "client_akkoord_op", vanaf=sessie.gehouden_op, wat="de sessie")
    akkoord = h.volgende(sessie, client_akkoord_op=nieuw.client_akkoord_op)
    h.bewaar(akkoord, "begeleidingssessie.akkoord_bevonden", grond=UREN.id, geldig_vanaf=nieuw.client_akkoord_op)
    return akkoord

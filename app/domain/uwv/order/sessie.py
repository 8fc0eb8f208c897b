"""Time spent on a client: by the minute, alone or in a group, with the client's agreement (UWV §3.6, §4.8)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.dossier.stuk import Dossierstuk
from app.domain.fouten import Veldfout
from app.domain.soorten import KorteTekst, LangeTekst
from app.domain.tekst import dag
from app.domain.uwv.begeleidingsuren import UREN, Sessiesoort
from app.domain.uwv.order.bezwaar import Bezwaar
from app.domain.uwv.order.inkooporder import Inkooporder

ETMAAL = 1440
Minuten = Annotated[int, Ge(1), Le(ETMAAL)]
"""At most a day."""
Deelnemers = Annotated[int, Ge(1), Le(1000)]
"""Everyone in the group, also who has no order here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessieintrekking:
    """A session that was recorded by mistake: it counts for nothing any more."""

    reden: LangeTekst
    """Wat er niet klopte."""
    door: str
    """Wie haar introk."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, kw_only=True)
class Begeleidingssessie(Dossierstuk):
    """The part of one client in a session."""

    inkooporder_id: UUID
    """De order waarop de tijd telt."""
    organisatie: str
    """Kenmerk van de opdrachtnemer."""
    bijeenkomst_id: UUID
    """Gelijk voor iedereen die samen in een groep zat."""
    gehouden_op: date
    """De dag van de sessie."""
    soort: Sessiesoort
    """Activiteit voor de cliënt, administratie (plan en rapportages) of overhead (planning, facturen)."""
    activiteit: KorteTekst
    """Wat er is gedaan."""
    minuten: Minuten
    """Hoe lang de sessie duurde."""
    deelnemers: Deelnemers
    """Hoeveel deelnemers er waren; de minuten worden door hen gedeeld."""
    client_akkoord_op: date | None = None
    """De dag waarop de cliënt akkoord ging met de verantwoorde tijd."""
    intrekking: Sessieintrekking | None = None
    """Waarom de sessie niet meer telt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijeenkomst:
    """One session, with the part of everyone in it who has an order of this firm."""

    id: UUID
    """Kenmerk dat deze sessies delen."""
    sessies: tuple[Begeleidingssessie, ...]
    """Van elke inkooporder één."""


def bezwaren_voor(order: Inkooporder, soort: Sessiesoort) -> tuple[Bezwaar, ...]:
    """The objections that can suspend a session: paperwork and overhead go on while the execution is suspended."""
    return order.bezwaren if soort is Sessiesoort.ACTIVITEIT else ()


def sessiedagfout(order: Inkooporder, soort: Sessiesoort, op: date) -> str | None:
    """Say why a session on a day is no part of an order; paperwork begins with the Opdracht, before the service."""
    if soort is Sessiesoort.ADMINISTRATIE:
        vanaf = order.opdracht.opdracht_op if order.opdracht else order.start_op
        return f"De order liep pas vanaf {dag(vanaf)}" if vanaf and op < vanaf else None
    if order.start_op is None:
        return "De dienst is nog niet begonnen: alleen administratie telt"
    if op < order.start_op:
        return f"De dienst begon op {dag(order.start_op)}"
    einde = min((grens for grens in (order.einddatum, order.beeindigd_op) if grens), default=None)
    return f"De dienst duurde tot en met {dag(einde)}" if einde and op > einde else None


def etmaalfouten(
    orders: Sequence[Inkooporder], bezet: Mapping[UUID, int], minuten: int, op: date
) -> Iterator[Veldfout]:
    """Name each order on which a day would get more minutes than it has; those of a group count whole, not divided.

    `bezet` holds the minutes of that day so far, of the orders that have any.
    """
    for plaats, order in enumerate(orders):
        al = bezet.get(order.id, 0)
        if al + minuten > ETMAAL:
            tekst = (
                f"Op {dag(op)} staan op inkooporder {order.id} al {al} minuten: met {minuten} erbij is het meer dan "
                f"een etmaal ({UREN.id})."
            )
            yield Veldfout(f"inkooporders[{plaats}]", "etmaal-vol", tekst)

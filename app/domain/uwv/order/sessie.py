"""Time spent on a client: by the minute, alone or in a group, with the client's agreement (UWV §3.6, §4.8)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le

from app.domain.dossier.stuk import Dossierstuk
from app.domain.soorten import KorteTekst, LangeTekst
from app.domain.uwv.begeleidingsuren import Sessiesoort

Minuten = Annotated[int, Ge(1), Le(1440)]
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

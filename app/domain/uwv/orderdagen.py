"""The days of an inkooporder: those that are known, and those that follow from them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.uwv.dienst import Clientsoort, Dienst


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvTermijnenFeiten:
    """What has happened of an order so far."""

    dienst: Dienst
    """De re-integratiedienst."""
    clientsoort: Clientsoort
    """Welke uitkering de cliënt heeft, of waarom UWV helpt."""
    opdracht_op: date | None = None
    """De dagtekening van de Opdracht tot het opstellen van een re-integratieplan."""
    plan_ontvangen_op: date | None = None
    """De dag waarop UWV het re-integratieplan ontving."""
    plan_afgekeurd_op: date | None = None
    """De dag waarop UWV het re-integratieplan afkeurde."""
    akkoord_op: date | None = None
    """Datum akkoord: de dag waarop UWV het re-integratieplan goedkeurde."""
    inkooporder_op: date | None = None
    """De dagtekening van de Inkooporder."""
    doorlooptijd_maanden: Annotated[int, Ge(0), Le(1_000)] | None = None
    """De afgesproken doorlooptijd; ten hoogste de generale."""
    beeindigd_op: date | None = None
    """De dag waarop de dienst eindigde."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvTermijnenUitkomst:
    """The days; one is empty when it does not apply or when its base is not known."""

    plan_uiterlijk: date | None = None
    """De laatste dag om het re-integratieplan in te dienen."""
    oordeel_uiterlijk: date | None = None
    """De laatste dag waarop UWV over het plan oordeelt."""
    herstel_uiterlijk: date | None = None
    """De laatste dag om een afgekeurd plan aan te passen."""
    start_op: date | None = None
    """De dag waarop de dienst begint."""
    einddatum_individueel: date | None = None
    """De laatste dag van de afgesproken doorlooptijd."""
    einddatum_generaal: date | None = None
    """De laatste dag waarop de dienst ooit kan eindigen."""
    evaluatie_op: date | None = None
    """De dag van het evaluatiemoment."""
    werkhervatting_uiterlijk: date | None = None
    """De laatste dag waarop een eerste werkdag nog meetelt."""
    eindrapportage_uiterlijk: date | None = None
    """De laatste dag voor de eindrapportage."""

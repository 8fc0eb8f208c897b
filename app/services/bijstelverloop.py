"""What asking for an adjustment and deciding on it share: the judgement of the rule, and the last day it gives."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.fouten import Strijdig, Veldfout
from app.domain.uwv.bijstelling import UWV_BIJSTELLING, UwvBijstellingFeiten, UwvBijstellingUitkomst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.ordertermijnen import feiten_van
from app.domain.uwv.termijnen import UWV_TERMIJNEN


class Gevraagd(Protocol):
    """What an adjustment asks, as it is given or as it was recorded."""

    @property
    def uren(self) -> int | None:
        """Hours after it."""

    @property
    def doorlooptijd_maanden(self) -> int:
        """Months after it."""

    @property
    def andere_activiteiten(self) -> bool:
        """Whether the hours are used otherwise."""


def beoordeel_bijstelling(peil: Peil, order: Inkooporder, nieuw: Gevraagd) -> Besluit[UwvBijstellingUitkomst]:
    """Judge an adjustment against what UWV ordered; raises Strijdig with every reason why it cannot be."""
    inkoop = order.inkoop
    feiten = UwvBijstellingFeiten(
        dienst=order.dienst,
        uren_akkoord=(inkoop.uren if inkoop else None) or 0,
        uren_nieuw=nieuw.uren or 0,
        maanden_akkoord=inkoop.doorlooptijd_maanden if inkoop else 0,
        maanden_nieuw=nieuw.doorlooptijd_maanden,
        eerdere_substantiele=sum(een.telt for een in order.bijstellingen),
        andere_activiteiten=nieuw.andere_activiteiten,
    )
    besluit = UWV_BIJSTELLING.beoordeel(peil, feiten)
    if not besluit.uitkomst.toegestaan:
        code = "bijstelling-niet-toegestaan"
        fouten = tuple(Veldfout("bijstellingen", code, reden) for reden in besluit.uitkomst.redenen)
        raise Strijdig(code, "Deze bijstelling kan niet.", fouten)
    return besluit


def einddatum_bij(peil: Peil, order: Inkooporder, maanden: int) -> date | None:
    """The last day of an order that lasts so many months."""
    feiten = replace(feiten_van(order), doorlooptijd_maanden=maanden)
    return UWV_TERMIJNEN.beoordeel(peil, feiten).uitkomst.einddatum_individueel

"""Werkbehoud more than once for one resumption of work: adjacent or later, so never two at once (UWV §3.5)."""

from collections.abc import Iterable
from datetime import date

from app.domain.fouten import Strijdig
from app.domain.tekst import dag
from app.domain.uwv.grenzen import WERKBEHOUD_MAX
from app.domain.uwv.order.inkooporder import Inkooporder


def andere_inzet(order: Inkooporder, van_klant: Iterable[Inkooporder]) -> tuple[Inkooporder, ...]:
    """The Werkbehoud that was given beside this order for the same resumption of work, among all orders of a klant."""
    return tuple(
        ander
        for ander in van_klant
        if ander.id != order.id
        and ander.dienst.werkbehoud
        and ander.inkoop is not None
        and ander.client.hervatting_op == order.client.hervatting_op
    )


def eis_na_elkaar(anderen: Iterable[Inkooporder], van: date, tot: date) -> None:
    """Raise Strijdig when these days meet those of other Werkbehoud; the last day of a service belongs to it."""
    for ander in anderen:
        eind = ander.beeindigd_op or ander.einddatum
        if ander.start_op is not None and eind is not None and van <= eind and ander.start_op <= tot:
            tekst = (
                f"Bij deze werkhervatting is er al Werkbehoud van {dag(ander.start_op)} tot en met {dag(eind)}: een "
                f"andere inzet valt daar niet mee samen ({WERKBEHOUD_MAX.id})."
            )
            raise Strijdig("werkbehoud-overlapt", tekst)

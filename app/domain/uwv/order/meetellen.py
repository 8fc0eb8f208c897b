"""Which recorded sessions still count: an end or a suspension that is dated back can leave some outside (UWV §3.6)."""

from collections import Counter
from collections.abc import Iterable

from app.domain.besluit import Motivering, Regel
from app.domain.uwv.begeleidingsuren import UREN
from app.domain.uwv.order.bezwaar import BEZWAAR, opschortend_bezwaar
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.sessie import Begeleidingssessie, bezwaren_voor, sessiedagfout

_Reden = tuple[Regel, str]


def scheid(
    order: Inkooporder, sessies: Iterable[Begeleidingssessie]
) -> tuple[tuple[Begeleidingssessie, ...], Motivering]:
    """Keep the sessions that the order, as it stands, would still take, and say how many count for nothing and why.

    A session is judged as on the day it was recorded, but by what is known of the order now.
    """
    blijft: list[Begeleidingssessie] = []
    vervalt: Counter[_Reden] = Counter()
    for sessie in sessies:
        reden = _reden(order, sessie)
        if reden is None:
            blijft.append(sessie)
        elif sessie.intrekking is None:  # one that was withdrawn needs no other reason
            vervalt[reden] += 1
    op_volgorde = sorted(vervalt.items(), key=lambda een: (een[0][0].id, een[0][1]))
    return tuple(blijft), tuple(regel.grond(f"{_tel(aantal)}: {tekst}.") for (regel, tekst), aantal in op_volgorde)


def _reden(order: Inkooporder, sessie: Begeleidingssessie) -> _Reden | None:
    buiten = sessiedagfout(order, sessie.soort, sessie.gehouden_op)
    if buiten is not None:
        return UREN, buiten[0].lower() + buiten[1:]
    bezwaar = opschortend_bezwaar(bezwaren_voor(order, sessie.soort), sessie.gehouden_op)
    return None if bezwaar is None else (BEZWAAR, f"de uitvoering lag stil {bezwaar.waardoor}")


def _tel(aantal: int) -> str:
    return "1 sessie telt niet mee" if aantal == 1 else f"{aantal} sessies tellen niet mee"

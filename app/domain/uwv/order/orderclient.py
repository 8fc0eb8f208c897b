"""Who a service is for, and what UWV says of the client before it buys some services (UWV §2.1, §3.1.3, §3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.besluit import Grond, Regel
from app.domain.fouten import Veldfout
from app.domain.tekst import dag
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.grenzen import DIENST, DOORLOOPTIJD, WERKBEHOUD_MAX

BETAALD_WERK = Regel("uwv.betaald_werk", "UWV", "§2.1")
SCHOLING = Regel("uwv.scholing", "UWV", "§3.1.3")

Trede = Annotated[int, Ge(1), Le(6)]
"""A rung of the participatieladder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderclient:
    """Who the service is for, as far as the rules ask."""

    clientsoort: Clientsoort
    """Welke uitkering de cliënt heeft, of waarom UWV helpt."""
    trede: Trede | None = None
    """Trede van de participatieladder; telt alleen bij een AG-cliënt."""
    betaald_werk_bereikbaar: bool | None = None
    """UWV verklaart dat betaald werk op termijn bereikbaar is; verplicht bij Participatie interventie en Bevorderen
    maatschappelijke deelname, die anders niet worden ingezet."""
    scholing_goedgekeurd_op: date | None = None
    """De dag waarop UWV de scholing goedkeurde; verplicht bij Begeleiding bij scholing."""
    scholing_maanden: Annotated[int, Ge(0), Le(1_000)] | None = None
    """Hoe lang de scholing duurt, in maanden; alleen bij Begeleiding bij scholing."""
    scholing_weken: Annotated[int, Ge(0), Le(1_000)] | None = None
    """Hoeveel weken per jaar de cliënt scholing volgt; alleen bij Begeleiding bij scholing."""
    uitzonderlijk: bool = False
    """UWV vindt het geval uitzonderlijk."""
    hervatting_op: date | None = None
    """Werkbehoud: de eerste dag van de werkhervatting waarbij deze inzet hoort."""


@dataclass(frozen=True, slots=True)
class _Eigen:
    """A fact that belongs to some services only; `vraag` asks for it where it may not be left out."""

    veld: str
    diensten: tuple[Dienst, ...]
    regel: Regel
    vraag: str = ""


_MAATSCHAPPELIJK = (Dienst.PARTICIPATIE_INTERVENTIE, Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME)
_BIJ_SCHOLING = (Dienst.BEGELEIDING_BIJ_SCHOLING,)
_WERKBEHOUD = tuple(dienst for dienst in Dienst if dienst.werkbehoud)
_WERK_VRAAG = "Verklaar dat betaald werk op termijn bereikbaar is"
_EIGEN = (
    _Eigen("betaald_werk_bereikbaar", _MAATSCHAPPELIJK, BETAALD_WERK, _WERK_VRAAG),
    _Eigen("scholing_goedgekeurd_op", _BIJ_SCHOLING, SCHOLING, "Geef de dag waarop UWV de scholing goedkeurde"),
    _Eigen("scholing_maanden", _BIJ_SCHOLING, DOORLOOPTIJD),
    _Eigen("scholing_weken", _BIJ_SCHOLING, DIENST),
    _Eigen("hervatting_op", _WERKBEHOUD, WERKBEHOUD_MAX, "Geef bij Werkbehoud de eerste dag van de werkhervatting"),
)


def clientfouten(dienst: Dienst, client: Orderclient) -> Iterator[Veldfout]:
    """Name what a service must know of its client, what belongs to other services, and a goal out of reach."""
    for eigen in _EIGEN:
        gegeven, hoort = getattr(client, eigen.veld) is not None, dienst in eigen.diensten
        if hoort and eigen.vraag and not gegeven:
            yield Veldfout(eigen.veld, "verplicht", f"{eigen.vraag} ({eigen.regel.id}).")
        elif gegeven and not hoort:
            tekst = f"Dit hoort alleen bij {' en '.join(map(str, eigen.diensten))} ({eigen.regel.id})."
            yield Veldfout(eigen.veld, "niet-van-toepassing", tekst)
    if dienst in _MAATSCHAPPELIJK and client.betaald_werk_bereikbaar is False:
        tekst = f"UWV zet deze dienst alleen in als betaald werk op termijn bereikbaar is ({BETAALD_WERK.id})."
        yield Veldfout("betaald_werk_bereikbaar", "niet-bereikbaar", tekst)


def clientgronden(client: Orderclient) -> Iterator[Grond]:
    """What UWV declared of the client, as reasons of the werkplan."""
    if client.betaald_werk_bereikbaar:
        yield BETAALD_WERK.grond("UWV verklaart dat betaald werk op termijn bereikbaar is.")
    if client.scholing_goedgekeurd_op is not None:
        yield SCHOLING.grond(f"UWV keurde de scholing goed op {dag(client.scholing_goedgekeurd_op)}.")

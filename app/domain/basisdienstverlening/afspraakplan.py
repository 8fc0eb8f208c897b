"""How an appointment is planned: when it may be, how long it takes and what reminds the klant (IOM PB §2.1-2.2.3)."""

from collections.abc import Iterator
from datetime import date

from app.domain.basisdienstverlening.ambitiegesprek import Wijze
from app.domain.basisdienstverlening.ambitiegesprek.herinnering import HERINNERING, herinner
from app.domain.basisdienstverlening.ambitiegesprek.vorm import bepaal_duur
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.melding.feiten import Route
from app.domain.basisdienstverlening.melding.receptie import BEVESTIGING, plan_herinnering
from app.domain.basisdienstverlening.proces.afspraak import Afspraaksoort, Afspraakwijze
from app.domain.basisdienstverlening.proces.stand import Gesprekskeuze, Stand
from app.domain.beleid import Peil
from app.domain.besluit import Regel
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import StapNietToegestaan

_PER_STAND: dict[Stand, tuple[Afspraaksoort, ...]] = {
    Stand.GEMELD: (Afspraaksoort.SCREENINGSGESPREK,),
    Stand.GESCREEND: (Afspraaksoort.AMBITIEGESPREK, Afspraaksoort.INKOMENSAFSPRAAK),
    Stand.BESPROKEN: (Afspraaksoort.AMBITIEGESPREK, Afspraaksoort.INKOMENSAFSPRAAK),
    Stand.INGEDEELD: (Afspraaksoort.INKOMENSAFSPRAAK, Afspraaksoort.OVERDRACHT),
    Stand.GEEN_AMBITIEGESPREK: (Afspraaksoort.INKOMENSAFSPRAAK,),
}
_BIJ_MELDING: dict[Route, tuple[Afspraaksoort, ...]] = {
    Route.VSO_PRO: (Afspraaksoort.AMBITIEGESPREK,),
    Route.STATUSHOUDER: (Afspraaksoort.SCREENINGSGESPREK, Afspraaksoort.AMBITIEGESPREK),
}
_DUUR = {
    Afspraaksoort.SCREENINGSGESPREK: "iom.screening.gesprek.minuten",
    Afspraaksoort.INKOMENSAFSPRAAK: "iom.screening.inkomensafspraak.minuten",
}


def planbaar(stand: Stand, route: Route, keuze: Gesprekskeuze = Gesprekskeuze.GEEN) -> tuple[Afspraaksoort, ...]:
    """Name the talks that can be planned with a klant.

    After the ambitiegesprek a second one is possible; a placed klant still has the income appointment and the handover.
    A statushouder has all talks on one day, who comes from VSO/PrO has no screening. While it is still to be decided
    whether a screened klant needs the ambitiegesprek, it is not planned.
    """
    if stand is Stand.GESCREEND and keuze is Gesprekskeuze.OPEN:
        return (Afspraaksoort.INKOMENSAFSPRAAK,)
    return _BIJ_MELDING.get(route, _PER_STAND[stand]) if stand is Stand.GEMELD else _PER_STAND.get(stand, ())


def eis_planbaar(soort: Afspraaksoort, stand: Stand, route: Route, keuze: Gesprekskeuze = Gesprekskeuze.GEEN) -> None:
    """Raise StapNietToegestaan, with what can be planned now, for a talk out of order."""
    mogelijk = planbaar(stand, route, keuze)
    if soort not in mogelijk:
        raise StapNietToegestaan(f"De afspraak {soort}", stand, mogelijk)


def duur_in_minuten(peil: Peil, soort: Afspraaksoort, wijze: Afspraakwijze) -> int | None:
    """How long a talk takes by rule; a talk by phone as one by video; None where no rule says it."""
    if soort is Afspraaksoort.AMBITIEGESPREK:
        return bepaal_duur(peil, Wijze.FYSIEK if wijze is Afspraakwijze.FYSIEK else Wijze.DIGITAAL)[0]
    return peil[_DUUR[soort]].getal if soort in _DUUR else None


def plan_herinneringen(
    peil: Peil, soort: Afspraaksoort, op: date, diagnose: Diagnose, *, vandaag: date
) -> tuple[Termijnplan, ...]:
    """What the klant hears of an appointment on day `op`: confirmed today, and reminded on days still to come."""
    bevestiging = _herinnering(Termijnsoort.BEVESTIGING, BEVESTIGING, vandaag, vandaag)
    vooraf = (_herinnering(naam, regel, op, dag) for naam, regel, dag in _vooraf(peil, soort, op, diagnose))
    return (bevestiging, *(plan for plan in vooraf if plan.uiterlijk_op >= vandaag))


def _vooraf(
    peil: Peil, soort: Afspraaksoort, op: date, diagnose: Diagnose
) -> Iterator[tuple[Termijnsoort, Regel, date]]:
    if soort is not Afspraaksoort.AMBITIEGESPREK:
        yield Termijnsoort.SMS, BEVESTIGING, plan_herinnering(peil, op).uitkomst
        return
    dariuz, sms, _ = herinner(peil, diagnose, op)
    yield Termijnsoort.SMS, HERINNERING, sms
    if dariuz is not None:
        yield Termijnsoort.DARIUZ, HERINNERING, dariuz


def _herinnering(soort: Termijnsoort, regel: Regel, basis_op: date, op: date) -> Termijnplan:
    return Termijnplan(soort=soort, regel=regel, rol="receptie", basis_op=basis_op, uiterlijk_op=op, herinnering=True)

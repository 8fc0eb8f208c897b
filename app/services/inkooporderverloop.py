"""How far an order is: opened by the party whose step it is, recorded with its reasons, its terms moved along."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.beleid import Peil
from app.domain.besluit import Motivering
from app.domain.dossier.termijn import Termijnplan
from app.domain.fouten import Strijdig, Veldfout, eis, eis_geen
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.order.besluittermijnen import gedaan_volgens
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.ordertermijnen import feiten_van, termijnen_van_order
from app.domain.uwv.order.toestand import Orderstap, eis_orderstap
from app.domain.uwv.order.werk import herzie
from app.domain.uwv.termijnen import UWV_TERMIJNEN
from app.domain.uwv.versie import UWV_VERSIE, UwvVersieFeiten
from app.services.handeling import Handeling
from app.services.rechten import Recht, eis_recht
from app.services.termijnbeheer import plan_termijnen
from app.services.zicht import eis_eigen

SOORT = "inkooporder"
MEESTE = 25
"""So many of a kind can happen to one order: it is read and shown whole."""
THEMA = UWV_TERMIJNEN.thema

_S = Orderstap
_VAN_UWV = (
    _S.OPDRACHT,
    _S.VERSTREKKING,
    _S.PLANOORDEEL,
    _S.VERVALLENVERKLARING,
    _S.EVALUATIEBESLUIT,
    _S.BIJSTELLINGSBESLUIT,
    _S.TERUGMELDBESLUIT,
    _S.BEZWAARSCHORSING,
    _S.BEZWAARBESLISSING,
    _S.RESULTAATOORDEEL,
)
_VAN_OPDRACHTNEMER = (
    _S.PLAN,
    _S.SESSIE,
    _S.EVALUATIE,
    _S.BIJSTELLING,
    _S.ZIEKTEPERIODE,
    _S.HERSTELMELDING,
    _S.TERUGMELDING,
    _S.SIGNAAL,
    _S.WERKHERVATTING,
    _S.ONDERBREKING,
    _S.EINDRAPPORTAGE,
)
RECHT_VAN_STAP: Mapping[Orderstap, Recht] = MappingProxyType(
    dict.fromkeys(_VAN_UWV, Recht.INKOOPORDER_VERSTREKKEN)
    | dict.fromkeys(_VAN_OPDRACHTNEMER, Recht.INKOOPORDER_UITVOEREN)
    | dict.fromkeys((_S.ORIENTATIEGESPREK, _S.BEZWAAR), Recht.INKOOPORDER_BEGELEIDEN)
    | {_S.BEEINDIGING: Recht.INKOOPORDER_BEEINDIGEN}
)
"""Which party takes a step, whether a person asks for it or an event of that party."""


async def open_order(h: Handeling, order_id: UUID, stap: Orderstap) -> Inkooporder:
    """Lock the dossier of an order and return the order, when the caller may take this step now.

    Raises GeenRecht, NietGevonden (also for another firm's order), VoorwaardeOntbreekt, VersieVerouderd and
    StapNietToegestaan.
    """
    eis_recht(h.beller, RECHT_VAN_STAP[stap])
    order = await h.tx.open(Inkooporder, order_id)
    eis_eigen(h.beller, order.organisatie)
    h.eis_versie(order)
    eis_orderstap(stap, order.toestand, order.dienst)
    return order


def peil_van(h: Handeling, order: Inkooporder) -> Peil:
    """The policy of the version that an order keeps for life; of today before it has one."""
    dag = order.beleidsdag or h.vandaag
    return h.peil(THEMA, dag)


def eis_dag(h: Handeling, dag: date, veld: str, *, vanaf: date | None, wat: str = "") -> None:
    """Refuse a day that has not come, or that lies before what it rests on (`wat`: a noun with its article)."""
    eis_geen(dagfouten(h, dag, veld))
    if vanaf is not None:
        eis(dag >= vanaf, veld, "te-vroeg", f"Deze dag ligt voor {wat} van {als_tekst(vanaf)}.")


def dagfouten(h: Handeling, dag: date | None, veld: str) -> Iterator[Veldfout]:
    """Name a day that has not come."""
    if dag is not None and dag > h.vandaag:
        yield Veldfout(veld, "toekomst", "Deze dag ligt in de toekomst.")


def eis_ruimte(velden: Mapping[str, Any]) -> None:
    """Raise Strijdig when more would happen to an order than it can hold."""
    for naam, waarde in velden.items():
        if isinstance(waarde, tuple) and len(waarde) > MEESTE:
            raise Strijdig("order-vol", f"Een order houdt hoogstens {MEESTE} {naam}.")


async def zet_order(
    h: Handeling,
    order: Inkooporder,
    type_: str,
    *,
    grond: str,
    geldig_vanaf: date,
    klaar: Mapping[str, date] | None = None,
    einde: date | None = None,
    motivering: Motivering = (),
    peil: Peil | None = None,
    toets: str = UWV_TERMIJNEN.naam,
    **velden: Any,
) -> Inkooporder:
    """Record the next version of an order, and move its terms along.

    `klaar` names terms that were done on a day, beside those of which the order tells it: they are met or missed;
    `einde` is the day on which all work on it ended. Give `peil` and `toets` when another rule decided as well, so
    that one receipt holds every value.
    """
    eis_ruimte(velden)
    gevolg = _gevolg_van(h, replace(order, **velden), peil, toets)
    gezet = h.volgende(order, **(velden | gevolg.velden), motivering=(*motivering, *gevolg.motivering))
    h.bewaar(gezet, type_, grond=grond, geldig_vanaf=geldig_vanaf)
    gedaan = {**gedaan_volgens(gezet), **(klaar or {})}
    await plan_termijnen(h, gezet, SOORT, gevolg.plannen, klaar=gedaan, einde=einde)
    return gezet


@dataclass(frozen=True, slots=True)
class _Gevolg:
    """What follows from an order as it stands, by the figures of its version: nothing while they are not held."""

    velden: dict[str, Any]
    plannen: tuple[Termijnplan, ...] = ()
    motivering: Motivering = ()


def _gevolg_van(h: Handeling, order: Inkooporder, peil: Peil | None, toets: str) -> _Gevolg:
    if not heeft_cijfers(h, order):
        return _Gevolg({})
    peil = peil or peil_van(h, order)
    dagen = UWV_TERMIJNEN.beoordeel(peil, feiten_van(order))
    eind = dagen.uitkomst.einddatum_individueel
    # The months at work get full by themselves: every step sees whether that day has passed.
    werk = herzie(peil, order.werkhervattingen, eind, h.vandaag)
    plannen = termijnen_van_order(replace(order, einddatum=eind, werkhervattingen=werk), dagen.uitkomst)
    velden = {"einddatum": eind, "werkhervattingen": werk, "verantwoording": h.verantwoord(toets, peil)}
    return _Gevolg(velden, plannen, dagen.motivering)


def heeft_cijfers(h: Handeling, order: Inkooporder) -> bool:
    """Whether the figures of its version are held: an older order can be recorded without its terms."""
    return order.beleidsdag is not None and kent_cijfers(peil_van(h, order), order.beleidsdag)


def kent_cijfers(peil: Peil, dag: date) -> bool:
    """Whether the figures of the version of a day are held."""
    return UWV_VERSIE.beoordeel(peil, UwvVersieFeiten(opdracht_op=dag)).uitkomst.cijfers_bekend

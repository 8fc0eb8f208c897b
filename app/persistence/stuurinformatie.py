"""The statement of the figures of inkooporders: judged orders counted per service and opdrachtnemer.

What was judged in some days is one stretch of an index, of one opdrachtnemer too. Terms are counted per order first,
so that no order counts twice.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Numeric,
    Select,
    and_,
    bindparam,
    cast,
    func,
    select,
    true,
)

from app.domain.dossier.termijn import Termijntoestand
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.kpi import Ordertelling, Termijntelling
from app.domain.uwv.order.besluittermijnen import UWV
from app.domain.uwv.order.einde import Resultaat
from app.domain.uwv.order.ordertermijnen import OPDRACHTNEMER
from app.persistence.tabellen import METADATA
from app.persistence.vragen import Vraag
from app.services.poorten import Ordervraag

_ORDER, _TERMIJN = METADATA.tables["inkooporder"].c, METADATA.tables["termijn"].c
_PARTIJEN = (OPDRACHTNEMER, UWV)
_AFGELOPEN = (Termijntoestand.GEHAALD, Termijntoestand.GEMIST)


def orderstatement(vraag: Ordervraag) -> tuple[Vraag, Mapping[str, Any]]:
    """Return the statement of a question, and its values."""
    waarden = {"van": vraag.oordeel_van, "tot": vraag.oordeel_tot, "organisatie": vraag.organisatie}
    gegeven = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
    return _statement(frozenset(gegeven)), gegeven


def als_ordertelling(rij: Mapping[str, Any]) -> Ordertelling:
    """Make the counts of a row."""
    return Ordertelling(
        dienst=Dienst(rij["dienst"]),
        opdrachtnemer_id=rij["opdrachtnemer_id"],
        behaald=rij["behaald"],
        niet_behaald=rij["niet_behaald"],
        telt_niet_mee=rij["telt_niet_mee"],
        dagen=rij["dagen"],
        mediaan_dagen=rij["mediaan_dagen"],
        termijnen_opdrachtnemer=_termijntelling(rij, OPDRACHTNEMER),
        termijnen_uwv=_termijntelling(rij, UWV),
    )


def _termijntelling(rij: Mapping[str, Any], rol: str) -> Termijntelling:
    return Termijntelling(gehaald=rij[f"{rol}_gehaald"], gemist=rij[f"{rol}_gemist"])


@lru_cache
def _statement(grenzen: frozenset[str]) -> Vraag:
    orders = _beoordeeld(grenzen).cte("orders")
    termijnen = _termijnen(orders)
    groep = (orders.c.dienst, orders.c.opdrachtnemer_id)
    mediaan = func.percentile_cont(0.5).within_group(orders.c.dagen)
    geteld = select(
        *groep,
        *(_aantal(orders.c.resultaat == uitkomst).label(uitkomst) for uitkomst in Resultaat),
        func.sum(orders.c.dagen).label("dagen"),
        cast(mediaan, Numeric).label("mediaan_dagen"),
        *(cast(func.sum(telling), Integer).label(telling.name) for telling in termijnen.c),
    )
    return Vraag(geteld.join_from(orders, termijnen, true()).group_by(*groep).order_by(*groep))


def _beoordeeld(grenzen: frozenset[str]) -> Select[Any]:
    voorwaarden = {
        "van": _ORDER.oordeel_op >= bindparam("van", type_=_ORDER.oordeel_op.type),
        "tot": _ORDER.oordeel_op <= bindparam("tot", type_=_ORDER.oordeel_op.type),
        "organisatie": _ORDER.organisatie == bindparam("organisatie", type_=_ORDER.organisatie.type),
    }
    dagen = (_ORDER.beeindigd_op - _ORDER.start_op).label("dagen")
    vraag = select(_ORDER.id, _ORDER.dienst, _ORDER.opdrachtnemer_id, _ORDER.resultaat, dagen)
    return vraag.where(_ORDER.oordeel_op.is_not(None), *(voorwaarden[naam] for naam in sorted(grenzen)))


def _termijnen(orders: CTE) -> FromClause:
    """The terms of one order, per party and outcome: always one row."""
    tellingen = (
        _aantal(and_(_TERMIJN.rol == rol, _TERMIJN.toestand == toestand)).label(f"{rol}_{toestand}")
        for rol in _PARTIJEN
        for toestand in _AFGELOPEN
    )
    return select(*tellingen).where(_TERMIJN.onderwerp_id == orders.c.id, ~_TERMIJN.herinnering).lateral("termijnen")


def _aantal(wat: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(wat)

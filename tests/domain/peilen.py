"""The policy that domain tests decide by: the sets that come with the program."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from app.beleid.beleidsboek import Beleidsboek
from app.beleid.loader import laad_sets, standaard_map
from app.domain.beleid import Beleidsset, Peil
from app.domain.parameter import Inhoud, Periode
from app.domain.soorten import EERSTE_DAG


@cache
def boek() -> Beleidsboek:
    return Beleidsboek(laad_sets(standaard_map()))


def peil(dag: str = "2021-06-15", beleid: Beleidsset | str = "deventer-2021") -> Peil:
    """A fresh Peil on a day; it remembers what is asked of it."""
    gekozen = boek().set(beleid) if isinstance(beleid, str) else beleid
    return gekozen.op(date.fromisoformat(dag))


def met_waarde(beleid: Beleidsset, parameter: str, inhoud: Inhoud, *, voorlopig: bool = False) -> Beleidsset:
    """The same policy with another value for one parameter, on every day."""
    periode = Periode(vanaf=EERSTE_DAG, inhoud=inhoud, voorlopig=voorlopig)
    anders = replace(beleid.parameters[parameter], perioden=(periode,), gecontroleerd_tot=None)
    return replace(beleid, parameters={**beleid.parameters, parameter: anders})


def dag(iso: str) -> date:
    return date.fromisoformat(iso)


def moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso)


def euro(cijfers: str) -> Decimal:
    return Decimal(cijfers)

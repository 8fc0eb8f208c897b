"""Moments: the day that it is in the Netherlands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.fouten import eis
from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG
from app.domain.termijnen import eis_in_kalender

TIJDZONE = ZoneInfo("Europe/Amsterdam")


def dag_in_nederland(moment: datetime, *, pad: str) -> date:
    """The day in Europe/Amsterdam of a moment with an offset."""
    eis(moment.utcoffset() is not None, pad, "zonder-offset", "Het tijdstip heeft geen tijdzone.")
    eis_in_kalender(EERSTE_DAG.year - 1 <= moment.year <= LAATSTE_DAG.year + 1, pad)
    dag = moment.astimezone(TIJDZONE).date()
    eis_in_kalender(EERSTE_DAG <= dag <= LAATSTE_DAG, pad)
    return dag

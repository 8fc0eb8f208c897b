"""A stay in a group: placings in it that follow each other without a gap."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.fouten import Strijdig
from app.domain.tekst import dag

EEN_DAG = timedelta(days=1)


def huidige(plaatsingen: Iterable[Groepsindeling]) -> Groepsindeling | None:
    """Return the placing that still runs; a klant has one at most."""
    return next((plaatsing for plaatsing in plaatsingen if plaatsing.geldig_tot is None), None)


def plaatsing_op(plaatsingen: Iterable[Groepsindeling], op: date) -> Groepsindeling | None:
    """Return the placing that holds on a day."""
    return next((plaatsing for plaatsing in plaatsingen if geldt_op(plaatsing, op)), None)


def geldt_op(plaatsing: Groepsindeling, op: date) -> bool:
    """Whether a placing holds on a day; its first and its last day included."""
    return plaatsing.geldig_van <= op and (plaatsing.geldig_tot is None or op <= plaatsing.geldig_tot)


def vorige(plaatsingen: Iterable[Groepsindeling], plaatsing: Groepsindeling) -> Groepsindeling | None:
    """Return the placing that ended the day before this one began."""
    return next((p for p in plaatsingen if p.geldig_tot == plaatsing.geldig_van - EEN_DAG), None)


def verblijf(plaatsingen: Iterable[Groepsindeling], plaatsing: Groepsindeling) -> tuple[Groepsindeling, ...]:
    """Return the placings that make up one stay in a group up to this one, latest first."""
    alle, reeks = tuple(plaatsingen), [plaatsing]
    while (eerder := vorige(alle, reeks[-1])) and eerder.klasse is plaatsing.klasse:
        reeks.append(eerder)
    return tuple(reeks)


def laatste_dag(plaatsing: Groepsindeling, opvolger_van: date) -> date:
    """Return the last day of a placing when the next one begins; raises Strijdig when it would have had no day."""
    if opvolger_van <= plaatsing.geldig_van:
        detail = (
            f"De indeling ervoor begon op {dag(plaatsing.geldig_van)}; een volgende begint ten minste een dag later."
        )
        raise Strijdig("indeling-begonnen", detail)
    return opvolger_van - EEN_DAG

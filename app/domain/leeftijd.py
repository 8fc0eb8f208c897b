"""Age on a day."""

from datetime import date

from app.domain.fouten import eis


def leeftijd(geboortedatum: date, op: date) -> int:
    """Completed years of life on a day; who is born on 29 February is a year older on 1 March in a common year."""
    jarig_geweest = (op.month, op.day) >= (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - (0 if jarig_geweest else 1)


def eis_geboren(geboortedatum: date, op: date, pad: str, wat: str) -> None:
    """Raise OngeldigeInvoer when a birth date lies after the day of the fact (`wat`: that day in words)."""
    eis(geboortedatum <= op, pad, "na-feit", f"De geboortedatum ligt na {wat}.")

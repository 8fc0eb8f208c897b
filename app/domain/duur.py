"""How long something has lasted, in whole months."""

from datetime import date

from app.domain.termijnen import maanden_na


def minstens_maanden(sinds: date, maanden: int, op: date) -> bool:
    """Whether `sinds` + `maanden` months is `op` or earlier; also when that day would lie past the calendar."""
    verschil = (op.year - sinds.year) * 12 + op.month - sinds.month
    return verschil > maanden or (verschil == maanden and maanden_na(sinds, maanden) <= op)

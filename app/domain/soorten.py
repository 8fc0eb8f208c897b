"""Kinds of values that more than one theme uses, with their bounds."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

EERSTE_DAG = date(1900, 1, 1)
LAATSTE_DAG = date(2199, 12, 31)

Bedrag = Annotated[Decimal, Ge(Decimal("0.00")), Le(Decimal("9999999.99"))]
"""Euros with two decimals."""

KorteTekst = Annotated[str, MinLen(1), MaxLen(200)]
"""A name or a line."""

LangeTekst = Annotated[str, MinLen(1), MaxLen(4000)]
"""A reason or a report."""

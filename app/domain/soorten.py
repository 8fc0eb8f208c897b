"""Kinds of values that more than one theme uses, with their bounds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

EERSTE_DAG = date(1900, 1, 1)
LAATSTE_DAG = date(2199, 12, 31)


class Vorm(StrEnum):
    """A form of text that the wire checks."""

    BSN = "bsn"
    EMAIL = "email"
    POSTCODE = "postcode"
    TELEFOON = "telefoon"
    KENMERK = "kenmerk"
    KVK = "kvk"
    MEER_REGELS = "meer_regels"


@dataclass(frozen=True, slots=True)
class Afgeschermd:
    """Marks a field that some roles may not see: for them it is absent. `veld` names its rule in the rights."""

    veld: str


Bedrag = Annotated[Decimal, Ge(Decimal("0.00")), Le(Decimal("9999999.99"))]
"""Euros with two decimals."""

KorteTekst = Annotated[str, MinLen(1), MaxLen(200)]
"""A name or a line."""

LangeTekst = Annotated[str, MinLen(1), MaxLen(4000), Vorm.MEER_REGELS]
"""A reason or a report; may hold line ends."""

Bsn = Annotated[str, Vorm.BSN]
"""Nine digits that pass the 11-proef."""

Emailadres = Annotated[str, MinLen(3), MaxLen(254), Vorm.EMAIL]
Postcode = Annotated[str, Vorm.POSTCODE]
Telefoonnummer = Annotated[str, MinLen(8), MaxLen(16), Vorm.TELEFOON]

Persoon = Annotated[str, MinLen(1), MaxLen(200)]
"""An employee as tokens name them (`sub`)."""

Kenmerk = Annotated[str, MinLen(1), MaxLen(60), Vorm.KENMERK]
"""A name that machines and people share: lower case, digits and hyphens."""

Kvknummer = Annotated[str, Vorm.KVK]
"""Eight digits of the trade register."""

"""A plain talk that each test changes in one respect."""

from dataclasses import replace
from typing import Any

from app.domain.basisdienstverlening.ambitiegesprek import (
    AMBITIEGESPREK,
    AmbitiegesprekFeiten,
    AmbitiegesprekUitkomst,
    Wijze,
)
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from tests.domain.peilen import dag, moment
from tests.domain.peilen import peil as peil_op

GEWOON = AmbitiegesprekFeiten(
    gesprek_op=moment("2021-06-15T10:00:00+02:00"),
    geboortedatum=dag("1985-03-01"),
    startkwalificatie=True,
    diagnose=Diagnose.DARIUZ,
    diagnose_ingevuld=True,
    veiligheidsrisico=False,
    wijze=Wijze.FYSIEK,
)


def bereid_voor(peil: Peil | None = None, **anders: Any) -> Besluit[AmbitiegesprekUitkomst]:
    return AMBITIEGESPREK.beoordeel(peil or peil_op(), replace(GEWOON, **anders))


def regels(oordeel: Besluit[AmbitiegesprekUitkomst]) -> list[str]:
    return [grond.regel for grond in oordeel.motivering]


def tekst(oordeel: Besluit[AmbitiegesprekUitkomst], regel: str) -> str:
    (enige,) = (grond.tekst for grond in oordeel.motivering if grond.regel == regel)
    return enige

"""A plain screeningsgesprek, to vary one fact at a time."""

from dataclasses import replace
from typing import Any

from app.domain.basisdienstverlening.screening import SCREENING, ScreeningFeiten, ScreeningUitkomst
from app.domain.basisdienstverlening.screening.feiten import DariuzInvullen, FinancieleVragen, Leefvorm, Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond
from tests.domain.peilen import dag, euro, moment
from tests.domain.peilen import peil as peil_op

GEWOON = ScreeningFeiten(
    gesprek_op=moment("2021-06-15T10:00:00+02:00"),
    geboortedatum=dag("1985-03-01"),
    vraag=Vraag.UITKERING,
    weken_gewerkt_van36=0,
    gestopt_door_ziekte=False,
    ww_volledig_doorlopen=False,
    leefvorm=Leefvorm.ALLEENSTAAND,
    netto_inkomen=euro("0.00"),
    vermogen_boven_grens=False,
    doelgroepregister=False,
    recht_op_studiefinanciering=False,
    medische_beperking=False,
    voorliggend=(),
    dreigende_uithuiszetting=False,
    broodnood=False,
    fraudevermoeden=False,
    minder_zelfredzaam=False,
    statushouder=False,
    dak_of_thuisloos=False,
    lks_jongere=False,
    dariuz=DariuzInvullen.ZELFSTANDIG,
    partner=False,
)
ZORGELOOS = FinancieleVragen(
    vaste_lasten_betaald=True,
    roodstand=False,
    schulden=False,
    incasso=False,
    komende_maand_betaalbaar=True,
    buffer=True,
)


def feiten(**anders: Any) -> ScreeningFeiten:
    return replace(GEWOON, **anders)


def screen(peil: Peil | None = None, **anders: Any) -> Besluit[ScreeningUitkomst]:
    return SCREENING.beoordeel(peil or peil_op(), feiten(**anders))


def naar(besluit: Besluit[ScreeningUitkomst]) -> list[Naar]:
    return [verwijzing.naar for verwijzing in besluit.uitkomst.verwijzingen]


def regels(besluit: Besluit[ScreeningUitkomst]) -> list[str]:
    return [grond.regel for grond in besluit.motivering]


def grond(besluit: Besluit[ScreeningUitkomst], regel: str) -> Grond:
    (enige,) = (grond for grond in besluit.motivering if grond.regel == regel)
    return enige

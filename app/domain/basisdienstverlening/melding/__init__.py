"""Melding: someone reports for bijstand (IOM PB §2.1, §2.2.1, §2.3, §2.4)."""

from app.domain.basisdienstverlening.melding.feiten import Adres, Kanaal, MeldingFeiten, MeldingUitkomst, Route
from app.domain.basisdienstverlening.melding.receptie import Werkproces, kies_werkproces, plan_herinnering
from app.domain.basisdienstverlening.melding.toets import MELDING, toets_melding

__all__ = [
    "MELDING",
    "Adres",
    "Kanaal",
    "MeldingFeiten",
    "MeldingUitkomst",
    "Route",
    "Werkproces",
    "kies_werkproces",
    "plan_herinnering",
    "toets_melding",
]

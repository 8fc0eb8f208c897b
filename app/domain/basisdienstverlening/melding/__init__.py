"""Melding: someone reports for bijstand (IOM PB §2.1, §2.2.1, §2.3, §2.4)."""

from app.domain.basisdienstverlening.melding.feiten import Kanaal, MeldingFeiten, MeldingUitkomst, Route
from app.domain.basisdienstverlening.melding.receptie import plan_herinnering
from app.domain.basisdienstverlening.melding.termijnen import termijnen_met_partner, termijnen_van_melding
from app.domain.basisdienstverlening.melding.toets import MELDING, toets_melding

__all__ = [
    "MELDING",
    "Kanaal",
    "MeldingFeiten",
    "MeldingUitkomst",
    "Route",
    "plan_herinnering",
    "termijnen_met_partner",
    "termijnen_van_melding",
    "toets_melding",
]

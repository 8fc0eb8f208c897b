"""Someone whom no special rule places, changed by each test in one respect."""

from datetime import date
from typing import Any

from app.domain.basisdienstverlening.groepsindeling import (
    GroepsindelingFeiten,
    GroepsindelingUitkomst,
    toets_groepsindeling,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.besluit import Besluit, Grond
from tests.domain.peilen import peil

OUDER, JONGER = date(1987, 6, 5), date(2000, 6, 5)


def feiten(**anders: Any) -> GroepsindelingFeiten:
    """Someone of 34 for whom no special rule holds and work is near."""
    gewoon: dict[str, Any] = {
        "geboortedatum": OUDER,
        "maanden_tot_werk": 4,
        "participatie": Participatie.WIL,
        "statushouder": False,
        "dak_of_thuisloos": False,
        "ex_detentie": False,
        "vso_pro": False,
        "wajong_afgewezen": False,
        "structureel_parttime": False,
        "alleenstaande_ouder_zorgplicht": False,
    }
    if anders.pop("jongere", False):
        gewoon["geboortedatum"] = JONGER
    return GroepsindelingFeiten(**(gewoon | anders))


def oordeel(**anders: Any) -> Besluit[GroepsindelingUitkomst]:
    return toets_groepsindeling(peil(), feiten(**anders))


def beslist(**anders: Any) -> tuple[Klantgroep, Grond]:
    """The group and the one ground that decided it."""
    besluit = oordeel(**anders)
    _, grond = besluit.motivering
    return besluit.uitkomst.groep, grond

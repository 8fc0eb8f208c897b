"""What is asked of a groepswisseling, and the parts of its answer."""

from datetime import date
from typing import Any

from app.domain.basisdienstverlening.groepswisseling import (
    GroepswisselingFeiten,
    GroepswisselingUitkomst,
    Wisseladvies,
    toets_groepswisseling,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.besluit import Besluit
from tests.domain.peilen import peil

PEILDATUM = date(2021, 6, 15)
BLIJVEN, BEOORDELEN, WISSELEN = Wisseladvies
GEVOLGEN = "iom.wisseling.gevolgen"


def oordeel(groep: Klantgroep, **anders: Any) -> Besluit[GroepswisselingUitkomst]:
    """The decision on a klant who has been in the group for over half a year."""
    gewoon: dict[str, Any] = {"huidige_groep": groep, "in_groep_sinds": date(2020, 11, 21), "verlengd": False}
    return toets_groepswisseling(peil(), GroepswisselingFeiten(**(gewoon | anders)))


def regels(besluit: Besluit[GroepswisselingUitkomst]) -> list[str]:
    """The ids of the rules that decided, without the consequences of a change."""
    return [grond.regel.removeprefix("iom.wisseling.") for grond in besluit.motivering if grond.regel != GEVOLGEN]


def tekst(besluit: Besluit[GroepswisselingUitkomst]) -> str:
    return besluit.motivering[0].tekst


def advies(besluit: Besluit[GroepswisselingUitkomst]) -> tuple[Wisseladvies, Klantgroep | None]:
    return besluit.uitkomst.advies, besluit.uitkomst.naar

"""In what UWV writes down what a client needs, and when a re-integratieplan follows on it (UWV §4.1, §4.2)."""

from collections.abc import Iterator
from enum import StrEnum

from app.domain.besluit import Grond, Regel
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.looptijd import PLAN_GEEN

PLAN_DOCUMENT = Regel("uwv.plan.document", "UWV", "§4.2")


class Plandocument(StrEnum):
    """In what the opdrachtgever writes down what the client needs."""

    WERKPLAN = "werkplan"
    PLAN_VAN_AANPAK = "plan_van_aanpak"


def plandocument(soort: Clientsoort) -> Plandocument:
    """The document for a kind of client."""
    return Plandocument.PLAN_VAN_AANPAK if soort is Clientsoort.ZW else Plandocument.WERKPLAN


def plangronden(dienst: Dienst, soort: Clientsoort, document: Plandocument) -> Iterator[Grond]:
    """The document of an IVA or DGA client is named nowhere: a choice."""
    naam = document.value.replace("_", " ")
    tekst = f"UWV legt vast wat de cliënt nodig heeft in een {naam}."
    yield PLAN_DOCUMENT.grond(tekst, keuze=soort is Clientsoort.IVA_DGA)
    if dienst.werkbehoud:
        yield PLAN_GEEN.grond("Bij Werkbehoud komt geen re-integratieplan: de Inkooporder gaat samen met het werkplan.")

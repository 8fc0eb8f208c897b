"""Voorschot: how much it is at least, and by when one follows (Nota B&W; PW art. 52)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.basisdienstverlening.screening.norm import bijstandsnorm
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.soorten import Bedrag
from app.domain.tekst import dag, euro
from app.domain.termijnen import Eenheid, kalender
from app.domain.toets import Toets

VERZOEK = Regel("iom.voorschot.verzoek", "Nota B&W; PW", "voorschotten; art. 52")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotFeiten:
    """What decides how much a voorschot is at least; the peildatum is the day on which it is given."""

    leefvorm: Leefvorm
    """De leefvorm die de bijstandsnorm bepaalt; samenwonend telt als gehuwd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotUitkomst:
    """The least amount, and the last day of the next one."""

    minimum: Bedrag
    """Wat het voorschot ten minste is, in euro's."""
    volgende_uiterlijk: date
    """De laatste dag voor het volgende voorschot, zolang er niet is besloten."""


def toets_voorschot(peil: Peil, feiten: VoorschotFeiten) -> Besluit[VoorschotUitkomst]:
    """Give the minimum, a percentage of the norm rounded half up to the cent, and when the next one is due."""
    norm, huishouden = bijstandsnorm(peil, feiten.leefvorm)
    deel, weken = peil["wet.pw.voorschot.percentage"], peil["wet.pw.voorschot.weken"]
    minimum = (norm.bedrag * deel.bedrag / 100).quantize(_CENT, ROUND_HALF_UP)
    volgende = voorschot_uiterlijk(peil, peil.peildatum)
    tekst = (
        f"Een voorschot is ten minste {deel.bedrag.normalize():f}% van de norm voor {huishouden} "
        f"({euro(norm.bedrag)}): {euro(minimum)}; zolang er niet is besloten, volgt het volgende uiterlijk op "
        f"{dag(volgende)}, {weken.getal} weken later."
    )
    uitkomst = VoorschotUitkomst(minimum=minimum, volgende_uiterlijk=volgende)
    return Besluit(uitkomst, (VERZOEK.grond(tekst, norm, deel, weken),))


def voorschot_uiterlijk(peil: Peil, vanaf: date) -> date:
    """Give the last day for a voorschot after the application, or after the one before.

    By law (PW art. 52) within four weeks after the day of the application. Where none is recorded yet it counts from
    the melding, which lies before it: a choice of this project, never too late.
    """
    weken = peil["wet.pw.voorschot.weken"]
    return kalender(peil).einde(vanaf, weken.getal, Eenheid.WEKEN, wettelijk=True, pad="peildatum")


VOORSCHOT = Toets(
    naam="voorschot",
    thema="basisdienstverlening",
    omschrijving="Hoeveel een voorschot ten minste is en wanneer het volgende volgt.",
    feiten=VoorschotFeiten,
    uitkomst=VoorschotUitkomst,
    beoordeel=toets_voorschot,
    voorbeeld={"leefvorm": "alleenstaand"},
)

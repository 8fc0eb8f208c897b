"""Whether a service may be adjusted while it runs (UWV §4.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.toets import Toets
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.grenzen import DOORLOOPTIJD, grenzen

BIJSTELLING = Regel("uwv.bijstelling", "UWV", "§4.5")
BIJSTELLING_GRENS = Regel("uwv.bijstelling", "UWV", "§4.5, tabel III", keuze=True)
"""The ordinary maxima, not the exceptional ones: the source does not say which."""

Aantal = Annotated[int, Ge(0), Le(10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvBijstellingFeiten:
    """What was approved and what is asked now."""

    dienst: Dienst
    """De re-integratiedienst."""
    uren_akkoord: Aantal
    """Het goedgekeurde aantal begeleidingsuren; 0 bij een vaste prijs."""
    uren_nieuw: Aantal
    """Het aantal uren na de bijstelling."""
    maanden_akkoord: Aantal
    """De goedgekeurde doorlooptijd in maanden."""
    maanden_nieuw: Aantal
    """De doorlooptijd na de bijstelling, in maanden."""
    eerdere_substantiele: Aantal
    """Hoe vaak de dienst al substantieel is bijgesteld."""
    andere_activiteiten: bool
    """Er komen andere activiteiten, of de uren worden anders verdeeld."""

    @property
    def meer_uren(self) -> bool:
        """Whether hours rise."""
        return self.uren_nieuw > self.uren_akkoord

    @property
    def langer(self) -> bool:
        """Whether months rise."""
        return self.maanden_nieuw > self.maanden_akkoord


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvBijstellingUitkomst:
    """What is asked of whom."""

    substantieel: bool
    """Er komen uren of maanden bij."""
    toegestaan: bool
    """De bijstelling kan."""
    akkoord_nodig: bool
    """De opdrachtgever moet eerst akkoord gaan."""
    bezwaartermijn_dagen: int | None
    """Binnen hoeveel dagen de opdrachtgever anders kan beslissen; leeg bij een substantiële bijstelling."""
    redenen: tuple[str, ...]
    """Waarom het niet kan; leeg als het kan."""


def toets_uwv_bijstelling(peil: Peil, feiten: UwvBijstellingFeiten) -> Besluit[UwvBijstellingUitkomst]:
    """Judge an adjustment by the ordinary maxima."""
    if not (feiten.meer_uren or feiten.langer):
        return _niet_substantieel(peil, feiten)
    bezwaren = tuple(_bezwaren(peil, feiten))
    wat = {(True, True): "uren en maanden", (True, False): "uren", (False, True): "maanden"}
    tekst = f"Er komen {wat[feiten.meer_uren, feiten.langer]} bij: de bijstelling is substantieel"
    slot = "en kan niet" if bezwaren else "en vraagt akkoord van de opdrachtgever"
    uitkomst = UwvBijstellingUitkomst(
        substantieel=True,
        toegestaan=not bezwaren,
        akkoord_nodig=not bezwaren,
        bezwaartermijn_dagen=None,
        redenen=tuple(bezwaar.tekst for bezwaar in bezwaren),
    )
    return Besluit(uitkomst, (BIJSTELLING.grond(f"{tekst} {slot}."), *bezwaren))


def _niet_substantieel(peil: Peil, feiten: UwvBijstellingFeiten) -> Besluit[UwvBijstellingUitkomst]:
    dagen = peil["uwv.bijstelling.bezwaar_dagen"]
    wat = "Andere activiteiten" if feiten.andere_activiteiten else "Een wijziging"
    tekst = (
        f"{wat} zonder meer uren of maanden: vooraf melden is genoeg, "
        f"tenzij de opdrachtgever binnen {dagen.getal} dagen anders beslist."
    )
    uitkomst = UwvBijstellingUitkomst(
        substantieel=False,
        toegestaan=True,
        akkoord_nodig=False,
        bezwaartermijn_dagen=dagen.getal,
        redenen=(),
    )
    return Besluit(uitkomst, (BIJSTELLING.grond(tekst, dagen),))


def _bezwaren(peil: Peil, feiten: UwvBijstellingFeiten) -> Iterator[Grond]:
    keer = peil["uwv.bijstelling.aantal"]
    if feiten.eerdere_substantiele >= keer.getal:
        yield BIJSTELLING.grond(f"Een dienst kan {keer.getal} keer substantieel worden bijgesteld.", keer)
    grens = grenzen(peil, feiten.dienst)
    if grens.uren is None and feiten.meer_uren:
        yield BIJSTELLING.grond(f"{feiten.dienst} heeft een vaste prijs: er komen geen uren bij.")
    if grens.uren is not None and feiten.uren_nieuw > grens.uren:
        yield BIJSTELLING_GRENS.grond(f"{feiten.uren_nieuw} uren is meer dan het maximum van {grens.uren}.")
    if feiten.maanden_nieuw > grens.maanden:
        yield DOORLOOPTIJD.grond(f"{feiten.maanden_nieuw} maanden is langer dan het maximum van {grens.maanden}.")


UWV_BIJSTELLING = Toets(
    naam="uwv-bijstelling",
    thema="uwv",
    omschrijving="Of een lopende dienst mag worden bijgesteld, en wie daarover beslist.",
    feiten=UwvBijstellingFeiten,
    uitkomst=UwvBijstellingUitkomst,
    beoordeel=toets_uwv_bijstelling,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={
        "dienst": "werkfit_maken",
        "urenAkkoord": 30,
        "urenNieuw": 38,
        "maandenAkkoord": 12,
        "maandenNieuw": 15,
        "eerdereSubstantiele": 0,
        "andereActiviteiten": False,
    },
)

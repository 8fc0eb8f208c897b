"""When a resumption of work has become a Plaatsing (UWV §3.3, §3.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.fouten import OngeldigeInvoer, Veldfout
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, maanden_na
from app.domain.toets import Toets
from app.domain.uwv.termijnen import hervatting_uiterlijk

PLAATSING = Regel("uwv.plaatsing", "UWV", "§3.3")


class Onderbrekingsreden(StrEnum):
    """Why someone was not at work."""

    ZIEKTE = "ziekte"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbreking:
    """Days without work."""

    van: date
    """De eerste dag zonder werk."""
    tot_en_met: date
    """De laatste dag zonder werk."""
    reden: Onderbrekingsreden
    """Ziekte verlengt de telling; iets anders begint haar opnieuw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvPlaatsingFeiten:
    """A resumption of work and what interrupted it."""

    hervatting_op: date
    """De eerste werkdag."""
    einddatum_individueel: date
    """De laatste dag van de afgesproken doorlooptijd."""
    onderbrekingen: tuple[Onderbreking, ...]
    """Op volgorde, zonder overlap."""
    peil_op: date
    """De dag waarop wordt beoordeeld; een onderbreking die later begint telt niet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvPlaatsingUitkomst:
    """Whether there is a Plaatsing."""

    hervatting_tijdig: bool
    """De eerste werkdag viel op tijd."""
    plaatsing: bool
    """Er is een Plaatsing."""
    plaatsing_op: date | None
    """De dag waarop de telling vol was; leeg zolang die dag niet is bereikt."""
    tel_start: date
    """De dag waarop de lopende telling begon."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A running count: since when, and the days of illness that lengthen it."""

    sinds: date
    maanden: int
    ziektedagen: int = 0

    @property
    def vol_op(self) -> date:
        eind = maanden_na(self.sinds, self.maanden, pad="hervatting_op")
        return dagen_na(eind, self.ziektedagen, pad="hervatting_op")

    def na(self, onderbreking: Onderbreking) -> "_Telling":
        """Go on after an interruption; one that was over before the count began changes nothing."""
        if onderbreking.tot_en_met < self.sinds:
            return self
        if onderbreking.reden is Onderbrekingsreden.ANDERS:
            return _Telling(dagen_na(onderbreking.tot_en_met, 1, pad="onderbrekingen"), self.maanden)
        ziek = (onderbreking.tot_en_met - max(onderbreking.van, self.sinds)).days + 1
        return replace(self, ziektedagen=self.ziektedagen + ziek)


def toets_uwv_plaatsing(peil: Peil, feiten: UwvPlaatsingFeiten) -> Besluit[UwvPlaatsingUitkomst]:
    """Count the months at work; raises OngeldigeInvoer for interruptions that end too early, overlap or go back."""
    if fouten := tuple(_tegenspraken(feiten.onderbrekingen)):
        raise OngeldigeInvoer(fouten)
    maanden = peil["uwv.plaatsing.maanden"]
    telling = _tel(feiten, maanden.getal)
    uiterlijk, grond = hervatting_uiterlijk(peil, feiten.einddatum_individueel, "einddatum_individueel")
    bereikt = telling.vol_op <= feiten.peil_op
    uitkomst = UwvPlaatsingUitkomst(
        hervatting_tijdig=feiten.hervatting_op <= uiterlijk,
        plaatsing=bereikt,
        plaatsing_op=telling.vol_op if bereikt else None,
        tel_start=telling.sinds,
    )
    return Besluit(uitkomst, (grond, PLAATSING.grond(_uitleg(telling, maanden, bereikt=bereikt), maanden)))


def _tegenspraken(onderbrekingen: tuple[Onderbreking, ...]) -> Iterator[Veldfout]:
    for plaats, onderbreking in enumerate(onderbrekingen):
        if onderbreking.tot_en_met < onderbreking.van:
            tekst = "De onderbreking eindigt voordat zij begint."
            yield Veldfout(f"onderbrekingen[{plaats}].tot_en_met", "voor-begin", tekst)
    for plaats, (eerste, tweede) in enumerate(pairwise(onderbrekingen), start=1):
        if tweede.van <= eerste.tot_en_met:
            tekst = "De onderbreking begint voor het einde van de vorige."
            yield Veldfout(f"onderbrekingen[{plaats}].van", "overlap", tekst)


def _tel(feiten: UwvPlaatsingFeiten, maanden: int) -> _Telling:
    """The count as it stands: what begins on the day on which it is full, or after the peildag, comes too late."""
    telling = _Telling(feiten.hervatting_op, maanden)
    for onderbreking in feiten.onderbrekingen:
        if onderbreking.van > feiten.peil_op or onderbreking.van >= telling.vol_op:
            break
        telling = telling.na(onderbreking)
    return telling


def _uitleg(telling: _Telling, maanden: Waarde, *, bereikt: bool) -> str:
    ziek = f", verlengd met {telling.ziektedagen} ziektedagen" if telling.ziektedagen else ""
    slot = "is er een Plaatsing" if bereikt else "is er nog geen Plaatsing"
    return (
        f"Aan het werk sinds {dag(telling.sinds)}; {maanden.getal} maanden achtereen{ziek} "
        f"is op {dag(telling.vol_op)}: daarmee {slot}."
    )


UWV_PLAATSING = Toets(
    naam="uwv-plaatsing",
    thema="uwv",
    omschrijving="Of een werkhervatting een Plaatsing is geworden.",
    feiten=UwvPlaatsingFeiten,
    uitkomst=UwvPlaatsingUitkomst,
    beoordeel=toets_uwv_plaatsing,
    voorbeeld={
        "hervattingOp": "2025-06-02",
        "einddatumIndividueel": "2025-05-06",
        "onderbrekingen": [{"van": "2025-07-07", "totEnMet": "2025-07-11", "reden": "ziekte"}],
        "peilOp": "2025-09-08",
    },
)

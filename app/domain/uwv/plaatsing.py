"""When a resumption of work has become a Plaatsing (UWV §3.3, §3.7)."""

from dataclasses import dataclass
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.fouten import eis_geen
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.toets import Toets
from app.domain.uwv.looptijd import HERVATTING, hervatting_uiterlijk
from app.domain.uwv.telling import Onderbreking, Telling, tegenspraken, tel

PLAATSING = Regel("uwv.plaatsing", "UWV", "§3.3")


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


def toets_uwv_plaatsing(peil: Peil, feiten: UwvPlaatsingFeiten) -> Besluit[UwvPlaatsingUitkomst]:
    """Count the months at work; raises OngeldigeInvoer for interruptions that end too early, overlap or go back."""
    eis_geen(tegenspraken(feiten.onderbrekingen))
    maanden = peil["uwv.plaatsing.maanden"]
    telling = tel(feiten.hervatting_op, feiten.onderbrekingen, maanden.getal, tot=feiten.peil_op)
    uiterlijk, na = hervatting_uiterlijk(peil, feiten.einddatum_individueel, "einddatum_individueel")
    tijdig = feiten.hervatting_op <= uiterlijk
    bereikt = telling.vol_op <= feiten.peil_op
    uitkomst = UwvPlaatsingUitkomst(
        hervatting_tijdig=tijdig,
        plaatsing=bereikt,
        plaatsing_op=telling.vol_op if bereikt else None,
        tel_start=telling.sinds,
    )
    return Besluit(
        uitkomst,
        (
            HERVATTING.grond(_hervat(feiten, uiterlijk, tijdig=tijdig), na),
            PLAATSING.grond(_uitleg(telling, maanden, bereikt=bereikt), maanden),
        ),
    )


def _hervat(feiten: UwvPlaatsingFeiten, uiterlijk: date, *, tijdig: bool) -> str:
    oordeel = "op tijd" if tijdig else "te laat"
    return f"De eerste werkdag, {dag(feiten.hervatting_op)}, is {oordeel}: zij telt tot en met {dag(uiterlijk)}."


def _uitleg(telling: Telling, maanden: Waarde, *, bereikt: bool) -> str:
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
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={
        "hervattingOp": "2025-06-02",
        "einddatumIndividueel": "2025-05-06",
        "onderbrekingen": [{"van": "2025-07-07", "totEnMet": "2025-07-11", "reden": "ziekte"}],
        "peilOp": "2025-09-08",
    },
)

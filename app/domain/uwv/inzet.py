"""Whether a service may be bought for a client, and how much of it (UWV §2.1, §3, tables III and IV)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond
from app.domain.toets import Toets
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.grenzen import DIENST, DOORLOOPTIJD, WERKBEHOUD_MAX, Grenzen, grenzen
from app.domain.uwv.plandocument import Plandocument, plandocument, plangronden


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvDienstFeiten:
    """A service as it is asked for."""

    dienst: Dienst
    """De re-integratiedienst."""
    clientsoort: Clientsoort
    """Welke uitkering de cliënt heeft, of waarom UWV helpt."""
    trede: Annotated[int, Ge(1), Le(6)] | None = None
    """Trede van de participatieladder; telt alleen bij een AG-cliënt."""
    opdracht_op: date
    """De dag van de Opdracht (Werkbehoud: de Inkooporder); bepaalt de versie van de eisen."""
    uren: Annotated[int, Ge(0), Le(10_000)] | None = None
    """Het gevraagde aantal begeleidingsuren."""
    doorlooptijd_maanden: Annotated[int, Ge(0), Le(1_000)] | None = None
    """De gevraagde doorlooptijd."""
    scholing_maanden: Annotated[int, Ge(0), Le(1_000)] | None = None
    """Hoe lang de scholing duurt, in maanden; alleen bij Begeleiding bij scholing."""
    scholing_weken: Annotated[int, Ge(0), Le(1_000)] | None = None
    """Hoeveel weken per jaar de cliënt scholing volgt; alleen bij Begeleiding bij scholing."""
    uitzonderlijk: bool
    """UWV vindt het geval uitzonderlijk."""
    eerdere_werkbehoud: Annotated[int, Ge(0), Le(1_000)] | None = None
    """Hoe vaak Werkbehoud bij deze werkhervatting al is ingezet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvDienstUitkomst:
    """What may be bought."""

    toegestaan: bool
    """De dienst kan zo worden ingekocht."""
    maximum_uren: int | None
    """Hoeveel begeleidingsuren ten hoogste; leeg bij een vaste prijs."""
    maximum_maanden: int
    """Hoeveel maanden de dienst ten hoogste duurt."""
    administratie_uren: int | None
    """Hoeveel van de uren ten hoogste naar plan en rapportages gaan; leeg bij een vaste prijs."""
    doel_trede: int | None
    """Welke trede de dienst ten minste wil bereiken."""
    plan_nodig: bool
    """De opdrachtnemer stelt eerst een re-integratieplan op."""
    plandocument: Plandocument
    """Waarin UWV vastlegt wat de cliënt nodig heeft."""
    redenen: tuple[str, ...]
    """Waarom het zo niet kan; leeg als het kan."""


def toets_uwv_dienst(peil: Peil, feiten: UwvDienstFeiten) -> Besluit[UwvDienstUitkomst]:
    """Judge a service by the version of its day; raises ParameterOntbreekt where its figures are not held."""
    grens = grenzen(
        peil,
        feiten.dienst,
        uitzonderlijk=feiten.uitzonderlijk,
        scholing_weken=feiten.scholing_weken,
        scholing_maanden=feiten.scholing_maanden,
    )
    bezwaren = tuple(_bezwaren(peil, feiten, grens))
    plan, document = not feiten.dienst.werkbehoud, plandocument(feiten.clientsoort)
    uitkomst = UwvDienstUitkomst(
        toegestaan=not bezwaren,
        maximum_uren=grens.uren,
        maximum_maanden=grens.maanden,
        administratie_uren=grens.administratie_uren,
        doel_trede=grens.doel_trede,
        plan_nodig=plan,
        plandocument=document,
        redenen=tuple(bezwaar.tekst for bezwaar in bezwaren),
    )
    return Besluit(uitkomst, (grens.grond, *bezwaren, *plangronden(feiten.dienst, feiten.clientsoort, document)))


def _bezwaren(peil: Peil, feiten: UwvDienstFeiten, grens: Grenzen) -> Iterator[Grond]:
    if feiten.uren is not None and grens.uren is not None and feiten.uren > grens.uren:
        yield DIENST.grond(f"Gevraagd zijn {feiten.uren} uren en het maximum is {grens.uren}.")
    maanden = feiten.doorlooptijd_maanden
    if maanden is not None and maanden > grens.maanden:
        yield DOORLOOPTIJD.grond(f"Gevraagd zijn {maanden} maanden en het maximum is {grens.maanden}.")
    yield from _trede_past_niet(peil, feiten)
    if feiten.dienst.werkbehoud:
        keer = peil["uwv.werkbehoud.max.aantal"]
        if (feiten.eerdere_werkbehoud or 0) >= keer.getal:
            tekst = f"Werkbehoud is bij deze werkhervatting al {feiten.eerdere_werkbehoud} keer ingezet."
            yield WERKBEHOUD_MAX.grond(tekst, keer)


def _trede_past_niet(peil: Peil, feiten: UwvDienstFeiten) -> Iterator[Grond]:
    """Only for AG clients, and only where the ladder says who a service is for; an unknown trede is no ground."""
    nodig = f"{feiten.dienst.parameter}.trede"
    if feiten.clientsoort is not Clientsoort.AG or feiten.trede is None or nodig not in peil:
        return
    begin = peil[nodig]
    if feiten.trede != begin.getal:
        tekst = f"{feiten.dienst} is voor een cliënt op trede {begin.getal}; deze cliënt staat op trede {feiten.trede}."
        yield DIENST.grond(tekst, begin)


UWV_DIENST = Toets(
    naam="uwv-dienst",
    thema="uwv",
    omschrijving="Of UWV een dienst voor een cliënt kan inkopen, en hoeveel daarvan.",
    feiten=UwvDienstFeiten,
    uitkomst=UwvDienstUitkomst,
    beoordeel=toets_uwv_dienst,
    beleidsdag=lambda feiten, _: feiten.opdracht_op,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={
        "dienst": "werkfit_maken",
        "clientsoort": "ag",
        "trede": 3,
        "opdrachtOp": "2025-04-07",
        "uren": 35,
        "doorlooptijdMaanden": 12,
        "uitzonderlijk": False,
    },
)

"""When each step of an inkooporder is due (UWV §3.2.1, §3.7, §4.4.1, §4.8); none of these is a statutory term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.fouten import eis
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, maanden_na
from app.domain.toets import Toets
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.grenzen import DOORLOOPTIJD

PLAN_INDIENEN = Regel("uwv.plan.indienen", "UWV", "§4.4.1")
PLAN_OORDEEL = Regel("uwv.plan.oordeel", "UWV", "§4.4.1")
PLAN_HERSTEL = Regel("uwv.plan.herstel", "UWV", "§4.4.1")
PLAN_GEEN = Regel("uwv.plan.geen", "UWV", "§4.1, §4.4")
START = Regel("uwv.start", "UWV", "§3.7, §4.1")
EVALUATIE = Regel("uwv.evaluatie", "UWV", "§3.2.1")
HERVATTING = Regel("uwv.naar_werk.hervatting", "UWV", "§3.7")
EINDRAPPORTAGE = Regel("uwv.eindrapportage", "UWV", "§4.8")


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvTermijnenFeiten:
    """What has happened of an order so far."""

    dienst: Dienst
    """De re-integratiedienst."""
    clientsoort: Clientsoort
    """Welke uitkering de cliënt heeft, of waarom UWV helpt."""
    opdracht_op: date | None = None
    """De dagtekening van de Opdracht tot het opstellen van een re-integratieplan."""
    plan_ontvangen_op: date | None = None
    """De dag waarop UWV het re-integratieplan ontving."""
    plan_afgekeurd_op: date | None = None
    """De dag waarop UWV het re-integratieplan afkeurde."""
    akkoord_op: date | None = None
    """Datum akkoord: de dag waarop UWV het re-integratieplan goedkeurde."""
    inkooporder_op: date | None = None
    """De dagtekening van de Inkooporder."""
    doorlooptijd_maanden: Annotated[int, Ge(0), Le(1_000)] | None = None
    """De afgesproken doorlooptijd; ten hoogste de generale."""
    beeindigd_op: date | None = None
    """De dag waarop de dienst eindigde."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvTermijnenUitkomst:
    """The days; one is empty when it does not apply or when its base is not known."""

    plan_uiterlijk: date | None = None
    """De laatste dag om het re-integratieplan in te dienen."""
    oordeel_uiterlijk: date | None = None
    """De laatste dag waarop UWV over het plan oordeelt."""
    herstel_uiterlijk: date | None = None
    """De laatste dag om een afgekeurd plan aan te passen."""
    start_op: date | None = None
    """De dag waarop de dienst begint."""
    einddatum_individueel: date | None = None
    """De laatste dag van de afgesproken doorlooptijd."""
    einddatum_generaal: date | None = None
    """De laatste dag waarop de dienst ooit kan eindigen."""
    evaluatie_op: date | None = None
    """De dag van het evaluatiemoment."""
    werkhervatting_uiterlijk: date | None = None
    """De laatste dag waarop een eerste werkdag nog meetelt."""
    eindrapportage_uiterlijk: date | None = None
    """De laatste dag voor de eindrapportage."""


def toets_uwv_termijnen(peil: Peil, feiten: UwvTermijnenFeiten) -> Besluit[UwvTermijnenUitkomst]:
    """Count every day that has a base; raises OngeldigeInvoer for a duration above the general one."""
    langst = peil[f"{feiten.dienst.parameter}.maanden"]
    _eis_doorlooptijd(feiten, langst)
    regels = dict(_regels(peil, feiten, langst))
    dagen = {naam: op for naam, (op, _) in regels.items()}
    gronden = tuple(grond for _, grond in regels.values())
    return Besluit(UwvTermijnenUitkomst(**dagen), gronden or (_nog_niets(feiten.dienst, langst),))


def _eis_doorlooptijd(feiten: UwvTermijnenFeiten, langst: Waarde) -> None:
    maanden = feiten.doorlooptijd_maanden
    tekst = f"{feiten.dienst} duurt ten hoogste {langst.getal} maanden."
    eis(maanden is None or maanden <= langst.getal, "doorlooptijd_maanden", "boven-maximum", tekst)


_Regel = tuple[str, tuple[date, Grond]]


def _regels(peil: Peil, feiten: UwvTermijnenFeiten, langst: Waarde) -> Iterator[_Regel]:
    if not feiten.dienst.werkbehoud:
        yield from _plan(peil, feiten)
    yield from _loop(peil, feiten, langst)
    if feiten.dienst is Dienst.WERKFIT_MAKEN and feiten.inkooporder_op is not None:
        wie = "zw" if feiten.clientsoort is Clientsoort.ZW else "overig"
        op, duur = feiten.inkooporder_op, peil[f"uwv.evaluatie.maanden_{wie}"]
        eind = maanden_na(op, duur.getal, pad="inkooporder_op")
        tekst = f"Het evaluatiemoment is {duur.getal} maanden na de Inkooporder van {dag(op)}: {dag(eind)}."
        yield "evaluatie_op", (eind, EVALUATIE.grond(tekst, duur))
    if feiten.beeindigd_op is not None:
        meer = "_naar_werk" if feiten.dienst is Dienst.NAAR_WERK else ""
        yield _in_dagen(
            "eindrapportage_uiterlijk", EINDRAPPORTAGE, feiten, "beeindigd_op", peil[f"uwv.eindrapportage.dagen{meer}"]
        )


def _plan(peil: Peil, feiten: UwvTermijnenFeiten) -> Iterator[_Regel]:
    for naam, regel, basis, parameter in (
        ("plan_uiterlijk", PLAN_INDIENEN, "opdracht_op", "uwv.plan.indienen.dagen"),
        ("oordeel_uiterlijk", PLAN_OORDEEL, "plan_ontvangen_op", "uwv.plan.oordeel.dagen"),
        ("herstel_uiterlijk", PLAN_HERSTEL, "plan_afgekeurd_op", "uwv.plan.herstel.dagen"),
    ):
        if getattr(feiten, basis) is not None:
            yield _in_dagen(naam, regel, feiten, basis, peil[parameter])


_WAT = {
    "plan_uiterlijk": "Het re-integratieplan is er binnen {aantal} dagen na de Opdracht van {vanaf}",
    "oordeel_uiterlijk": "UWV oordeelt binnen {aantal} dagen na ontvangst van het plan op {vanaf}",
    "herstel_uiterlijk": "Het plan wordt binnen {aantal} dagen na de afkeuring van {vanaf} aangepast",
    "eindrapportage_uiterlijk": "De eindrapportage is er binnen {aantal} dagen na het einde op {vanaf}",
}


def _in_dagen(naam: str, regel: Regel, feiten: UwvTermijnenFeiten, basis: str, aantal: Waarde) -> _Regel:
    vanaf: date = getattr(feiten, basis)
    eind = dagen_na(vanaf, aantal.getal, pad=basis)
    zin = _WAT[naam].format(aantal=aantal.getal, vanaf=dag(vanaf))
    return naam, (eind, regel.grond(f"{zin}: uiterlijk {dag(eind)}.", aantal))


def _loop(peil: Peil, feiten: UwvTermijnenFeiten, langst: Waarde) -> Iterator[_Regel]:
    """From the start to the last days on which it still counts."""
    pad = "inkooporder_op" if feiten.dienst.werkbehoud else "akkoord_op"
    start: date | None = getattr(feiten, pad)
    if start is None:
        return
    regel, wat = (PLAN_GEEN, "de Inkooporder") if feiten.dienst.werkbehoud else (START, "het akkoord op het plan")
    yield "start_op", (start, regel.grond(f"De dienst begint op de dag van {wat}: {dag(start)}."))
    generaal = maanden_na(start, langst.getal, pad=pad)
    tekst = f"De dienst duurt ten hoogste {langst.getal} maanden: tot en met {dag(generaal)}."
    yield "einddatum_generaal", (generaal, DOORLOOPTIJD.grond(tekst, langst))
    if feiten.doorlooptijd_maanden is None:
        return
    eigen = maanden_na(start, feiten.doorlooptijd_maanden, pad=pad)
    tekst = f"Afgesproken zijn {feiten.doorlooptijd_maanden} maanden: tot en met {dag(eigen)}."
    yield "einddatum_individueel", (eigen, DOORLOOPTIJD.grond(tekst))
    if feiten.dienst is Dienst.NAAR_WERK:
        yield "werkhervatting_uiterlijk", hervatting_uiterlijk(peil, eigen, pad)


def hervatting_uiterlijk(peil: Peil, einddatum: date, pad: str) -> tuple[date, Grond]:
    """The last day on which a first working day still counts for Naar werk."""
    maanden = peil["uwv.naar_werk.hervatting.maanden"]
    eind = maanden_na(einddatum, maanden.getal, pad=pad)
    tekst = f"Een eerste werkdag telt mee tot {maanden.getal} maanden na {dag(einddatum)}, dus tot en met {dag(eind)}."
    return eind, HERVATTING.grond(tekst, maanden)


def _nog_niets(dienst: Dienst, langst: Waarde) -> Grond:
    tekst = f"{dienst} duurt ten hoogste {langst.getal} maanden; voor een dag is nog niets bekend."
    return DOORLOOPTIJD.grond(tekst, langst)


def _beleidsdag(feiten: UwvTermijnenFeiten, peildatum: date) -> date:
    eigen = feiten.inkooporder_op if feiten.dienst.werkbehoud else feiten.opdracht_op
    return eigen or peildatum


UWV_TERMIJNEN = Toets(
    naam="uwv-termijnen",
    thema="uwv",
    omschrijving="Wanneer elke stap van een inkooporder uiterlijk wordt gezet.",
    feiten=UwvTermijnenFeiten,
    uitkomst=UwvTermijnenUitkomst,
    beoordeel=toets_uwv_termijnen,
    beleidsdag=_beleidsdag,
    voorbeeld={
        "dienst": "naar_werk",
        "clientsoort": "ww",
        "opdrachtOp": "2025-04-07",
        "planOntvangenOp": "2025-04-28",
        "akkoordOp": "2025-05-06",
        "inkooporderOp": "2025-05-06",
        "doorlooptijdMaanden": 6,
    },
)

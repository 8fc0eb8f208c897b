"""When each step of an inkooporder is due (UWV §3.2.1, §3.7, §4.4.1, §4.8); none of these is a statutory term."""

from collections.abc import Iterator
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.fouten import eis
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, maanden_na
from app.domain.toets import Toets
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.looptijd import Orderregel, looptijd
from app.domain.uwv.orderdagen import UwvTermijnenFeiten, UwvTermijnenUitkomst

PLAN_INDIENEN = Regel("uwv.plan.indienen", "UWV", "§4.4.1")
PLAN_OORDEEL = Regel("uwv.plan.oordeel", "UWV", "§4.4.1")
BIJSTELLING_OORDEEL = Regel("uwv.plan.oordeel", "UWV", "§4.5, §4.4.1", keuze=True)
"""§4.5 asks a new approval and refers to §4.4.1 for the plan: UWV judges it within the same days."""
PLAN_HERSTEL = Regel("uwv.plan.herstel", "UWV", "§4.4.1")
EVALUATIE = Regel("uwv.evaluatie", "UWV", "§3.2.1")
EINDRAPPORTAGE = Regel("uwv.eindrapportage", "UWV", "§4.8")


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


def _regels(peil: Peil, feiten: UwvTermijnenFeiten, langst: Waarde) -> Iterator[Orderregel]:
    if not feiten.dienst.werkbehoud:
        yield from _plan(peil, feiten)
    yield from looptijd(peil, feiten, langst)
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


def _plan(peil: Peil, feiten: UwvTermijnenFeiten) -> Iterator[Orderregel]:
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


def _in_dagen(naam: str, regel: Regel, feiten: UwvTermijnenFeiten, basis: str, aantal: Waarde) -> Orderregel:
    vanaf: date = getattr(feiten, basis)
    eind = dagen_na(vanaf, aantal.getal, pad=basis)
    zin = _WAT[naam].format(aantal=aantal.getal, vanaf=dag(vanaf))
    return naam, (eind, regel.grond(f"{zin}: uiterlijk {dag(eind)}.", aantal))


def bijstelling_oordeel(peil: Peil, gemeld_op: date) -> tuple[date, Grond]:
    """Give the last day on which UWV judges an adjustment that asks its approval."""
    aantal = peil["uwv.plan.oordeel.dagen"]
    eind = dagen_na(gemeld_op, aantal.getal, pad="gemeld_op")
    zin = f"UWV oordeelt binnen {aantal.getal} dagen na ontvangst van de bijstelling op {dag(gemeld_op)}"
    return eind, BIJSTELLING_OORDEEL.grond(f"{zin}: uiterlijk {dag(eind)}.", aantal)


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
    voorbeeld_peildatum="2025-09-08",
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

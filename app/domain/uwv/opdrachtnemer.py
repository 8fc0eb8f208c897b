"""Who carries out what UWV buys, and under which raamovereenkomsten (UWV §4.1, §4.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from app.domain.besluit import Grond, Regel
from app.domain.dossier.stuk import Stuk
from app.domain.fouten import OngeldigeInvoer, Veldfout, eis_geen
from app.domain.soorten import LAATSTE_DAG, Kenmerk, KorteTekst, Kvknummer
from app.domain.tekst import dag
from app.domain.uwv.dienst import Dienst

RAAMOVEREENKOMST = Regel("uwv.opdrachtnemer.raamovereenkomst", "UWV", "§4.1, §4.3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raamovereenkomst:
    """What UWV and an opdrachtnemer agreed on for one perceel."""

    nummer: KorteTekst
    """Het nummer van de raamovereenkomst; een opdrachtnemer heeft elk nummer één keer."""
    perceel: Annotated[int, Ge(1), Le(5)]
    """Het perceel van het inkoopkader."""
    van: date
    """Eerste dag."""
    tot_en_met: date | None = None
    """Laatste dag; null: tot nader order."""

    def geldt_op(self, op: date) -> bool:
        """Whether it holds on a day."""
        return self.van <= op <= self.laatste_dag

    def overlapt(self, ander: "Raamovereenkomst") -> bool:
        """Whether both hold for one perceel on one day."""
        samen = max(self.van, ander.van) <= min(self.laatste_dag, ander.laatste_dag)
        return self.perceel == ander.perceel and samen

    @property
    def laatste_dag(self) -> date:
        """The last day, also of one without an end."""
        return self.tot_en_met or LAATSTE_DAG


MEESTE_RAAMOVEREENKOMSTEN = 50
Raamovereenkomsten = Annotated[tuple[Raamovereenkomst, ...], MaxLen(MEESTE_RAAMOVEREENKOMSTEN)]


@dataclass(frozen=True, kw_only=True)
class Opdrachtnemer(Stuk):
    """An organisation that carries out inkooporders; it belongs to no dossier."""

    kenmerk: Kenmerk
    """De naam in het register van clients; verandert nooit."""
    naam: KorteTekst
    """Naam van de organisatie."""
    kvk_nummer: Kvknummer
    """Nummer in het handelsregister."""
    raamovereenkomsten: Raamovereenkomsten = ()
    """Wat met UWV is overeengekomen, per perceel."""


def controleer_raamovereenkomsten(reeks: tuple[Raamovereenkomst, ...], pad: str) -> None:
    """Raise OngeldigeInvoer for each that ends before it begins, or that clashes with one before it in the row."""
    genummerd = [(een, reeks[:plaats], f"{pad}[{plaats}].") for plaats, een in enumerate(reeks)]
    fouten = [fout for een, _, deel in genummerd for fout in _omgekeerd(een, deel)]
    fouten += [fout for een, eerdere, deel in genummerd for fout in botsingen(een, eerdere, deel)]
    eis_geen(fouten)


def controleer_raamovereenkomst(een: Raamovereenkomst) -> None:
    """Raise OngeldigeInvoer for one that ends before it begins."""
    eis_geen(_omgekeerd(een, ""))


def botsingen(nieuw: Raamovereenkomst, bekend: Iterable[Raamovereenkomst], pad: str = "") -> Iterator[Veldfout]:
    """Name what a new one has in common with others: its number, or its perceel on a day; `pad` ends with a dot."""
    for ander in bekend:
        if ander.nummer == nieuw.nummer:
            tekst = f"Raamovereenkomst {nieuw.nummer} is er al."
            yield Veldfout(f"{pad}nummer", "raamovereenkomst-bekend", tekst)
        if ander.overlapt(nieuw):
            tekst = f"Voor perceel {nieuw.perceel} geldt in deze periode al raamovereenkomst {ander.nummer}."
            yield Veldfout(f"{pad}van", "raamovereenkomst-overlapt", tekst)


def _omgekeerd(een: Raamovereenkomst, pad: str) -> Iterator[Veldfout]:
    if een.laatste_dag < een.van:
        yield Veldfout(f"{pad}tot_en_met", "voor-begin", "De raamovereenkomst eindigt voordat zij begint.")


def eis_raamovereenkomst(opdrachtnemer: Opdrachtnemer, dienst: Dienst, op: date, pad: str) -> Grond:
    """Return the ground on which an opdrachtnemer may carry out a service on a day; raises OngeldigeInvoer without."""
    perceel = dienst.perceel
    for een in opdrachtnemer.raamovereenkomsten:
        if een.perceel == perceel and een.geldt_op(op):
            tekst = f"{dienst}: perceel {perceel}, waarvoor op {dag(op)} raamovereenkomst {een.nummer} geldt."
            return RAAMOVEREENKOMST.grond(tekst)
    tekst = (
        f"De opdrachtnemer heeft op {dag(op)} geen raamovereenkomst voor perceel {perceel} ({dienst}); "
        f"regel {RAAMOVEREENKOMST.id}, {RAAMOVEREENKOMST.bron} {RAAMOVEREENKOMST.vindplaats}."
    )
    raise OngeldigeInvoer([Veldfout(pad, "geen-raamovereenkomst", tekst)])

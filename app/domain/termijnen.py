"""Days and terms: working days, calendar days, weeks, months, and the Algemene termijnenwet.

The day from which a term runs is day 0, whatever the hour. `pad` is the field that the caller got the day from: it is
named in the OngeldigeInvoer that is raised when a result leaves the calendar of Trede.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.beleid import Peil
from app.domain.besluit import Regel
from app.domain.feestdagen import ZATERDAG, feestdagen
from app.domain.fouten import eis
from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG

WET_ATW_FEESTDAGEN = Regel("wet.atw.feestdagen", "Atw", "art. 3")
WET_ATW_VERLENGING = Regel("wet.atw.verlenging", "Atw", "art. 1, 2 en 4")
TERMIJN_WERKDAG = Regel("termijn.werkdag", "IOM PB", "§2.1", keuze=True)
TERMIJN_WERKDAGEN = Regel("termijn.werkdagen", "IOM PB", "§2.1")
TERMIJN_KALENDERDAGEN = Regel("termijn.kalenderdagen", "Regelcatalogus", "01 Termijnen")
TERMIJN_MAANDEN = Regel("termijn.maanden", "Regelcatalogus", "01 Termijnen")

_EERSTE, _LAATSTE = EERSTE_DAG.toordinal(), LAATSTE_DAG.toordinal()


class Eenheid(StrEnum):
    """What a term is counted in."""

    WERKDAGEN = "werkdagen"
    KALENDERDAGEN = "kalenderdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"


# The statute's own bounds, part of the calendar as the holidays are. A werkdag is never a day that it passes over.
_LANGST_ONDER_ATW = {Eenheid.KALENDERDAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}
_KORTST_MET_TWEE_DAGEN = {Eenheid.KALENDERDAGEN: 3, Eenheid.WEKEN: 1, Eenheid.MAANDEN: 1}


def onder_atw(aantal: int, eenheid: Eenheid) -> bool:
    """Whether Atw art. 1 and 2 reach a statutory term of this length (art. 4)."""
    return aantal <= _LANGST_ONDER_ATW.get(eenheid, -1)


def eis_in_kalender(binnen: bool, pad: str) -> None:
    """Raise OngeldigeInvoer for a day outside the calendar of Trede."""
    eis(binnen, pad, "buiten-kalender", "De uitkomst valt buiten de jaren 1900 tot en met 2199.")


def dagen_na(dag: date, aantal: int, *, pad: str = "vanaf") -> date:
    """`dag` + `aantal` calendar days; a negative number counts back."""
    nummer = dag.toordinal() + aantal
    eis_in_kalender(_EERSTE <= nummer <= _LAATSTE, pad)
    return date.fromordinal(nummer)


def weken_na(dag: date, aantal: int, *, pad: str = "vanaf") -> date:
    """The same weekday, `aantal` weeks on."""
    return dagen_na(dag, 7 * aantal, pad=pad)


def maanden_na(dag: date, aantal: int, *, pad: str = "vanaf") -> date:
    """The same day number `aantal` months on, or that month's last day where the number does not exist."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    eis_in_kalender(EERSTE_DAG.year <= jaar <= LAATSTE_DAG.year, pad)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


_TELLING = {Eenheid.KALENDERDAGEN: dagen_na, Eenheid.WEKEN: weken_na, Eenheid.MAANDEN: maanden_na}


@dataclass(frozen=True, slots=True)
class Kalender:
    """The calendar of a policy set: the statute's holidays, days equated with them, and days on which it is closed."""

    gelijkgesteld: frozenset[date] = frozenset()
    """Equated with a holiday by royal decree (Atw art. 3 lid 3)."""
    sluitingsdagen: frozenset[date] = frozenset()
    """No werkdag, though no holiday for the Atw."""

    def is_feestdag(self, dag: date) -> bool:
        """A holiday of Atw art. 3, or a day equated with one."""
        return dag in feestdagen(dag.year) or dag in self.gelijkgesteld

    def is_rustdag(self, dag: date) -> bool:
        """A Saturday, Sunday or holiday: what Atw art. 1 and 2 pass over."""
        return dag.weekday() >= ZATERDAG or self.is_feestdag(dag)

    def is_werkdag(self, dag: date) -> bool:
        """Monday to Friday, no holiday, no closing day."""
        return not self.is_rustdag(dag) and dag not in self.sluitingsdagen

    def werkdagen_na(self, dag: date, aantal: int, *, pad: str = "vanaf") -> date:
        """The `aantal`-th werkdag after a day; 0 gives the day itself."""
        return self._werkdagen(dag, aantal, 1, pad)

    def werkdagen_voor(self, dag: date, aantal: int, *, pad: str = "vanaf") -> date:
        """The `aantal`-th werkdag before a day, counted back as forward."""
        return self._werkdagen(dag, aantal, -1, pad)

    def _werkdagen(self, dag: date, aantal: int, stap: int, pad: str) -> date:
        for _ in range(aantal):
            dag = dagen_na(dag, stap, pad=pad)
            while not self.is_werkdag(dag):
                dag = dagen_na(dag, stap, pad=pad)
        return dag

    def geen_rustdag(self, dag: date, *, pad: str = "vanaf") -> date:
        """The day itself or else the next day that is no Saturday, Sunday or holiday (Atw art. 1)."""
        while self.is_rustdag(dag):
            dag = dagen_na(dag, 1, pad=pad)
        return dag

    def verleng(self, vanaf: date, eind: date, aantal: int, eenheid: Eenheid, *, pad: str = "vanaf") -> date:
        """The end of a statutory term of `aantal` `eenheid` under the Atw.

        `eind` may hold days of suspension: the statute's own length decides whether the Atw applies (art. 4). A term
        of three days or more holds at least two days that are no rest days, from the day after `vanaf` (art. 2).
        """
        if not onder_atw(aantal, eenheid):
            return eind
        eind = self.geen_rustdag(eind, pad=pad)
        if aantal < _KORTST_MET_TWEE_DAGEN[eenheid]:
            return eind
        eerste = self.geen_rustdag(dagen_na(vanaf, 1, pad=pad), pad=pad)
        return max(eind, self.geen_rustdag(dagen_na(eerste, 1, pad=pad), pad=pad))

    def tel(self, vanaf: date, aantal: int, eenheid: Eenheid, *, pad: str = "vanaf") -> date:
        """The last day of a term as counted, before any statute prolongs it."""
        if eenheid is Eenheid.WERKDAGEN:
            return self.werkdagen_na(vanaf, aantal, pad=pad)
        return _TELLING[eenheid](vanaf, aantal, pad=pad)

    def einde(self, vanaf: date, aantal: int, eenheid: Eenheid, *, wettelijk: bool, pad: str = "vanaf") -> date:
        """The last day of a term: "within `aantal` `eenheid` after `vanaf`"; a statutory one under the Atw."""
        eind = self.tel(vanaf, aantal, eenheid, pad=pad)
        return self.verleng(vanaf, eind, aantal, eenheid, pad=pad) if wettelijk else eind


def kalender(peil: Peil) -> Kalender:
    """The calendar that the policy set holds on its peildatum."""
    return Kalender(peil["wet.atw.gelijkgestelde_dagen"].dagen, peil["termijn.sluitingsdagen"].dagen)

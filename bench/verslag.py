"""The table: on the screen and in RESULTS.md."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.dienst import Dienst
from bench.gevallen import VERGELIJKINGEN
from bench.meting import Beurten, Spreiding, Vergelijking, cpu_verhouding, doorvoer, verhouding, wachttijd

GEHEUGEN = 200.0
STARTTIJD = 2.0
UITLEG = """\
Trede is one `trede serve` process with token, rights, validation, rules, audit, history, journal and access log. *Raw*
is Starlette on asyncpg that executes the same SQL statements (captured from Trede when the run starts, and compared
with what raw executes) in the same transactions, without token, validation or rules; *echo* is a FastAPI endpoint that
validates the same body and gives it back. Each process has the same one core; the load has another; PostgreSQL, with
its durable settings, has both. Rounds are interleaved; a ratio is the median of the ratios per round, with its
quartiles. *cpu* is the same ratio in processor time of the process per request: it suffers least from whatever else the
machine does. A case without a target is measured, and nothing is promised of it. Absolute figures say little beyond
this machine and this hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """Everything that one run found."""

    dag: date
    klanten: int
    rondes: int
    postgres: str
    beurten: Beurten
    opdrachten: Mapping[str, int]
    """Per side the number of statements of one request."""
    diensten: Sequence[tuple[Dienst, float]]
    """With the most memory each held."""

    def tekst(self) -> str:
        """The whole report as Markdown."""
        paren = _tabel(("case", "ratio", "quartiles", "cpu", "target", ""), map(self._verhouding, VERGELIJKINGEN))
        kop = ("side", "per second", "quartiles", "ms median", "ms p99", "cpu ms", "SQL statements")
        diensten = (self._dienst(dienst, geheugen) for dienst, geheugen in self.diensten)
        processen = _tabel(("process", "most memory (MiB)", "start (s)", "targets"), diensten)
        delen = ("# Results", UITLEG, self._waar(), paren, _tabel(kop, map(self._kant, self.beurten)), processen)
        return "\n\n".join(delen) + "\n"

    def _waar(self) -> str:
        data = f"{self.klanten:,} klanten, each with an inkooporder; {self.rondes} rounds"
        return f"{self.dag.isoformat()}; {machine()}, PostgreSQL {self.postgres}; {data}."

    def _verhouding(self, paar: Vergelijking) -> tuple[str, ...]:
        gemeten = verhouding(self.beurten, paar)
        cpu = f"{cpu_verhouding(self.beurten, paar):.2f}"
        return paar.naam, f"{gemeten.midden:.2f}", _kwartielen(gemeten, 2), cpu, *doel_en_oordeel(paar, gemeten.midden)

    def _kant(self, kant: str) -> tuple[str, ...]:
        beurten = self.beurten[kant]
        per_seconde, (midden, staart) = doorvoer(beurten), wachttijd(beurten)
        cpu = sorted(beurt.cpu for beurt in beurten)[len(beurten) // 2] * 1000
        sql = str(self.opdrachten.get(kant, 0))
        getallen = (f"{midden:.1f}", f"{staart:.1f}", f"{cpu:.3f}")
        return kant, f"{per_seconde.midden:.0f}", _kwartielen(per_seconde, 0), *getallen, sql

    @staticmethod
    def _dienst(dienst: Dienst, geheugen: float) -> tuple[str, ...]:
        oordeel = ""
        if dienst.naam.startswith("trede"):
            oordeel = _oordeel(goed=geheugen < GEHEUGEN and dienst.starttijd < STARTTIJD)
            oordeel += f": under {GEHEUGEN:.0f} MiB, under {STARTTIJD:.0f} s"
        return dienst.naam, f"{geheugen:.0f}", f"{dienst.starttijd:.2f}", oordeel


def doel_en_oordeel(paar: Vergelijking, gemeten: float) -> tuple[str, str]:
    """The target and whether it is met; empty when none was set."""
    if paar.minstens is None and paar.hoogstens is None:
        return "", ""
    doel = f"at most {paar.hoogstens}" if paar.minstens is None else f"at least {paar.minstens}"
    return doel, _oordeel(goed=paar.gehaald(gemeten))


def _oordeel(*, goed: bool) -> str:
    return "met" if goed else "**not met**"


def _kwartielen(spreiding: Spreiding, cijfers: int) -> str:
    return f"{spreiding.laag:.{cijfers}f} to {spreiding.hoog:.{cijfers}f}"


def _tabel(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


def machine() -> str:
    """The machine in words: nothing that names it."""
    geheugen = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    pakketten = ", ".join(f"{naam} {version(naam)}" for naam in ("fastapi", "starlette", "uvicorn", "asyncpg"))
    return (
        f"{os.cpu_count()} {platform.machine()} cores, {geheugen:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}, {pakketten}"
    )


RESULTS = Path(__file__).with_name("RESULTS.md")

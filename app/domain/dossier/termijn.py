"""Terms: every date that a rule gives, with its rule; it moves with its base."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.besluit import Regel
from app.domain.dossier.stuk import Samenstuk
from app.domain.dossier.termijnsoort import Termijnsoort, genummerd
from app.domain.soorten import LangeTekst


class Termijntoestand(StrEnum):
    """Where a term stands on a day.

    Overdue is not a state: a running term whose day has passed is overdue. Suspended is shown but never stored: it is
    a running term that stands still until a day, and after that day runs again by itself.
    """

    LOPEND = "lopend"
    GEHAALD = "gehaald"
    GEMIST = "gemist"
    OPGESCHORT = "opgeschort"
    VERVALLEN = "vervallen"


def zoals_bewaard(toestand: Termijntoestand | None) -> tuple[Termijntoestand | None, bool | None]:
    """What is stored of a state that is shown: its stored state, and whether the term stands still today.

    None is any: of what runs in store some stands still, and of nothing else.
    """
    if toestand not in (Termijntoestand.LOPEND, Termijntoestand.OPGESCHORT):
        return toestand, None
    return Termijntoestand.LOPEND, toestand is Termijntoestand.OPGESCHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnplan:
    """A term as a rule gives it, before it is stored. Within one subject a `naam` occurs once."""

    soort: Termijnsoort
    regel: Regel
    rol: str
    """The role that must act."""
    basis_op: date
    uiterlijk_op: date
    uiterlijk_moment: datetime | None = None
    herinnering: bool = False
    """A planned reminder instead of a term to meet."""
    spoed: bool = False
    opgeschort_tot: date | None = None
    """The last day on which the term stands still; it runs on the day after."""
    afgedaan_op: date | None = None
    """The day on which what must happen had happened already when the term was planned."""
    heropent: bool = False
    """Planned means that it has not happened: a reminder that was met before runs again."""
    volgnummer: int = 1
    """Which one of its kind it is within its subject."""

    @property
    def naam(self) -> str:
        """What it is stored as: its kind, with its number from the second on."""
        return genummerd(self.soort, self.volgnummer)


def met_spoed(plannen: Iterable[Termijnplan], *, spoed: bool) -> tuple[Termijnplan, ...]:
    """Give these plans; with spoed each of them goes before other work."""
    return tuple(replace(plan, spoed=plan.spoed or spoed) for plan in plannen)


@dataclass(frozen=True, kw_only=True)
class Termijn(Samenstuk):
    """Wat uiterlijk wanneer moet gebeuren, voor wie en volgens welke regel."""

    soort: str
    """Waarover de termijn gaat."""
    onderwerp_soort: str
    """Soort van het stuk waaraan de termijn hangt."""
    onderwerp_id: UUID
    """Kenmerk van dat stuk."""
    organisatie: str | None = None
    """Kenmerk van de opdrachtnemer, bij een termijn van een inkooporder; leeg bij elke andere."""
    regel: str
    """De regel die de termijn geeft."""
    bron: str
    """Het document van de regel."""
    vindplaats: str
    """De plaats in dat document."""
    rol: str
    """De rol die aan zet is."""
    basis_op: date
    """De dag vanaf wanneer geteld is."""
    uiterlijk_op: date
    """De laatste dag."""
    uiterlijk_moment: datetime | None
    """Het laatste moment, bij een termijn in uren."""
    herinnering: bool
    """Een geplande herinnering in plaats van een termijn."""
    spoed: bool
    """Gaat voor alles, zoals bij broodnood."""
    toestand: Termijntoestand
    """Lopend, gehaald, gemist, opgeschort of vervallen."""
    afgedaan_op: date | None
    """De dag waarop gebeurde wat moest gebeuren; null zolang het niet gebeurde of als die dag niet bekend is."""
    opgeschort_tot: date | None = None
    """De laatste dag waarop de termijn stilstaat; de dag erna loopt zij weer."""
    toelichting: LangeTekst | None = None
    """Wat er gebeurde, als iemand de termijn met de hand afdeed."""

    def toestand_op(self, vandaag: date) -> Termijntoestand:
        """How it stands on a day: suspended through the last day on which it stands still."""
        if self.opgeschort_tot is not None and vandaag <= self.opgeschort_tot:
            return Termijntoestand.OPGESCHORT
        return self.toestand

    def is_te_laat(self, nu: datetime, vandaag: date) -> bool:
        """Whether it still runs after its last moment, or without one after its last day in the Netherlands."""
        voorbij = nu > self.uiterlijk_moment if self.uiterlijk_moment else vandaag > self.uiterlijk_op
        return self.toestand_op(vandaag) is Termijntoestand.LOPEND and voorbij

"""Objections of the client against werkplan and re-integratieplan, and what they suspend (UWV §4.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.besluit import Regel
from app.domain.fouten import Strijdig, Veldfout
from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst

BEZWAAR = Regel("uwv.bezwaar", "UWV", "§4.7")


class Bezwaartegen(StrEnum):
    """Against which document."""

    WERKPLAN = "werkplan"
    REINTEGRATIEPLAN = "reintegratieplan"

    @property
    def naam(self) -> str:
        """As people write it."""
        return "re-integratieplan" if self is Bezwaartegen.REINTEGRATIEPLAN else "werkplan"


class Bezwaaruitkomst(StrEnum):
    """How an objection ended."""

    ONGEGROND = "ongegrond"
    GEGROND = "gegrond"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaarbeslissing:
    """How an objection or appeal ended, and whether the service must stop for it."""

    uitkomst: Bezwaaruitkomst
    """Hoe het bezwaar of beroep afliep."""
    stoppen: bool
    """De dienst moet stoppen: dat geldt als voortijdige terugmelding."""
    beslist_op: date
    """De dag van de beslissing."""
    toelichting: LangeTekst | None
    """Wat er verandert."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaarschorsing:
    """What UWV, and nobody else, said of the execution while an objection runs."""

    opgeschort_vanaf: date
    """De eerste dag waarop de uitvoering stilligt, tot de beslissing. Termijnen lopen door."""
    toelichting: LangeTekst
    """Waarom UWV dat bepaalde."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaar:
    """An objection of the client; it suspends nothing unless UWV says so."""

    tegen: Bezwaartegen
    """Tegen welk document."""
    ingediend_op: date
    """De dag waarop de cliënt bezwaar maakte."""
    schorsing: Bezwaarschorsing | None
    """Dat de uitvoering stilligt, als UWV dat uitdrukkelijk bepaalde; leeg als het bezwaar niets opschort."""
    toelichting: LangeTekst | None
    """Wat opvalt."""
    beslissing: Bezwaarbeslissing | None
    """Hoe het afliep."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

    @property
    def waardoor(self) -> str:
        """As a reason: by an objection against which document."""
        return f"door een bezwaar tegen het {self.tegen.naam}"

    @property
    def gevolg(self) -> str:
        """What it does to the execution, as a sentence."""
        over = f"De cliënt maakte bezwaar tegen het {self.tegen.naam}"
        if self.schorsing is None:
            return f"{over}; dat schort de uitvoering niet op."
        return f"{over}; UWV bepaalde dat de uitvoering vanaf {als_tekst(self.schorsing.opgeschort_vanaf)} stilligt."

    def ligt_stil_op(self, dag: date) -> bool:
        """Whether the execution is suspended on a day: from the day that UWV named until the decision."""
        if self.schorsing is None or dag < self.schorsing.opgeschort_vanaf:
            return False
        return self.beslissing is None or dag < self.beslissing.beslist_op


def lopend_bezwaar(bezwaren: Iterable[Bezwaar], tegen: Bezwaartegen) -> Bezwaar | None:
    """The undecided objection against a document: one at most, for it covers what replaces the document (Awb 6:19)."""
    return next((een for een in bezwaren if een.tegen is tegen and een.beslissing is None), None)


def opschortend_bezwaar(bezwaren: Iterable[Bezwaar], dag: date) -> Bezwaar | None:
    """The objection for which the execution is suspended on a day, if there is one."""
    return next((een for een in bezwaren if een.ligt_stil_op(dag)), None)


def eis_niet_opgeschort(bezwaren: Iterable[Bezwaar], dag: date, pad: str) -> None:
    """Raise Strijdig, naming the field, for work with the client on a day on which the execution is suspended.

    Only what the opdrachtnemer does with the client: what befalls the client (illness, work, moving) is recorded
    all the same. It is judged by the day of the work, so that earlier work can be recorded late.
    """
    bezwaar = opschortend_bezwaar(bezwaren, dag)
    if bezwaar is not None:
        tekst = f"Op {als_tekst(dag)} ligt de uitvoering stil {bezwaar.waardoor} ({BEZWAAR.id})."
        code = "uitvoering-opgeschort"
        raise Strijdig(code, tekst, [Veldfout(pad, code, tekst)])

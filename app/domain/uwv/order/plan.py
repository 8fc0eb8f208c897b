"""The re-integratieplan and UWV's judgement of it (UWV §4.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from app.domain.besluit import Regel
from app.domain.fouten import Veldfout
from app.domain.soorten import KorteTekst, LangeTekst
from app.domain.uwv.begeleidingsuren import Uren
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.werkplan import Maanden, geen_uren

PLAN_INHOUD = Regel("uwv.plan.inhoud", "UWV", "§3.6, §4.4.1, §4.4.2")


class Werkvorm(StrEnum):
    """How an activity is given."""

    INDIVIDUEEL = "individueel"
    GROEP = "groep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planactiviteit:
    """One activity, made SMART."""

    omschrijving: KorteTekst
    """Wat de cliënt gaat doen, meetbaar en met een einde."""
    werkvorm: Werkvorm
    """Alleen of in een groep."""
    doel: LangeTekst
    """Met welk doel en welk effect voor de cliënt."""
    afstemming: LangeTekst
    """Hoe de activiteit past bij wat deze cliënt aankan."""
    uren: Uren
    """Verwacht aantal begeleidingsuren; 0 bij een vaste prijs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaal:
    """What should be reached by a day."""

    op: date
    """Wanneer."""
    omschrijving: KorteTekst
    """Wat dan is bereikt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reintegratieplan:
    """The contents of a plan, as it came in: what is missing is named when it is handed in."""

    startsituatie: LangeTekst | None = None
    """De situatie van de cliënt bij het begin."""
    activiteiten: Annotated[tuple[Planactiviteit, ...], MaxLen(50)] = ()
    """Welke activiteiten worden ingezet."""
    doorverwijzing: LangeTekst | None = None
    """Of en hoe de cliënt naar andere instanties wordt verwezen."""
    doorlooptijd_maanden: Maanden | None = None
    """De verwachte doorlooptijd."""
    mijlpalen: Annotated[tuple[Mijlpaal, ...], MaxLen(50)] = ()
    """Tussentijdse mijlpalen."""
    administratie_uren: Uren | None = None
    """Uren voor het plan en de rapportages, apart van de activiteiten; niet bij een vaste prijs."""
    visie_client: LangeTekst | None = None
    """Hoe de cliënt het plan ziet en wat hij ervan verwacht."""
    gezien_op: date | None = None
    """De dag waarop de cliënt, of wie hem vertegenwoordigt, voor gezien tekende."""
    afwijking: LangeTekst | None = None
    """Waarom het plan van het werkplan afwijkt; verplicht als uren of maanden anders zijn."""

    @property
    def uren(self) -> Decimal:
        """Every hour of it: activities and paperwork together."""
        return sum((activiteit.uren for activiteit in self.activiteiten), self.administratie_uren or Decimal(0))


_VERPLICHT = (
    ("startsituatie", "de startsituatie van de cliënt"),
    ("activiteiten", "de activiteiten"),
    ("doorverwijzing", "of en hoe de cliënt naar andere instanties wordt verwezen"),
    ("doorlooptijd_maanden", "de verwachte doorlooptijd"),
    ("administratie_uren", "de uren voor administratie, apart van de activiteiten"),
    ("visie_client", "de visie van de cliënt"),
    ("gezien_op", "dat de cliënt voor gezien tekende"),
)


def planfouten(plan: Reintegratieplan, dienst: Dienst) -> Iterator[Veldfout]:
    """Name what a plan lacks; a fixed price has no hours at all, which an activity says by 0."""
    for veld, wat in _VERPLICHT:
        nodig = not (dienst.vaste_prijs and veld == "administratie_uren")
        if nodig and getattr(plan, veld) in (None, ()):
            yield Veldfout(veld, "plan-onvolledig", f"In het plan ontbreekt {wat} ({PLAN_INHOUD.id}).")
    if dienst.vaste_prijs:
        if plan.administratie_uren is not None:
            yield geen_uren("administratie_uren")
        yield from (geen_uren(f"activiteiten[{n}].uren") for n, een in enumerate(plan.activiteiten) if een.uren)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planoordeel:
    """What UWV decided about a plan."""

    akkoord: bool
    """UWV gaat akkoord: er komt een inkooporder."""
    oordeel_op: date
    """De dag van het oordeel; bij akkoord begint de dienst die dag."""
    toelichting: LangeTekst | None
    """Waarom niet, of wat opvalt."""
    door: str
    """Wie oordeelde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingediendplan:
    """A plan as UWV received it."""

    inhoud: Reintegratieplan
    """Het plan."""
    ontvangen_op: date
    """De dag waarop UWV het ontving."""
    door: str
    """Wie het indiende."""
    op: datetime
    """Wanneer dat is vastgelegd."""
    oordeel: Planoordeel | None = None
    """Het oordeel van UWV."""

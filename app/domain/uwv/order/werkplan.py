"""What UWV writes down before it buys a service (UWV §4.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from annotated_types import Ge, Le, MaxLen, MinLen

from app.domain.besluit import Regel
from app.domain.fouten import Veldfout
from app.domain.soorten import KorteTekst, LangeTekst
from app.domain.uwv.begeleidingsuren import Uren
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.grenzen import DIENST

KEUZE_CLIENT = Regel("uwv.keuze_client", "UWV", "§4.3")

Maanden = Annotated[int, Ge(1), Le(60)]
"""A duration; what a service allows is judged by its rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkplanactiviteit:
    """An activity that UWV thinks necessary."""

    omschrijving: KorteTekst
    """Welke hoofdactiviteit of re-integratieactiviteit."""
    uren: Uren | None = None
    """Indicatie van het aantal begeleidingsuren; leeg bij een vaste prijs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkplan:
    """The werkplan, for a ZW client the plan van aanpak: always as the client stands now."""

    opleiding_en_werkervaring: LangeTekst
    """Opleiding en werkervaring van de cliënt."""
    visie_client: LangeTekst
    """Hoe de cliënt zijn mogelijkheden ziet."""
    visie_opdrachtgever: LangeTekst
    """Hoe UWV de kansen op de arbeidsmarkt ziet."""
    belemmeringen: LangeTekst
    """Wat de terugkeer naar werk in de weg staat, voor zover van belang."""
    afspraken: LangeTekst
    """Wat met de cliënt is afgesproken, en waarom; bij Werkbehoud de opdracht met het doel."""
    activiteiten: Annotated[tuple[Werkplanactiviteit, ...], MinLen(1), MaxLen(50)]
    """Welke activiteiten nodig worden geacht."""
    doorlooptijd_maanden: Maanden
    """De geïndiceerde maximale individuele doorlooptijd."""
    aanvullend: LangeTekst | None = None
    """Wat de opdrachtnemer verder moet weten."""
    eerder_resultaat: LangeTekst | None = None
    """Het resultaat van een eerdere dienst, als die er was."""

    @property
    def uren(self) -> Decimal:
        """The hours that UWV indicated, of all activities together."""
        return sum((een.uren for een in self.activiteiten if een.uren is not None), Decimal(0))


def werkplanfouten(werkplan: Werkplan, dienst: Dienst) -> Iterator[Veldfout]:
    """Name the hours of a werkplan for a fixed price."""
    if dienst.vaste_prijs:
        geteld = enumerate(werkplan.activiteiten)
        yield from (geen_uren(f"activiteiten[{n}].uren") for n, een in geteld if een.uren is not None)


def geen_uren(veld: str) -> Veldfout:
    """The fault of hours where the price is fixed: none are approved, so none are planned (table III)."""
    tekst = f"Deze dienst heeft een vaste prijs: er horen geen uren bij ({DIENST.id})."
    return Veldfout(veld, "niet-van-toepassing", tekst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orientatiegesprek:
    """A talk of the client with a firm before the choice; nobody pays for it (UWV §4.3)."""

    opdrachtnemer_id: UUID
    """Met welke opdrachtnemer."""
    gesproken_op: date
    """De dag van het gesprek."""
    gekozen: bool
    """De cliënt kiest deze opdrachtnemer."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

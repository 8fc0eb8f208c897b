"""A screening as it is kept. The BAD sees what is financial, and no more."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from app.domain.basisdienstverlening.screening.feiten import FinancieleVragen, Leefvorm, ScreeningFeiten
from app.domain.basisdienstverlening.screening.uitkomst import Naar, ScreeningUitkomst
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Samenstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import Afgeschermd, Bedrag, LangeTekst

NIET_FINANCIEEL = Afgeschermd("niet_financieel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorgeleiding:
    """That a referral was carried out."""

    naar: Naar
    """Naar wie."""
    op: date
    """De dag van de overdracht."""
    warm: bool
    """Of de consulent de klant zelf heeft overgedragen."""
    door: str
    """Wie het vastlegde."""
    toelichting: LangeTekst | None
    """Wat is afgesproken, of waarom de overdracht niet warm was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschot:
    """An advance: the klant was told that it is one."""

    verstrekt_op: date
    """De dag waarop het voorschot is verstrekt."""
    bedrag: Bedrag
    """Het bedrag in euro's."""
    op_verzoek: bool
    """Op verzoek van de klant; anders ambtshalve, wegens broodnood of omdat de wettelijke termijn afloopt."""
    leefvorm: Annotated[Leefvorm, NIET_FINANCIEEL]
    """De leefvorm waarvoor het minimum geldt."""
    minimum: Bedrag | None
    """Wat een voorschot zonder eigen inkomen ten minste is; null als voor de leeftijd geen norm bekend is."""
    toelichting: Annotated[LangeTekst | None, NIET_FINANCIEEL]
    """Waarom het lager is dan het minimum."""
    volgende_uiterlijk: date
    """De laatste dag voor het volgende voorschot, zolang er niet is besloten."""
    door: str
    """Wie het vastlegde."""
    motivering: Annotated[tuple[Grond, ...], NIET_FINANCIEEL]
    """De toegepaste regels."""
    verantwoording: Annotated[Verantwoording, NIET_FINANCIEEL]
    """Waarop het minimum berust."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partneroordeel:
    """What the same talk leads to for the partner: by the same rules, at an age of their own."""

    feiten: ScreeningFeiten
    """Wat het gesprek vaststelde, met wat voor de partner zelf geldt."""
    uitkomst: ScreeningUitkomst
    """Loket, verwijzingen en termijnen volgens de regels."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop de uitkomst berust."""


@dataclass(frozen=True, kw_only=True)
class Screening(Samenstuk):
    """The report of the screeningsgesprek."""

    partner_id: Annotated[UUID | None, NIET_FINANCIEEL] = None
    """De partner die meedeed, zelf ook klant."""
    melding_id: UUID
    """De melding waarop het gesprek volgde."""
    financieel: FinancieleVragen | None
    """De zes vragen naar achterstanden en schulden."""
    feiten: Annotated[ScreeningFeiten, NIET_FINANCIEEL]
    """Wat het gesprek vaststelde."""
    uitkomst: Annotated[ScreeningUitkomst, NIET_FINANCIEEL]
    """Loket, verwijzingen en termijnen volgens de regels."""
    motivering: Annotated[tuple[Grond, ...], NIET_FINANCIEEL]
    """De toegepaste regels."""
    partneroordeel: Annotated[Partneroordeel | None, NIET_FINANCIEEL]
    """Wat hetzelfde gesprek voor de partner betekent; null zonder partner."""
    verslag: Annotated[LangeTekst | None, NIET_FINANCIEEL]
    """Verslag van het gesprek."""
    doorgeleidingen: Annotated[tuple[Doorgeleiding, ...], NIET_FINANCIEEL]
    """Verwijzingen die zijn uitgevoerd."""
    voorschotten: tuple[Voorschot, ...]
    """Verstrekte voorschotten."""
    verantwoording: Annotated[Verantwoording, NIET_FINANCIEEL]
    """Waarop de uitkomst berust."""

    @property
    def oordelen(self) -> "dict[UUID, Screening | Partneroordeel]":
        """What the talk leads to, for each whom it was held with."""
        samen = {self.partner_id: self.partneroordeel} if self.partner_id and self.partneroordeel else {}
        return {self.klant_id: self, **samen}

"""An application in its simple form: received, completed, researched, proposed, checked, decided."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraagbesluit import Besluitcontrole, Besluitvoorstel, Verzending
from app.domain.basisdienstverlening.proces.screening import Voorschot
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Samenstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import Afgeschermd, LangeTekst
from app.domain.termijntoetsen.beslistermijn import BeslistermijnUitkomst
from app.domain.termijntoetsen.opschorting import Opschorting


class Aanvraagtoestand(StrEnum):
    """Where the application stands."""

    ONTVANGEN = "ontvangen"
    AANVULLING_GEVRAAGD = "aanvulling_gevraagd"
    VOLLEDIG = "volledig"
    VOORGESTELD = "voorgesteld"
    GEFIATTEERD = "gefiatteerd"
    BESLOTEN = "besloten"
    INGETROKKEN = "ingetrokken"


AFGELOPEN = frozenset({Aanvraagtoestand.BESLOTEN, Aanvraagtoestand.INGETROKKEN})
"""Nothing follows any more; `ingetrokken` comes with the melding or by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvulling:
    """What the klant handed in after a request, and whether that made the application complete."""

    aangevuld_op: date
    """De dag waarop de klant aanvulde."""
    compleet: bool
    """De aanvraag is hiermee volledig."""
    toelichting: LangeTekst | None
    """Wat is ontvangen of nog ontbreekt."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SrScreening:
    """The administrative screening by the sociale recherche; every application gets one."""

    onderzoek_nodig: bool
    """De sociale recherche stelt een onderzoek in."""
    notitie: Annotated[LangeTekst | None, Afgeschermd("sr_notitie")]
    """Notitie van de sociale recherche."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraagintrekking:
    """The klant withdrew the application itself, whatever became of the melding."""

    ingetrokken_op: date
    """De dag van de intrekking."""
    reden: LangeTekst | None
    """Waarom."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, kw_only=True)
class Aanvraag(Samenstuk):
    """The application for bijstand of a melding."""

    melding_id: UUID
    """De melding waarbij de aanvraag hoort."""
    ontvangen_op: date
    """De dag van ontvangst."""
    toestand: Aanvraagtoestand
    """Hoe ver de behandeling is."""
    opschortingen: tuple[Opschorting, ...]
    """Verzoeken om aan te vullen, met hun hersteltermijn."""
    aanvullingen: tuple[Aanvulling, ...]
    """Wat de klant daarna inleverde, ook als dat niet genoeg was."""
    volledig_op: date | None
    """De dag waarop de aanvraag volledig was; null zolang zij dat niet is."""
    voorschotten: tuple[Voorschot, ...]
    """Voorschotten die zijn verstrekt toen er geen screening was; de screening heeft de andere."""
    beslistermijn: BeslistermijnUitkomst
    """Wanneer uiterlijk is besloten, met de opschortingen."""
    sr_screening: SrScreening | None
    """De administratieve screening door de sociale recherche."""
    voorstel: Besluitvoorstel | None
    """Het voorstel."""
    controle: Besluitcontrole | None
    """De laatste controle."""
    verzending: Verzending | None
    """Het verzonden besluit."""
    intrekking: Aanvraagintrekking | None = None
    """De intrekking van de aanvraag zelf; null als zij met de melding is ingetrokken."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop de beslistermijn berust."""

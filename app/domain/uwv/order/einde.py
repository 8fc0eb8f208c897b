"""How an order ends: the end, the end report and UWV's judgement of the result (UWV §3.7, §4.8)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from app.domain.soorten import KorteTekst, LangeTekst
from app.domain.uwv.begeleidingsuren import Uren
from app.domain.uwv.vervolg import Dienstvervolg


class Eindreden(StrEnum):
    """Why a service ended."""

    DOORLOOPTIJD = "doorlooptijd"
    RESULTAAT_BEREIKT = "resultaat_bereikt"
    EVALUATIE = "evaluatie"
    TERUGMELDING = "terugmelding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeindiging:
    """The end of a service."""

    beeindigd_op: date
    """Datum Beëindigde Re-integratiedienst."""
    reden: Eindreden
    """Waarom."""
    toelichting: LangeTekst | None
    """Wat opvalt."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activiteitverslag:
    """What was done of one activity."""

    omschrijving: KorteTekst
    """Welke activiteit."""
    uren: Uren | None = None
    """Ingezette begeleidingsuren; niet bij een vaste prijs."""
    afwijking: LangeTekst | None = None
    """Waarin en waarom het anders ging dan in het plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindrapportage:
    """The contents of an end report, as it came in: what is missing is named when it is handed in."""

    activiteiten: Annotated[tuple[Activiteitverslag, ...], MaxLen(50)] = ()
    """Ingezette activiteiten, met afwijkingen en uren."""
    vorderingen: LangeTekst | None = None
    """Vorderingen van de cliënt."""
    resultaat: LangeTekst | None = None
    """Het bereikte resultaat, of waarom het niet is bereikt."""
    visie_client_verloop: LangeTekst | None = None
    """Hoe de cliënt het verloop ziet."""
    visie_client_resultaat: LangeTekst | None = None
    """Hoe de cliënt het resultaat en het vervolg ziet."""
    werkhervatting: bool | None = None
    """Er is een werkhervatting."""
    uren_akkoord_client_op: date | None = None
    """De dag waarop de cliënt akkoord ging met de verantwoorde uren; niet bij een vaste prijs."""
    affiniteiten: LangeTekst | None = None
    """Werkfit maken: affiniteiten en beroepssectoren die passen."""
    advies: LangeTekst | None = None
    """Werkfit maken: advies voor de verdere re-integratie."""
    arbeidsmarktpositie: LangeTekst | None = None
    """Werkfit maken: kansen en mogelijkheden."""
    werknemersvaardigheden: LangeTekst | None = None
    """Werkfit maken: werknemersvaardigheden van de cliënt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingediendrapport:
    """An end report as UWV received it."""

    inhoud: Eindrapportage
    """De eindrapportage."""
    ontvangen_op: date
    """De dag waarop UWV haar ontving."""
    door: str
    """Wie haar indiende."""
    op: datetime
    """Wanneer dat is vastgelegd."""


class Resultaat(StrEnum):
    """What the order counts for in the result percentage."""

    BEHAALD = "behaald"
    NIET_BEHAALD = "niet_behaald"
    TELT_NIET_MEE = "telt_niet_mee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaatoordeel:
    """UWV's judgement, and what follows."""

    behaald: bool
    """Het resultaat is behaald."""
    oordeel_op: date
    """De dag van het oordeel."""
    vervolg: Dienstvervolg | None
    """Welke ondersteuning volgt; leeg als de dienst geen vervolg kent."""
    toelichting: LangeTekst | None
    """Waarom."""
    door: str
    """Wie oordeelde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


def resultaat_van(einde: Beeindiging | None, *, behaald: bool) -> Resultaat:
    """What a judged order counts for.

    One that UWV stopped after an evaluation never counts (UWV §3.2.1). Keuze: an early return without result does not
    count either, for its cause is by definition not the opdrachtnemer's (§4.6); the source is silent on it.
    """
    reden = einde.reden if einde else None
    if reden is Eindreden.EVALUATIE or (reden is Eindreden.TERUGMELDING and not behaald):
        return Resultaat.TELT_NIET_MEE
    return Resultaat.BEHAALD if behaald else Resultaat.NIET_BEHAALD

"""What keeps a service from going on: illness, objection, a signal, early return (UWV §3.5, §4.6, §4.7)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.soorten import LangeTekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekteperiode:
    """An illness of the client; it never lengthens the service."""

    ziek_van: date
    """De eerste ziektedag."""
    terugmelden_vanaf: date
    """De eerste dag waarop de ziekte langer duurt dan de dienst verdraagt."""
    hersteld_op: date | None
    """De eerste dag waarop de cliënt weer meedoet."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


class Terugmeldreden(StrEnum):
    """A cause on the client's side."""

    OVERLIJDEN = "overlijden"
    VERHUIZING = "verhuizing"
    LANGDURIGE_ZIEKTE = "langdurige_ziekte"
    BEZWAAR_GEGROND = "bezwaar_gegrond"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugmeldbesluit:
    """What UWV decided on an early return."""

    akkoord: bool
    """UWV gaat akkoord; zonder akkoord gaat de dienst door."""
    besloten_op: date
    """De dag van het besluit; bij akkoord eindigt de dienst die dag."""
    toelichting: LangeTekst | None
    """Waarom niet, of wat opvalt."""
    door: str
    """Wie besloot."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugmelding:
    """The proposal to give a client back before the end."""

    reden: Terugmeldreden
    """De oorzaak aan de kant van de cliënt."""
    toelichting: LangeTekst
    """Wat er is gebeurd."""
    client_akkoord_op: date | None
    """De dag waarop de cliënt instemde; leeg bij overlijden."""
    gemeld_op: date
    """De dag waarop UWV de melding ontving."""
    besluit: Terugmeldbesluit | None
    """Het besluit van UWV."""
    door: str
    """Wie het meldde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


class Bezwaartegen(StrEnum):
    """Against which document."""

    WERKPLAN = "werkplan"
    REINTEGRATIEPLAN = "reintegratieplan"


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
class Bezwaar:
    """An objection of the client; it suspends nothing unless UWV says so."""

    tegen: Bezwaartegen
    """Tegen welk document."""
    ingediend_op: date
    """De dag waarop de cliënt bezwaar maakte."""
    schort_op: bool
    """UWV heeft uitdrukkelijk bepaald dat de uitvoering stilligt."""
    toelichting: LangeTekst | None
    """Waarom UWV dat bepaalde, of wat opvalt."""
    beslissing: Bezwaarbeslissing | None
    """Hoe het afliep."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


class Signaalsoort(StrEnum):
    """What the opdrachtnemer reports at once."""

    WEIGERT_MEDEWERKING = "weigert_medewerking"
    MULTIPROBLEMATIEK = "multiproblematiek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """A report that cannot wait."""

    soort: Signaalsoort
    """Waarover."""
    gesignaleerd_op: date
    """De dag waarop het bleek."""
    toelichting: LangeTekst
    """Wat er speelt."""
    door: str
    """Wie het meldde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

"""What the use cases need of the outside world, as Protocols; `main` hands them the real things."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from app.domain.dossier.klant import Klant
from app.domain.dossier.stuk import Stuk
from app.domain.dossier.termijn import Termijn
from app.domain.uwv.kpi import Ordertelling
from app.services.identiteit import Beller

S = TypeVar("S", bound=Stuk)
T = TypeVar("T")


class Klok(Protocol):
    """The one clock, at the edge."""

    def __call__(self) -> datetime:
        """Return the moment in UTC, in whole seconds."""
        ...


class Tokencontrole(Protocol):
    """Checks a bearer token."""

    async def controleer(self, authorization: str | None) -> Beller:
        """Return the caller of an Authorization header; raises TokenOngeldig and UitgeverOnbereikbaar."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """One line of the journal: what happened to which dossiers."""

    type: str
    """Noun and past participle: `melding.geregistreerd`."""
    geldig_vanaf: date
    """The day from which this version holds."""
    grond: str
    """On which ground: a rule id or the reason that the caller gave."""
    corrigeert: int | None = None
    """The version that this one corrects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paginavraag:
    """A page of a list: equal filters, one stated sort, and where the page before ended."""

    gelijk: Mapping[str, Any] = field(default_factory=dict)
    tussen: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    """Field to (from, through), either None."""
    leeg: tuple[str, ...] = ()
    """Fields without a value."""
    gevuld: tuple[str, ...] = ()
    """Fields with a value, whatever it is."""
    bereikt: Mapping[str, tuple[date, bool]] = field(default_factory=dict)
    """Field to a day, and whether it must reach that day; without a value it reaches none."""
    sorteer: str
    """Field to sort by, with `-` before it for the other way; the id breaks ties."""
    na: tuple[Any, UUID] | None = None
    """Sort key and id of the last row of the page before."""
    limiet: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijnregel:
    """A line of a dossier's tijdlijn: something that happened."""

    volgnummer: int
    """Volgnummer in dit dossier, vanaf 1."""
    op: datetime
    """Wanneer het is vastgelegd."""
    type: str
    """Wat er gebeurde: onderwerp en voltooid deelwoord."""
    onderwerp_soort: str
    """Soort stuk waarover het gaat."""
    onderwerp_id: UUID
    """Kenmerk van dat stuk."""
    versie: int
    """De versie van dat stuk die toen ontstond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditspoor:
    """A line of the audit trail: who did what, when, on which ground, from which client."""

    volgnummer: int
    """Nummer van de regel; het loopt op, met gaten, over alle dossiers heen."""
    op: datetime
    """Wanneer het is vastgelegd."""
    wie: str
    """Uitgever en kenmerk van de medewerker of de machine."""
    client: str
    """De software waarmee het gebeurde."""
    rollen: tuple[str, ...]
    """De rollen in het token."""
    handeling: str
    """De bewerking van deze API."""
    onderwerp_soort: str
    """Soort stuk waarover het gaat."""
    onderwerp_id: UUID
    """Kenmerk van dat stuk."""
    grond: str
    """De regel of de reden waarop het berust."""
    verzoek: str
    """Nummer van het verzoek, zoals in X-Request-ID en het logboek."""


@dataclass(frozen=True, slots=True)
class Versie:
    """One version of a thing, as history keeps it."""

    versie: int
    geldig_vanaf: date
    vastgelegd_op: datetime
    corrigeert: int | None
    stuk: Stuk


class Lezer(Protocol):
    """Reading, outside a transaction."""

    async def haal(self, soort: type[S], stuk_id: UUID) -> S:
        """Return one thing; raises NietGevonden."""
        ...

    async def vind(self, soort: type[S], **gelijk: Any) -> tuple[S, ...]:
        """Return all things of one dossier or subject with these values, oldest first; for small sets only."""
        ...

    async def pagina(self, soort: type[S], vraag: Paginavraag) -> tuple[S, ...]:
        """Return at most `limiet` things."""
        ...

    async def op(self, soort: type[S], stuk_id: UUID, geldig_op: date, bekend_op: datetime) -> S:
        """Return the version that held on a day, as known at a moment; raises NietGevonden."""
        ...

    async def versies(self, soort: type[S], stuk_id: UUID) -> tuple[Versie, ...]:
        """Return every version, oldest first."""
        ...

    async def tijdlijn(self, klant_id: UUID, na: int, limiet: int) -> tuple[Tijdlijnregel, ...]:
        """Return a dossier's journal after a sequence number."""
        ...

    async def audit(self, klant_id: UUID, na: int, limiet: int) -> tuple[Auditspoor, ...]:
        """Return a dossier's audit trail after a sequence number."""
        ...

    async def klant_met_bsn(self, bsn: str) -> Klant | None:
        """Find a klant by BSN, through its keyed hash."""
        ...

    async def bsn(self, klant_id: UUID) -> str:
        """Return the BSN of a klant; raises NietGevonden."""
        ...

    async def klanten_met_naam(self, geslachtsnaam: str, geboortedatum: date) -> tuple[Klant, ...]:
        """Find klanten by birth date and name, whatever its case and accents; at most 50."""
        ...

    async def werkvoorraad(self, vraag: "Werkvraag") -> tuple["Werkregel", ...]:
        """Return running terms with their klant: urgent first, then by last day."""
        ...

    async def ordertellingen(self, vraag: "Ordervraag") -> tuple[Ordertelling, ...]:
        """Count judged inkooporders per service and opdrachtnemer, in that order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordervraag:
    """Which judged inkooporders are counted."""

    oordeel_van: date | None
    oordeel_tot: date | None
    organisatie: str | None
    """Only of this opdrachtnemer, by its kenmerk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkvraag:
    """Whose work list, and where the page before ended."""

    rollen: tuple[str, ...]
    persoon: str | None
    """Only of the klanten assigned to this employee today, in that role."""
    organisatie: str | None
    """Only of inkooporders of this opdrachtnemer, by its kenmerk."""
    nu: datetime
    vandaag: date
    alleen_te_laat: bool
    tot_en_met: date | None
    na: tuple[bool, date, UUID] | None
    """Urgency, last day and id of the last row of the page before."""
    limiet: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkklant:
    """Of whom, as a work list shows it."""

    id: UUID
    """Kenmerk van de klant."""
    naam: str
    """Voornamen, voorvoegsel en geslachtsnaam."""
    geboortedatum: date
    """Geboortedatum."""


@dataclass(frozen=True, slots=True)
class Werkregel:
    """A line of a work list: what is due, and of whom."""

    termijn: Termijn
    klant: Werkklant


class Schrijver(Lezer, Protocol):
    """One transaction: what is recorded here is committed together or not at all."""

    async def dossier(self, klant_id: UUID) -> Klant:
        """Lock a dossier and return its klant; raises NietGevonden. Several dossiers: in order of id."""
        ...

    async def open(self, soort: type[S], stuk_id: UUID) -> S:
        """Lock the dossier of a thing, or what has none itself, and return it as it stands; raises NietGevonden."""
        ...

    async def open_alle(self, soort: type[S], stuk_ids: tuple[UUID, ...]) -> tuple[S, ...]:
        """Lock the dossiers of several things, in order of klant, and return them as asked; raises NietGevonden."""
        ...

    async def minuten_op(self, order_ids: tuple[UUID, ...], dag: date) -> Mapping[UUID, int]:
        """Return the minutes of the sessions of a day that were not withdrawn, per inkooporder that has any."""
        ...

    def bewaar(self, stuk: Stuk, gebeurtenis: Gebeurtenis, *, dossiers: tuple[UUID, ...]) -> None:
        """Record a new thing (versie 1) or its next version, with history, audit and the journal of each dossier."""
        ...

    def bewaar_bsn(self, klant_id: UUID, bsn: str) -> None:
        """Record the BSN of a new klant, encrypted."""
        ...

    def bewaar_termijnen(self, termijnen: tuple[Termijn, ...]) -> None:
        """Record new or changed terms."""
        ...


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer as it was given, to be given again."""

    status: int
    koppen: tuple[tuple[str, str], ...]
    lichaam: bytes


@dataclass(frozen=True, slots=True)
class Herhaalsleutel:
    """An Idempotency-Key with whose it is, and a digest of the body it came with."""

    sleutel: bytes
    lichaam: bytes


class Opslag(Protocol):
    """The store of everything."""

    async def schrijf(
        self,
        werk: Callable[[Schrijver], Awaitable[tuple[T, Antwoord]]],
        *,
        beller: Beller,
        nu: datetime,
        handeling: str,
        verzoek: str,
        herhaal: Herhaalsleutel | None,
    ) -> Antwoord:
        """Run a use case in one transaction, again after a deadlock; give the first answer again for a known key.

        Raises SleutelHergebruikt, Strijdig, OpslagOnbereikbaar and whatever the use case raises.
        """
        ...

    def lezer(self) -> Lezer:
        """Return a reader; each read takes a connection of its own."""
        ...

    async def peil(self) -> None:
        """Ask the database whether it can be worked with; raises OpslagOnbereikbaar and SchemaWijktAf."""
        ...

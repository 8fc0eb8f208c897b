"""What ends a service early, or may: illness and early return (UWV §4.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.besluit import Regel
from app.domain.fouten import Veldfout
from app.domain.soorten import LangeTekst

TERUGMELDING = Regel("uwv.terugmelding", "UWV", "§4.6")


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

    @property
    def naam(self) -> str:
        """As people write it."""
        return _REDENEN.get(self, self.value)


_REDENEN = {
    Terugmeldreden.LANGDURIGE_ZIEKTE: "langdurige ziekte",
    Terugmeldreden.BEZWAAR_GEGROND: "een gegrond bezwaar",
    Terugmeldreden.ANDERS: "een andere oorzaak bij de cliënt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugmeldbesluit:
    """What UWV decided on an early return."""

    akkoord: bool
    """UWV gaat akkoord; zonder akkoord gaat de dienst door."""
    besloten_op: date
    """De dag van het besluit; bij akkoord eindigt de dienst die dag, of eerder op de einddatum als die voorbij is."""
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
    """De dag waarop de cliënt instemde, of bij curatele of mentorschap diens wettelijk vertegenwoordiger; leeg bij
    overlijden en bij een gegrond bezwaar."""
    gemeld_op: date
    """De dag waarop UWV de melding ontving."""
    besluit: Terugmeldbesluit | None
    """Het besluit van UWV."""
    door: str
    """Wie het meldde."""
    op: datetime
    """Wanneer dat is vastgelegd."""


def open_ziekte(perioden: Iterable[Ziekteperiode]) -> Ziekteperiode | None:
    """The illness from which the client has not recovered."""
    return next((periode for periode in perioden if periode.hersteld_op is None), None)


def lopende_terugmelding(terugmeldingen: Iterable[Terugmelding]) -> Terugmelding | None:
    """The proposal that UWV has not decided on."""
    return next((melding for melding in terugmeldingen if melding.besluit is None), None)


def teruggemeld_om(ziekte: Ziekteperiode, terugmeldingen: Iterable[Terugmelding]) -> bool:
    """Whether this illness has led to a proposal already, whatever UWV decided: then nothing reminds of it."""
    return any(
        melding.reden is Terugmeldreden.LANGDURIGE_ZIEKTE and melding.gemeld_op >= ziekte.ziek_van
        for melding in terugmeldingen
    )


def redenfouten(reden: Terugmeldreden, client_akkoord_op: date | None, gemeld_op: date) -> Iterator[Veldfout]:
    """Everything against a proposal in itself: its cause, and the agreement of the client that goes before it."""
    if reden is Terugmeldreden.BEZWAAR_GEGROND:
        tekst = "Deze reden volgt alleen uit een beslissing op bezwaar."
        yield Veldfout("reden", "volgt-uit-bezwaar", tekst)
    if reden is Terugmeldreden.OVERLIJDEN:
        if client_akkoord_op is not None:
            tekst = f"Bij overlijden is er geen instemming van de cliënt ({TERUGMELDING.id})."
            yield Veldfout("client_akkoord_op", "niet-van-toepassing", tekst)
    elif client_akkoord_op is None:
        tekst = f"Geef de dag waarop de cliënt instemde ({TERUGMELDING.id})."
        yield Veldfout("client_akkoord_op", "verplicht", tekst)
    elif client_akkoord_op > gemeld_op:
        tekst = f"De cliënt stemt in voordat de melding wordt gedaan ({TERUGMELDING.id})."
        yield Veldfout("client_akkoord_op", "na-melding", tekst)

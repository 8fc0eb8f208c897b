"""What the sessions of an order come to per activity, exact, so that an end report can be held against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from uuid import UUID

from app.domain.soorten import KorteTekst
from app.domain.uwv.begeleidingsuren import Sessiesoort, Uren
from app.domain.uwv.minuten import PER_UUR, deel_van_client, rond_af
from app.domain.uwv.order.sessie import Begeleidingssessie, Deelnemers, Minuten

_SOORTEN = tuple(Sessiesoort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessieaandeel:
    """What one session counts for this client."""

    begeleidingssessie_id: UUID
    """Kenmerk van de sessie."""
    gehouden_op: date
    """De dag van de sessie."""
    minuten: Minuten
    """Hoe lang de sessie duurde."""
    deelnemers: Deelnemers
    """Door hoeveel deelnemers de minuten worden gedeeld."""
    aandeel: str
    """De minuten van deze cliënt, exact: 20/3 is zes minuten en veertig seconden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activiteittijd:
    """The time of one activity."""

    activiteit: KorteTekst
    """Wat er is gedaan, zoals de sessies het noemen."""
    soort: Sessiesoort
    """Activiteit, administratie of overhead; overhead telt niet."""
    minuten: Decimal
    """De minuten van deze cliënt, op honderdsten."""
    exact: str
    """Dezelfde minuten, exact, als breuk."""
    uren: Uren
    """Dezelfde tijd in uren, voordat een maximum telt."""
    sessies: tuple[Sessieaandeel, ...]
    """Welke sessies meetellen; een ingetrokken sessie niet."""


def per_activiteit(sessies: Iterable[Begeleidingssessie]) -> tuple[Activiteittijd, ...]:
    """Add up the sessions that were not withdrawn, whatever order they come in."""
    gelden = sorted((sessie for sessie in sessies if sessie.intrekking is None), key=_volgorde)
    groepen = groupby(gelden, key=lambda sessie: (sessie.soort, sessie.activiteit))
    return tuple(_activiteit(soort, activiteit, tuple(groep)) for (soort, activiteit), groep in groepen)


def _volgorde(sessie: Begeleidingssessie) -> tuple[int, str, date, UUID]:
    return _SOORTEN.index(sessie.soort), sessie.activiteit, sessie.gehouden_op, sessie.id


def _activiteit(soort: Sessiesoort, activiteit: str, sessies: tuple[Begeleidingssessie, ...]) -> Activiteittijd:
    minuten = deel_van_client(sessies)
    return Activiteittijd(
        activiteit=activiteit,
        soort=soort,
        minuten=rond_af(minuten),
        exact=str(minuten),
        uren=rond_af(minuten / PER_UUR),
        sessies=tuple(map(_aandeel, sessies)),
    )


def _aandeel(sessie: Begeleidingssessie) -> Sessieaandeel:
    return Sessieaandeel(
        begeleidingssessie_id=sessie.id,
        gehouden_op=sessie.gehouden_op,
        minuten=sessie.minuten,
        deelnemers=sessie.deelnemers,
        aandeel=str(Fraction(sessie.minuten, sessie.deelnemers)),
    )

"""Which versions of a thing stand, and from which day a next one may hold (legal time)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from app.domain.fouten import eis
from app.domain.tekst import dag


class Geldigheid(Protocol):
    """From when a version holds, and which version it took the place of."""

    @property
    def versie(self) -> int:
        """Its number."""
        ...

    @property
    def geldig_vanaf(self) -> date:
        """Its first day."""
        ...

    @property
    def corrigeert(self) -> int | None:
        """The version that it corrects."""
        ...


V = TypeVar("V", bound=Geldigheid)


def staande(versies: Iterable[V]) -> tuple[V, ...]:
    """Return the versions that were not corrected away, by first day; of one day the last recorded stands last."""
    alle = tuple(versies)
    gecorrigeerd = {versie.corrigeert for versie in alle}
    over = (versie for versie in alle if versie.versie not in gecorrigeerd)
    return tuple(sorted(over, key=lambda versie: (versie.geldig_vanaf, versie.versie)))


def eerste_dag(
    versies: Sequence[Geldigheid], vandaag: date, *, geldig_vanaf: date | None = None, corrigeert: int | None = None
) -> date:
    """Return the first day of the next version, so that the last recorded version is always what holds today.

    A change holds from today, or from a given day between the first day of the current version and today. A correction
    takes the place of the current version from its first day, or from a given day after the first day of the version
    before it and not after today; without a version before it, not after the day on which the first version began.
    Raises OngeldigeInvoer for any other day or version.
    """
    if corrigeert is None:
        return _dag_van_wijziging(versies[-1], vandaag, geldig_vanaf or vandaag)
    _eis_huidige(versies, corrigeert)
    return _dag_van_correctie(versies, vandaag, geldig_vanaf or versies[-1].geldig_vanaf)


def _dag_van_wijziging(huidige: Geldigheid, vandaag: date, op: date) -> date:
    begin = huidige.geldig_vanaf
    eis(op <= vandaag, "geldig_vanaf", "toekomst", "Deze dag ligt in de toekomst; leg de wijziging vast als zij geldt.")
    te_vroeg = f"De huidige versie geldt vanaf {dag(begin)}; een wijziging geldt niet eerder."
    eis(op >= begin, "geldig_vanaf", "voor-huidige", te_vroeg)
    return op


def _eis_huidige(versies: Sequence[Geldigheid], corrigeert: int) -> None:
    huidige = versies[-1].versie
    bekend = corrigeert in {versie.versie for versie in versies}
    eis(bekend, "corrigeert", "onbekende-versie", "Deze versie bestaat niet.")
    alleen = f"Alleen de huidige versie, {huidige}, kan worden gecorrigeerd."
    eis(corrigeert == huidige, "corrigeert", "niet-huidig", alleen)


def _dag_van_correctie(versies: Sequence[Geldigheid], vandaag: date, op: date) -> date:
    """The own first day always does, also when the version before began on that day."""
    if op == versies[-1].geldig_vanaf:
        return op
    eis(op <= vandaag, "geldig_vanaf", "toekomst", "Deze dag ligt in de toekomst; een correctie geldt al.")
    if eerder := staande(versies)[:-1]:
        begin = eerder[-1].geldig_vanaf
        te_vroeg = f"De versie ervoor geldt vanaf {dag(begin)}; deze begint ten minste een dag later."
        eis(op > begin, "geldig_vanaf", "voor-vorige", te_vroeg)
    else:
        begin = versies[0].geldig_vanaf
        eis(op <= begin, "geldig_vanaf", "na-begin", f"De klant is bekend sinds {dag(begin)}; dan blijft er een gat.")
    return op

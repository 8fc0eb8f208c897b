"""A finding: one applied rule with the referrals that it brings."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.besluit import Grond


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What one rule found; without referrals it only gives a reason."""

    grond: Grond
    verwijzingen: tuple[Verwijzing, ...] = ()
    elders: bool = False
    """No right to a uitkering is expected here: another desk goes first, or the income is too high."""


def bundel(bevindingen: Iterable[Bevinding]) -> tuple[Verwijzing, ...]:
    """Gather the referrals in the order of `Naar`, each address once: warm or urgent as soon as one of them is."""
    alle = [verwijzing for bevinding in bevindingen for verwijzing in bevinding.verwijzingen]
    per_adres = ((adres, [v for v in alle if v.naar is adres]) for adres in Naar)
    return tuple(
        Verwijzing(naar=adres, warm=any(v.warm for v in gelijke), spoed=any(v.spoed for v in gelijke))
        for adres, gelijke in per_adres
        if gelijke
    )

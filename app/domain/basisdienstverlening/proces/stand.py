"""How far a klant is in a melding, and which steps that allows."""

from enum import StrEnum

from app.domain.fouten import StapNietToegestaan


class Stand(StrEnum):
    """Where one klant of a melding stands. Partners of one melding each have their own."""

    GEMELD = "gemeld"
    GESCREEND = "gescreend"
    AFWIJZING_VOORGESTELD = "afwijzing_voorgesteld"
    BESPROKEN = "besproken"
    INGEDEELD = "ingedeeld"
    DOORVERWEZEN = "doorverwezen"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"

    @property
    def open(self) -> bool:
        """The melding still runs for this klant."""
        return self in _STAPPEN


class Stap(StrEnum):
    """The steps of a melding, as the API names their collections."""

    SCREENING = "screening"
    AFWIJZING = "afwijzing"
    AMBITIEGESPREK = "ambitiegesprek"
    GROEPSINDELING = "groepsindeling"
    INTREKKING = "intrekking"


_STAPPEN: dict[Stand, tuple[Stap, ...]] = {
    Stand.GEMELD: (Stap.SCREENING, Stap.INTREKKING),
    Stand.GESCREEND: (Stap.AMBITIEGESPREK, Stap.INTREKKING),
    Stand.AFWIJZING_VOORGESTELD: (Stap.AFWIJZING, Stap.INTREKKING),
    Stand.BESPROKEN: (Stap.GROEPSINDELING, Stap.INTREKKING),
}


def toegestaan(stand: Stand, *, zonder_screening: bool) -> tuple[Stap, ...]:
    """Name the steps that a state allows; the route `vso_pro` has no screening and starts at the ambitiegesprek."""
    if stand is Stand.GEMELD and zonder_screening:
        return (Stap.AMBITIEGESPREK, Stap.INTREKKING)
    return _STAPPEN.get(stand, ())


def eis_stap(stap: Stap, stand: Stand, *, zonder_screening: bool) -> None:
    """Raise StapNietToegestaan, with what is allowed now, for a step out of order."""
    mogelijk = toegestaan(stand, zonder_screening=zonder_screening)
    if stap not in mogelijk:
        raise StapNietToegestaan(stap.value.capitalize(), stand, mogelijk)

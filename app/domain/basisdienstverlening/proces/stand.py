"""How far a klant is in a melding, and which steps that allows."""

from enum import Enum, StrEnum, auto

from app.domain.fouten import StapNietToegestaan


class Stand(StrEnum):
    """Where one klant of a melding stands. Partners of one melding each have their own."""

    GEMELD = "gemeld"
    GESCREEND = "gescreend"
    AFWIJZING_VOORGESTELD = "afwijzing_voorgesteld"
    BESPROKEN = "besproken"
    INGEDEELD = "ingedeeld"
    GEEN_AMBITIEGESPREK = "geen_ambitiegesprek"
    DOORVERWEZEN = "doorverwezen"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"

    @property
    def open(self) -> bool:
        """The melding still runs for this klant."""
        return self in _STAPPEN

    @property
    def bijstand_volgt(self) -> bool:
        """The melding ended for this klant, and an application may still come of it or run."""
        return self in (Stand.INGEDEELD, Stand.GEEN_AMBITIEGESPREK)


class Stap(StrEnum):
    """The steps of a melding, as the API names their collections."""

    SCREENING = "screening"
    AFWIJZING = "afwijzing"
    GESPREKSBESLUIT = "gespreksbesluit"
    AMBITIEGESPREK = "ambitiegesprek"
    GROEPSINDELING = "groepsindeling"
    INTREKKING = "intrekking"


class Gesprekskeuze(Enum):
    """Whether a klant who was screened has an ambitiegesprek: as the rules say, or as someone has to decide."""

    GEEN = auto()
    """Nobody decides: after the screening comes the talk."""
    OPEN = auto()
    """The inkomensconsulent has to decide whether it is needed."""
    NODIG = auto()
    """The inkomensconsulent decided that it is, and may still decide otherwise."""


_STAPPEN: dict[Stand, tuple[Stap, ...]] = {
    Stand.GEMELD: (Stap.SCREENING, Stap.INTREKKING),
    Stand.GESCREEND: (Stap.AMBITIEGESPREK, Stap.INTREKKING),
    Stand.AFWIJZING_VOORGESTELD: (Stap.AFWIJZING, Stap.INTREKKING),
    Stand.BESPROKEN: (Stap.GROEPSINDELING, Stap.INTREKKING),
}

_NA_KEUZE: dict[Gesprekskeuze, tuple[Stap, ...]] = {
    Gesprekskeuze.GEEN: _STAPPEN[Stand.GESCREEND],
    Gesprekskeuze.OPEN: (Stap.GESPREKSBESLUIT, Stap.INTREKKING),
    Gesprekskeuze.NODIG: (Stap.AMBITIEGESPREK, Stap.GESPREKSBESLUIT, Stap.INTREKKING),
}


def toegestaan(stand: Stand, *, zonder_screening: bool, keuze: Gesprekskeuze = Gesprekskeuze.GEEN) -> tuple[Stap, ...]:
    """Name the steps that a state allows; the route `vso_pro` has no screening and starts at the ambitiegesprek."""
    if stand is Stand.GEMELD and zonder_screening:
        return (Stap.AMBITIEGESPREK, Stap.INTREKKING)
    if stand is Stand.GESCREEND:
        return _NA_KEUZE[keuze]
    return _STAPPEN.get(stand, ())


def eis_stap(stap: Stap, stand: Stand, *, zonder_screening: bool, keuze: Gesprekskeuze = Gesprekskeuze.GEEN) -> None:
    """Raise StapNietToegestaan, with what is allowed now, for a step out of order."""
    mogelijk = toegestaan(stand, zonder_screening=zonder_screening, keuze=keuze)
    if stap not in mogelijk:
        raise StapNietToegestaan(stap.value.capitalize(), stand, mogelijk)

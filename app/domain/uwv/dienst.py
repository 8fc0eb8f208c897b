"""The services that UWV buys, and for whom."""

from enum import StrEnum


class Dienst(StrEnum):
    """A re-integration service (UWV §3)."""

    PARTICIPATIE_INTERVENTIE = "participatie_interventie"
    BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME = "bevorderen_maatschappelijke_deelname"
    BEGELEIDING_BIJ_SCHOLING = "begeleiding_bij_scholing"
    WERKFIT_MAKEN = "werkfit_maken"
    NAAR_WERK = "naar_werk"
    PRAKTIJKASSESSMENT = "praktijkassessment"
    WERKBEHOUD_LOONDIENST = "werkbehoud_loondienst"
    WERKBEHOUD_ZELFSTANDIGE = "werkbehoud_zelfstandige"

    @property
    def werkbehoud(self) -> bool:
        """Whether it keeps someone at work: no plan, other bounds."""
        return self in {Dienst.WERKBEHOUD_LOONDIENST, Dienst.WERKBEHOUD_ZELFSTANDIGE}

    @property
    def vaste_prijs(self) -> bool:
        """Whether hours do not count, for the price is fixed."""
        return self is Dienst.PRAKTIJKASSESSMENT

    @property
    def perceel(self) -> int:
        """The perceel of the purchase under which it is bought (UWV §3)."""
        return _PERCEEL[self]

    @property
    def parameter(self) -> str:
        """Begin of the ids of its parameters: both kinds of Werkbehoud share theirs."""
        return f"uwv.dienst.{'werkbehoud' if self.werkbehoud else self.value}"

    def __str__(self) -> str:
        """As people write it: Naar werk."""
        return self.value.replace("_", " ").capitalize()


_PERCEEL = {
    Dienst.PARTICIPATIE_INTERVENTIE: 1,
    Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME: 1,
    Dienst.BEGELEIDING_BIJ_SCHOLING: 1,
    Dienst.WERKFIT_MAKEN: 2,
    Dienst.NAAR_WERK: 3,
    Dienst.PRAKTIJKASSESSMENT: 4,
    Dienst.WERKBEHOUD_LOONDIENST: 5,
    Dienst.WERKBEHOUD_ZELFSTANDIGE: 5,
}


class Clientsoort(StrEnum):
    """What UWV pays the client, or why UWV helps (UWV §2)."""

    AG = "ag"
    ZW = "zw"
    WW = "ww"
    IVA_DGA = "iva_dga"

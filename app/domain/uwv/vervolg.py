"""What may follow a finished service (UWV §3.5, §4.1); the order of percelen is never automatic."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.tekst import opsomming
from app.domain.toets import Toets
from app.domain.uwv.dienst import Dienst

VERVOLG = Regel("uwv.vervolg", "UWV", "§3.5, §4.1")


class Dienstvervolg(StrEnum):
    """What may come next."""

    GEEN_VERVOLG = "geen_vervolg"
    MODULAIR = "modulair"
    PRAKTIJKASSESSMENT = "praktijkassessment"
    WERKFIT_MAKEN = "werkfit_maken"
    NAAR_WERK = "naar_werk"
    SCHOLING = "scholing"
    WERKGEVERSSERVICEPUNT = "werkgeversservicepunt"
    WERKBEHOUD = "werkbehoud"


_NA_MODULAIR = tuple(vervolg for vervolg in Dienstvervolg if vervolg is not Dienstvervolg.WERKBEHOUD)
_NA: Mapping[Dienst, tuple[Dienstvervolg, ...]] = MappingProxyType(
    {
        Dienst.PARTICIPATIE_INTERVENTIE: _NA_MODULAIR,
        Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME: _NA_MODULAIR,
        Dienst.BEGELEIDING_BIJ_SCHOLING: (
            Dienstvervolg.GEEN_VERVOLG,
            Dienstvervolg.NAAR_WERK,
            Dienstvervolg.WERKGEVERSSERVICEPUNT,
        ),
        Dienst.WERKFIT_MAKEN: (
            Dienstvervolg.GEEN_VERVOLG,
            Dienstvervolg.NAAR_WERK,
            Dienstvervolg.SCHOLING,
            Dienstvervolg.WERKGEVERSSERVICEPUNT,
        ),
        Dienst.PRAKTIJKASSESSMENT: tuple(v for v in _NA_MODULAIR if v is not Dienstvervolg.PRAKTIJKASSESSMENT),
    }
)
"""The source's own list, in its order; of Naar werk and Werkbehoud it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvVervolgFeiten:
    """A service that is finished."""

    dienst: Dienst
    """De dienst die is afgerond."""
    plaatsing: bool
    """De dienst eindigde met een Plaatsing; telt alleen bij Naar werk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvVervolgUitkomst:
    """What may follow."""

    mogelijkheden: tuple[Dienstvervolg, ...]
    """Wat kan volgen; de opdrachtgever kiest."""


def toets_uwv_vervolg(_peil: Peil, feiten: UwvVervolgFeiten) -> Besluit[UwvVervolgUitkomst]:
    """List what the opdrachtgever can choose from."""
    mogelijk = _NA.get(feiten.dienst, ())
    if feiten.dienst is Dienst.NAAR_WERK and feiten.plaatsing:
        mogelijk = (Dienstvervolg.WERKBEHOUD,)
    if mogelijk:
        wat = f"kan volgen: {opsomming(vervolg.replace('_', ' ') for vervolg in mogelijk)}"
    else:
        wat = "noemt de bron geen vervolg"
    return Besluit(UwvVervolgUitkomst(mogelijkheden=mogelijk), (VERVOLG.grond(f"Na {feiten.dienst} {wat}."),))


UWV_VERVOLG = Toets(
    naam="uwv-vervolg",
    thema="uwv",
    omschrijving="Wat op een afgeronde dienst kan volgen.",
    feiten=UwvVervolgFeiten,
    uitkomst=UwvVervolgUitkomst,
    beoordeel=toets_uwv_vervolg,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={"dienst": "werkfit_maken", "plaatsing": False},
)

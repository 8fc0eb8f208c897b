"""The bounds of a service: hours and months (UWV §3.6 table III, §3.7 table IV)."""

from dataclasses import dataclass

from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.parameter import Waarde
from app.domain.uwv.dienst import Dienst

DIENST = Regel("uwv.dienst", "UWV", "§2.1, §3.6, tabel III")
DOORLOOPTIJD = Regel("uwv.doorlooptijd", "UWV", "§3.7, tabel IV")
WERKBEHOUD_MAX = Regel("uwv.werkbehoud.max", "UWV", "§3.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """The most of a service; no hours where the price is fixed."""

    uren: int | None
    maanden: int
    administratie_uren: int | None
    doel_trede: int | None
    grond: Grond


def grenzen(
    peil: Peil,
    dienst: Dienst,
    *,
    uitzonderlijk: bool = False,
    scholing_weken: int | None = None,
    scholing_maanden: int | None = None,
) -> Grenzen:
    """Give the bounds of a service; those of Begeleiding bij scholing follow the scholing within its maxima."""
    if dienst is not Dienst.BEGELEIDING_BIJ_SCHOLING:
        scholing_weken = scholing_maanden = None
    uren, maanden = _uren(peil, dienst, uitzonderlijk=uitzonderlijk), peil[f"{dienst.parameter}.maanden"]
    hoogste = None if uren is None else _hoogstens(uren, scholing_weken)
    langste = _hoogstens(maanden, scholing_maanden)
    begrensd = "zonder maximum aan uren, voor een vaste prijs" if hoogste is None else f"ten hoogste {hoogste} uren"
    tekst = f"{dienst}: {begrensd}, en ten hoogste {langste} maanden."
    waarden = (maanden,) if uren is None else (uren, maanden)
    return Grenzen(
        uren=hoogste,
        maanden=langste,
        administratie_uren=_getal(peil, f"{dienst.parameter}.administratie_uren"),
        doel_trede=_getal(peil, f"{dienst.parameter}.doel_trede"),
        grond=DIENST.grond(tekst, *waarden),
    )


def _uren(peil: Peil, dienst: Dienst, *, uitzonderlijk: bool) -> Waarde | None:
    if dienst.vaste_prijs:
        return None
    meer = f"{dienst.parameter}.uren_uitzonderlijk"
    return peil[meer] if uitzonderlijk and meer in peil else peil[f"{dienst.parameter}.uren"]


def _hoogstens(grens: Waarde, eigen: int | None) -> int:
    return grens.getal if eigen is None else min(eigen, grens.getal)


def _getal(peil: Peil, parameter: str) -> int | None:
    return peil[parameter].getal if parameter in peil else None

"""Loading every policy set at once: the files are read, includes resolved, and any fault stops the start."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from app.beleid.fouten import BeleidOngeldig, Beleidsfout
from app.beleid.lezen import lees_map
from app.beleid.samenstellen import stel_samen
from app.domain.beleid import Beleidsset


def standaard_map() -> Path:
    """The folder of policy sets that comes with the program."""
    return Path(__file__).parent / "sets"


def laad_sets(pad: Path) -> Mapping[str, Beleidsset]:
    """Load every policy folder under `pad`, by id; raises BeleidOngeldig with all faults when one cannot be used."""
    mappen = [lees_map(deel) for deel in _mappen(pad)]
    fouten = [fout for gelezen in mappen for fout in gelezen.fouten]
    sets, strijdig = stel_samen(mappen)
    if fouten or strijdig:
        raise BeleidOngeldig((*fouten, *strijdig))
    return MappingProxyType(sets)


def _mappen(pad: Path) -> list[Path]:
    try:
        delen = sorted(deel for deel in pad.iterdir() if not deel.name.startswith("."))
    except OSError as fout:
        raise BeleidOngeldig([Beleidsfout(pad.name, "", f"is niet te lezen ({type(fout).__name__})")]) from fout
    los = [
        Beleidsfout(deel.name, "", "hoort hier niet: hier staan alleen mappen") for deel in delen if not deel.is_dir()
    ]
    if los or not delen:
        raise BeleidOngeldig(los or [Beleidsfout(pad.name, "", "is leeg: er is geen beleid")])
    return delen

"""Which terms a melding starts, for whom, and by which rule (IOM PB §2.1, §2.2.1, §2.3.1, §2.4.1)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.basisdienstverlening.melding.contact import KANAAL, bereken_screening
from app.domain.basisdienstverlening.melding.feiten import MeldingUitkomst
from app.domain.basisdienstverlening.melding.toets import BROODNOOD
from app.domain.basisdienstverlening.melding.zoekperiode import ZOEKPERIODE
from app.domain.beleid import Peil
from app.domain.besluit import Regel
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.termijntoetsen.beslistermijn import AANVRAAG_BESLISTERMIJN


def termijnen_van_melding(uitkomst: MeldingUitkomst) -> tuple[Termijnplan, ...]:
    """Every term of a melding; with broodnood all of them go before everything else."""
    return tuple(
        Termijnplan(
            soort=soort,
            regel=regel,
            rol=rol,
            basis_op=uitkomst.meldingsdatum,
            uiterlijk_op=uiterlijk_op,
            spoed=uitkomst.spoed,
        )
        for soort, regel, rol, uiterlijk_op in _termijnen(uitkomst)
        if uiterlijk_op is not None
    )


def termijnen_met_partner(peil: Peil, uitkomst: MeldingUitkomst) -> tuple[Termijnplan, ...]:
    """Every term of a melding of which the partner has a screening, also where who reported has none."""
    uiterlijk = uitkomst.screening_uiterlijk or bereken_screening(peil, uitkomst.meldingsdatum).uitkomst
    return termijnen_van_melding(replace(uitkomst, screening_uiterlijk=uiterlijk))


def _termijnen(uitkomst: MeldingUitkomst) -> Iterator[tuple[Termijnsoort, Regel, str, date | None]]:
    yield Termijnsoort.TERUGBELLEN, KANAAL, "receptie", uitkomst.terugbellen_uiterlijk
    yield Termijnsoort.SCREENING, KANAAL, "inkomensconsulent", uitkomst.screening_uiterlijk
    yield Termijnsoort.ZOEKPERIODE, ZOEKPERIODE, "inkomensconsulent", uitkomst.zoekperiode_tot
    yield Termijnsoort.STREEFBESLUIT, AANVRAAG_BESLISTERMIJN, "inkomensconsulent", uitkomst.streef_besluit
    yield Termijnsoort.BESLUIT, AANVRAAG_BESLISTERMIJN, "inkomensconsulent", uitkomst.besluit_uiterlijk
    yield Termijnsoort.BROODNOOD, BROODNOOD, "coordinator", uitkomst.meldingsdatum if uitkomst.spoed else None

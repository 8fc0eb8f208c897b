"""Which terms a placing starts, for whom and by which rule (IOM PB §2.2.3, §2.2.4, §3.3.6, §6.3.1)."""

from collections.abc import Iterator
from datetime import date

from app.domain.basisdienstverlening.groepswisseling.matchen import TIJD, VERLENGING
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import OVERDRACHT
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.beleid import Peil
from app.domain.dossier.termijn import Termijnplan, met_spoed
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.termijnen import maanden_na


def termijnen_van_indeling(
    peil: Peil, indeling: Groepsindeling, sinds: date, verlengd_tot: date | None = None, *, spoed: bool = False
) -> tuple[Termijnplan, ...]:
    """Every term of a placing that still runs: `sinds` is the first day of the stay in the group.

    With `spoed` the call after the placing goes before other work; how the stay goes on is asked months later.
    """
    plannen = (*met_spoed(_bellen(indeling), spoed=spoed), *_wisselmomenten(peil, indeling, sinds, verlengd_tot))
    return () if indeling.geldig_tot else plannen


def _bellen(indeling: Groepsindeling) -> Iterator[Termijnplan]:
    if indeling.overdracht and indeling.overdracht.bellen_uiterlijk:
        yield Termijnplan(
            soort=Termijnsoort.BELLEN_INKOMENSCONSULENT,
            regel=OVERDRACHT,
            rol="inkomensconsulent",
            basis_op=indeling.geldig_van,
            uiterlijk_op=indeling.overdracht.bellen_uiterlijk,
        )


def _wisselmomenten(
    peil: Peil, indeling: Groepsindeling, sinds: date, verlengd_tot: date | None
) -> Iterator[Termijnplan]:
    """Who works with a klant in Matchen looks back after half a year: the werkconsulent (§3.3.6)."""
    if indeling.klasse is not Klantgroep.MATCHEN:
        return
    eerste = maanden_na(sinds, peil["iom.wisseling.matchen.maanden"].getal)
    momenten = [(Termijnsoort.WISSELBEOORDELING, TIJD, eerste)]
    if verlengd_tot is not None:
        momenten.append((Termijnsoort.VERLENGING, VERLENGING, verlengd_tot))
    for soort, regel, op in momenten:
        yield Termijnplan(
            soort=soort, regel=regel, rol="werkconsulent", basis_op=sinds, uiterlijk_op=op, herinnering=True
        )

"""Opschorting: the days on which a decision term stands still, waiting for the klant (Awb 4:15 lid 1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.domain.besluit import Regel
from app.domain.fouten import Veldfout, eis_geen

WET_AWB_OPSCHORTING = Regel("wet.awb.opschorting", "Awb, IOM PB", "art. 4:15 lid 1, §2.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschorting:
    """One request to complete the application."""

    verzoek_op: date
    """De dag van het verzoek om aan te vullen."""
    hersteltermijn_tot: date
    """De laatste dag waarop de klant kan aanvullen."""
    aangevuld_op: date | None = None
    """De dag waarop de aanvraag compleet was; leeg zolang of als dat niet gebeurt."""

    @property
    def benut(self) -> bool:
        """Completed within the hersteltermijn; what comes later leaves it unused."""
        return self.aangevuld_op is not None and self.aangevuld_op <= self.hersteltermijn_tot

    @property
    def eindigt_op(self) -> date:
        """The day of completing, or else the end of the hersteltermijn."""
        return min(self.aangevuld_op or self.hersteltermijn_tot, self.hersteltermijn_tot)

    @property
    def dagen(self) -> int:
        """From the day after the request; the day of completing is not counted, the last day of an unused term is."""
        return max(0, (self.eindigt_op - self.verzoek_op).days - self.benut)


def op_volgorde(opschortingen: Sequence[Opschorting], vanaf: date) -> tuple[Opschorting, ...]:
    """Put the suspensions of a term from `vanaf` in order of time.

    Raises OngeldigeInvoer, all faults at once, for one that starts before the term, that ends before it starts, or
    that overlaps the one before it. The order in which they are given does not matter.
    """
    genummerd = sorted(enumerate(opschortingen), key=lambda paar: (paar[1].verzoek_op, paar[1].eindigt_op))
    fouten = [fout for nummer, deel in enumerate(opschortingen) for fout in _fouten(deel, vanaf, nummer)]
    fouten += [_overlap(nummer) for (_, eerder), (nummer, later) in pairwise(genummerd) if _overlapt(eerder, later)]
    eis_geen(fouten)
    return tuple(deel for _, deel in genummerd)


def _fouten(deel: Opschorting, vanaf: date, nummer: int) -> Iterator[Veldfout]:
    pad = f"opschortingen[{nummer}]"
    if deel.verzoek_op < vanaf:
        yield Veldfout(f"{pad}.verzoek_op", "voor-termijn", "Het verzoek ligt voor het begin van de termijn.")
    if deel.hersteltermijn_tot < deel.verzoek_op:
        yield Veldfout(f"{pad}.hersteltermijn_tot", "voor-verzoek", "De hersteltermijn eindigt voor het verzoek.")
    if deel.aangevuld_op is not None and deel.aangevuld_op < deel.verzoek_op:
        yield Veldfout(f"{pad}.aangevuld_op", "voor-verzoek", "De aanvulling ligt voor het verzoek.")


def _overlapt(eerder: Opschorting, later: Opschorting) -> bool:
    return later.verzoek_op < eerder.eindigt_op


def _overlap(nummer: int) -> Veldfout:
    return Veldfout(
        f"opschortingen[{nummer}].verzoek_op", "overlap", "Het verzoek ligt voor het einde van de vorige opschorting."
    )

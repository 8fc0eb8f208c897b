"""Work that was resumed during Naar werk, and what interrupted it (UWV §3.3, §3.7).

A second resumption is another job, after the first was lost: the days between are an interruption `anders`, so all
resumptions of an order are judged as one row, of which the first working day is the first of all.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.beleid import Peil
from app.domain.soorten import KorteTekst
from app.domain.uwv.plaatsing import UwvPlaatsingFeiten, toets_uwv_plaatsing
from app.domain.uwv.telling import Onderbreking, Onderbrekingsreden, tel


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkonderbreking:
    """Days without work, also when they are not over yet."""

    van: date
    """De eerste dag zonder werk."""
    tot_en_met: date | None = None
    """De laatste dag zonder werk; leeg zolang de onderbreking duurt."""
    reden: Onderbrekingsreden
    """Ziekte verlengt de telling; iets anders begint haar opnieuw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkhervatting:
    """A resumption of work, with the count as it stood on the day on which it was judged last."""

    hervatting_op: date
    """De eerste werkdag."""
    werkgever: KorteTekst | None
    """Bij wie; leeg als zelfstandige."""
    onderbrekingen: tuple[Werkonderbreking, ...]
    """Op volgorde, zonder overlap; alleen de laatste kan nog duren."""
    tijdig: bool
    """De eerste werkdag van de dienst viel op tijd; bij ander werk telt de eerste werkdag van het eerste werk."""
    plaatsing_op: date | None
    """De dag waarop drie maanden vol waren; leeg zolang die dag niet is bereikt."""
    vol_op: date
    """De dag waarop de telling vol is als niets meer tussenkomt."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

    @property
    def lopend(self) -> Werkonderbreking | None:
        """The interruption that is not over yet."""
        laatste = self.onderbrekingen[-1] if self.onderbrekingen else None
        return laatste if laatste and laatste.tot_en_met is None else None

    def met_einde(self, tot_en_met: date) -> "Werkhervatting":
        """End the interruption that is not over yet."""
        *eerder, laatste = self.onderbrekingen
        return replace(self, onderbrekingen=(*eerder, replace(laatste, tot_en_met=tot_en_met)))


Werkhervattingen = tuple[Werkhervatting, ...]


def plaatsingsfeiten(werk: Werkhervattingen, einddatum: date, peil_op: date) -> UwvPlaatsingFeiten:
    """What the rule asks of all resumptions of an order; an interruption that goes on lasts through the peildag."""
    return UwvPlaatsingFeiten(
        hervatting_op=werk[0].hervatting_op,
        einddatum_individueel=einddatum,
        onderbrekingen=tuple(_geteld(een, peil_op) for deel in werk for een in deel.onderbrekingen),
        peil_op=peil_op,
    )


def _geteld(een: Werkonderbreking, peil_op: date) -> Onderbreking:
    tot_en_met = een.tot_en_met or max(een.van, peil_op)
    return Onderbreking(van=een.van, tot_en_met=tot_en_met, reden=een.reden)


def herzie(peil: Peil, werk: Werkhervattingen, einddatum: date | None, peil_op: date) -> Werkhervattingen:
    """Judge the last resumption anew: a day that passes by itself becomes a Plaatsing, a new end can be in time."""
    if not werk or einddatum is None:
        return werk
    feiten = plaatsingsfeiten(werk, einddatum, peil_op)
    stand = toets_uwv_plaatsing(peil, feiten).uitkomst
    maanden = peil["uwv.plaatsing.maanden"].getal
    telling = tel(feiten.hervatting_op, feiten.onderbrekingen, maanden, tot=peil_op)
    laatste = replace(werk[-1], tijdig=stand.hervatting_tijdig, plaatsing_op=stand.plaatsing_op, vol_op=telling.vol_op)
    return (*werk[:-1], laatste)

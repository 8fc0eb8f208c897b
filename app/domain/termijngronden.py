"""Terms with their reasons: the last day, and each rule that decided on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.besluit import Besluit, Grond, Motivering
from app.domain.feestdagen import ZATERDAG, ZONDAG, feestdagen
from app.domain.tekst import dag, opsomming
from app.domain.termijnen import (
    TERMIJN_KALENDERDAGEN,
    TERMIJN_MAANDEN,
    TERMIJN_WERKDAG,
    TERMIJN_WERKDAGEN,
    WET_ATW_FEESTDAGEN,
    WET_ATW_VERLENGING,
    Eenheid,
    Kalender,
    onder_atw,
)

_MEEST_GENOEMD = 5
_ENKELVOUD = {
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.KALENDERDAGEN: "dag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
}
_MEERVOUD = {Eenheid.KALENDERDAGEN: "dagen"}


@dataclass(frozen=True, slots=True)
class Termijnduur:
    """A length of time; `wettelijk` when a statute sets it, so that the Atw may prolong it."""

    aantal: int
    eenheid: Eenheid
    wettelijk: bool = False

    def __str__(self) -> str:
        """As people write it: 8 weken."""
        woord = _ENKELVOUD[self.eenheid] if self.aantal == 1 else _MEERVOUD.get(self.eenheid, self.eenheid.value)
        return f"{self.aantal} {woord}"


def bereken(kalender: Kalender, vanaf: date, termijn: Termijnduur, *, pad: str = "vanaf") -> Besluit[date]:
    """The last day of a term, with the rules of counting and of the Atw that decided on it."""
    eind = kalender.tel(vanaf, termijn.aantal, termijn.eenheid, pad=pad)
    geteld = _telgronden(kalender, vanaf, termijn, eind)
    if not termijn.wettelijk:
        return Besluit(eind, geteld)
    verlengd = verleng(kalender, vanaf, eind, termijn, pad=pad)
    return Besluit(verlengd.uitkomst, geteld + verlengd.motivering)


def verleng(kalender: Kalender, vanaf: date, eind: date, termijn: Termijnduur, *, pad: str = "vanaf") -> Besluit[date]:
    """The end of a statutory term under the Atw, days of suspension already in `eind`; no reason when it stays put."""
    uiterlijk = kalender.verleng(vanaf, eind, termijn.aantal, termijn.eenheid, pad=pad)
    if uiterlijk > eind:
        return Besluit(uiterlijk, tuple(_verlenggronden(kalender, vanaf, eind, uiterlijk)))
    te_lang = termijn.eenheid is not Eenheid.WERKDAGEN and not onder_atw(termijn.aantal, termijn.eenheid)
    return Besluit(eind, (_te_lang(termijn, eind),) if te_lang and kalender.is_rustdag(eind) else ())


def _te_lang(termijn: Termijnduur, eind: date) -> Grond:
    tekst = f"De Algemene termijnenwet verlengt een termijn van {termijn} niet: hij eindigt op {dag(eind)}."
    return WET_ATW_VERLENGING.grond(tekst)


def _verlenggronden(kalender: Kalender, vanaf: date, eind: date, uiterlijk: date) -> Iterator[Grond]:
    eerste = kalender.geen_rustdag(eind)
    yield from _feestdaggrond(kalender, _dag_erna(vanaf) if uiterlijk > eerste else eind, uiterlijk)
    if uiterlijk > eerste:
        tekst = f"De termijn loopt tot en met {dag(uiterlijk)}, zodat hij twee dagen zonder weekend of feestdag telt."
    else:
        tekst = f"Omdat {dag(eind)} een {_soort_rustdag(eind)} is, loopt de termijn tot en met {dag(uiterlijk)}."
    yield WET_ATW_VERLENGING.grond(tekst)


def _soort_rustdag(op: date) -> str:
    return {ZATERDAG: "zaterdag", ZONDAG: "zondag"}.get(op.weekday(), "feestdag")


def _telgronden(kalender: Kalender, vanaf: date, termijn: Termijnduur, eind: date) -> tuple[Grond, ...]:
    zin = f"De termijn van {termijn} na {dag(vanaf)} eindigt op {dag(eind)}"
    if termijn.eenheid is Eenheid.WERKDAGEN:
        overgeslagen = _overgeslagen(kalender, _dag_erna(vanaf), eind, termijn.aantal)
        return (*overgeslagen, TERMIJN_WERKDAGEN.grond(f"{zin}."))
    if termijn.eenheid is Eenheid.MAANDEN:
        kort = ", de laatste dag van die maand" if eind.day < vanaf.day else ""
        return (TERMIJN_MAANDEN.grond(f"{zin}{kort}."),)
    return (TERMIJN_KALENDERDAGEN.grond(f"{zin}."),)


def werkdaggronden(kalender: Kalender, vanaf: date, aantal: int, eind: date) -> Motivering:
    """How `aantal` werkdagen were counted from a day, on or back, for a rule that names the days itself."""
    van, tot = (_dag_erna(vanaf), eind) if eind >= vanaf else (eind, vanaf - timedelta(days=1))
    telling = TERMIJN_WERKDAGEN.grond(f"Werkdagen zijn geteld vanaf {dag(vanaf)}, die dag zelf niet meegerekend.")
    return (*_overgeslagen(kalender, van, tot, aantal), telling)


def _overgeslagen(kalender: Kalender, van: date, tot_en_met: date, aantal: int) -> Iterator[Grond]:
    """What stands between `aantal` werkdagen in a stretch of days; nothing when every day of it is one."""
    if (tot_en_met - van).days + 1 == aantal:
        return
    yield TERMIJN_WERKDAG.grond("Zaterdagen, zondagen, feestdagen en sluitingsdagen tellen niet mee als werkdag.")
    yield from _feestdaggrond(kalender, van, tot_en_met)


def _feestdaggrond(kalender: Kalender, van: date, tot_en_met: date) -> Iterator[Grond]:
    dagen = feestdagen_van_tot(kalender, van, tot_en_met)
    if len(dagen) > _MEEST_GENOEMD:
        yield WET_ATW_FEESTDAGEN.grond(f"In deze termijn vallen {len(dagen)} feestdagen op een doordeweekse dag.")
    elif dagen:
        namen = opsomming(f"{dag(op)} ({feestdagen(op.year).get(op, 'gelijkgesteld')})" for op in dagen)
        yield WET_ATW_FEESTDAGEN.grond(f"Als feestdag {'geldt' if len(dagen) == 1 else 'gelden'}: {namen}.")


def feestdagen_van_tot(kalender: Kalender, van: date, tot_en_met: date) -> tuple[date, ...]:
    """The holidays on a Monday to Friday in a stretch of days, both ends included."""
    van_de_wet = (op for jaar in range(van.year, tot_en_met.year + 1) for op in feestdagen(jaar))
    dagen = kalender.gelijkgesteld.union(van_de_wet)
    return tuple(sorted(op for op in dagen if van <= op <= tot_en_met and op.weekday() < ZATERDAG))


def _dag_erna(dag: date) -> date:
    return dag + timedelta(days=1)

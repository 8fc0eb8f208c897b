"""Beslistermijn: when an application must be decided, and when the municipality aims to (IOM PB §2.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.tekst import dag
from app.domain.termijnen import Eenheid, dagen_na, kalender, weken_na
from app.domain.termijngronden import Termijnduur, verleng
from app.domain.termijntoetsen.opschorting import WET_AWB_OPSCHORTING, Opschorting, op_volgorde
from app.domain.toets import Toets

AANVRAAG_BESLISTERMIJN = Regel("iom.aanvraag.beslistermijn", "IOM PB", "§2.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeslistermijnFeiten:
    """The start of the decision term and what made it stand still."""

    vanaf: date
    """De dag van de melding of de aanvraag."""
    opschortingen: tuple[Opschorting, ...]
    """Verzoeken om de aanvraag aan te vullen; ze overlappen elkaar niet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeslistermijnUitkomst:
    """The statutory end and the municipality's own target."""

    uiterlijk: date
    """De laatste dag waarop het besluit op tijd is."""
    opgeschorte_dagen: int
    """Hoeveel dagen de termijn stilstond."""
    streefdatum: date
    """De dag waarnaar de gemeente streeft."""


def toets_beslistermijn(peil: Peil, feiten: BeslistermijnFeiten) -> Besluit[BeslistermijnUitkomst]:
    """When to decide; raises OngeldigeInvoer for suspensions that contradict the term or each other."""
    return bepaal_beslistermijn(peil, feiten.vanaf, feiten.opschortingen)


def bepaal_beslistermijn(
    peil: Peil, vanaf: date, opschortingen: Sequence[Opschorting] = (), *, pad: str = "vanaf", keuze: bool = False
) -> Besluit[BeslistermijnUitkomst]:
    """The same for every theme; `keuze` when the day from which the term counts is itself a choice."""
    termijn, streef = peil["iom.aanvraag.beslistermijn.weken"], peil["iom.aanvraag.streeftermijn.weken"]
    stilstand = op_volgorde(opschortingen, vanaf)
    geteld, streefdatum = weken_na(vanaf, termijn.getal, pad=pad), weken_na(vanaf, streef.getal, pad=pad)
    tekst = (
        f"De gemeente besluit binnen {termijn.getal} weken na {dag(vanaf)}, geteld tot en met {dag(geteld)}, "
        f"en streeft naar {streef.getal} weken: {dag(streefdatum)}."
    )
    eerste = AANVRAAG_BESLISTERMIJN.grond(tekst, termijn, streef, keuze=keuze)
    einden = _einden(geteld, stilstand, pad)
    wettelijk = Termijnduur(termijn.getal, Eenheid.WEKEN, wettelijk=True)
    verlengd = verleng(kalender(peil), vanaf, einden[-1], wettelijk, pad=pad)
    uitkomst = BeslistermijnUitkomst(
        uiterlijk=verlengd.uitkomst,
        opgeschorte_dagen=(einden[-1] - geteld).days,
        streefdatum=streefdatum,
    )
    opgeschort = tuple(map(_opschortgrond, stilstand, einden[1:]))
    return Besluit(uitkomst, (eerste, *opgeschort, *verlengd.motivering))


def _einden(geteld: date, stilstand: Sequence[Opschorting], pad: str) -> tuple[date, ...]:
    """The counted end, and how each suspension moves it on."""
    einden = [geteld]
    for deel in stilstand:
        einden.append(dagen_na(einden[-1], deel.dagen, pad=pad))
    return tuple(einden)


def _opschortgrond(deel: Opschorting, eind: date) -> Grond:
    verzoek = f"Na het verzoek van {dag(deel.verzoek_op)}"
    if not deel.dagen:
        return WET_AWB_OPSCHORTING.grond(f"{verzoek} staat de termijn niet stil.")
    duur = Termijnduur(deel.dagen, Eenheid.KALENDERDAGEN)
    waardoor = "de aanvulling" if deel.benut else "het einde van de hersteltermijn"
    tekst = (
        f"{verzoek} staat de termijn {duur} stil, tot {waardoor} op {dag(deel.eindigt_op)}; hij eindigt op {dag(eind)}."
    )
    return WET_AWB_OPSCHORTING.grond(tekst)


BESLISTERMIJN = Toets(
    naam="beslistermijn",
    thema="termijnen",
    omschrijving="Wanneer een besluit op een aanvraag uiterlijk valt, met opschorting.",
    feiten=BeslistermijnFeiten,
    uitkomst=BeslistermijnUitkomst,
    beoordeel=toets_beslistermijn,
    voorbeeld={
        "vanaf": "2021-03-18",
        "opschortingen": [
            {"verzoekOp": "2021-03-24", "hersteltermijnTot": "2021-04-07", "aangevuldOp": "2021-03-31"},
        ],
    },
)

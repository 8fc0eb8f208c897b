"""How long a client may be ill before the opdrachtnemer gives the client back (UWV §4.6)."""

from dataclasses import dataclass
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import weken_na
from app.domain.toets import Toets
from app.domain.uwv.dienst import Clientsoort, Dienst

ZIEKTE = Regel("uwv.ziekte", "UWV", "§4.6")


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvZiekteFeiten:
    """An illness during a service."""

    dienst: Dienst
    """De re-integratiedienst."""
    clientsoort: Clientsoort
    """Welke uitkering de cliënt heeft, of waarom UWV helpt."""
    ziek_van: date
    """De eerste ziektedag."""
    peil_op: date
    """De dag waarop wordt beoordeeld; de cliënt is dan nog ziek."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvZiekteUitkomst:
    """Whether the client goes back."""

    terugmelden: bool
    """De opdrachtnemer meldt de cliënt terug."""
    terugmelden_vanaf: date
    """De eerste dag waarop de ziekte langer duurt dan mag."""


def toets_uwv_ziekte(peil: Peil, feiten: UwvZiekteFeiten) -> Besluit[UwvZiekteUitkomst]:
    """Whether an illness has lasted longer than the service bears."""
    weken = _weken(peil, feiten)
    vanaf = weken_na(feiten.ziek_van, weken.getal, pad="ziek_van")
    terug = feiten.peil_op >= vanaf
    wat = "meldt de opdrachtnemer de cliënt terug" if terug else "gaat de dienst door, zonder verlenging"
    tekst = f"Ziek sinds {dag(feiten.ziek_van)}; vanaf {dag(vanaf)} is dat langer dan {weken.getal} weken. Nu {wat}."
    return Besluit(UwvZiekteUitkomst(terugmelden=terug, terugmelden_vanaf=vanaf), (ZIEKTE.grond(tekst, weken),))


def _weken(peil: Peil, feiten: UwvZiekteFeiten) -> Waarde:
    if feiten.dienst.werkbehoud:
        return peil["uwv.ziekte.weken_werkbehoud"]
    return peil["uwv.ziekte.weken_zw" if feiten.clientsoort is Clientsoort.ZW else "uwv.ziekte.weken_overig"]


UWV_ZIEKTE = Toets(
    naam="uwv-ziekte",
    thema="uwv",
    omschrijving="Of een zieke cliënt wordt teruggemeld, en vanaf welke dag.",
    feiten=UwvZiekteFeiten,
    uitkomst=UwvZiekteUitkomst,
    beoordeel=toets_uwv_ziekte,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={"dienst": "naar_werk", "clientsoort": "zw", "ziekVan": "2025-06-02", "peilOp": "2025-06-30"},
)

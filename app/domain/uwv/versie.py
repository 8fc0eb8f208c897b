"""Which version of the Overzicht Re-integratiediensten an order keeps for life (UWV §1)."""

from dataclasses import dataclass
from datetime import date

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.tekst import dag
from app.domain.toets import Toets

VERSIE = Regel("uwv.versie", "UWV", "§1")
_CIJFER = "uwv.plan.indienen.dagen"
"""A set that holds this figure holds them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvVersieFeiten:
    """The day that decides."""

    opdracht_op: date
    """De dag van de Opdracht tot het opstellen van een plan; bij Werkbehoud die van de Inkooporder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvVersieUitkomst:
    """The version."""

    versie: str | None
    """De versie die geldt; leeg voor 1 juli 2016."""
    cijfers_bekend: bool
    """Of Trede de uren, maanden en termijnen van deze versie kent."""


def toets_uwv_versie(peil: Peil, feiten: UwvVersieFeiten) -> Besluit[UwvVersieUitkomst]:
    """Name the version of a day; the policy is the set of that day."""
    if "uwv.versie" not in peil:
        tekst = f"Op {dag(feiten.opdracht_op)} gold nog geen versie van het Overzicht Re-integratiediensten."
        return Besluit(UwvVersieUitkomst(versie=None, cijfers_bekend=False), (VERSIE.grond(tekst),))
    versie, bekend = peil["uwv.versie"], _CIJFER in peil
    cijfers = "" if bekend else "; de cijfers van die versie zijn hier niet opgenomen"
    tekst = f"Een opdracht van {dag(feiten.opdracht_op)} valt onder versie {versie.tekst}{cijfers}."
    uitkomst = UwvVersieUitkomst(versie=versie.tekst, cijfers_bekend=bekend)
    return Besluit(uitkomst, (VERSIE.grond(tekst, versie),))


UWV_VERSIE = Toets(
    naam="uwv-versie",
    thema="uwv",
    omschrijving="Welke versie van de eisen van UWV voor een opdracht geldt.",
    feiten=UwvVersieFeiten,
    uitkomst=UwvVersieUitkomst,
    beoordeel=toets_uwv_versie,
    beleidsdag=lambda feiten, _: feiten.opdracht_op,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={"opdrachtOp": "2025-04-07"},
)

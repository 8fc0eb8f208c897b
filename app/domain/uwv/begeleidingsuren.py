"""How many hours of a service can be claimed (UWV §3.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Regel
from app.domain.fouten import Veldfout, eis, eis_geen
from app.domain.parameter import Waarde
from app.domain.toets import Toets
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.minuten import PER_UUR, deel_van_client, rond_af

UREN = Regel("uwv.uren", "UWV", "§3.6")
Uren = Annotated[Decimal, Ge(Decimal("0.00")), Le(Decimal("9999999.99"))]
"""Hours with two decimals, up to the most that their form can say."""


class Sessiesoort(StrEnum):
    """What time was spent on."""

    ACTIVITEIT = "activiteit"
    ADMINISTRATIE = "administratie"
    OVERHEAD = "overhead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessie:
    """Time that was spent on a client, alone or in a group."""

    minuten: Annotated[int, Ge(1), Le(1440)]
    """Hoe lang de sessie duurde."""
    deelnemers: Annotated[int, Ge(1), Le(1000)]
    """Hoeveel deelnemers er waren, de cliënt meegeteld."""
    soort: Sessiesoort
    """Activiteit voor de cliënt, administratie (plan en rapportages) of overhead (planning, facturen)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvBegeleidingsurenFeiten:
    """What was approved and what was done."""

    dienst: Dienst
    """De re-integratiedienst; niet een met een vaste prijs."""
    geaccordeerde_uren: Uren
    """Hoeveel begeleidingsuren zijn goedgekeurd."""
    sessies: Annotated[tuple[Sessie, ...], MaxLen(5000)]
    """Wat is gedaan; ten hoogste 5000 sessies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UwvBegeleidingsurenUitkomst:
    """What of it can be claimed; minutes and hours with two decimals."""

    minuten: Decimal
    """Minuten activiteit en administratie samen, voordat een maximum telt."""
    administratie_minuten: Decimal
    """Minuten administratie, tot het maximum."""
    uren_declarabel: Decimal
    """Uren die kunnen worden gedeclareerd; nooit meer dan goedgekeurd."""
    overschrijding_minuten: Decimal
    """Minuten boven de goedgekeurde uren."""
    niet_declarabel_minuten: Decimal
    """Minuten overhead, en administratie boven het maximum."""


def toets_uwv_begeleidingsuren(peil: Peil, feiten: UwvBegeleidingsurenFeiten) -> Besluit[UwvBegeleidingsurenUitkomst]:
    """Add up exactly and round once; raises OngeldigeInvoer for a fixed price, and for groups that do paperwork."""
    vast = "Deze dienst heeft een vaste prijs: uren tellen niet."
    eis(not feiten.dienst.vaste_prijs, "dienst", "vaste-prijs", vast)
    _eis_alleen(feiten.sessies)
    grens = peil[f"{feiten.dienst.parameter}.administratie_uren"]
    activiteit, administratie, overhead = (
        deel_van_client(sessie for sessie in feiten.sessies if sessie.soort is soort) for soort in Sessiesoort
    )
    telt_mee = min(administratie, Fraction(grens.getal * PER_UUR))
    akkoord = Fraction(feiten.geaccordeerde_uren) * PER_UUR
    samen = activiteit + telt_mee
    uitkomst = UwvBegeleidingsurenUitkomst(
        minuten=rond_af(activiteit + administratie),
        administratie_minuten=rond_af(telt_mee),
        uren_declarabel=rond_af(min(samen, akkoord) / PER_UUR),
        overschrijding_minuten=rond_af(max(samen - akkoord, Fraction(0))),
        niet_declarabel_minuten=rond_af(overhead + administratie - telt_mee),
    )
    return Besluit(uitkomst, (UREN.grond(_uitleg(feiten, uitkomst, grens), grens),))


def _eis_alleen(sessies: Iterable[Sessie]) -> None:
    eis_geen(
        Veldfout(f"sessies[{plaats}].deelnemers", "geen-groep", "Administratie en overhead zijn van één cliënt.")
        for plaats, sessie in enumerate(sessies)
        if sessie.soort is not Sessiesoort.ACTIVITEIT and sessie.deelnemers > 1
    )


def _uitleg(feiten: UwvBegeleidingsurenFeiten, uitkomst: UwvBegeleidingsurenUitkomst, grens: Waarde) -> str:
    return (
        f"Van {uitkomst.minuten} minuten activiteit en administratie (van een groep het deel van de cliënt; "
        f"administratie ten hoogste {grens.getal} uur) is {uitkomst.uren_declarabel} uur declarabel, "
        f"binnen de {feiten.geaccordeerde_uren} goedgekeurde uren; overhead telt niet mee."
    )


UWV_BEGELEIDINGSUREN = Toets(
    naam="uwv-begeleidingsuren",
    thema="uwv",
    omschrijving="Hoeveel begeleidingsuren kunnen worden gedeclareerd.",
    feiten=UwvBegeleidingsurenFeiten,
    uitkomst=UwvBegeleidingsurenUitkomst,
    beoordeel=toets_uwv_begeleidingsuren,
    voorbeeld_peildatum="2025-09-08",
    voorbeeld={
        "dienst": "werkfit_maken",
        "geaccordeerdeUren": "35.00",
        "sessies": [
            {"minuten": 60, "deelnemers": 12, "soort": "activiteit"},
            {"minuten": 90, "deelnemers": 1, "soort": "administratie"},
        ],
    },
)

"""Voorschot: how much it is at least, and by when one follows (Nota B&W; PW art. 52)."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.basisdienstverlening.screening.norm import bijstandsnorm
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.leeftijd import eis_geboren, leeftijd
from app.domain.parameter import Waarde
from app.domain.soorten import Bedrag
from app.domain.tekst import dag, euro
from app.domain.termijnen import Eenheid, kalender, maanden_na
from app.domain.toets import Toets

VERZOEK = Regel("iom.voorschot.verzoek", "Nota B&W; PW", "voorschotten; art. 52")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotFeiten:
    """What decides how much a voorschot is at least; the peildatum is the day on which it is given."""

    leefvorm: Leefvorm
    """De leefvorm die de bijstandsnorm bepaalt; samenwonend telt als gehuwd."""
    geboortedatum: date
    """Geboortedatum van de klant; niet na de peildatum."""
    geboortedatum_partner: date | None = None
    """Geboortedatum van de partner; telt niet bij alleenstaand. Zonder deze dag geldt de norm alsof zij past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotUitkomst:
    """The least amount, and the last day of the next one."""

    minimum: Bedrag | None
    """Wat het zonder eigen inkomen ten minste is, in euro's; null als voor de leeftijd geen norm bekend is."""
    volgende_uiterlijk: date
    """De laatste dag voor het volgende voorschot, zolang er niet is besloten."""


def toets_voorschot(peil: Peil, feiten: VoorschotFeiten) -> Besluit[VoorschotUitkomst]:
    """Give the minimum, a percentage of the norm rounded half up to the cent, and when the next one is due.

    The law names a part of the bijstand, which is the norm less own income: who has income can lawfully get less.
    Where no norm is held for an age, no minimum is known.
    """
    for pad, geboren in (("geboortedatum", feiten.geboortedatum), ("geboortedatum_partner", _partner(feiten))):
        if geboren is not None:
            eis_geboren(geboren, peil.peildatum, pad, "de peildatum")
    minimum, grond = _minimum(peil, feiten)
    weken, volgende = peil["wet.pw.voorschot.weken"], voorschot_uiterlijk(peil, peil.peildatum)
    tekst = (
        f"Zolang er niet is besloten, volgt het volgende voorschot uiterlijk op {dag(volgende)}, {weken.getal} weken "
        "later."
    )
    uitkomst = VoorschotUitkomst(minimum=minimum, volgende_uiterlijk=volgende)
    return Besluit(uitkomst, (grond, VERZOEK.grond(tekst, weken)))


def motiveer_lager(bedrag: Decimal, minimum: Decimal) -> Grond:
    """Say of a voorschot that it is less than the minimum without own income."""
    return VERZOEK.grond(
        f"Het voorschot van {euro(bedrag)} is lager dan het deel dat de wet noemt, zonder eigen inkomen "
        f"{euro(minimum)}; de toelichting zegt waarom."
    )


def _partner(feiten: VoorschotFeiten) -> date | None:
    return None if feiten.leefvorm is Leefvorm.ALLEENSTAAND else feiten.geboortedatum_partner


def _minimum(peil: Peil, feiten: VoorschotFeiten) -> tuple[Decimal | None, Grond]:
    vanaf, aow = peil["wet.pw.bijstandsnorm.vanaf_leeftijd"], peil["wet.aow.leeftijd_maanden"]
    for wie, geboren in (("klant", feiten.geboortedatum), ("partner", _partner(feiten))):
        if geboren is not None and (buiten := _buiten_de_norm(geboren, peil.peildatum, vanaf, aow)):
            tekst = f"De {wie} is {buiten}: daarvoor is geen norm bekend, dus wordt geen minimum bewaakt."
            return None, VERZOEK.grond(tekst, vanaf, aow)
    norm, huishouden = bijstandsnorm(peil, feiten.leefvorm)
    deel = peil["wet.pw.voorschot.percentage"]
    minimum = (norm.bedrag * deel.bedrag / 100).quantize(_CENT, ROUND_HALF_UP)
    tekst = (
        f"Een voorschot is ten minste {deel.bedrag.normalize():f}% van de bijstand; zonder eigen inkomen is die de "
        f"norm voor {huishouden} ({euro(norm.bedrag)}), en het minimum {euro(minimum)}."
    )
    if feiten.leefvorm is not Leefvorm.ALLEENSTAAND and feiten.geboortedatum_partner is None:
        tekst += " De leeftijd van de partner is niet bekend; aangenomen is dat deze norm past."
    return minimum, VERZOEK.grond(tekst, norm, deel, vanaf, aow)


def _buiten_de_norm(geboren: date, op: date, vanaf: Waarde, aow: Waarde) -> str:
    """Say of someone for whom art. 21 has no norm which side of it they are; empty for everyone else."""
    if leeftijd(geboren, op) < vanaf.getal:
        return f"jonger dan {vanaf.getal} jaar"
    return "op of boven de AOW-leeftijd" if maanden_na(geboren, aow.getal, pad="geboortedatum") <= op else ""


def voorschot_uiterlijk(peil: Peil, vanaf: date) -> date:
    """Give the last day for a voorschot after the application, or after the one before.

    By law (PW art. 52) within four weeks after the day of the application. Where none is recorded yet it counts from
    the melding, which lies before it: a choice of this project, never too late.
    """
    weken = peil["wet.pw.voorschot.weken"]
    return kalender(peil).einde(vanaf, weken.getal, Eenheid.WEKEN, wettelijk=True, pad="peildatum")


VOORSCHOT = Toets(
    naam="voorschot",
    thema="basisdienstverlening",
    omschrijving="Hoeveel een voorschot ten minste is en wanneer het volgende volgt.",
    feiten=VoorschotFeiten,
    uitkomst=VoorschotUitkomst,
    beoordeel=toets_voorschot,
    voorbeeld={"leefvorm": "alleenstaand", "geboortedatum": "1987-06-05"},
)

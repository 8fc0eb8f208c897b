"""What judged orders tell of a service and a firm: results, duration and terms, in numbers that name no client."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from app.domain.besluit import Motivering
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.onderbroken import TERUGMELDING
from app.domain.uwv.termijnen import EVALUATIE

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijntelling:
    """Terms of one party; reminders left out."""

    gehaald: int
    """Aantal termijnen dat is gehaald."""
    gemist: int
    """Aantal termijnen dat is gemist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordertelling:
    """What was counted of the judged orders of one service and one opdrachtnemer."""

    dienst: Dienst
    opdrachtnemer_id: UUID
    behaald: int
    niet_behaald: int
    telt_niet_mee: int
    dagen: int
    """Of all these orders together, from start to end."""
    mediaan_dagen: Decimal
    termijnen_opdrachtnemer: Termijntelling
    termijnen_uwv: Termijntelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordercijfers:
    """The figures of one service and one opdrachtnemer."""

    dienst: Dienst
    """De re-integratiedienst."""
    opdrachtnemer_id: UUID
    """De opdrachtnemer."""
    beoordeeld: int
    """Aantal orders met een oordeel van UWV over het resultaat, in de gevraagde dagen."""
    behaald: int
    """Aantal daarvan met een behaald resultaat dat meetelt."""
    niet_behaald: int
    """Aantal daarvan zonder behaald resultaat, dat meetelt."""
    telt_niet_mee: int
    """Aantal daarvan dat niet meetelt: gestopt na een evaluatie, of zonder resultaat voortijdig teruggemeld."""
    resultaatpercentage: Decimal | None
    """Behaald gedeeld door behaald en niet behaald samen, maal 100; twee decimalen, een half naar boven. Leeg als er
    geen order meetelt. Ook van een klein aantal orders wordt het gegeven: zie dan de aantallen."""
    gemiddelde_dagen: Decimal
    """Gemiddeld aantal dagen van begin tot einde van de dienst, van alle beoordeelde orders; twee decimalen."""
    mediaan_dagen: Decimal
    """Het middelste aantal dagen van begin tot einde; bij een even aantal het gemiddelde van de middelste twee."""
    termijnen_opdrachtnemer: Termijntelling
    """Termijnen van deze orders waarbij de opdrachtnemer aan zet was; herinneringen tellen niet."""
    termijnen_uwv: Termijntelling
    """Termijnen van deze orders waarbij UWV aan zet was; herinneringen tellen niet."""
    motivering: Motivering
    """De regels voor wat meetelt in het resultaatpercentage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderstuurinformatie:
    """The figures of every service and opdrachtnemer."""

    resultaten: tuple[Ordercijfers, ...]
    """Per dienst en opdrachtnemer; zonder beoordeelde orders geen regel."""


def orderstuurinformatie(tellingen: Iterable[Ordertelling]) -> Orderstuurinformatie:
    """Make figures of what was counted."""
    return Orderstuurinformatie(resultaten=tuple(map(_cijfers, tellingen)))


def _motivering(telling: Ordertelling) -> Motivering:
    """Why orders were left out of the percentage, or would have been."""
    aantal = telling.telt_niet_mee
    wat = "telt 1 order" if aantal == 1 else f"tellen {aantal} orders"
    return (
        EVALUATIE.grond(f"Een dienst die UWV na een evaluatie stopt telt niet mee; hier {wat} niet mee."),
        TERUGMELDING.grond(
            "Een voortijdige terugmelding zonder resultaat telt niet mee: de oorzaak ligt niet bij de opdrachtnemer.",
            keuze=True,
        ),
    )


def _cijfers(telling: Ordertelling) -> Ordercijfers:
    mee = telling.behaald + telling.niet_behaald
    beoordeeld = mee + telling.telt_niet_mee
    return Ordercijfers(
        dienst=telling.dienst,
        opdrachtnemer_id=telling.opdrachtnemer_id,
        beoordeeld=beoordeeld,
        behaald=telling.behaald,
        niet_behaald=telling.niet_behaald,
        telt_niet_mee=telling.telt_niet_mee,
        resultaatpercentage=deel(100 * telling.behaald, mee) if mee else None,
        gemiddelde_dagen=deel(telling.dagen, beoordeeld),
        mediaan_dagen=telling.mediaan_dagen.quantize(CENT, ROUND_HALF_UP),
        termijnen_opdrachtnemer=telling.termijnen_opdrachtnemer,
        termijnen_uwv=telling.termijnen_uwv,
        motivering=_motivering(telling),
    )


def deel(teller: int, noemer: int) -> Decimal:
    """Divide exactly and round once, half up, to two decimals."""
    honderdsten = (200 * teller + noemer) // (2 * noemer)
    return Decimal(honderdsten).scaleb(-2)

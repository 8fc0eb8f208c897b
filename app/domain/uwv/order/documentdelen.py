"""What the documents of an order share: who and what it is about, and how they write days, hours and what is absent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.document import Deel, Tabel, Veld
from app.domain.tekst import dag
from app.domain.uwv.order.inkooporder import Inkooporder

NIET_VAN_TOEPASSING = "Niet van toepassing."


@dataclass(frozen=True, slots=True, kw_only=True)
class Namen:
    """Whom a document names."""

    client: str
    opdrachtnemer: str | None


def velden(paren: Iterable[tuple[str, str | None]]) -> tuple[Veld, ...]:
    """Facts with their names; what is not known is left out."""
    return tuple(Veld(naam=naam, waarde=waarde) for naam, waarde in paren if waarde is not None)


def dag_of(op: date | None) -> str | None:
    """A day in words, when there is one."""
    return None if op is None else dag(op)


def ja_nee(waar: bool | None) -> str | None:
    """Yes or no, when it is known."""
    return None if waar is None else ("ja" if waar else "nee")


def in_woorden(waarde: StrEnum) -> str:
    """A value of a list as people write it."""
    return waarde.value.replace("_", " ")


def uren_tekst(uren: Decimal | int | None) -> str | None:
    """Hours as people write them: 12,5."""
    return None if uren is None else f"{Decimal(uren).normalize():f}".replace(".", ",")


def maanden_tekst(maanden: int | None) -> str | None:
    """A number of months."""
    return None if maanden is None else f"{maanden} {'maand' if maanden == 1 else 'maanden'}"


def tekstdeel(kop: str, tekst: str | None, anders: str = NIET_VAN_TOEPASSING) -> Deel:
    """A part of one text; what is absent is said, not left out."""
    return Deel(kop=kop, alineas=(tekst or anders,))


def kenmerken(order: Inkooporder, namen: Namen) -> tuple[tuple[str, str | None], ...]:
    """About whom and what a document is."""
    return (
        ("Cliënt", namen.client),
        ("Opdrachtnemer", namen.opdrachtnemer),
        ("Dienst", str(order.dienst)),
        ("Inkooporder", str(order.id)),
        ("Versie van het Overzicht", order.overzicht),
        ("Opdracht van", None if order.opdracht is None else dag(order.opdracht.opdracht_op)),
    )


def inkoopvelden(order: Inkooporder) -> tuple[Veld, ...]:
    """What UWV ordered, as it now holds."""
    inkoop = order.inkoop
    if inkoop is None:
        return ()
    return velden(
        (
            ("Dagtekening", dag(inkoop.inkooporder_op)),
            ("Beschikking aan de cliënt", dag(inkoop.beschikking_op)),
            ("Geaccordeerde begeleidingsuren", uren_tekst(inkoop.uren) or "geen: vaste prijs"),
            ("Maximale doorlooptijd", maanden_tekst(inkoop.doorlooptijd_maanden)),
            ("Begin van de dienst", dag_of(order.start_op)),
            ("Einde van de doorlooptijd", dag_of(order.einddatum)),
        )
    )


def urendeel(order: Inkooporder, uren: Iterable[tuple[str, Decimal | None]], administratie: Decimal | None) -> Deel:
    """Hours per activity with their total; paperwork apart, and never under a fixed price."""
    kop = "Begeleidingsuren"
    if order.dienst.vaste_prijs:
        return Deel(kop=kop, alineas=("Niet van toepassing: voor deze dienst geldt een vaste prijs.",))
    regels = tuple(uren)
    som = sum((aantal or Decimal(0) for _, aantal in regels), Decimal(0))
    totalen = [("Activiteiten samen", uren_tekst(som) or "")]
    if administratie is not None:
        totalen.append(("Administratie (plan en rapportages)", uren_tekst(administratie) or ""))
        totalen.append(("Totaal", uren_tekst(som + administratie) or ""))
    rijen = tuple((naam, uren_tekst(aantal) or "niet opgegeven") for naam, aantal in regels)
    return Deel(kop=kop, tabel=Tabel(koppen=("Activiteit", "Uren"), rijen=rijen, totalen=tuple(totalen)))


def genummerd(omschrijvingen: Iterable[str]) -> tuple[str, ...]:
    """Descriptions with the number under which a document refers to them."""
    return tuple(f"{nummer}. {omschrijving}" for nummer, omschrijving in enumerate(omschrijvingen, 1))

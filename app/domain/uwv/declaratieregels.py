"""The lines of a claim: hours and cents that add up to the whole, which alone is rounded (UWV §3.6, hoofdstuk 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.besluit import Regel
from app.domain.soorten import Bedrag
from app.domain.uwv.begeleidingsuren import UREN, Sessiesoort, Uren, UwvBegeleidingsurenUitkomst
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.minuten import PER_UUR, rond_af
from app.domain.uwv.order.sessietijd import Activiteittijd

VERGOEDING = Regel("uwv.vergoeding", "UWV", "§3.6, hoofdstuk 5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaratieregel:
    """One line of a claim."""

    regel: str
    """Het vaste id van de regel in de catalogus."""
    tekst: str
    """Waarvoor."""
    uren: Uren | None
    """Declarabele uren; leeg bij een vaste prijs."""
    tarief: Bedrag | None
    """Het uurtarief; leeg als het niet bekend is, en bij een vaste prijs."""
    bedrag: Bedrag | None
    """Wat deze regel kost; leeg als de prijs niet bekend is."""


def prijsregel(dienst: Dienst, prijs: Decimal | None) -> Declaratieregel:
    """The one line of a service with a fixed price."""
    return Declaratieregel(regel=VERGOEDING.id, tekst=f"Vaste prijs van {dienst}", uren=None, tarief=None, bedrag=prijs)


def urenregels(
    uitkomst: UwvBegeleidingsurenUitkomst, tijden: tuple[Activiteittijd, ...], tarief: Decimal | None
) -> tuple[Declaratieregel, ...]:
    """One line per activity and one for paperwork; each gets by how much it lifts the rounded total."""
    regels: list[Declaratieregel] = []
    vorige = Decimal(0)
    for tekst, tot in _standen(uitkomst, tijden):
        bedrag = None if tarief is None else _bedrag(tot, tarief) - _bedrag(vorige, tarief)
        regels.append(Declaratieregel(regel=UREN.id, tekst=tekst, uren=tot - vorige, tarief=tarief, bedrag=bedrag))
        vorige = tot
    return tuple(regels)


def _standen(
    uitkomst: UwvBegeleidingsurenUitkomst, tijden: tuple[Activiteittijd, ...]
) -> Iterator[tuple[str, Decimal]]:
    """What each line is for, and the claimable hours with it; paperwork comes last and takes what is left."""
    som = Fraction(0)
    for tijd in tijden:
        if tijd.soort is Sessiesoort.ACTIVITEIT:
            som += Fraction(tijd.exact)
            yield f"{tijd.activiteit}: {tijd.minuten} minuten", min(rond_af(som / PER_UUR), uitkomst.uren_declarabel)
    if any(tijd.soort is Sessiesoort.ADMINISTRATIE for tijd in tijden):
        tekst = f"Administratie: {uitkomst.administratie_minuten} minuten"
        yield tekst, uitkomst.uren_declarabel


def _bedrag(uren: Decimal, tarief: Decimal) -> Decimal:
    return rond_af(Fraction(uren) * Fraction(tarief))

"""What the opdrachtnemer can claim of an order, and how every cent of it comes about (UWV §3.6, hoofdstuk 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Motivering, Regel
from app.domain.fouten import ParameterOntbreekt
from app.domain.soorten import Bedrag
from app.domain.tekst import euro
from app.domain.uwv.begeleidingsuren import (
    UWV_BEGELEIDINGSUREN,
    Sessie,
    Uren,
    UwvBegeleidingsurenFeiten,
    UwvBegeleidingsurenUitkomst,
)
from app.domain.uwv.declaratieregels import VERGOEDING, Declaratieregel, prijsregel, urenregels
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.meetellen import scheid
from app.domain.uwv.order.onderbroken import TERUGMELDING
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.domain.uwv.order.sessietijd import Activiteittijd, per_activiteit
from app.domain.uwv.termijnen import PLAN_HERSTEL

AFRONDING = Regel(VERGOEDING.id, VERGOEDING.bron, VERGOEDING.vindplaats, keuze=True)
EEN_KEER = "Uren en bedrag zijn één keer afgerond, over de hele order; een regel krijgt wat het totaal daardoor stijgt."
NIETS = Decimal("0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaratie:
    """What can be claimed of an order as it stands."""

    inkooporder_id: UUID
    """Kenmerk van de order."""
    dienst: Dienst
    """De re-integratiedienst."""
    geaccordeerde_uren: int | None
    """Goedgekeurde begeleidingsuren; leeg zonder inkooporder en bij een vaste prijs."""
    uren: Uren | None
    """Declarabele uren, nooit meer dan goedgekeurd; leeg bij een vaste prijs."""
    bedrag: Bedrag | None
    """Wat kan worden gedeclareerd; leeg als de prijs niet bekend is, met de reden in de motivering."""
    regels: tuple[Declaratieregel, ...]
    """Hoe het bedrag is opgebouwd; uren en bedragen tellen precies op."""
    berekening: UwvBegeleidingsurenUitkomst | None
    """De minuten achter de uren; leeg bij een vaste prijs."""
    per_activiteit: tuple[Activiteittijd, ...]
    """De bestede tijd per activiteit, exact; zonder sessies die buiten de dienst vallen of op een opgeschorte dag."""
    motivering: Motivering
    """De regels die dit bepaalden."""


def declaratie_van(peil: Peil, order: Inkooporder, sessies: Iterable[Begeleidingssessie]) -> Declaratie:
    """Work out a claim; raises ParameterOntbreekt when the hours of this version are not held, not for a price."""
    gelden, vervallen = scheid(order, sessies)
    tijden = per_activiteit(gelden)
    besluit = None if order.dienst.vaste_prijs else _uren(peil, order, tijden)
    prijs, gronden = _prijs(peil, order)
    regels: tuple[Declaratieregel, ...] = ()
    if order.inkoop is not None:
        regels = urenregels(besluit.uitkomst, tijden, prijs) if besluit else (prijsregel(order.dienst, prijs),)
    return Declaratie(
        inkooporder_id=order.id,
        dienst=order.dienst,
        geaccordeerde_uren=order.inkoop.uren if order.inkoop else None,
        uren=besluit.uitkomst.uren_declarabel if besluit else None,
        bedrag=None if prijs is None else sum((regel.bedrag or NIETS for regel in regels), NIETS),
        regels=regels,
        berekening=besluit.uitkomst if besluit else None,
        per_activiteit=tijden,
        motivering=(*(besluit.motivering if besluit else ()), *vervallen, *gronden),
    )


def _uren(peil: Peil, order: Inkooporder, tijden: tuple[Activiteittijd, ...]) -> Besluit[UwvBegeleidingsurenUitkomst]:
    """By the rule of hours: what was not ordered has none approved."""
    akkoord = order.inkoop.uren if order.inkoop else None
    gehouden = tuple(
        Sessie(minuten=deel.minuten, deelnemers=deel.deelnemers, soort=tijd.soort)
        for tijd in tijden
        for deel in tijd.sessies
    )
    feiten = UwvBegeleidingsurenFeiten(dienst=order.dienst, geaccordeerde_uren=Decimal(akkoord or 0), sessies=gehouden)
    return UWV_BEGELEIDINGSUREN.beoordeel(peil, feiten)


def _prijs(peil: Peil, order: Inkooporder) -> tuple[Decimal | None, Motivering]:
    """The rate of an hour or the fixed price, with why; None for one that nobody holds."""
    if order.inkoop is None:
        tekst = "Er is geen Inkooporder: de uren voor het plan kunnen niet worden gedeclareerd."
        return NIETS, (PLAN_HERSTEL.grond(tekst),)
    if order.beeindiging is not None and order.beeindiging.reden is Eindreden.TERUGMELDING:
        tekst = "Na een voortijdige terugmelding vergoedt UWV een deel van de prijs; dat deel staat in het DFA, dat "
        return None, (TERUGMELDING.grond(f"{tekst}Trede niet heeft."),)
    vast = order.dienst.vaste_prijs
    try:
        prijs = peil[f"{order.dienst.parameter}.{'vaste_prijs' if vast else 'uurtarief'}"]
    except ParameterOntbreekt as fout:
        return None, (VERGOEDING.grond(fout.detail),)
    if vast:
        return prijs.bedrag, (VERGOEDING.grond(f"{order.dienst} heeft een vaste prijs: {euro(prijs.bedrag)}.", prijs),)
    tekst = f"Een begeleidingsuur kost {euro(prijs.bedrag)}."
    return prijs.bedrag, (VERGOEDING.grond(tekst, prijs), AFRONDING.grond(EEN_KEER))

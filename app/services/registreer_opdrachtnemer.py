"""Registreer een opdrachtnemer: UWV buys of organisations with which it has an agreement."""

from dataclasses import dataclass

from app.domain.soorten import Kenmerk, KorteTekst, Kvknummer
from app.domain.uwv.opdrachtnemer import (
    RAAMOVEREENKOMST,
    Opdrachtnemer,
    Raamovereenkomsten,
    controleer_raamovereenkomsten,
)
from app.services.handeling import Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweOpdrachtnemer:
    """An organisation, and what was agreed with it so far."""

    kenmerk: Kenmerk
    """De naam in het register van clients; verandert nooit."""
    naam: KorteTekst
    """Naam van de organisatie."""
    kvk_nummer: Kvknummer
    """Nummer in het handelsregister."""
    raamovereenkomsten: Raamovereenkomsten = ()
    """Wat met UWV is overeengekomen, per perceel; voor één perceel geldt er op een dag één."""


async def registreer_opdrachtnemer(h: Handeling, nieuw: NieuweOpdrachtnemer) -> Opdrachtnemer:
    """Record an opdrachtnemer; raises OngeldigeInvoer for agreements that clash, Strijdig for a kenmerk that is taken.

    The constraint of the database sees that: two may come at once.
    """
    controleer_raamovereenkomsten(nieuw.raamovereenkomsten, "raamovereenkomsten")
    opdrachtnemer = h.nieuw(
        Opdrachtnemer,
        kenmerk=nieuw.kenmerk,
        naam=nieuw.naam,
        kvk_nummer=nieuw.kvk_nummer,
        raamovereenkomsten=nieuw.raamovereenkomsten,
    )
    h.bewaar_los(opdrachtnemer, "opdrachtnemer.geregistreerd", grond=RAAMOVEREENKOMST.id)
    return opdrachtnemer

"""Besluit over studieplicht: the intaker decides with reasons and the inkomensconsulent is told."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import STUDIEPLICHT
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Studieplichtbesluit
from app.domain.basisdienstverlening.proces.gesprekstermijnen import plan_studieplicht
from app.domain.dossier.termijn import met_spoed
from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.services.gespreksvoorbereiding import open_gesprek
from app.services.handeling import Handeling
from app.services.spoed import melding_heeft_spoed
from app.services.termijnbeheer import plan_opnieuw


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwStudieplichtbesluit:
    """The decision on studieplicht."""

    studieplichtig: bool
    """De klant moet naar school."""
    reden: LangeTekst
    """Waarom wel of niet; de inkomensconsulent neemt dit op in de beschikking."""


async def besluit_studieplicht(h: Handeling, gesprek_id: UUID, nieuw: NieuwStudieplichtbesluit) -> Ambitiegesprek:
    """Record the decision and remind the inkomensconsulent at once; another decision reminds again.

    Raises NietGevonden, StapNietToegestaan, Strijdig when the rules ask for no decision, and what If-Match asks.
    """
    gesprek, melding = await open_gesprek(h, gesprek_id)
    if not gesprek.uitkomst.studieplicht_beoordelen:
        raise Strijdig("geen-studieplichtbesluit", "Over studieplicht van deze klant hoeft niet te worden besloten.")
    besluit = Studieplichtbesluit(studieplichtig=nieuw.studieplichtig, reden=nieuw.reden, door=h.beller.wie, op=h.nu)
    besloten = h.volgende(gesprek, studieplicht=besluit)
    h.bewaar(besloten, "studieplicht.besloten", grond=STUDIEPLICHT.id)
    spoed = await melding_heeft_spoed(h, melding)
    (plan,) = met_spoed([plan_studieplicht(besluit)], spoed=spoed)
    await plan_opnieuw(h, besloten, "ambitiegesprek", plan)
    return besloten

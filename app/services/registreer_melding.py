"""Registreer een melding: someone reports for bijstand, alone or with a partner."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.melding.feiten import MeldingOpgave, PartnerOpgave
from app.domain.basisdienstverlening.melding.toets import DATUM
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.dossier.klant import Klant
from app.domain.fouten import eis
from app.services.handeling import Handeling
from app.services.meldingbeoordeling import beoordeel_melding, meldingtermijnen
from app.services.termijnbeheer import plan_termijnen
from app.services.veldpaden import met_pad


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweMelding:
    """A melding as it is given."""

    klant_id: UUID
    """De klant die zich meldt."""
    partner_id: UUID | None = None
    """De partner die meedoet, zelf ook klant."""
    partner_opgave: PartnerOpgave | None = None
    """Wat voor de partner zelf geldt; verplicht met een partner en alleen dan."""
    opgave: MeldingOpgave
    """Wat bij de melding is opgegeven."""


async def registreer_melding(h: Handeling, nieuw: NieuweMelding) -> Melding:
    """Record a melding with its route and terms; it is open for the klant and for the partner.

    Raises NietGevonden for an unknown klant, OngeldigeInvoer, and Strijdig when one of them has an open melding.
    """
    zelf, tijd = "De partner is een ander dan de klant.", "De melding ligt in de toekomst."
    eis(nieuw.partner_id != nieuw.klant_id, "partner_id", "zelfde-klant", zelf)
    eis(nieuw.opgave.gemeld_op <= h.nu, "opgave.gemeld_op", "toekomst", tijd)
    _eis_partneropgave(nieuw)
    ids = {nieuw.klant_id, *([nieuw.partner_id] if nieuw.partner_id else [])}
    klanten = {klant_id: await h.tx.dossier(klant_id) for klant_id in sorted(ids)}
    melding = _maak_melding(h, nieuw, klanten)
    h.bewaar(
        melding,
        "melding.geregistreerd",
        grond=DATUM.id,
        geldig_vanaf=melding.meldingsdatum,
        ook=melding.klanten,
    )
    await plan_termijnen(h, melding, "melding", meldingtermijnen(h, melding))
    return melding


def _eis_partneropgave(nieuw: NieuweMelding) -> None:
    """Ask of the partner what is used for a person: what holds for the one does not hold for the other."""
    pad, gegeven = "partner_opgave", nieuw.partner_opgave is not None
    eis(gegeven or nieuw.partner_id is None, pad, "verplicht", "Geef ook op wat voor de partner zelf geldt.")
    eis(not gegeven or nieuw.partner_id is not None, pad, "zonder-partner", "Er is geen partner: geef partnerId.")


def _maak_melding(h: Handeling, nieuw: NieuweMelding, klanten: dict[UUID, Klant]) -> Melding:
    partner = klanten[nieuw.partner_id] if nieuw.partner_id else None
    with met_pad("opgave", geboortedatum="klant_id", partner_geboortedatum="partner_id"):
        velden = beoordeel_melding(
            h,
            nieuw.opgave,
            geboortedatum=klanten[nieuw.klant_id].geboortedatum,
            partner_geboortedatum=partner.geboortedatum if partner else None,
        )
    return h.nieuw(
        Melding,
        klant_id=nieuw.klant_id,
        partner_id=nieuw.partner_id,
        kanaal=nieuw.opgave.kanaal,
        stand=Stand.GEMELD,
        stand_partner=Stand.GEMELD if partner else None,
        opgave=nieuw.opgave,
        partner_opgave=nieuw.partner_opgave,
        **velden,
    )

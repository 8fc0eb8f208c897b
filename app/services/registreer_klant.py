"""Registreer een klant: who reports gets a dossier, once per BSN."""

from dataclasses import fields

from app.domain.basisdienstverlening.melding.receptie import WERKPROCES
from app.domain.dossier.klant import Klant, NieuweKlant, Persoonsgegevens, controleer_klant
from app.services.handeling import Handeling
from app.services.poorten import Gebeurtenis


async def registreer_klant(h: Handeling, nieuw: NieuweKlant) -> Klant:
    """Record a new klant; raises OngeldigeInvoer, and Strijdig when the BSN is known already."""
    controleer_klant(nieuw, h.vandaag)
    klant = h.nieuw(Klant, **{veld.name: getattr(nieuw, veld.name) for veld in fields(Persoonsgegevens)})
    gebeurtenis = Gebeurtenis(type="klant.geregistreerd", geldig_vanaf=h.vandaag, grond=WERKPROCES.id)
    h.tx.bewaar(klant, gebeurtenis, dossiers=(klant.id,))
    h.tx.bewaar_bsn(klant.id, nieuw.bsn)
    return klant

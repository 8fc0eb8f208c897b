"""Trek een melding in: the klant may withdraw it by signature; nothing is deleted (iom.screening.intrekking)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand, Stap
from app.domain.basisdienstverlening.screening.afspraken import INTREKKING
from app.domain.fouten import eis
from app.domain.soorten import LangeTekst
from app.services.aanvraagverloop import trek_aanvraag_mee_in
from app.services.handeling import Handeling
from app.services.meldingeinde import ruim_op
from app.services.meldingverloop import eis_meldingstap, open_melding, zet_stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Intrekking:
    """The signed withdrawal."""

    ondertekend_op: date
    """De dag van de handtekening; niet voor de melding en niet in de toekomst."""
    reden: LangeTekst
    """Waarom de klant de melding intrekt."""


async def trek_melding_in(h: Handeling, melding_id: UUID, intrekking: Intrekking) -> Melding:
    """End a melding as `ingetrokken` for everyone for whom it is still open.

    Raises StapNietToegestaan when it is open for nobody, and OngeldigeInvoer for a signature before it or tomorrow.
    """
    melding = await open_melding(h, melding_id)
    h.eis_versie(melding)
    dag, pad = intrekking.ondertekend_op, "ondertekend_op"
    eis(dag <= h.vandaag, pad, "toekomst", "De handtekening ligt in de toekomst.")
    eis(dag >= melding.meldingsdatum, pad, "voor-melding", "De handtekening ligt voor de melding.")
    wie = [klant_id for klant_id, stand in melding.standen.items() if stand.open]
    if not wie:
        eis_meldingstap(melding, melding.klant_id, Stap.INTREKKING)
    ingetrokken = zet_stand(
        h,
        melding,
        dict.fromkeys(wie, Stand.INGETROKKEN),
        "melding.ingetrokken",
        grond=INTREKKING.id,
        geldig_vanaf=dag,
        ingetrokken_op=dag,
        intrekking_reden=intrekking.reden,
    )
    await ruim_op(h, ingetrokken, wie, "De melding is ingetrokken.")
    await trek_aanvraag_mee_in(h, ingetrokken, dag, grond=INTREKKING.id)
    return ingetrokken

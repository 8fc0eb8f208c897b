"""Controleer een aanvraag: a fiatteur who is not the proposer agrees, or gives the proposal back."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Besluitcontrole
from app.domain.basisdienstverlening.proces.aanvraagstap import STAPPEN, Aanvraagstap, na_terugwijzing
from app.domain.fouten import VierOgen
from app.domain.soorten import LangeTekst
from app.services.aanvraagverloop import open_aanvraag, zet_aanvraag
from app.services.handeling import Handeling
from app.services.toelichting import eis_toelichting


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweControle:
    """A check as it is given."""

    akkoord: bool
    """De fiatteur is het eens met het voorstel."""
    toelichting: LangeTekst | None = None
    """Waarom niet, of wat opvalt; verplicht als de fiatteur het niet eens is."""


async def controleer_aanvraag(h: Handeling, aanvraag_id: UUID, nieuw: NieuweControle) -> Aanvraag:
    """Record the check; without agreement the application goes back to the inkomensconsulent.

    Raises VierOgen for the proposer, OngeldigeInvoer without a reason, and what opening an application raises.
    """
    dossier = await open_aanvraag(h, aanvraag_id, Aanvraagstap.CONTROLE)
    voorstel = dossier.aanvraag.voorstel
    if voorstel is not None and voorstel.door == h.beller.wie:
        raise VierOgen("Wie het besluit voorstelde, controleert het niet.")
    eis_toelichting(nieuw.toelichting, tenzij=nieuw.akkoord)
    return await zet_aanvraag(
        h,
        dossier,
        "aanvraag.gefiatteerd" if nieuw.akkoord else "aanvraag.teruggewezen",
        grond=STAPPEN.id,
        toestand=Aanvraagtoestand.GEFIATTEERD if nieuw.akkoord else na_terugwijzing(dossier.aanvraag),
        controle=Besluitcontrole(akkoord=nieuw.akkoord, toelichting=nieuw.toelichting, door=h.beller.wie, op=h.nu),
    )

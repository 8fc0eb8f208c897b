"""What a melding leaves behind when it ends: appointments are cancelled, terms of what no longer comes lapse."""

from collections.abc import Collection, Container
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaktoestand
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.screening.termijnen import VAN_HET_INKOMEN
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.afspraakverloop import sluit_afspraak
from app.services.gesprekseinde import TERMIJNEN as GESPREKSTERMIJNEN
from app.services.gesprekseinde import sluit_gesprekstermijnen
from app.services.handeling import Handeling
from app.services.termijnbeheer import laat_vervallen, rond_af

_BESLUIT = (Termijnsoort.GESPREKSBESLUIT,)
_VAN_DE_SCREENING = (*_BESLUIT, *GESPREKSTERMIJNEN, *VAN_HET_INKOMEN)
"""The report of a talk that was held is still due."""


async def ruim_op(
    h: Handeling, melding: Melding, klanten: Collection[UUID], reden: str, *, gedaan: Container[Termijnsoort] = ()
) -> None:
    """Cancel what is planned with these klanten; terms lapse once the melding ended for all, but what is done today.

    Where one of them was placed, or needs no ambitiegesprek, an application still has its terms.
    """
    for afspraak in await h.tx.vind(Afspraak, melding_id=melding.id, toestand=Afspraaktoestand.GEPLAND):
        if afspraak.klant_id in klanten:
            await sluit_afspraak(h, afspraak, Afspraaktoestand.GEANNULEERD, reden=reden)
    if melding.open:
        return
    if melding.bijstand_volgt:
        await sluit_gesprekstermijnen(h, melding)
        await _laat_van_screening_vervallen(h, melding, _BESLUIT)
        return
    await rond_af(h, melding.id, gedaan, h.vandaag)
    await _laat_van_screening_vervallen(h, melding, _VAN_DE_SCREENING)
    for gesprek in await h.tx.vind(Ambitiegesprek, melding_id=melding.id):
        await laat_vervallen(h, gesprek.id)


async def _laat_van_screening_vervallen(h: Handeling, melding: Melding, soorten: Container[Termijnsoort]) -> None:
    for screening in await h.tx.vind(Screening, melding_id=melding.id):
        await laat_vervallen(h, screening.id, soorten)

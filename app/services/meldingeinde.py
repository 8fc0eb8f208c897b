"""What a melding leaves behind when it ends without a placing: appointments are cancelled, terms lapse."""

from collections.abc import Collection
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaktoestand
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.screening.termijnen import VAN_HET_INKOMEN
from app.services.afspraakverloop import sluit_afspraak
from app.services.handeling import Handeling
from app.services.termijnbeheer import laat_vervallen

_VAN_DE_SCREENING = ("ambitiegesprek", "diagnose", *VAN_HET_INKOMEN)
"""The report of a talk that was held is still due."""


async def ruim_op(h: Handeling, melding: Melding, klanten: Collection[UUID], reden: str) -> None:
    """Cancel what is planned with these klanten; terms lapse once the melding ended for all and placed nobody."""
    for afspraak in await h.tx.vind(Afspraak, melding_id=melding.id, toestand=Afspraaktoestand.GEPLAND):
        if afspraak.klant_id in klanten:
            await sluit_afspraak(h, afspraak, Afspraaktoestand.GEANNULEERD, reden=reden)
    if melding.open or Stand.INGEDEELD in melding.standen.values():
        return
    await laat_vervallen(h, melding.id)
    for screening in await h.tx.vind(Screening, melding_id=melding.id):
        await laat_vervallen(h, screening.id, _VAN_DE_SCREENING)
    for gesprek in await h.tx.vind(Ambitiegesprek, melding_id=melding.id):
        await laat_vervallen(h, gesprek.id)

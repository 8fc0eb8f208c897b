"""Things that a melding brought: opened together with it, with every dossier that it joins."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.basisdienstverlening.proces.afspraak import Afspraak
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.handeling import Handeling
from app.services.meldingverloop import open_melding
from app.services.termijnbeheer import doe_af

M = TypeVar("M", Screening, Ambitiegesprek, Afspraak, Aanvraag)


async def open_van_melding(h: Handeling, soort: type[M], stuk_id: UUID) -> tuple[M, Melding]:
    """Lock the dossiers of a thing's melding and return both as they stand.

    Raises NietGevonden, VoorwaardeOntbreekt and VersieVerouderd.
    """
    melding = await open_melding(h, (await h.tx.haal(soort, stuk_id)).melding_id)
    stuk = await h.tx.haal(soort, stuk_id)
    h.eis_versie(stuk)
    return stuk, melding


async def doe_af_van_screening(h: Handeling, melding_id: UUID, soorten: Iterable[Termijnsoort], op: date) -> None:
    """Close running terms of the screening of a melding, if there is one: met in time, or missed."""
    for screening in await h.tx.vind(Screening, melding_id=melding_id):
        await doe_af(h, screening.id, soorten, op)

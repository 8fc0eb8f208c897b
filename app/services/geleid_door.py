"""Geleid door: a referral of the screening was carried out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.proces.screening import Doorgeleiding, Screening
from app.domain.basisdienstverlening.screening.doorgeleiding import eis_doorgeleidbaar
from app.domain.basisdienstverlening.screening.uitkomst import Naar
from app.domain.basisdienstverlening.screening.vraag import VRAAG
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import LangeTekst
from app.services.handeling import Handeling
from app.services.meldingstukken import open_van_melding


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweDoorgeleiding:
    """A referral that was carried out."""

    naar: Naar
    """Naar wie: een verwijzing van de screening, of het BAD als het servicegesprek is aangeboden."""
    op: date
    """De dag van de overdracht; niet voor het gesprek en niet in de toekomst."""
    warm: bool
    """Of de consulent de klant zelf heeft overgedragen."""
    toelichting: LangeTekst | None = None
    """Wat is afgesproken; verplicht als de regels een warme overdracht vragen en die er niet was."""


async def geleid_door(h: Handeling, screening_id: UUID, nieuw: NieuweDoorgeleiding) -> Screening:
    """Record that a referral was carried out, once per address, also after the melding was closed.

    Raises NietGevonden, OngeldigeInvoer, Strijdig and what If-Match asks.
    """
    screening, melding = await open_van_melding(h, Screening, screening_id)
    if any(gedaan.naar is nieuw.naar for gedaan in screening.doorgeleidingen):
        raise Strijdig("doorgeleiding-bekend", "Deze verwijzing is al uitgevoerd.")
    eis(nieuw.op <= h.vandaag, "op", "toekomst", "De overdracht ligt in de toekomst.")
    eis(nieuw.op >= screening.feiten.gespreksdag, "op", "voor-gesprek", "De overdracht ligt voor het gesprek.")
    eis_doorgeleidbaar(
        screening.uitkomst, screening.motivering, nieuw.naar, warm=nieuw.warm, toelichting=nieuw.toelichting
    )
    gedaan = Doorgeleiding(
        naar=nieuw.naar, op=nieuw.op, warm=nieuw.warm, door=h.beller.wie, toelichting=nieuw.toelichting
    )
    volgende = h.volgende(screening, doorgeleidingen=(*screening.doorgeleidingen, gedaan))
    h.bewaar(volgende, "screening.doorgeleid", grond=VRAAG.id, geldig_vanaf=nieuw.op, ook=melding.klanten)
    return volgende

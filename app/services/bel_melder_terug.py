"""Bel een melder terug: who reports online is called back, on every route (iom.melding.kanaal)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.basisdienstverlening.melding.contact import KANAAL
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, eis
from app.services.handeling import Handeling, dag_van
from app.services.meldingverloop import open_melding, zet_stand
from app.services.termijnbeheer import doe_af


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugbelling:
    """That the klant was called back."""

    gebeld_op: datetime
    """Wanneer de klant is gesproken; na de melding en niet in de toekomst."""


async def bel_melder_terug(h: Handeling, melding_id: UUID, terugbelling: Terugbelling) -> Melding:
    """Record that the klant of an online melding was called back; raises OngeldigeInvoer and Strijdig."""
    melding = await open_melding(h, melding_id)
    h.eis_versie(melding)
    gebeld_op = terugbelling.gebeld_op
    eis(gebeld_op <= h.nu, "gebeld_op", "toekomst", "Het telefoongesprek ligt in de toekomst.")
    eis(gebeld_op >= melding.opgave.gemeld_op, "gebeld_op", "voor-melding", "Het gesprek ligt voor de melding.")
    if melding.uitkomst.terugbellen_uiterlijk is None or melding.teruggebeld_op or not melding.open:
        raise Strijdig("terugbellen-niet-nodig", "Bij deze melding hoeft niemand te worden teruggebeld.")
    dag = dag_van(gebeld_op)
    await doe_af(h, melding.id, [Termijnsoort.TERUGBELLEN], dag)
    return zet_stand(h, melding, {}, "melding.teruggebeld", grond=KANAAL.id, geldig_vanaf=dag, teruggebeld_op=gebeld_op)

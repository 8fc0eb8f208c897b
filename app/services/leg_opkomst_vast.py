"""Leg de opkomst vast: whether the klant came; what a missed appointment brings is decided elsewhere."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.basisdienstverlening.proces.afspraak import (
    Afspraak,
    Afspraaksoort,
    Afspraakstap,
    Afspraaktoestand,
    eis_afspraakstap,
)
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.soorten import LangeTekst
from app.services.afspraakverloop import sluit_afspraak
from app.services.gespreksherinneringen import herinner_zonder_afspraak
from app.services.handeling import Handeling, dag_van
from app.services.meldingstukken import doe_af_van_screening, open_van_melding


@dataclass(frozen=True, slots=True, kw_only=True)
class Opkomst:
    """Whether the klant came."""

    verschenen: bool
    """De klant is gekomen, of was bereikbaar."""
    toelichting: LangeTekst | None = None
    """Wat erover te zeggen is."""


async def leg_opkomst_vast(h: Handeling, afspraak_id: UUID, opkomst: Opkomst) -> Afspraak:
    """Record from the begin of an appointment on whether the klant came; raises StapNietToegestaan before it.

    Of a couple either one keeps the appointment about income, whose term stands in the dossier of who reported.
    """
    afspraak, _ = await open_van_melding(h, Afspraak, afspraak_id)
    eis_afspraakstap(Afspraakstap.OPKOMST, afspraak, h.nu)
    toestand = Afspraaktoestand.VERSCHENEN if opkomst.verschenen else Afspraaktoestand.NIET_VERSCHENEN
    if not opkomst.verschenen:
        await herinner_zonder_afspraak(h, afspraak)
    op = dag_van(afspraak.begin)
    if opkomst.verschenen and afspraak.soort is Afspraaksoort.INKOMENSAFSPRAAK:
        await doe_af_van_screening(h, afspraak.melding_id, (Termijnsoort.INKOMENSAFSPRAAK,), op)
    return await sluit_afspraak(h, afspraak, toestand, reden=opkomst.toelichting, geldig_vanaf=op)

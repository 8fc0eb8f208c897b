"""Where an appointment stands, and what the klant hears of it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from app.domain.basisdienstverlening.afspraakplan import plan_herinneringen
from app.domain.basisdienstverlening.ambitiegesprek import AMBITIEGESPREK
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.melding.receptie import BEVESTIGING
from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaksoort, Afspraaktoestand
from app.domain.basisdienstverlening.proces.gesprekstermijnen import HERINNERINGEN
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.beleid import Peil
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.gespreksherinneringen import lopend_gesprek
from app.services.handeling import Handeling, dag_van
from app.services.termijnbeheer import laat_vervallen, plan_opnieuw, plan_termijnen

_TYPE = {
    Afspraaktoestand.GEANNULEERD: "afspraak.geannuleerd",
    Afspraaktoestand.VERSCHENEN: "afspraak.nagekomen",
    Afspraaktoestand.NIET_VERSCHENEN: "afspraak.gemist",
}
_VOORAF = {Termijnsoort.SMS, Termijnsoort.DARIUZ}


async def sluit_afspraak(
    h: Handeling, afspraak: Afspraak, toestand: Afspraaktoestand, *, reden: str | None, geldig_vanaf: date | None = None
) -> Afspraak:
    """Record how an appointment ended; reminders that were not sent yet lapse."""
    gesloten = h.volgende(afspraak, toestand=toestand, reden=reden)
    h.bewaar(gesloten, _TYPE[toestand], grond=reden or BEVESTIGING.id, geldig_vanaf=geldig_vanaf)
    await laat_vervallen(h, afspraak.id)
    return gesloten


async def kom_na(h: Handeling, melding: Melding, soort: Afspraaksoort, klanten: Collection[UUID], op: date) -> None:
    """Record that these klanten came to what was planned last, by the day of a talk that was held."""
    laatste: dict[UUID, Afspraak] = {}
    for afspraak in await h.tx.vind(Afspraak, melding_id=melding.id, toestand=Afspraaktoestand.GEPLAND):
        vorige = laatste.get(afspraak.klant_id, afspraak)
        past = afspraak.soort is soort and afspraak.klant_id in klanten and dag_van(afspraak.begin) <= op
        if past and afspraak.begin >= vorige.begin:
            laatste[afspraak.klant_id] = afspraak
    for afspraak in laatste.values():
        verschenen, begin = Afspraaktoestand.VERSCHENEN, dag_van(afspraak.begin)
        await sluit_afspraak(h, afspraak, verschenen, reden=None, geldig_vanaf=begin)


def peil_van(h: Handeling, op: date) -> Peil:
    """Ask the policy of the day of the talk."""
    return h.peil(AMBITIEGESPREK.thema, op)


async def plan_berichten(h: Handeling, afspraak: Afspraak) -> None:
    """Plan the confirmation and the reminders; of an appointment that moved they start anew.

    The talk itself reminds no more, and Dariuz that is filled in asks for no reminder.
    """
    op = dag_van(afspraak.begin)
    gesprek = await lopend_gesprek(h, afspraak)
    if gesprek is not None:
        await laat_vervallen(h, gesprek.id, HERINNERINGEN)
    ingevuld = gesprek is not None and gesprek.feiten.diagnose_ingevuld
    diagnose = Diagnose.FORMAT if ingevuld else await _diagnose(h, afspraak)
    plannen = plan_herinneringen(peil_van(h, op), afspraak.soort, op, diagnose, vandaag=h.vandaag)
    if afspraak.versie == 1:
        await plan_termijnen(h, afspraak, "afspraak", plannen)
        return
    for plan in plannen:
        await plan_opnieuw(h, afspraak, "afspraak", plan)
    await laat_vervallen(h, afspraak.id, _VOORAF - {plan.soort for plan in plannen})


async def _diagnose(h: Handeling, afspraak: Afspraak) -> Diagnose:
    """How the klant prepares: as the screening says; without one there is no Dariuz to remind of."""
    screeningen = await h.tx.vind(Screening, melding_id=afspraak.melding_id)
    oordeel = next((s.oordelen.get(afspraak.klant_id) for s in screeningen), None)
    return oordeel.uitkomst.diagnose if oordeel else Diagnose.FORMAT

"""How far an application is: opened with its melding, stepped on, its decision term judged anew, its terms moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagstap import Aanvraagstap, eis_aanvraagstap
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import geteld_vanaf_melding, termijnen_van_aanvraag
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.termijntoetsen.beslistermijn import BESLISTERMIJN, BeslistermijnFeiten
from app.domain.termijntoetsen.opschorting import Opschorting
from app.services.handeling import Handeling
from app.services.meldingverloop import open_melding
from app.services.spoed import melding_heeft_spoed
from app.services.termijnbeheer import doe_af, laat_vervallen, plan_termijnen
from app.services.veldpaden import met_pad

SOORT = "aanvraag"


@dataclass(frozen=True, slots=True)
class Aanvraagdossier:
    """An application that is locked for a step, with the melding that it belongs to."""

    aanvraag: Aanvraag
    melding: Melding


async def open_aanvraag(h: Handeling, aanvraag_id: UUID, stap: Aanvraagstap) -> Aanvraagdossier:
    """Lock every dossier that the application joins and return it, when it allows the step.

    Raises NietGevonden, VoorwaardeOntbreekt, VersieVerouderd, StapNietToegestaan, and Strijdig during the zoekperiode.
    """
    melding = await open_melding(h, (await h.tx.haal(Aanvraag, aanvraag_id)).melding_id)
    aanvraag = await h.tx.haal(Aanvraag, aanvraag_id)
    h.eis_versie(aanvraag)
    eis_aanvraagstap(stap, aanvraag, melding.uitkomst.zoekperiode_tot, h.vandaag)
    return Aanvraagdossier(aanvraag, melding)


def beslistermijn(h: Handeling, melding: Melding, opschortingen: tuple[Opschorting, ...]) -> dict[str, Any]:
    """Judge the decision term with these suspensions, by the policy of the day of the melding."""
    feiten = BeslistermijnFeiten(vanaf=melding.meldingsdatum, opschortingen=opschortingen)
    with met_pad("opschortingen", vanaf="hersteltermijn_tot"):
        besluit, verantwoording = h.beslis(BESLISTERMIJN, melding.meldingsdatum, feiten)
    return {
        "opschortingen": opschortingen,
        "beslistermijn": besluit.uitkomst,
        "motivering": geteld_vanaf_melding(besluit.motivering, melding),
        "verantwoording": verantwoording,
    }


async def zet_aanvraag(
    h: Handeling,
    dossier: Aanvraagdossier,
    type_: str,
    *,
    grond: str,
    geldig_vanaf: date | None = None,
    klaar: Mapping[str, date] | None = None,
    einde: date | None = None,
    **velden: Any,
) -> Aanvraag:
    """Record the next version of an application in every dossier of its melding, and move its terms along.

    `klaar` names terms that were done on a day; they are met or missed. That of the voorschot moves with what is given.
    `einde` is the day on which the application ended: what had to be before it is missed.
    """
    aanvraag = h.volgende(dossier.aanvraag, **velden)
    h.bewaar(aanvraag, type_, grond=grond, geldig_vanaf=geldig_vanaf, ook=dossier.melding.klanten)
    peil = h.peil(BESLISTERMIJN.thema, dossier.melding.meldingsdatum)
    spoed = await melding_heeft_spoed(h, dossier.melding)
    plannen = termijnen_van_aanvraag(peil, aanvraag, dossier.melding, spoed=spoed)
    blijft = () if aanvraag.toestand in AFGELOPEN else (Termijnsoort.VOORSCHOT,)
    await plan_termijnen(h, aanvraag, SOORT, plannen, klaar=klaar, blijft=blijft, einde=einde)
    return aanvraag


async def sluit_zoekperiode(h: Handeling, melding: Melding, op: date) -> None:
    """Close the zoekperiode of a melding whose application ended on a day.

    A choice: it is time that passes, not work that someone is late with. It is met on its last day, and lapses where
    that was not over yet.
    """
    tot = melding.uitkomst.zoekperiode_tot
    if tot is not None and tot < op:
        await doe_af(h, melding.id, (Termijnsoort.ZOEKPERIODE,), tot)
    else:
        await laat_vervallen(h, melding.id, (Termijnsoort.ZOEKPERIODE,))


def is_ingetrokken(melding: Melding) -> bool:
    """Whether a melding was withdrawn for everyone whom it joins."""
    return set(melding.standen.values()) == {Stand.INGETROKKEN}


async def trek_aanvraag_mee_in(h: Handeling, melding: Melding, op: date, *, grond: str) -> None:
    """End the undecided application of a melding that was withdrawn for everyone; its terms lapse."""
    if not is_ingetrokken(melding):
        return
    for aanvraag in await h.tx.vind(Aanvraag, melding_id=melding.id):
        if aanvraag.toestand not in AFGELOPEN:
            ingetrokken = h.volgende(aanvraag, toestand=Aanvraagtoestand.INGETROKKEN)
            h.bewaar(ingetrokken, "aanvraag.ingetrokken", grond=grond, geldig_vanaf=op, ook=melding.klanten)
            await laat_vervallen(h, aanvraag.id)

"""What follows when the birth date of a klant turns out different: what the rules made of it is judged anew."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek, Gesprektoestand
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.screeningsgevolg import vervallen_termijnen
from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from app.domain.dossier.klant import Klant
from app.domain.dossier.termijn import Termijn, Termijnplan, Termijntoestand, met_spoed
from app.domain.dossier.termijnsoort import Termijnsoort
from app.services.aanvraagverloop import Aanvraagdossier, beslistermijn, zet_aanvraag
from app.services.gespreksherinneringen import plan_gesprekstermijnen
from app.services.gespreksvoorbereiding import beoordeel_gesprek
from app.services.handeling import Handeling
from app.services.meldingbeoordeling import beoordeel_melding, meldingtermijnen
from app.services.meldingverloop import zet_stand
from app.services.termijnbeheer import plan_opnieuw, plan_termijnen
from app.services.veldpaden import met_pad

REDEN = "correctie van de geboortedatum"


async def open_met_partners(h: Handeling, klant_id: UUID) -> dict[UUID, Klant]:
    """Lock the dossier of a klant and of everyone whom a melding joins with the klant, in order of id.

    Who joined while this waited is locked after the others; a deadlock that gives is run again. Raises NietGevonden.
    """
    klanten: dict[UUID, Klant] = {}
    while nog := {klant_id, *await _samen(h, klant_id)} - klanten.keys():
        for wie in sorted(nog):
            klanten[wie] = await h.tx.dossier(wie)
    return klanten


async def volg_geboortedatum(h: Handeling, klant: Klant, klanten: Mapping[UUID, Klant]) -> None:
    """Judge anew what still rests on the birth date of a klant, whose partners (`klanten`) are locked as well.

    A melding gets its next version by the same opgave and day, with its terms; a talk that is not rounded off is
    prepared anew; an undecided application follows a zoekperiode that came, went or moved. A screening, a placing or
    a talk that was rounded off is what people decided by what was known then: it is not changed. Raises
    OngeldigeInvoer at `geboortedatum` when the rules refuse it: a birth after the melding.
    """
    met_nieuw = {**klanten, klant.id: klant}
    for melding in await _meldingen(h, klant.id):
        aanvragen = await h.tx.vind(Aanvraag, melding_id=melding.id)
        if _loopt(melding, aanvragen):
            nieuw = await _herbeoordeel(h, melding, met_nieuw)
            await _bereid_opnieuw_voor(h, nieuw, klant)
            await _laat_aanvragen_volgen(h, melding, nieuw, aanvragen)


async def _meldingen(h: Handeling, klant_id: UUID) -> tuple[Melding, ...]:
    return (*await h.tx.vind(Melding, klant_id=klant_id), *await h.tx.vind(Melding, partner_id=klant_id))


async def _samen(h: Handeling, klant_id: UUID) -> set[UUID]:
    return {wie for melding in await _meldingen(h, klant_id) for wie in melding.klanten}


def _loopt(melding: Melding, aanvragen: tuple[Aanvraag, ...]) -> bool:
    """Whether something still comes of it: it is open, or its application is to be received or decided."""
    if melding.open or not aanvragen:
        return melding.open or melding.bijstand_volgt
    return any(aanvraag.toestand not in AFGELOPEN for aanvraag in aanvragen)


async def _herbeoordeel(h: Handeling, melding: Melding, klanten: Mapping[UUID, Klant]) -> Melding:
    partner = klanten[melding.partner_id] if melding.partner_id else None
    with met_pad("geboortedatum", geboortedatum="geboortedatum", partner_geboortedatum="geboortedatum"):
        velden = beoordeel_melding(
            h,
            melding.opgave,
            geboortedatum=klanten[melding.klant_id].geboortedatum,
            partner_geboortedatum=partner.geboortedatum if partner else None,
        )
    nieuw = zet_stand(h, melding, {}, "melding.herbeoordeeld", grond=REDEN, **velden)
    if nieuw.open or nieuw.bijstand_volgt:
        await _plan_termijnen(h, melding, nieuw)
    return nieuw


async def _plan_termijnen(h: Handeling, oud: Melding, nieuw: Melding) -> None:
    """Move the terms along; what the screening made needless does not come back."""
    vervallen: set[Termijnsoort] = set()
    screeningen = await h.tx.vind(Screening, melding_id=nieuw.id)
    for screening in screeningen:
        vervallen.update(vervallen_termijnen(nieuw, screening))
    alles = met_spoed(meldingtermijnen(h, nieuw), spoed=heeft_spoed(nieuw, screeningen))
    plannen = [plan for plan in alles if plan.soort not in vervallen]
    await plan_termijnen(h, nieuw, "melding", plannen)
    if oud.uitkomst.zoekperiode_tot is None:
        await _laat_herleven(h, nieuw, plannen)


async def _laat_herleven(h: Handeling, melding: Melding, plannen: Iterable[Termijnplan]) -> None:
    """Let the zoekperiode that lapsed when an earlier correction ended it run again now that it is back."""
    vervallen = await h.tx.vind(Termijn, onderwerp_id=melding.id, toestand=Termijntoestand.VERVALLEN)
    weg = {termijn.soort for termijn in vervallen} & {Termijnsoort.ZOEKPERIODE}
    for plan in plannen:
        if plan.soort in weg:
            await plan_opnieuw(h, melding, "melding", plan)


async def _bereid_opnieuw_voor(h: Handeling, melding: Melding, klant: Klant) -> None:
    if not melding.stand_van(klant.id).open:
        return
    begonnen = Gesprektoestand.BEGONNEN
    for gesprek in await h.tx.vind(Ambitiegesprek, melding_id=melding.id, klant_id=klant.id, toestand=begonnen):
        feiten = replace(gesprek.feiten, geboortedatum=klant.geboortedatum)
        nieuw = h.volgende(gesprek, **beoordeel_gesprek(h, feiten))
        h.bewaar(nieuw, "ambitiegesprek.herbeoordeeld", grond=REDEN)
        await plan_gesprekstermijnen(h, nieuw)


async def _laat_aanvragen_volgen(h: Handeling, oud: Melding, nieuw: Melding, aanvragen: Iterable[Aanvraag]) -> None:
    """Judge the decision term anew, which says whether a zoekperiode holds, and ask the werkconsulent by its end."""
    if oud.uitkomst.zoekperiode_tot == nieuw.uitkomst.zoekperiode_tot:
        return
    for aanvraag in aanvragen:
        if aanvraag.toestand not in AFGELOPEN:
            velden = beslistermijn(h, nieuw, aanvraag.opschortingen)
            await zet_aanvraag(h, Aanvraagdossier(aanvraag, nieuw), "aanvraag.herbeoordeeld", grond=REDEN, **velden)

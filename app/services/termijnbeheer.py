"""Terms follow their base: planned, moved, met, missed or lapsed."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.dossier.stuk import Dossierstuk, Samenstuk
from app.domain.dossier.termijn import Termijn, Termijnplan, Termijntoestand
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.uwv.order.inkooporder import Inkooporder
from app.services.handeling import Handeling, dag_van


async def plan_termijnen(
    h: Handeling,
    stuk: Dossierstuk,
    soort: str,
    plannen: Iterable[Termijnplan],
    *,
    klaar: Mapping[str, date] | None = None,
    blijft: Container[Termijnsoort] = (),
    einde: date | None = None,
) -> None:
    """Make the terms of a subject be these: new ones start, moved ones move, running ones left out lapse.

    Of those left out, `klaar` closes kinds that were done on a day, met or missed, and `blijft` names kinds that
    another step plans; with `einde` what had to be before that day is missed instead. A plan that stands still
    suspends its term until its day has passed, or until it is planned without. What was met, missed or lapsed stays
    so, but for a lapsed reminder: planned anew, it is sent after all; so is a met one that its plan opens again.
    """
    bekend = {} if stuk.versie == 1 else {t.soort: t for t in await h.tx.vind(Termijn, onderwerp_id=stuk.id)}
    gewenst = {plan.naam: plan for plan in plannen}
    nieuw = [_termijn(h, stuk, soort, plan, bekend.get(plan.naam)) for plan in gewenst.values()]
    lopend = [t for t in bekend.values() if t.toestand is Termijntoestand.LOPEND]
    over = [t for t in lopend if t.soort not in gewenst and t.soort not in blijft]
    gesloten = [afgedaan(h, t, klaar[t.soort]) if klaar and t.soort in klaar else _beeindigd(h, t, einde) for t in over]
    h.tx.bewaar_termijnen(tuple(t for t in (*nieuw, *gesloten) if t is not bekend.get(t.soort)))


def _termijn(h: Handeling, stuk: Dossierstuk, soort: str, plan: Termijnplan, bekend: Termijn | None) -> Termijn:
    velden = _velden(plan)
    if bekend is None:
        termijn = h.nieuw(
            Termijn,
            klant_id=stuk.klant_id,
            partner_id=stuk.partner_id if isinstance(stuk, Samenstuk) else None,
            soort=plan.naam,
            onderwerp_soort=soort,
            onderwerp_id=stuk.id,
            organisatie=stuk.organisatie if isinstance(stuk, Inkooporder) else None,
            afgedaan_op=None,
            **velden,
        )
        return termijn if plan.afgedaan_op is None else replace(afgedaan(h, termijn, plan.afgedaan_op), versie=1)
    anders = any(getattr(bekend, naam) != waarde for naam, waarde in velden.items())
    return h.volgende(bekend, **velden, afgedaan_op=None) if anders and _loopt(plan, bekend) else bekend


def _loopt(plan: Termijnplan, bekend: Termijn) -> bool:
    """Whether a term that is planned runs, or runs again."""
    weer = plan.herinnering and bekend.toestand is Termijntoestand.VERVALLEN
    ongedaan = plan.heropent and bekend.toestand is Termijntoestand.GEHAALD
    return bekend.toestand is Termijntoestand.LOPEND or weer or ongedaan


def _velden(plan: Termijnplan) -> dict[str, Any]:
    """What a running term has of its plan, and what makes it another one when that changes."""
    return {
        "regel": plan.regel.id,
        "bron": plan.regel.bron,
        "vindplaats": plan.regel.vindplaats,
        "rol": plan.rol,
        "basis_op": plan.basis_op,
        "uiterlijk_op": plan.uiterlijk_op,
        "uiterlijk_moment": plan.uiterlijk_moment,
        "herinnering": plan.herinnering,
        "spoed": plan.spoed,
        "opgeschort_tot": plan.opgeschort_tot,
        "toestand": Termijntoestand.LOPEND,
    }


async def plan_opnieuw(h: Handeling, stuk: Dossierstuk, soort: str, plan: Termijnplan) -> None:
    """Start one term of a subject; the one of that kind that it had runs again, also after it was met or missed."""
    bekend = [t for t in await h.tx.vind(Termijn, onderwerp_id=stuk.id) if t.soort == plan.naam]
    termijn = _termijn(h, stuk, soort, plan, None)
    for oud in bekend:
        termijn = replace(termijn, id=oud.id, versie=oud.versie + 1, aangemaakt_op=oud.aangemaakt_op)
    h.tx.bewaar_termijnen((termijn,))


async def doe_af(h: Handeling, onderwerp_id: UUID, soorten: Iterable[Termijnsoort], op: date | None) -> None:
    """Close running terms of a subject: met in time, also on a day that is not known (None), or missed."""
    lopend = await _lopend(h, onderwerp_id)
    gekozen: set[str] = set(soorten)
    h.tx.bewaar_termijnen(tuple(afgedaan(h, t, op) for t in lopend if t.soort in gekozen))


def afgedaan(h: Handeling, termijn: Termijn, op: date | None, *, toelichting: str | None = None) -> Termijn:
    """Close a term: met in time, on a day that is not known, or when it only reminds.

    Of the last day itself the hour is known today only.
    """
    uiterlijk = termijn.uiterlijk_moment
    if op is None:
        op_tijd = True
    elif uiterlijk and op == h.vandaag:
        op_tijd = h.nu <= uiterlijk
    else:
        op_tijd = op <= (dag_van(uiterlijk) if uiterlijk else termijn.uiterlijk_op)
    toestand = Termijntoestand.GEHAALD if op_tijd or termijn.herinnering else Termijntoestand.GEMIST
    return h.volgende(termijn, toestand=toestand, afgedaan_op=op, opgeschort_tot=None, toelichting=toelichting)


async def laat_vervallen(h: Handeling, onderwerp_id: UUID, soorten: Container[Termijnsoort] | None = None) -> None:
    """Let the running terms of a subject lapse: all of them, or those of these kinds."""
    open_ = [t for t in await _lopend(h, onderwerp_id) if soorten is None or t.soort in soorten]
    h.tx.bewaar_termijnen(tuple(_vervallen(h, t) for t in open_))


async def beeindig(h: Handeling, onderwerp_id: UUID, soorten: Container[Termijnsoort], op: date) -> None:
    """End running terms of these kinds on a day: what had to be before it is missed, the rest lapses."""
    open_ = [t for t in await _lopend(h, onderwerp_id) if t.soort in soorten]
    h.tx.bewaar_termijnen(tuple(_beeindigd(h, t, op) for t in open_))


async def geef_voorrang(h: Handeling, onderwerp_id: UUID, *, behalve: Container[Termijnsoort] = ()) -> None:
    """Put the running terms of a subject before other work, but for the kinds that this same step closes."""
    later = [t for t in await _lopend(h, onderwerp_id) if not t.spoed and t.soort not in behalve]
    h.tx.bewaar_termijnen(tuple(h.volgende(termijn, spoed=True) for termijn in later))


async def rond_af(
    h: Handeling,
    onderwerp_id: UUID,
    soorten: Container[Termijnsoort],
    op: date,
    *,
    blijft: Container[Termijnsoort] = (),
) -> None:
    """Close a subject: running terms of these kinds are met or missed on a day, others lapse, but what `blijft`."""
    lopend = [t for t in await _lopend(h, onderwerp_id) if t.soort not in blijft]
    h.tx.bewaar_termijnen(tuple(afgedaan(h, t, op) if t.soort in soorten else _vervallen(h, t) for t in lopend))


async def _lopend(h: Handeling, onderwerp_id: UUID) -> tuple[Termijn, ...]:
    return await h.tx.vind(Termijn, onderwerp_id=onderwerp_id, toestand=Termijntoestand.LOPEND)


def _beeindigd(h: Handeling, termijn: Termijn, op: date | None) -> Termijn:
    """Missed when its last day lay before this one: what it asks never happened. A reminder only lapses."""
    moment = termijn.uiterlijk_moment
    if op is None or termijn.herinnering or op <= (dag_van(moment) if moment else termijn.uiterlijk_op):
        return _vervallen(h, termijn)
    return h.volgende(termijn, toestand=Termijntoestand.GEMIST, opgeschort_tot=None)


def _vervallen(h: Handeling, termijn: Termijn) -> Termijn:
    return h.volgende(termijn, toestand=Termijntoestand.VERVALLEN, opgeschort_tot=None)

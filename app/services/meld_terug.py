"""Meld een cliënt terug: the opdrachtnemer proposes to end the service early, for a cause on the client's side."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.dossier.termijnsoort import Termijnsoort, genummerd
from app.domain.fouten import Strijdig, eis_geen
from app.domain.soorten import LangeTekst
from app.domain.tekst import dag as als_tekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import (
    TERUGMELDING,
    Terugmelding,
    Terugmeldreden,
    lopende_terugmelding,
    open_ziekte,
    redenfouten,
)
from app.domain.uwv.order.toestand import Orderstap
from app.domain.uwv.ziekte import UWV_ZIEKTE, ZIEKTE
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, peil_van, zet_order
from app.services.ordereinde import eis_binnen_dienst
from app.services.orderonderbreking import ziektefeiten


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweTerugmelding:
    """A proposal as it is made."""

    reden: Terugmeldreden
    """De oorzaak aan de kant van de cliënt; `bezwaar_gegrond` volgt alleen uit een beslissing op bezwaar."""
    toelichting: LangeTekst
    """Wat er is gebeurd."""
    client_akkoord_op: date | None = None
    """De dag waarop de cliënt instemde, of bij curatele of mentorschap diens wettelijk vertegenwoordiger; verplicht,
    behalve bij overlijden."""
    gemeld_op: date
    """De dag waarop UWV de melding ontving, binnen de doorlooptijd van de dienst."""


async def meld_terug(h: Handeling, order_id: UUID, nieuw: NieuweTerugmelding) -> Inkooporder:
    """Record a proposal, one at a time; for a long illness only once that lasts long enough.

    Raises OngeldigeInvoer, Strijdig, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.TERUGMELDING)
    _eis_vorm(h, order, nieuw)
    if lopende_terugmelding(order.terugmeldingen) is not None:
        raise Strijdig("terugmelding-loopt", "UWV heeft over een eerdere terugmelding nog niet besloten.")
    ziekte = _langdurige_ziekte(h, order, nieuw) if nieuw.reden is Terugmeldreden.LANGDURIGE_ZIEKTE else {}
    terugmelding = Terugmelding(
        reden=nieuw.reden,
        toelichting=nieuw.toelichting,
        client_akkoord_op=nieuw.client_akkoord_op,
        gemeld_op=nieuw.gemeld_op,
        besluit=None,
        door=h.beller.wie,
        op=h.nu,
    )
    tekst = f"Teruggemeld wegens {nieuw.reden.naam}: de dienst eindigt alleen als UWV daarmee akkoord gaat."
    velden = {"motivering": (TERUGMELDING.grond(tekst),)} | ziekte
    return await zet_order(
        h,
        order,
        "inkooporder.terugmelding_voorgesteld",
        grond=TERUGMELDING.id,
        geldig_vanaf=nieuw.gemeld_op,
        terugmeldingen=(*order.terugmeldingen, terugmelding),
        **velden,
    )


def _eis_vorm(h: Handeling, order: Inkooporder, nieuw: NieuweTerugmelding) -> None:
    eis_binnen_dienst(h, order, nieuw.gemeld_op, "gemeld_op")
    eis_geen(redenfouten(nieuw.reden, nieuw.client_akkoord_op, nieuw.gemeld_op))
    if nieuw.client_akkoord_op is not None:
        vanaf, wat = order.start_op, "het begin van de dienst"
        eis_dag(h, nieuw.client_akkoord_op, "client_akkoord_op", vanaf=vanaf, wat=wat)


def _langdurige_ziekte(h: Handeling, order: Inkooporder, nieuw: NieuweTerugmelding) -> dict[str, Any]:
    """Decide whether the illness has lasted too long; the reminder to give the client back is met by this step."""
    ziekte = open_ziekte(order.ziekteperioden)
    if ziekte is None:
        raise Strijdig("geen-ziekteperiode", "De cliënt is niet ziek gemeld.")
    peil = peil_van(h, order)
    besluit = UWV_ZIEKTE.beoordeel(peil, ziektefeiten(order, ziekte.ziek_van, nieuw.gemeld_op))
    if not besluit.uitkomst.terugmelden:
        vanaf = als_tekst(besluit.uitkomst.terugmelden_vanaf)
        tekst = f"De ziekte duurt nog niet te lang: terugmelden om ziekte kan vanaf {vanaf} ({ZIEKTE.id})."
        raise Strijdig("ziekte-nog-kort", tekst)
    nummer = order.ziekteperioden.index(ziekte) + 1
    return {
        "klaar": {genummerd(Termijnsoort.TERUGMELDING, nummer): nieuw.gemeld_op},
        "motivering": besluit.motivering,
        "peil": peil,
        "toets": UWV_ZIEKTE.naam,
    }

"""Verstrek een opdracht: UWV asks the chosen firm for a plan; that day fixes the version for life."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from uuid import UUID

from app.domain.beleid import Peil
from app.domain.besluit import Grond, Motivering
from app.domain.fouten import Strijdig, Veldfout, eis
from app.domain.uwv.inzet import UWV_DIENST, UwvDienstFeiten
from app.domain.uwv.opdrachtnemer import Opdrachtnemer, eis_raamovereenkomst
from app.domain.uwv.order.inkoop import Opdracht
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.toestand import Orderstap, Ordertoestand
from app.domain.uwv.order.werkplan import KEUZE_CLIENT
from app.domain.uwv.versie import UWV_VERSIE, VERSIE, UwvVersieFeiten
from app.services.handeling import Handeling
from app.services.inkooporderverloop import THEMA, eis_dag, kent_cijfers, open_order, zet_order


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweOpdracht:
    """An Opdracht as it is given."""

    opdrachtnemer_id: UUID
    """Aan welke opdrachtnemer."""
    opdracht_op: date
    """De dagtekening; bepaalt welke versie van de eisen geldt."""


async def verstrek_opdracht(h: Handeling, order_id: UUID, nieuw: NieuweOpdracht) -> Inkooporder:
    """Record the Opdracht when the firm holds the perceel and the service may be bought as the werkplan asks.

    Raises OngeldigeInvoer, Strijdig with every reason against the service, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.OPDRACHT)
    goedgekeurd = order.client.scholing_goedgekeurd_op
    eis_dag(h, nieuw.opdracht_op, "opdracht_op", vanaf=goedgekeurd, wat="de goedkeuring van de scholing")
    opdrachtnemer, raam = await kies_opdrachtnemer(h, order, nieuw.opdrachtnemer_id, nieuw.opdracht_op)
    overzicht, versiegronden = kies_versie(h, nieuw.opdracht_op, "opdracht_op")
    peil = h.peil(THEMA, nieuw.opdracht_op)
    return await zet_order(
        h,
        order,
        "inkooporder.opdracht_verstrekt",
        grond=VERSIE.id,
        geldig_vanaf=nieuw.opdracht_op,
        motivering=(raam, *versiegronden, *_inkoopbaar(order, peil, nieuw.opdracht_op)),
        peil=peil,
        toets=UWV_DIENST.naam,
        toestand=Ordertoestand.OPDRACHT_VERSTREKT,
        opdrachtnemer_id=opdrachtnemer.id,
        organisatie=opdrachtnemer.kenmerk,
        overzicht=overzicht,
        opdracht=Opdracht(opdracht_op=nieuw.opdracht_op, door=h.beller.wie, op=h.nu),
    )


async def kies_opdrachtnemer(h: Handeling, order: Inkooporder, gekozen: UUID, op: date) -> tuple[Opdrachtnemer, Grond]:
    """The firm with the reason why it may have the order.

    Raises NietGevonden, OngeldigeInvoer without the perceel, Strijdig for another one than the client chose.
    """
    opdrachtnemer = await h.tx.haal(Opdrachtnemer, gekozen)
    raam = eis_raamovereenkomst(opdrachtnemer, order.dienst, op, "opdrachtnemer_id")
    if order.gekozen_opdrachtnemer not in (None, gekozen):
        raise Strijdig("andere-keuze-client", f"De cliënt koos een andere opdrachtnemer ({KEUZE_CLIENT.id}).")
    return opdrachtnemer, raam


def _inkoopbaar(order: Inkooporder, peil: Peil, op: date) -> Motivering:
    """Why the service may be bought, where the figures of the version are held; raises Strijdig where it may not."""
    if not kent_cijfers(peil, op):
        return ()
    besluit = UWV_DIENST.beoordeel(peil, dienstfeiten(order, op))
    eis_inkoopbaar(besluit.uitkomst.redenen)
    return besluit.motivering


def kies_versie(h: Handeling, dag: date, veld: str) -> tuple[str, Motivering]:
    """The version of a day with its reason; raises OngeldigeInvoer before the first."""
    besluit, _ = h.beslis(UWV_VERSIE, dag, UwvVersieFeiten(opdracht_op=dag))
    versie = besluit.uitkomst.versie
    eis(versie is not None, veld, "geen-versie", f"Op deze dag gold nog geen versie van de eisen ({VERSIE.id}).")
    return versie or "", besluit.motivering


def dienstfeiten(
    order: Inkooporder,
    op: date,
    *,
    uren: int | None = None,
    maanden: int | None = None,
    eerdere_werkbehoud: int | None = None,
) -> UwvDienstFeiten:
    """The facts of an order for the rule of services; hours and months of the werkplan unless given."""
    return UwvDienstFeiten(
        dienst=order.dienst,
        clientsoort=order.client.clientsoort,
        trede=order.client.trede,
        opdracht_op=op,
        uren=ceil(order.werkplan.uren) if uren is None else uren,
        doorlooptijd_maanden=maanden or order.werkplan.doorlooptijd_maanden,
        scholing_maanden=order.client.scholing_maanden,
        scholing_weken=order.client.scholing_weken,
        uitzonderlijk=order.client.uitzonderlijk,
        eerdere_werkbehoud=eerdere_werkbehoud,
    )


def eis_inkoopbaar(redenen: tuple[str, ...]) -> None:
    """Raise Strijdig with every reason why the service cannot be bought like this."""
    if redenen:
        fouten = tuple(Veldfout("werkplan", "dienst-niet-toegestaan", reden) for reden in redenen)
        raise Strijdig("dienst-niet-toegestaan", "Deze dienst kan zo niet worden ingekocht.", fouten)

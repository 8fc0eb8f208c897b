"""Besluit over een terugmelding: UWV agrees and the service ends early, or it goes on."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.fouten import Strijdig
from app.domain.soorten import LangeTekst
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import TERUGMELDING, Terugmeldbesluit, Terugmelding, lopende_terugmelding
from app.domain.uwv.order.toestand import Orderstap
from app.services.handeling import Handeling
from app.services.inkooporderverloop import eis_dag, open_order, zet_order
from app.services.orderonderbreking import beeindig_vroeg
from app.services.toelichting import eis_toelichting


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwTerugmeldbesluit:
    """A decision as it is given."""

    akkoord: bool
    """UWV gaat akkoord: de dienst eindigt en er komt een eindrapportage; zonder akkoord gaat de dienst door."""
    besloten_op: date
    """De dag van het besluit; bij akkoord eindigt de dienst die dag, of eerder op de einddatum als die voorbij is."""
    toelichting: LangeTekst | None = None
    """Waarom niet; verplicht zonder akkoord."""


async def besluit_terugmelding(h: Handeling, order_id: UUID, nieuw: NieuwTerugmeldbesluit) -> Inkooporder:
    """Record what UWV decides on the proposal that runs.

    Raises OngeldigeInvoer, Strijdig without a proposal, and what opening an order raises.
    """
    order = await open_order(h, order_id, Orderstap.TERUGMELDBESLUIT)
    melding = lopende_terugmelding(order.terugmeldingen)
    if melding is None:
        raise Strijdig("geen-terugmelding", "Er is geen terugmelding waarover UWV nog moet besluiten.")
    eis_dag(h, nieuw.besloten_op, "besloten_op", vanaf=melding.gemeld_op, wat="de melding")
    eis_toelichting(nieuw.toelichting, tenzij=nieuw.akkoord)
    besloten = _besloten(h, melding, nieuw)
    gevolg = "gaat akkoord: de dienst eindigt voortijdig" if nieuw.akkoord else "gaat niet akkoord: de dienst gaat door"
    grond = TERUGMELDING.grond(f"Terugmelding wegens {melding.reden.naam}: UWV {gevolg}.")
    terugmeldingen = tuple(besloten if een is melding else een for een in order.terugmeldingen)
    if nieuw.akkoord:
        dag, uitleg = nieuw.besloten_op, nieuw.toelichting
        return await beeindig_vroeg(h, order, dag, grond, toelichting=uitleg, terugmeldingen=terugmeldingen)
    return await zet_order(
        h,
        order,
        "inkooporder.terugmelding_afgewezen",
        grond=grond.regel,
        geldig_vanaf=nieuw.besloten_op,
        motivering=(grond,),
        terugmeldingen=terugmeldingen,
    )


def _besloten(h: Handeling, melding: Terugmelding, nieuw: NieuwTerugmeldbesluit) -> Terugmelding:
    besluit = Terugmeldbesluit(
        akkoord=nieuw.akkoord,
        besloten_op=nieuw.besloten_op,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        op=h.nu,
    )
    return replace(melding, besluit=besluit)

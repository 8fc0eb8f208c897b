"""Which terms an order has as it stands, and which party must act (UWV §3.2.1, §3.3, §3.7, §4.4 to §4.8)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.uwv.grenzen import DOORLOOPTIJD
from app.domain.uwv.looptijd import HERVATTING
from app.domain.uwv.order.besluittermijnen import UWV, Plannen, te_besluiten, termijn
from app.domain.uwv.order.einde import Eindreden
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import teruggemeld_om
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.orderdagen import UwvTermijnenFeiten, UwvTermijnenUitkomst
from app.domain.uwv.plaatsing import PLAATSING
from app.domain.uwv.termijnen import EINDRAPPORTAGE, EVALUATIE, PLAN_HERSTEL, PLAN_INDIENEN, PLAN_OORDEEL
from app.domain.uwv.ziekte import ZIEKTE

OPDRACHTNEMER = "opdrachtnemer"


def feiten_van(order: Inkooporder) -> UwvTermijnenFeiten:
    """What has happened of an order, as the rule of terms asks it."""
    plan = order.plannen[-1] if order.plannen else None
    oordeel = plan.oordeel if plan else None
    return UwvTermijnenFeiten(
        dienst=order.dienst,
        clientsoort=order.client.clientsoort,
        opdracht_op=order.opdracht.opdracht_op if order.opdracht else None,
        plan_ontvangen_op=plan.ontvangen_op if plan else None,
        plan_afgekeurd_op=oordeel.oordeel_op if oordeel and not oordeel.akkoord else None,
        akkoord_op=oordeel.oordeel_op if oordeel and oordeel.akkoord else None,
        inkooporder_op=order.inkoop.inkooporder_op if order.inkoop else None,
        doorlooptijd_maanden=order.inkoop.doorlooptijd_maanden if order.inkoop else None,
        beeindigd_op=order.beeindigd_op,
    )


def termijnen_van_order(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> tuple[Termijnplan, ...]:
    """Every term of an order as it stands; none is left once it was judged or lapsed."""
    return tuple(plan for maker in _PER_TOESTAND.get(order.toestand, ()) for plan in maker(order, dagen))


def _plan_indienen(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    basis = order.opdracht.opdracht_op if order.opdracht else None
    yield from termijn(_S.REINTEGRATIEPLAN, PLAN_INDIENEN, OPDRACHTNEMER, basis, dagen.plan_uiterlijk)


def _oordelen(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    basis, keer = order.plannen[-1].ontvangen_op, len(order.plannen)
    yield from termijn(_S.PLANOORDEEL, PLAN_OORDEEL, UWV, basis, dagen.oordeel_uiterlijk, volgnummer=keer)


def _herstellen(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    oordeel = order.plannen[-1].oordeel
    basis = oordeel.oordeel_op if oordeel else None
    yield from termijn(_S.PLANHERSTEL, PLAN_HERSTEL, OPDRACHTNEMER, basis, dagen.herstel_uiterlijk)


def _uitvoeren(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    einde = dagen.einddatum_individueel  # a day that passes by itself: nobody can be late with it
    yield from termijn(_S.EINDE_DIENST, DOORLOOPTIJD, OPDRACHTNEMER, order.start_op, einde, herinnering=True)
    yield from _evalueren(order, dagen)
    yield from te_besluiten(order)
    yield from _ziek(order)
    yield from _werk(order, dagen)


def _evalueren(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    """Once, and not after the last day of a service that is shorter than its moment of evaluation."""
    op, eind = dagen.evaluatie_op, dagen.einddatum_individueel
    if order.inkoop and not order.evaluaties and op and eind and op <= eind:
        yield from termijn(_S.EVALUATIEMOMENT, EVALUATIE, OPDRACHTNEMER, order.inkoop.inkooporder_op, op)


def _ziek(order: Inkooporder) -> Plannen:
    for nummer, een in enumerate(order.ziekteperioden, start=1):
        if een.hersteld_op is None and not teruggemeld_om(een, order.terugmeldingen):
            meer = {"volgnummer": nummer, "herinnering": True}
            yield from termijn(_S.TERUGMELDING, ZIEKTE, OPDRACHTNEMER, een.ziek_van, een.terugmelden_vanaf, **meer)


def _werk(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    """Naar werk: the last day for a first working day, or the full months of work; not after an early return."""
    if order.beeindiging is not None and order.beeindiging.reden is Eindreden.TERUGMELDING:
        return
    if not order.werkhervattingen:
        eind, uiterlijk = dagen.einddatum_individueel, dagen.werkhervatting_uiterlijk
        yield from termijn(_S.WERKHERVATTING, HERVATTING, OPDRACHTNEMER, eind, uiterlijk, herinnering=True)
        return
    een = order.werkhervattingen[-1]
    if een.plaatsing_op is None:
        yield from termijn(
            _S.PLAATSING,
            PLAATSING,
            OPDRACHTNEMER,
            een.hervatting_op,
            een.vol_op,
            volgnummer=len(order.werkhervattingen),
            herinnering=True,
            heropent=True,  # an interruption that is recorded late can undo a Plaatsing
        )


def _rapporteren(order: Inkooporder, dagen: UwvTermijnenUitkomst) -> Plannen:
    uiterlijk = dagen.eindrapportage_uiterlijk
    yield from termijn(_S.EINDRAPPORTAGE, EINDRAPPORTAGE, OPDRACHTNEMER, order.beeindigd_op, uiterlijk)


def _signalen(order: Inkooporder, _dagen: UwvTermijnenUitkomst) -> Plannen:
    """So that UWV sees what was reported; also after the end, until the order is judged."""
    for nummer, een in enumerate(order.signalen, start=1):
        op, meer = een.gesignaleerd_op, {"volgnummer": nummer, "herinnering": True}
        yield from termijn(_S.SIGNAAL, een.regel, UWV, op, op, **meer)


_S, _T = Termijnsoort, Ordertoestand
_Maker = Callable[[Inkooporder, UwvTermijnenUitkomst], Plannen]
_PER_TOESTAND: Mapping[Ordertoestand, tuple[_Maker, ...]] = MappingProxyType(
    {
        _T.OPDRACHT_VERSTREKT: (_plan_indienen,),
        _T.PLAN_INGEDIEND: (_oordelen,),
        _T.PLAN_AFGEKEURD: (_herstellen,),
        _T.PLAN_HERZIEN: (_oordelen,),
        _T.IN_UITVOERING: (_uitvoeren, _signalen),
        _T.BEEINDIGD: (_rapporteren, _werk, _signalen),
        _T.VOORTIJDIG_TERUGGEMELD: (_rapporteren, _signalen),
        _T.EINDRAPPORTAGE_INGEDIEND: (_werk, _signalen),
    }
)

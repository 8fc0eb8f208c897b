from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from app.domain.document import Deel, Document
from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.order.documentdelen import Namen
from app.domain.uwv.order.inkoop import Inkoop, Opdracht
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.orderclient import Orderclient
from app.domain.uwv.order.plan import Ingediendplan, Mijlpaal, Planactiviteit, Planoordeel, Reintegratieplan, Werkvorm
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.order.werkplan import Werkplan, Werkplanactiviteit
from app.domain.uwv.plandocument import Plandocument

NU = datetime(2025, 7, 1, 12, tzinfo=UTC)
DOOR = "medewerker-geheim"
NAMEN = Namen(client="Łukasz Şahin", opdrachtnemer="Naar Werk B.V.")
PLAN = Reintegratieplan(
    startsituatie="De start.",
    activiteiten=(
        Planactiviteit(
            omschrijving="Training",
            werkvorm=Werkvorm.GROEP,
            doel="Het doel.",
            afstemming="Past.",
            uren=Decimal("12.50"),
        ),
        Planactiviteit(
            omschrijving="Stage", werkvorm=Werkvorm.INDIVIDUEEL, doel="Wennen.", afstemming="Kort.", uren=Decimal(10)
        ),
    ),
    doorverwijzing="Niet nodig.",
    doorlooptijd_maanden=1,
    mijlpalen=(Mijlpaal(op=date(2025, 9, 1), omschrijving="Eerste gesprek"),),
    administratie_uren=Decimal(3),
    visie_client="Goed plan.",
    gezien_op=date(2025, 7, 2),
    afwijking="Meer uren nodig.",
)
AKKOORD = Planoordeel(akkoord=True, oordeel_op=date(2025, 7, 9), toelichting=None, door=DOOR, op=NU)
INGEDIEND = Ingediendplan(inhoud=PLAN, ontvangen_op=date(2025, 7, 3), door=DOOR, op=NU, oordeel=AKKOORD)
INKOOP = Inkoop(
    inkooporder_op=date(2025, 7, 9), beschikking_op=date(2025, 7, 9), uren=26, doorlooptijd_maanden=12, door=DOOR, op=NU
)
_WERKPLAN = Werkplan(
    opleiding_en_werkervaring="Mbo.",
    visie_client="x",
    visie_opdrachtgever="x",
    belemmeringen="x",
    afspraken="x",
    activiteiten=(Werkplanactiviteit(omschrijving="x"),),
    doorlooptijd_maanden=12,
)
ORDER = Inkooporder(
    id=UUID(int=1),
    versie=1,
    aangemaakt_op=NU,
    gewijzigd_op=NU,
    klant_id=UUID(int=2),
    dienst=Dienst.WERKFIT_MAKEN,
    client=Orderclient(clientsoort=Clientsoort.WW),
    toestand=Ordertoestand.IN_UITVOERING,
    plandocument=Plandocument.WERKPLAN,
    werkplan=_WERKPLAN,
    overzicht="7.1",
    opdracht=Opdracht(opdracht_op=date(2025, 7, 1), door=DOOR, op=NU),
    plannen=(INGEDIEND,),
    inkoop=INKOOP,
    start_op=date(2025, 7, 9),
    einddatum=date(2026, 7, 8),
    motivering=(),
)


def order(**anders: Any) -> Inkooporder:
    return replace(ORDER, **anders)


def deel(document: Document, kop: str) -> Deel:
    return next(een for een in document.delen if een.kop == kop)


def koppen(document: Document) -> list[str]:
    return [een.kop for een in document.delen]


def veld(een: Deel, naam: str) -> str | None:
    return next((gevonden.waarde for gevonden in een.velden if gevonden.naam == naam), None)

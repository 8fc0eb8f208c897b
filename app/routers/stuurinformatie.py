"""Stuurinformatie: figures over what was done, without anyone's name."""

from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from app.domain.fouten import eis
from app.domain.uwv.kpi import Orderstuurinformatie, orderstuurinformatie
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.poorten import Ordervraag
from app.services.rechten import Recht
from app.services.zicht import alleen_eigen

op = Operaties("stuurinformatie", "Cijfers over wat is gedaan, zonder gegevens van klanten.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orderperiode:
    """In which days orders were judged."""

    oordeel_van: date | None = None
    """Alleen orders die op of na deze dag zijn beoordeeld."""
    oordeel_tot: date | None = None
    """Alleen orders die op of voor deze dag zijn beoordeeld."""


@op.get(
    "/stuurinformatie/inkooporders",
    Recht.STUURINFORMATIE_LEZEN,
    "Toon resultaten, doorlooptijd en termijnen van beoordeelde inkooporders",
    uitleg="Per dienst en opdrachtnemer; een opdrachtnemer ziet alleen de eigen cijfers. Meegeteld wordt wat UWV in de "
    "gevraagde dagen beoordeelde. Er staan geen gegevens van cliënten in, en kleine aantallen worden niet weggelaten: "
    "UWV en de opdrachtnemer kennen elke order al.",
    geeft=Orderstuurinformatie,
    vraag=Orderperiode,
)
async def toon_stuurinformatie_over_inkooporders(v: Verzoek, vraag: Orderperiode) -> Response:
    van, tot = vraag.oordeel_van, vraag.oordeel_tot
    eis(van is None or tot is None or van <= tot, "oordeel_tot", "voor-begin", "Deze dag ligt voor oordeelVan.")
    orders = Ordervraag(oordeel_van=van, oordeel_tot=tot, organisatie=alleen_eigen(v.beller))
    return v.geef(orderstuurinformatie(await v.lezer.ordertellingen(orders)))

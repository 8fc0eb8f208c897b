"""What can be claimed of an order."""

from uuid import UUID

from starlette.responses import Response

from app.domain.uwv.declaratie import Declaratie, declaratie_van
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.routers.inkooporders import EEN, eigen_order
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.handeling import dag_van
from app.services.inkooporderverloop import THEMA
from app.services.rechten import Recht

op = Operaties("inkooporders")


@op.get(
    f"{EEN}/declaratie",
    Recht.INKOOPORDER_LEZEN,
    "Toon wat van een inkooporder kan worden gedeclareerd",
    uitleg="Uren en bedrag volgen uit de sessies, nooit boven wat is goedgekeurd. Een sessie die buiten de dienst "
    "valt of op een opgeschorte dag, telt niet, ook als dat pas later bleek. Zonder bekend tarief is het bedrag leeg. "
    "De motivering zegt waarom. Een versie zonder bekende cijfers geeft 409.",
    geeft=Declaratie,
    conflict=True,
)
async def toon_declaratie(v: Verzoek, inkooporder_id: UUID) -> Response:
    order = await eigen_order(v, inkooporder_id)
    sessies = await v.lezer.vind(Begeleidingssessie, inkooporder_id=order.id)
    dag = order.beleidsdag or dag_van(v.nu)
    return v.geef(declaratie_van(v.diensten.beleid.voor(THEMA, dag).op(dag), order, sessies))

"""What happens while an order runs, for tests."""

from datetime import date
from uuid import UUID

from app.domain.uwv.begeleidingsuren import Sessiesoort
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.domain.uwv.order.uitvoering import Bijstelling, Bijstellingsbesluit, Evaluatie
from app.domain.uwv.order.werk import Werkhervatting
from tests.domain.uwv.order.hulp_document import DOOR, NU

EVALUATIE = Evaluatie(
    gehouden_op=date(2025, 10, 7), ontwikkelbaar=False, advies="Stop.", besluit=None, door=DOOR, op=NU
)
BIJSTELLING = Bijstelling(
    gemeld_op=date(2025, 8, 1),
    uren=40,
    doorlooptijd_maanden=12,
    andere_activiteiten=False,
    reden="Meer nodig.",
    plan=None,
    substantieel=True,
    bezwaar_tot=None,
    besluit=None,
    door=DOOR,
    op=NU,
)
WERK = Werkhervatting(
    hervatting_op=date(2025, 9, 1),
    werkgever=None,
    onderbrekingen=(),
    tijdig=True,
    plaatsing_op=None,
    vol_op=date(2025, 12, 1),
    door=DOOR,
    op=NU,
)
SESSIE = Begeleidingssessie(
    id=UUID(int=1),
    versie=1,
    aangemaakt_op=NU,
    gewijzigd_op=NU,
    klant_id=UUID(int=2),
    inkooporder_id=UUID(int=1),
    organisatie="organisatie-een",
    bijeenkomst_id=UUID(int=3),
    gehouden_op=date(2025, 7, 10),
    soort=Sessiesoort.ACTIVITEIT,
    activiteit="Training",
    minuten=60,
    deelnemers=1,
)


def besloten(akkoord: bool) -> Bijstellingsbesluit:
    return Bijstellingsbesluit(akkoord=akkoord, besloten_op=date(2025, 8, 4), toelichting="x", door=DOOR, op=NU)
